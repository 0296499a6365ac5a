import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, afterEach, before, beforeEach, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import '../browser.js';
import { start } from '../stdio.js';

const { CompletionContext } = await import('@codemirror/autocomplete');
const { forEachDiagnostic } = await import('@codemirror/lint');
const { EditorState } = await import('@codemirror/state');
const { EditorView } = await import('@codemirror/view');
const lsp = await import('@codemirror/lsp-client');

const HOME = fileURLToPath(new URL('../../..', import.meta.url));
const WINNOW = process.env.WINNOW ?? path.join(HOME, 'winnow');

let folder;
let server;
let client;
let views = [];
let shown = [];

/** Waits for a result that is not undefined, at most 20 seconds. */
async function eventually(what, read) {
  for (const end = Date.now() + 20_000; Date.now() < end; ) {
    const result = read();
    if (result !== undefined) {
      return result;
    }
    await new Promise((next) => setTimeout(next, 10));
  }
  return assert.fail(`${what} never came`);
}

function uri(file) {
  return pathToFileURL(path.join(folder, file)).href;
}

function text(file) {
  return readFileSync(path.join(folder, file), 'utf8');
}

/** Opens a file in an editor. */
function open(file, doc = text(file)) {
  const view = new EditorView({
    parent: document.body,
    state: EditorState.create({ doc, extensions: [client.plugin(uri(file), 'winnow-rules')] }),
  });
  views.push(view);
  return view;
}

/** Puts the cursor at a text. */
function at(view, found) {
  const anchor = view.state.doc.toString().indexOf(found);
  assert.notEqual(anchor, -1, found);
  view.dispatch({ selection: { anchor } });
  return anchor;
}

function diagnostics(view) {
  const found = [];
  forEachDiagnostic(view.state, (one, from, to) => {
    if (one.severity === 'error') {
      found.push(`${view.state.sliceDoc(from, to)}: ${one.message}`);
    }
  });
  return found;
}

function request(method, file, more = {}) {
  client.sync();
  return client.request(method, { textDocument: { uri: uri(file) }, ...more });
}

const RULES = 'rules/semiconductor/demand-pull.drl';
const LIMITS = 'rules/semiconductor/limits.yaml';
const PROJECT = 'seeds/semiconductor/projects/sien.yaml';

before(() => {
  execFileSync(WINNOW, ['--version']); // builds a checkout first, which takes longer than a request may
  server = start(WINNOW, ['lsp']);
  folder = mkdtempSync(path.join(tmpdir(), 'winnow-'));
  for (const part of ['rules/semiconductor', 'seeds/semiconductor']) {
    cpSync(path.join(HOME, part), path.join(folder, part), { recursive: true });
  }
  client = new lsp.LSPClient({
    rootUri: pathToFileURL(folder).href,
    timeout: 20_000,
    extensions: lsp.languageServerExtensions(),
    notificationHandlers: {
      'window/showMessage': (_, { message }) => {
        shown.push(message);
        return true;
      },
    },
  });
  client.connect(server.transport);
  return client.initializing;
});

beforeEach(() => {
  shown = [];
});

afterEach(() => {
  views.forEach((view) => view.destroy());
  views = [];
});

after(async () => {
  await client.request('shutdown', null);
  client.notification('exit');
  assert.equal(await server.exited, 0);
  rmSync(folder, { recursive: true });
});

test('a typo is underlined while typing, and no longer once it is mended', async () => {
  const view = open(RULES);
  const name = at(view, 'annualOutput >=');
  view.dispatch({ changes: { from: name + 1, to: name + 2 } });
  client.sync();
  assert.equal(
    await eventually('the diagnostic', () => diagnostics(view)[0]),
    'anualOutput: `Demand` has no `anualOutput`; did you mean `annualOutput`?',
  );
  view.dispatch({ changes: { from: name + 1, insert: 'n' } });
  client.sync();
  await eventually('the end of the diagnostic', () => (diagnostics(view).length === 0 ? true : undefined));
});

test('facts are completed', async () => {
  const view = open(RULES, text(RULES).replace('annualOutput >= $min', 'annualO'));
  const pos = at(view, 'annualO )') + 'annualO'.length;
  const result = await lsp.serverCompletionSource(new CompletionContext(view.state, pos, true, view));
  assert.ok(result.options.some(({ label }) => label === 'annualOutput'));
  assert.equal(result.from, pos - 'annualO'.length);
});

