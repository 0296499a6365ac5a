// The editor: one view, and for each opened file its text, history and selection.

import {
  Annotation, EditorState, EditorView, acceptCompletion, autocompletion, bracketMatching, closeBrackets,
  closeBracketsKeymap, completionKeymap, defaultKeymap, drawSelection, highlightActiveLine, highlightActiveLineGutter,
  highlightSelectionMatches, history, historyKeymap, hoverTooltip, indentOnInput, indentUnit, indentWithTab, keymap,
  lineNumbers, lintGutter, lintKeymap, search, searchKeymap, setDiagnostics, syntaxHighlighting
} from './codemirror.js';
import {get, h, said, say} from './dom.js';
import {coverage, mark} from './rules-coverage.js';
import {acknowledge, ask, flush, put} from './rules-draft.js';
import {colours, languageOf} from './rules-language.js';
import {phrases} from './rules-phrases.js';

const SEVERITIES = {ERROR: 'error', WARNING: 'warning', NOTE: 'info'};
const KINDS = {
  ANNOTATION: 'keyword', FACT: 'property', ID: 'constant', KEY: 'property', KEYWORD: 'keyword', TYPE: 'class',
  VARIABLE: 'variable', VERB: 'function', WORD: 'enum'
};

const NOT_FOUND = 404;

/** Marks changes that the server has already. */
const known = Annotation.define();

const files = new Map();
const commands = [];
let problems = [];
let symbols = [];
let current = null;
let view = null;

/** The offset of a position; positions out of the text become the nearest one in it. */
function offset(doc, line, character) {
  const at = doc.line(Math.min(Math.max(line + 1, 1), doc.lines));
  return Math.min(at.from + Math.max(0, character), at.to);
}

function position(doc, offsetInText) {
  const line = doc.lineAt(offsetInText);
  return {line: line.number - 1, character: offsetInText - line.from};
}

/** The file and the position of the cursor. */
export function cursor() {
  return {file: current, ...position(view.state.doc, view.state.selection.main.head)};
}

/** Remembers the rules, limits or cases of the shown file. */
export function setSymbols(found) {
  symbols = found;
}

/** The name of the rule, limit or case at the cursor; undefined if there is none. */
export function symbol() {
  const {line} = cursor();
  return symbols.filter(one => one.line <= line).pop()?.name;
}

/** The name of the shown file; null before one is open. */
export const shown = () => current;

const place = one => ({file: one.file, line: one.line, character: one.character});

async function complete(context) {
  const here = {file: current, ...position(context.state.doc, context.pos)};
  const {words} = await ask('/api/rules/completions', here);
  if (words.length === 0 || context.aborted) {
    return null;
  }
  const line = context.state.doc.lineAt(context.pos);
  return {
    from: line.from + Math.min(words[0].start, context.pos - line.from),
    options: words.map(word => ({label: word.text, type: KINDS[word.kind], detail: word.detail})),
    validFor: /^[\w$-]*$/
  };
}

async function meaning(hovered, pos) {
  try {
    const {lines} = await ask('/api/rules/meaning', {file: current, ...position(hovered.state.doc, pos)});
    const dom = h('div', {class: 'meaning'}, lines.map(line => h('p', {}, ...said(line))));
    return lines.length === 0 ? null : {pos, create: () => ({dom})};
  } catch (refused) {
    return null;
  }
}

/** Follows a name that is clicked with the key for commands. */
function clicked(event, target) {
  if (!(event.ctrlKey || event.metaKey) || event.button !== 0) {
    return false;
  }
  const at = target.posAtCoords({x: event.clientX, y: event.clientY});
  if (at === null) {
    return false;
  }
  event.preventDefault();
  target.dispatch({selection: {anchor: at}});
  document.dispatchEvent(new Event('follow'));
  return true;
}

function typed(update) {
  if (update.docChanged && !update.transactions.every(one => one.annotation(known))) {
    put(current, update.state.doc.toString(), files.get(current).digest);
  }
  if (update.selectionSet || update.docChanged) {
    document.dispatchEvent(new CustomEvent('cursor', {detail: cursor()}));
  }
}

function extensions(name) {
  return [
    lineNumbers(), coverage, highlightActiveLineGutter(), lintGutter(), history(), drawSelection(), indentOnInput(),
    bracketMatching(), closeBrackets(), highlightActiveLine(), highlightSelectionMatches(), search({top: true}),
    indentUnit.of('  '), languageOf(name), syntaxHighlighting(colours), EditorState.phrases.of(phrases),
    autocompletion({override: [complete], icons: false, activateOnTypingDelay: 30, interactionDelay: 0}),
    hoverTooltip(meaning), EditorView.updateListener.of(typed),
    EditorView.domEventHandlers({mousedown: clicked}), EditorView.lineWrapping,
    EditorView.contentAttributes.of({'aria-label': say('serve.rules.text', name), 'aria-describedby': 'editor-tab', tabindex: '0'}),
    keymap.of([
      ...commands, {key: 'Tab', run: acceptCompletion}, ...closeBracketsKeymap, ...completionKeymap, ...lintKeymap,
      ...searchKeymap, ...historyKeymap, ...defaultKeymap, indentWithTab])];
}

