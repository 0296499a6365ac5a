// Lists below the editor that lead to places: the problems of the pack, and the places of a name.

import {h, said, say} from './dom.js';
import * as editor from './editor.js';

const MOST = 200;
const marks = {ERROR: 'serve.rules.error', WARNING: 'serve.rules.warning', NOTE: 'serve.rules.note'};

const count = h('p', {id: 'problem-count', role: 'status'});
const problems = h('ol', {});
const places = h('section', {id: 'places', hidden: true, 'aria-labelledby': 'places-title'});

/** The elements of the lists. */
export const elements = [
  h('section', {id: 'problems', 'aria-label': say('serve.rules.problems')}, count, problems), places];

function leading(one, ...content) {
  return h(
    'button', {type: 'button', onclick: () => editor.open(one.file || 'pack.yaml', one.line, one.start)}, ...content);
}

const where = one => (one.file || 'pack.yaml') + ':' + (one.line + 1) + ':' + (one.start + 1);

function problem(one) {
  return h('li', {class: one.severity.toLowerCase()}, leading(
    one,
    h('b', {}, say(marks[one.severity])), ' ', h('code', {}, where(one)), ' ',
    ...said(one.advice === null ? one.what : say('serve.rules.withadvice', one.what, one.advice))));
}

/** The problems of the pack in short. */
function summary(all) {
  const errors = all.filter(one => one.severity === 'ERROR').length;
  return all.length === 0 ? say('serve.rules.sound') : say('serve.rules.count', errors, all.length - errors);
}

document.addEventListener('checked', event => {
  const all = event.detail.problems;
  const text = summary(all);
  if (count.textContent !== text) {
    count.textContent = text;
  }
  problems.replaceChildren(...all.slice(0, MOST).map(problem));
});

/** Shows the places of a name, and moves the focus there. */
export function showPlaces(name, found) {
  const close = h('button', {
    type: 'button', onclick: () => {
      places.hidden = true;
      editor.focus();
    }}, say('serve.rules.close'));
  places.replaceChildren(
    h('h2', {id: 'places-title', tabindex: '-1'}, ...said(say('serve.rules.places', name, found.length))),
    h('ol', {}, found.map(one => h('li', {}, leading(one, h('code', {}, where(one)), ' ', h('code', {}, one.text.trim()))))),
    close);
  places.hidden = false;
  places.querySelector('h2').focus();
}
