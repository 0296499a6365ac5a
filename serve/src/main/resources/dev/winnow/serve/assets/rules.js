// The frame of the view: files, editor and commands, and beside them the effects of the edits.

import {get, h, said, say} from './dom.js';
import * as editor from './editor.js';
import {start as startEffects} from './effects.js';
import {dialog} from './rules-dialog.js';
import {acknowledge, ask, flush, operate, publish, put} from './rules-draft.js';
import * as files from './rules-files.js';
import {addition} from './rules-new.js';
import {elements as panels, showPlaces} from './rules-panels.js';
import {save} from './rules-save.js';

const status = h('p', {id: 'editor-status', role: 'status'});
const outline = h('select', {id: 'outline', 'aria-label': say('serve.rules.outline'), onchange: () => {
  const [line, start] = outline.value.split(' ').map(Number);
  editor.open(editor.shown(), line, start);
}});
const code = h('div', {id: 'code'});

/** What the user may lose, and how many files are edited. */
const edits = h('p', {id: 'edits', class: 'quiet'});

function report(text) {
  status.replaceChildren(...said(text));
}

/** Runs a command; a refusal is shown in the bar. */
function run(command) {
  report('');
  Promise.resolve(command()).catch(refused => report(refused.message));
  return true;
}

async function define() {
  const {places} = await ask('/api/rules/definition', editor.cursor());
  if (places.length === 0) {
    report(say('serve.rules.nodefinition'));
  } else {
    await editor.open(places[0].file, places[0].line, places[0].start);
  }
}

async function explain() {
  const {lines} = await ask('/api/rules/meaning', editor.cursor());
  report(lines.length === 0 ? say('serve.rules.nomeaning') : lines.join(' · '));
}

async function refer() {
  const {places} = await ask('/api/rules/references', editor.cursor());
  if (places.length === 0) {
    report(say('serve.rules.noname'));
  } else {
    showPlaces(places[0].text.slice(places[0].start, places[0].end), places);
  }
}

async function rename() {
  const here = editor.cursor();
  const {places} = await ask('/api/rules/references', here);
  const at = places[0];
  const name = h('input', {
    name: 'name', required: true, autocomplete: 'off', value: at === undefined ? '' : at.text.slice(at.start, at.end)});
  dialog(say('serve.rules.renametitle'), h('div', {class: 'fields'}, h('label', {}, h('span', {}, say('serve.rules.newname')), name)), [{
    text: say('serve.rules.rename'),
    run: async () => {
      const checked = await operate('/api/rules/rename', {...here, name: name.value.trim()});
      await editor.reload(checked.edited);
      publish(checked);
    }}]);
  name.select();
}

async function format() {
  const name = editor.shown();
  const {text} = await ask('/api/rules/formatted', {file: name});
  if (text === null) {
    report(say(name.endsWith('.drl') ? 'serve.rules.formatted' : 'serve.rules.unformatted'));
  } else {
    await editor.change(name, text);
  }
}

/** Asks whether to remove the edits of the shown file, or of all. */
async function discard() {
  const name = editor.shown();
  const edited = (await files.refresh()).filter(one => one.edited).map(one => one.name);
  if (edited.length === 0) {
    report(say('serve.rules.unedited'));
    return;
  }
  const remove = names => async () => {
    await operate('/api/rules/discard', {names});
    await editor.reload(names);
    await files.refresh();
  };
  const all = {text: say('serve.rules.discardall', edited.length), run: remove(edited)};
  dialog(
    say('serve.rules.discardtitle'), h('p', {}, say('serve.rules.discardhint')),
    edited.includes(name) ? [{text: say('serve.rules.discardone', name), run: remove([name])}, all] : [all]);
}

const COMMANDS = [
  {text: 'serve.rules.save', key: 'Mod-s', run: () => save(report)},
  {text: 'serve.rules.new', key: 'Alt-n', run: addition},
  {text: 'serve.rules.fix', key: 'Mod-.', run: editor.fix},
  {text: 'serve.rules.explain', key: 'Mod-i', run: explain},
  {text: 'serve.rules.define', key: 'F12', run: define},
  {text: 'serve.rules.refer', key: 'Shift-F12', run: refer},
  {text: 'serve.rules.rename', key: 'F2', run: rename},
  {text: 'serve.rules.format', key: 'Shift-Alt-f', run: format},
  {text: 'serve.rules.discard', key: '', run: discard}];
const OTHERS = [
  ['serve.rules.key.complete', 'Ctrl-Space'], ['serve.rules.key.problem', 'F8'], ['serve.rules.key.find', 'Mod-f'],
  ['serve.rules.key.undo', 'Mod-z'], ['serve.rules.key.leave', 'Escape Tab']];

const bar = h('div', {id: 'commands', role: 'group', 'aria-label': say('serve.rules.commands')},
  COMMANDS.map(one => h('button', {type: 'button', title: keys(one.key), onclick: () => run(one.run)}, say(one.text))));

