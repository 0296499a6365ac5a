// The list of the pack's files.

import {get, h, say} from './dom.js';
import * as editor from './editor.js';

const list = h('ul', {});

/** The element of the list. */
export const element = h('nav', {id: 'files', 'aria-label': say('serve.rules.files')}, list);

let files = [];

const FIRST = ['pack.yaml', 'limits.yaml', 'vocabulary.yaml', 'assumptions.yaml'];

/** Rules and their numbers first, then cases, then what is seldom edited. */
function rank(name) {
  const first = FIRST.indexOf(name);
  return first >= 0 ? first : name.endsWith('.drl') ? 4 : name.startsWith('cases/') ? 5 : 6;
}

function item(file) {
  const marks = [
    file.edited ? say('serve.rules.edited') : '', file.conflict ? say('serve.rules.conflict') : ''].filter(one => one);
  return h('li', {}, h(
    'button',
    {
      type: 'button', 'aria-current': file.name === editor.shown() ? 'true' : null,
      class: file.conflict ? 'conflict' : file.edited ? 'edited' : null,
      onclick: () => {
        location.hash = address(file.name);
      }
    },
    file.name, marks.length === 0 ? null : h('small', {}, ' ' + marks.join(', '))));
}

function draw() {
  const focused = [...list.querySelectorAll('button')].indexOf(document.activeElement);
  list.replaceChildren(...files.map(item));
  if (focused >= 0) {
    list.querySelectorAll('button')[Math.min(focused, files.length - 1)]?.focus();
  }
}

/** The part of an address that names a file, and a line from 0 if one is given. */
export function address(name, line) {
  const parts = new URLSearchParams({file: name});
  if (line !== undefined) {
    parts.set('line', line + 1);
  }
  return '#' + parts;
}

/** Reads the list again; returns it. */
export async function refresh() {
  files = (await get('/api/rules/files')).files.sort((a, b) => rank(a.name) - rank(b.name));
  draw();
  return files;
}

document.addEventListener('opened', draw);
document.addEventListener('checked', event => {
  const edited = new Set(event.detail.edited);
  if (files.some(file => file.edited !== edited.has(file.name)) || [...edited].some(
    name => files.every(file => file.name !== name))) {
    refresh();
  }
});
