// Forms of additions: each becomes part of the edits, at the right place of the right files.

import {get, h, post, say} from './dom.js';
import * as editor from './editor.js';
import {dialog} from './rules-dialog.js';
import {flush, publish} from './rules-draft.js';
import {refresh} from './rules-files.js';

const FIELDS = {
  RULE: ['id', 'criterion', 'verb', 'points', 'bands'],
  CASE: ['rule', 'outcome', 'title'],
  LIMIT: ['id', 'title', 'value', 'source', 'reason'],
  FACT: ['id', 'subject', 'is', 'title', 'chinese', 'criterion'],
  LIST: ['id', 'row', 'key', 'figure', 'criterion'],
  CRITERION: ['id', 'title', 'subject', 'weight'],
  CONDITION: ['id']
};
const REQUIRED = {RULE: ['id'], CASE: ['title'], LIMIT: ['id', 'title', 'value'], FACT: ['id'],
  LIST: ['id', 'row', 'key', 'figure'], CRITERION: ['id'], CONDITION: ['id']};
const NUMBERS = ['points', 'weight'];

const label = (kind, field) => say('serve.rules.field.' + kind + '.' + field);

function select(name, options, chosen) {
  return h('select', {name}, options.map(one => h('option', {value: one, selected: one === chosen}, one)));
}

function control(kind, field, choices) {
  const here = editor.shown()?.replace(/^cases\//, '').replace(/\.(?:drl|yaml)$/, '');
  switch (field) {
    case 'criterion': return select(field, choices.criteria, here);
    case 'verb': return select(field, choices.verbs, 'award');
    case 'subject': return select(field, choices.sides);
    case 'outcome': return select(field, choices.outcomes);
    case 'rule': return select(field, choices.rules, editor.symbol());
    case 'bands': return h('input', {type: 'checkbox', name: field});
    case 'is': return [
      h('input', {name: field, list: 'fact-kinds', value: 'number'}),
      h('datalist', {id: 'fact-kinds'}, choices.facts.map(one => h('option', {value: one})))];
    default: return h('input', {
      name: field, inputmode: NUMBERS.includes(field) ? 'decimal' : null, required: REQUIRED[kind].includes(field),
      autocomplete: 'off'});
  }
}

function fields(kind, choices) {
  return FIELDS[kind].map(field => h('label', {}, h('span', {}, label(kind, field)), control(kind, field, choices)));
}

function number(kind, field, value) {
  if (Number.isNaN(Number(value))) {
    throw new Error(say('serve.rules.notnumber', label(kind, field), value));
  }
  return Number(value);
}

function filled(kind, box) {
  const form = {kind};
  for (const input of box.querySelectorAll('[name]')) {
    const value = input.type === 'checkbox' ? input.checked : input.value.trim();
    if (input.name !== 'kind' && value !== '' && value !== false) {
      form[input.name] = NUMBERS.includes(input.name) ? number(kind, input.name, value) : value;
    }
  }
  return form;
}

async function add(form) {
  const added = await post('/api/rules/add', form);
  await editor.reload(added.files);
  await refresh();
  publish(await get('/api/rules/problems'));
  await editor.open(added.file, added.line, 0);
}

/** Opens the form of an addition. */
export async function addition() {
  await flush();
  const choices = await get('/api/rules/choices');
  const body = h('div', {class: 'fields'});
  const kinds = h(
    'select', {name: 'kind', onchange: () => body.replaceChildren(...fields(kinds.value, choices))},
    Object.keys(FIELDS).map(kind => h('option', {value: kind}, say('serve.rules.kind.' + kind))));
  body.append(...fields(kinds.value, choices));
  const box = dialog(
    say('serve.rules.newtitle'),
    [h('div', {class: 'fields'}, h('label', {}, h('span', {}, say('serve.rules.kind')), kinds)), body,
      h('p', {class: 'quiet'}, say('serve.rules.newhint'))],
    [{text: say('serve.rules.add'), run: () => add(filled(kinds.value, box))}]);
}