function diagnostic(doc, one) {
  const from = offset(doc, one.line, one.start);
  const to = Math.max(from, offset(doc, one.line, one.end));
  const line = doc.lineAt(from);
  const message = one.advice === null ? one.what : say('serve.rules.withadvice', one.what, one.advice);
  return {
    from: from === to && from > line.from ? from - 1 : from,
    to: from === to && from < line.to && from === line.from ? to + 1 : to,
    severity: SEVERITIES[one.severity],
    source: one.code ?? undefined,
    message,
    renderMessage: () => h('span', {}, ...said(message)),
    actions: one.replacement === null ? [] : [{
      name: say('serve.rules.replace', one.replacement),
      apply: (target, start, end) => target.dispatch(
        {changes: {from: start, to: end, insert: one.replacement}, userEvent: 'input.fix'})
    }]
  };
}

function underline() {
  const doc = view.state.doc;
  const own = problems.filter(one => one.file === current).map(one => diagnostic(doc, one));
  view.dispatch(setDiagnostics(view.state, own));
}

/** Corrects the problem at the cursor, or the first of its line, if the server knows the correction. */
export function fix() {
  const {line, character} = cursor();
  const fixable = problems.filter(one => one.file === current && one.line === line && one.replacement !== null);
  const one = fixable.find(each => each.start <= character && character <= each.end) ?? fixable[0];
  if (one !== undefined) {
    const doc = view.state.doc;
    view.dispatch({
      changes: {from: offset(doc, line, one.start), to: offset(doc, line, one.end), insert: one.replacement},
      userEvent: 'input.fix'});
  }
  return one !== undefined;
}

async function load(name) {
  const file = await get('/api/rules/file', {name});
  acknowledge(name, file.text);
  files.set(name, {digest: file.digest, state: EditorState.create({doc: file.text, extensions: extensions(name)})});
}

function keep() {
  if (current !== null) {
    files.get(current).state = view.state;
  }
}

/** Shows a file, with the cursor at a position if one is given. */
export async function open(name, line, character) {
  if (!files.has(name)) {
    await load(name);
  }
  if (name !== current) {
    keep();
    current = name;
    view.setState(files.get(name).state);
    underline();
  }
  if (line !== undefined) {
    const at = offset(view.state.doc, line, character ?? 0);
    view.dispatch({selection: {anchor: at}, effects: EditorView.scrollIntoView(at, {y: 'center'})});
    view.focus();
  }
  document.dispatchEvent(new CustomEvent('opened', {detail: {name}}));
}

/** The current text of a file. */
export async function text(name) {
  if (!files.has(name)) {
    await load(name);
  }
  return stateOf(name).doc.toString();
}

/** The part of a text that differs from another one. */
function difference(before, after) {
  let from = 0;
  while (from < Math.min(before.length, after.length) && before[from] === after[from]) {
    from++;
  }
  let end = 0;
  while (end < Math.min(before.length, after.length) - from
      && before[before.length - 1 - end] === after[after.length - 1 - end]) {
    end++;
  }
  return {from, to: before.length - end, insert: after.slice(from, after.length - end)};
}

const stateOf = name => name === current ? view.state : files.get(name).state;

function replace(name, after, annotations) {
  const state = stateOf(name);
  const before = state.doc.toString();
  if (before === after) {
    return false;
  }
  const change = {changes: difference(before, after), annotations, userEvent: 'input.replace'};
  if (name === current) {
    view.dispatch(change);
  } else {
    files.get(name).state = state.update(change).state;
  }
  return true;
}

/** Replaces the text of a file as if the user had typed it, so that it can be undone there. */
export async function change(name, after) {
  await text(name);
  if (replace(name, after) && name !== current) {
    put(name, after, files.get(name).digest);
  }
}

/** Reads opened files again, since the server changed them. Texts typed meanwhile stay. */
export async function reload(names) {
  await flush();
  for (const name of names.filter(one => files.has(one))) {
    const before = stateOf(name).doc;
    try {
      const file = await get('/api/rules/file', {name});
      if (stateOf(name).doc.eq(before)) {
        files.get(name).digest = file.digest;
        acknowledge(name, file.text);
        replace(name, file.text, known.of(true));
      }
    } catch (refused) {
      if (refused.status !== NOT_FOUND) {
        throw refused;
      }
      forget(name);
    }
  }
}

/** Forgets a file that is no longer there. */
function forget(name) {
  files.delete(name);
  if (name === current) {
    current = null;
    document.dispatchEvent(new CustomEvent('closed', {detail: {name}}));
  }
}

/** The names of the files opened so far. */
export const opened = () => [...files.keys()];

/** Makes the editor. Commands are key bindings. */
export function start(parent, bindings) {
  commands.push(...bindings);
  view = new EditorView({parent, state: EditorState.create({extensions: [EditorState.readOnly.of(true)]})});
  document.addEventListener('uncovered', event => {
    if (event.detail.file === current) {
      mark(view, event.detail.lines);
    }
  });
  document.addEventListener('checked', event => {
    problems = event.detail.problems;
    if (current !== null) {
      underline();
    }
  });
}

export const focus = () => view.focus();