function keys(binding) {
  return binding.replace('Mod', /Mac/.test(navigator.platform) ? '⌘' : 'Ctrl').replaceAll('-', '+');
}

const help = h('details', {id: 'keys'}, h('summary', {}, say('serve.rules.keys')), h(
  'dl', {}, [...COMMANDS.filter(one => one.key).map(one => [one.text, one.key]), ...OTHERS].flatMap(([text, key]) => [
    h('dt', {}, h('kbd', {}, keys(key))), h('dd', {}, say(text))])));

async function drawOutline() {
  const {symbols} = await ask('/api/rules/outline', {file: editor.shown()});
  editor.setSymbols(symbols);
  outline.replaceChildren(
    h('option', {value: ''}, say('serve.rules.outline')),
    ...symbols.map(one => h(
      'option', {value: one.line + ' ' + one.start}, one.detail ? one.name + ' – ' + one.detail : one.name)));
  outline.disabled = symbols.length === 0;
}

/** Opens the file that the address names, at its line. */
async function follow() {
  const asked = new URLSearchParams(location.hash.slice(1));
  const name = asked.get('file');
  if (name !== null) {
    const line = Number.parseInt(asked.get('line'), 10);
    await editor.open(name, Number.isNaN(line) ? undefined : line - 1, 0);
  }
}

/** Takes over what changed on disk, or in another tab, while the page was not looked at. */
async function look() {
  const before = new Set(editor.opened());
  await files.refresh();
  await editor.reload([...before]);
  publish(await ask('/api/rules/problems'));
}

let choosing = null; // the dialog about edits of another page

/** Lets the user choose between the edits of this page and those of another one. */
function choose({names, message}) {
  if (choosing?.isConnected) {
    return;
  }
  const keep = async () => {
    for (const name of names) {
      const {text, digest} = await get('/api/rules/file', {name});
      acknowledge(name, text);
      put(name, await editor.text(name), digest);
    }
    await flush();
  };
  choosing = dialog(say('serve.rules.clash'), h('p', {}, ...said(message)), [
    {text: say('serve.rules.mine'), run: keep},
    {text: say('serve.rules.theirs'), run: () => editor.reload(names)}]);
}

const effects = h('section', {id: 'effects', 'aria-label': say('serve.rules.effects')});

async function start() {
  document.head.append(h('link', {rel: 'stylesheet', href: '/assets/effects.css'}));
  document.getElementById('view').append(
    h('section', {id: 'editor', 'aria-label': say('serve.rules.editor')},
      files.element,
      h('div', {id: 'writing'}, bar, h('div', {id: 'outline-bar'}, outline), status, code,
        h('p', {id: 'editor-tab', class: 'quiet'}, say('serve.rules.tab')), edits, panels, help)),
    effects);
  editor.start(code, COMMANDS.filter(one => one.key).map(one => ({
    key: one.key, preventDefault: true, run: () => run(one.run)})));
  startEffects(effects, editor);
  const list = await files.refresh();
  const asked = new URLSearchParams(location.hash.slice(1)).get('file');
  if (list.some(one => one.name === asked)) {
    await follow();
  } else {
    await editor.open((list.find(one => one.edited) ?? list.find(one => one.name.endsWith('.drl')) ?? list[0]).name);
  }
  publish(await ask('/api/rules/problems'));
}

document.addEventListener('checked', event => {
  const edited = event.detail.edited.length;
  edits.textContent = edited === 0 ? say('serve.rules.unedited') : say('serve.rules.unsaved', edited);
  drawOutline().catch(refused => report(refused.message));
});
document.addEventListener('opened', event => {
  drawOutline().catch(refused => report(refused.message));
  const asked = new URLSearchParams(location.hash.slice(1)).get('file');
  if (asked !== event.detail.name) {
    history[asked === null ? 'replaceState' : 'pushState'](null, '', files.address(event.detail.name));
  }
});
document.addEventListener('follow', () => run(define));
document.addEventListener('refused', event => {
  edits.textContent = '';
  report(event.detail.message);
});
let draft = null; // the revision of the edits that the page shows
document.addEventListener('draft', event => {
  draft = event.detail.revision;
});
document.addEventListener('looked', event => {
  if (draft !== null && draft < event.detail.draft) {
    draft = event.detail.draft;
    run(look);
  }
});
document.addEventListener('merged', event => run(() => editor.reload(event.detail)));
document.addEventListener('clash', event => choose(event.detail));
document.addEventListener('moved', () => run(look));
document.addEventListener('closed', async () => {
  const list = await files.refresh();
  await editor.open(list[0].name);
});
document.addEventListener('visibilitychange', () => document.hidden || run(look));
addEventListener('hashchange', () => run(follow));
addEventListener('keydown', event => {
  if ((event.ctrlKey || event.metaKey) && event.key === 's' && !event.defaultPrevented) {
    event.preventDefault();
    run(() => save(report));
  }
});
document.documentElement.dataset.live = '';
start().catch(refused => report(refused.message)).finally(() => {
  document.documentElement.dataset.ready = '';
});
