'use strict';

// Bundles the client with its libraries into dist/, and writes the licences of the libraries beside it.

const fs = require('node:fs');
const path = require('node:path');
const esbuild = require('esbuild');

process.chdir(__dirname);
fs.rmSync('dist', { recursive: true, force: true });
const { metafile } = esbuild.buildSync({
  entryPoints: ['src/extension.js'],
  outfile: 'dist/extension.js',
  bundle: true,
  minify: true,
  metafile: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  external: ['vscode'],
  legalComments: 'none',
  logLevel: 'warning',
});

const libraries = new Set();
for (const input of Object.keys(metafile.inputs)) {
  const library = /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input);
  if (library) {
    libraries.add(library[0]);
  }
}
const licences = [...libraries].sort().map((library) => {
  const { name, version } = JSON.parse(fs.readFileSync(path.join(library, 'package.json'), 'utf8'));
  const file = fs.readdirSync(library).find((entry) => /^licen[cs]e/i.test(entry));
  if (!file) {
    throw new Error(`${library} has no licence file`);
  }
  return `== ${name} ${version}\n\n${fs.readFileSync(path.join(library, file), 'utf8').trim()}\n`;
});
fs.writeFileSync('dist/LICENSES.txt', licences.join('\n'));
