'use strict';

const vscode = require('vscode');
const { LanguageClient } = require('vscode-languageclient/node');
const { find, server } = require('./command');

const SETTINGS = 'Open settings';

/** @type {LanguageClient | undefined} */
let client;
/** @type {vscode.FileSystemWatcher | undefined} */
let watcher;
/** The last start or stop, which the next one waits for. */
let last = Promise.resolve();

/** @param {vscode.ExtensionContext} context */
function activate(context) {
  watcher = vscode.workspace.createFileSystemWatcher('**/*.{drl,yaml}');
  context.subscriptions.push(
    watcher,
    vscode.workspace.onDidGrantWorkspaceTrust(restart),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration('winnow')) {
        restart();
      }
    }),
  );
  return restart();
}

function deactivate() {
  return next(stop);
}

function restart() {
  return next(async () => {
    await stop();
    await start();
  });
}

function next(step) {
  last = last.then(step, step);
  return last;
}

async function start() {
  if (!vscode.workspace.isTrusted) {
    return;
  }
  const settings = vscode.workspace.getConfiguration('winnow');
  const command = settings.get('path', 'winnow');
  const folder = vscode.workspace.workspaceFolders?.find(({ uri }) => uri.scheme === 'file');
  const file = find(command, folder?.uri.fsPath, process.env, process.platform);
  if (file === undefined) {
    complain(`winnow was not found: no program \`${command}\`. Install winnow, or set winnow.path to its command.`);
    return;
  }
  client = new LanguageClient(
    'winnow',
    'winnow',
    server(file, settings.get('language', 'en'), process.platform),
    {
      documentSelector: [
        { scheme: 'file', language: 'winnow-rules' },
        { scheme: 'file', language: 'yaml' },
      ],
      initializationOptions: { pack: settings.get('pack', ''), universe: settings.get('universe', '') },
      synchronize: { fileEvents: watcher },
    },
  );
  try {
    await client.start();
  } catch {
    // The language client has shown the error.
  }
}

async function stop() {
  const old = client;
  client = undefined;
  if (old?.isRunning()) {
    await old.stop();
  }
}

/** Shows a problem without waiting until the message is closed. */
async function complain(message) {
  if ((await vscode.window.showErrorMessage(message, SETTINGS)) === SETTINGS) {
    await vscode.commands.executeCommand('workbench.action.openSettings', 'winnow.path');
  }
}

module.exports = { activate, deactivate };