test('a completion replaces the rest of the word, too', async () => {
  const view = open(RULES);
  const from = at(view, 'annualOutput >=');
  const result = await lsp.serverCompletionSource(new CompletionContext(view.state, from + 'annual'.length, true, view));
  assert.equal(view.state.sliceDoc(result.from, result.to), 'annualOutput');
});

test('a limit is explained', async () => {
  const view = open(RULES);
  const plugin = lsp.LSPPlugin.get(view);
  const { contents } = await request('textDocument/hover', RULES, { position: plugin.toPosition(at(view, 'end-market-scale')) });
  assert.match(plugin.docToHTML(contents), /300 bn yuan/);
});

test('the cursor jumps to the definition of a limit', async () => {
  const rules = open(RULES);
  const limits = open(LIMITS);
  at(rules, 'end-market-scale');
  lsp.jumpToDefinition(rules);
  const target = limits.state.doc.toString().indexOf('end-market-scale');
  await eventually('the jump', () => (limits.state.selection.main.head === target ? true : undefined));
});

test('the references of a limit are listed', async () => {
  const view = open(RULES);
  at(view, 'end-market-scale');
  lsp.findReferences(view);
  const panel = await eventually('the panel', () => document.querySelector('.cm-lsp-reference-panel') ?? undefined);
  assert.match(panel.textContent, /demand-pull\.drl/);
});

test('a limit is renamed in all open files', async () => {
  const rules = open(RULES);
  const limits = open(LIMITS);
  at(rules, 'end-market-scale');
  lsp.renameSymbol(rules);
  const input = await eventually('the dialog', () => document.querySelector('.cm-dialog input') ?? undefined);
  input.value = 'large-end-market';
  input.form.requestSubmit();
  await eventually('the new name', () => (limits.state.doc.toString().includes('id: large-end-market') ? true : undefined));
  assert.match(rules.state.doc.toString(), /"large-end-market"/);
  assert.doesNotMatch(rules.state.doc.toString(), /end-market-scale/);
});

test('a declared fact is renamed in the pack and its universe', async () => {
  const view = open(PROJECT);
  const position = lsp.LSPPlugin.get(view).toPosition(at(view, 'coInvestors'));
  const { changes } = await request('textDocument/rename', PROJECT, { position, newName: 'partnersInMoney' });
  assert.ok(changes[uri(PROJECT)]);
  assert.ok(changes[uri('rules/semiconductor/vocabulary.yaml')]);
  assert.match(await eventually('the message', () => shown[0]), /spreadsheets, mappings and saved answers/);
});

test('a fact of the core keeps its name', async () => {
  const view = open(PROJECT);
  const position = lsp.LSPPlugin.get(view).toPosition(at(view, 'owner:'));
  await assert.rejects(request('textDocument/rename', PROJECT, { position, newName: 'holder' }), {
    message: '`owner` is a fact of the core, which all packs share; only facts of `vocabulary.yaml` can be renamed',
  });
});

test('a file is formatted', async () => {
  const view = open(RULES, text(RULES).replace('  @title', '@title'));
  lsp.formatDocument(view);
  await eventually('the format', () => (view.state.doc.toString() === text(RULES) ? true : undefined));
});

test('the outline of a file is its rules', async () => {
  open(RULES);
  const [first] = await request('textDocument/documentSymbol', RULES);
  assert.equal(first.name, 'end-market-at-scale');
});

test('a typo has a quick fix', async () => {
  const view = open(RULES, text(RULES).replace('annualOutput >=', 'anualOutput >='));
  const start = lsp.LSPPlugin.get(view).toPosition(at(view, 'anualOutput'));
  const [fix] = await request('textDocument/codeAction', RULES, { range: { start, end: start }, context: { diagnostics: [] } });
  assert.equal(fix.title, 'replace with `annualOutput`');
});

test('each rule shows its cases and its matches, and a click runs them', async () => {
  open(RULES);
  const [lens] = await request('textDocument/codeLens', RULES);
  assert.match(lens.command.title, /^cases: (\d+) of \1 pass · matches [1-9]\d* candidates$/);
  await client.request('workspace/executeCommand', { command: lens.command.command, arguments: lens.command.arguments });
  assert.match(await eventually('the message', () => shown[0]), /^cases: (\d+) of \1 pass$/);
});

test('facts of a universe are checked', async () => {
  const view = open(PROJECT, text(PROJECT).replace('coInvestors:', 'coInvestor:'));
  assert.match(await eventually('the diagnostic', () => diagnostics(view)[0]), /a project has no `coInvestor`; did you mean `coInvestors`\?/);
});
