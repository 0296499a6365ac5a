'use strict';

// Runs the client with stand-ins for VS Code and the language client.

const assert = require('node:assert/strict');
const fs = require('node:fs');
const Module = require('node:module');
const os = require('node:os');
const path = require('node:path');
const { after, before, beforeEach, test } = require('node:test');
const { find, server } = require('../src/command');

const settings = {};
let folder;
let started;
let stopped;
let messages;
let changed;
let trusted;

const vscode = {
  workspace: {
    isTrusted: true,
    get workspaceFolders() {
      return [{ uri: { scheme: 'file', fsPath: folder } }];
    },
    getConfiguration: () => ({ get: (key, otherwise) => settings[key] ?? otherwise }),
    createFileSystemWatcher: (pattern) => ({ pattern }),
    onDidChangeConfiguration: (listener) => (changed = listener),
    onDidGrantWorkspaceTrust: (listener) => (trusted = listener),
  },
  window: { showErrorMessage: async (message) => void messages.push(message) },
};

class LanguageClient {
  constructor(id, name, options, client) {
    Object.assign(this, { options, client });
  }
  async start() {
    started.push(this);
  }
  isRunning() {
    return true;
  }
  async stop() {
    stopped.push(this);
  }
}

const load = Module._load;
let extension;

before(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'winnow-rules-'));
  fs.writeFileSync(path.join(folder, 'winnow'), '', { mode: 0o755 });
  fs.writeFileSync(path.join(folder, 'notes'), '', { mode: 0o644 });
  fs.mkdirSync(path.join(folder, 'sub'));
  Module._load = (name, ...rest) => {
    if (name === 'vscode') {
      return vscode;
    }
    return name === 'vscode-languageclient/node' ? { LanguageClient } : load(name, ...rest);
  };
  extension = require('../src/extension');
});

beforeEach(() => {
  Object.assign(settings, { path: undefined, language: undefined });
  [started, stopped, messages] = [[], [], []];
  vscode.workspace.isTrusted = true;
});

after(() => {
  Module._load = load;
  fs.rmSync(folder, { recursive: true });
});

test('finds a command on the PATH or by its path', () => {
  const winnow = path.join(folder, 'winnow');
  const PATH = `relative:${path.join(folder, 'none')}:${folder}`;
  assert.equal(find('winnow', undefined, { PATH }, 'linux'), winnow);
  assert.equal(find(winnow, undefined, {}, 'linux'), winnow);
  assert.equal(find('./winnow', folder, {}, 'linux'), winnow);
  assert.equal(find('./winnow', undefined, { PATH }, 'linux'), undefined);
  assert.equal(find('winnow', folder, { PATH: '.' }, 'linux'), undefined);
  assert.equal(find('notes', undefined, { PATH }, 'linux'), undefined);
  assert.equal(find('sub', undefined, { PATH }, 'linux'), undefined);
});

test('starts scripts of Windows by a shell', () => {
  assert.deepEqual(server('C:\\a b\\winnow.cmd', 'en', 'win32'), {
    command: '"C:\\a b\\winnow.cmd"',
    args: ['--lang', 'en', 'lsp'],
    options: { shell: true },
  });
});

test('starts the server in the language of the settings, and restarts it after a change', async () => {
  Object.assign(settings, { path: './winnow', language: 'zh' });
  await extension.activate({ subscriptions: [] });
  assert.deepEqual(started[0].options, { command: path.join(folder, 'winnow'), args: ['--lang', 'zh', 'lsp'] });
  assert.deepEqual(
    started[0].client.documentSelector.map(({ language }) => language),
    ['winnow-rules', 'yaml'],
  );
  settings.language = 'en';
  changed({ affectsConfiguration: () => false });
  changed({ affectsConfiguration: (section) => section === 'winnow' });
  await extension.deactivate();
  assert.deepEqual(started.map(({ options }) => options.args[1]), ['zh', 'en']);
  assert.deepEqual(stopped, started);
  assert.deepEqual(messages, []);
});

test('reports a missing winnow and the remedy', async () => {
  settings.path = 'winnow-that-is-not-installed';
  await extension.activate({ subscriptions: [] });
  assert.deepEqual(started, []);
  assert.deepEqual(messages, [
    'winnow was not found: no program `winnow-that-is-not-installed`. Install winnow, or set winnow.path to its command.',
  ]);
});

test('starts nothing until the workspace is trusted', async () => {
  settings.path = './winnow';
  vscode.workspace.isTrusted = false;
  await extension.activate({ subscriptions: [] });
  assert.deepEqual(started, []);
  vscode.workspace.isTrusted = true;
  await trusted();
  assert.equal(started.length, 1);
  await extension.deactivate();
});
