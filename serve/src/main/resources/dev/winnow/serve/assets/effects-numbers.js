// The numbers of the pack as sliders and fields. Moving one edits the file at its place, as typing in the editor does:
// one edit at a time, of the newest number only.

import {get, h, say} from './dom.js';

const KINDS = ['LIMIT', 'WEIGHT', 'THRESHOLD', 'POINTS', 'ASSUMPTION'];
const WRITTEN = /^\d+(\.\d+)?$/;

const list = h('div', {});
const search = h('input', {type: 'search', id: 'effects-search', oninput: filter, autocomplete: 'off'});
const sums = h('p', {role: 'status', class: 'sums'});
const shown = new Map();
const waiting = new Map();
let editor = null;
let place = null;
let busy = false;

/** A number as the file writes numbers at this place: with the same separators. */
function written(one, number) {
  const [whole, rest] = number.split('.');
  const grouped = one.text.includes(',') ? whole.replace(/\B(?=(\d{3})+$)/g, ',') : whole;
  return rest === undefined ? grouped : grouped + '.' + rest;
}

/** The text of a file with another number at a place; null if the number is no longer there. */
function replaced(text, one, number) {
  const lines = text.split('\n');
  const line = lines[one.line];
  if (line === undefined || !line.startsWith(one.text, one.character)) {
    return null;
  }
  const after = written(one, number);
  lines[one.line] = line.slice(0, one.character) + after + line.slice(one.character + one.text.length);
  return lines.join('\n');
}

/** Edits the file; other numbers of the line move along with it. */
async function write(key, number) {
  const entry = shown.get(key);
  const before = await editor.text(entry.one.file);
  const after = replaced(before, entry.one, number);
  if (after === null) {
    await load();
    return;
  }
  const text = written(entry.one, number);
  const longer = text.length - entry.one.text.length;
  for (const {one} of shown.values()) {
    if (one.file === entry.one.file && one.line === entry.one.line && one.character > entry.one.character) {
      one.character += longer;
    }
  }
  entry.one.text = text;
  entry.one.value = Number(number);
  await editor.change(entry.one.file, after);
}

async function writeAll() {
  busy = true;
  while (waiting.size > 0) {
    const [[key, number]] = waiting;
    waiting.delete(key);
    await write(key, number);
  }
  busy = false;
}

function put(entry, number) {
  entry.slider.value = number;
  entry.field.value = number;
  mark(entry, number);
  waiting.set(entry.one.key, number);
  showSums();
  if (!busy) {
    writeAll();
  }
}

function typed(entry) {
  const number = entry.field.value.trim();
  const wrong = !WRITTEN.test(number);
  entry.field.setAttribute('aria-invalid', String(wrong));
  if (!wrong) {
    put(entry, number);
  }
}

/** Says beside a changed number what the saved pack has. */
function mark(entry, number) {
  const {one} = entry;
  const changed = one.saved !== null && Number(number) !== one.saved;
  entry.row.classList.toggle('changed', changed);
  entry.was.hidden = !changed;
  entry.was.textContent = changed ? say('serve.rules.effect.was', one.saved) : '';
  entry.slider.setAttribute('aria-valuetext', [number, one.unit].join(' ').trim());
}

function about(one) {
  return [
    one.from === null ? null : say('serve.rules.effect.from', one.from),
    one.source === null ? null : say('serve.rules.effect.source', one.source),
    one.reason === null ? null : say('serve.rules.effect.reason', one.reason)].filter(text => text !== null).join(' ');
}

function entryOf(one) {
  const id = 'number-' + one.key.replaceAll(' ', '-');
  const number = String(one.value);
  const entry = {one};
  entry.slider = h('input', {
    type: 'range', min: Math.min(one.low, one.value), max: one.high, step: one.step, value: number, id,
    'aria-describedby': id + '-about', oninput: event => put(entry, event.target.value)});
  entry.field = h('input', {
    type: 'text', inputmode: 'decimal', value: number, 'aria-label': say('serve.rules.effect.number', one.title),
    onchange: () => typed(entry)});
  entry.was = h('small', {class: 'was', hidden: true});
  entry.row = h('div', {class: 'setting', dataset: {key: one.key}},
    h('label', {for: id}, one.title),
    place(one.file, one.line),
    entry.slider,
    h('span', {class: 'value'}, entry.field, ' ', one.unit),
    entry.was,
    h('small', {id: id + '-about'}, about(one)));
  mark(entry, number);
  return entry;
}

function group(kind) {
  const rows = [...shown.values()].filter(entry => entry.one.kind === kind).map(entry => entry.row);
  return rows.length === 0 ? null : h('details', {class: 'kind', open: kind === 'LIMIT', dataset: {kind}},
    h('summary', {}, say('serve.rules.effect.kind.' + kind), ' ', h('small', {}, String(rows.length))),
    kind === 'WEIGHT' ? sums : null, rows);
}

/** The weights of each side, by which they count. */
function showSums() {
  const sides = new Map();
  for (const {one, field} of shown.values()) {
    if (one.kind === 'WEIGHT') {
      sides.set(one.group, (sides.get(one.group) ?? 0) + Number(field.value));
    }
  }
  sums.textContent = [...sides].map(([side, sum]) =>
    say('serve.rules.effect.sum.' + side, Number(sum.toFixed(6)))).join(' ');
}

/** Shows the numbers whose title or id contains the text. */
function filter() {
  const wanted = search.value.trim().toLowerCase();
  for (const {one, row} of shown.values()) {
    row.hidden = wanted !== '' && ![one.title, one.of].some(text => text.toLowerCase().includes(wanted));
  }
  for (const kind of list.querySelectorAll('.kind')) {
    kind.hidden = kind.querySelector('.setting:not([hidden])') === null;
    if (wanted !== '' && !kind.hidden) {
      kind.open = true;
    }
  }
}

/** Takes over the places and values of the numbers; draws all of them only if others are there. */
function show(numbers) {
  const same = numbers.length === shown.size && numbers.every(one => shown.has(one.key));
  if (!same) {
    shown.clear();
    numbers.forEach(one => shown.set(one.key, entryOf(one)));
    list.replaceChildren(...KINDS.map(group).filter(one => one !== null));
    filter();
  } else {
    numbers.forEach(update);
  }
  showSums();
}

function update(one) {
  const entry = shown.get(one.key);
  entry.one = one;
  const number = String(one.value);
  if (Number(entry.field.value) !== one.value && document.activeElement !== entry.field) {
    entry.field.value = number;
    entry.slider.value = number;
  }
  mark(entry, entry.field.value);
}

async function load() {
  try {
    const {numbers} = await get('/api/rules/numbers');
    if (!busy && waiting.size === 0) {
      show(numbers);
    }
  } catch (refused) {
    sums.textContent = refused.message;
  }
}

/**
 * The forms of all numbers.
 *
 * @param functions the functions of the editor: `text` reads a file, and `change` replaces it
 * @param at makes a button that leads to a place
 */
export function numbers(functions, at) {
  editor = functions;
  place = at;
  document.addEventListener('draft', load);
  return h('div', {class: 'numbers'},
    h('p', {}, h('label', {for: search.id}, say('serve.rules.effect.search')), ' ', search), list);
}
