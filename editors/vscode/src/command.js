'use strict';

const fs = require('node:fs');
const path = require('node:path');

/**
 * Returns the file of a command, or undefined if it does not exist.
 *
 * @param {string} command a name to find on the PATH, or a path
 * @param {string | undefined} folder the folder at which relative paths begin
 * @param {NodeJS.ProcessEnv} env the environment with the PATH
 * @param {NodeJS.Platform} platform the operating system
 */
function find(command, folder, env, platform) {
  const windows = platform === 'win32';
  const endings = windows && !path.extname(command) ? (env.PATHEXT ?? '.EXE;.CMD;.BAT').split(';') : [''];
  let places;
  if (path.isAbsolute(command)) {
    places = [command];
  } else if (/[\\/]/.test(command)) {
    places = folder === undefined ? [] : [path.join(folder, command)];
  } else {
    const list = env.PATH ?? env.Path ?? '';
    // Relative entries would find a command in the folder that VS Code was started from.
    places = list.split(windows ? ';' : ':').filter(path.isAbsolute).map((entry) => path.join(entry, command));
  }
  return places.flatMap((place) => endings.map((ending) => place + ending)).find((file) => isProgram(file));
}

function isProgram(file) {
  try {
    fs.accessSync(file, fs.constants.X_OK);
    return fs.statSync(file).isFile();
  } catch {
    return false;
  }
}

/**
 * Returns how to start the language server.
 *
 * @param {string} file the file of the `winnow` command
 * @param {string} language `en` or `zh`
 * @param {NodeJS.Platform} platform the operating system
 */
function server(file, language, platform) {
  const args = ['--lang', language, 'lsp'];
  if (platform === 'win32' && /\.(?:cmd|bat)$/i.test(file)) {
    // Windows starts scripts only by a shell.
    return { command: `"${file}"`, args, options: { shell: true } };
  }
  return { command: file, args };
}

module.exports = { find, server };
