// Collects the answers of the form and saves them to a file. Nothing is sent. Where a server screens the answers, its
// script listens to the event 'answers' and fills the form by the event 'fill'.
(() => {
'use strict';

const form = document.getElementById('form');
const questions = [...form.querySelectorAll('.question')];
let unsaved = false;
let kept = []; // answers to questions that this form does not ask

/** Adds the unit to a bare number, so that it is unambiguous in the saved file. */
function inUnit(value, unit) {
  return unit && /^[\d.,\s]+$/.test(value) ? value + ' ' + unit : value;
}

/** Returns a text without invisible characters, which copied texts contain and files of answers may not. */
function visible(text) {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}\p{DI}]/gu, '').trim();
}

/** Returns the text of a field, or its ticked choices. */
function textOf(field) {
  return field.matches('.choices')
    ? [...field.querySelectorAll('input:checked')].map(one => one.value).join('; ')
    : visible(field.value);
}

/** Returns whether a bare number is far larger than the known ones of its kind. */
function isFar(field) {
  const value = field.value || '';
  return Boolean(field.dataset.most) && /^[\d.,\s]+$/.test(value)
    && Number(value.replace(/[,\s]/g, '')) > Number(field.dataset.most);
}

/** Appends an exclamation mark, which confirms an unusually large number. */
function asMeant(field, value) {
  return isFar(field) && field.dataset.meant === field.value ? value + '!' : value;
}

function rowsOf(question) {
  return [...question.querySelectorAll('.rows .row')].map(row => {
    const said = JSON.parse(row.dataset.others ?? '{}');
    for (const field of row.querySelectorAll('[data-name]')) {
      const value = textOf(field);
      if (value) {
        said[field.dataset.name] = asMeant(field, inUnit(value, field.dataset.unit));
      }
    }
    return said;
  }).filter(said => Object.keys(said).length);
}

/** Returns the answer to a question; null if there is none. */
function answerOf(question) {
  const chosen = question.querySelector('[data-answer]');
  const reply = question.querySelector('[data-reply]');
  const value = question.querySelector('[data-value]');
  const answer = chosen ? chosen.value : reply.value || asMeant(value, textOf(value));
  const rows = question.dataset.kind === 'rows' ? rowsOf(question) : [];
  if (!answer && !rows.length) {
    return null;
  }
  const said = {fact: question.dataset.fact, of: question.dataset.of};
  if (answer) {
    said.answer = answer;
  }
  if (rows.length) {
    said.rows = rows;
  }
  if (question.dataset.unit && value && textOf(value) && !reply.value) {
    said.unit = question.dataset.unit;
  }
  for (const key of ['source', 'asOf', 'by']) {
    const own = visible(question.querySelector('[data-origin=' + key + ']').value);
    const origin = own || visible(document.getElementById(key).value);
    if (origin) {
      said[key] = origin;
    }
  }
  return said;
}

/** Returns a text of the page with values for the placeholders %s or %2$s. */
function said(text, ...values) {
  let next = 0;
  return text.replace(/%(?:(\d)\$)?s/g, (place, number) => values[number ? number - 1 : next++]);
}

function show() {
  let filled = 0;
  for (const question of questions) {
    const answered = answerOf(question) !== null;
    question.classList.toggle('filled', answered);
    filled += answered ? 1 : 0;
  }
  document.getElementById('status').textContent = said(form.dataset.status, filled, questions.length)
    + (unsaved && form.dataset.unsaved ? ' · ' + form.dataset.unsaved : '');
}

/**
 * Returns whether all answers are valid, and scrolls to the first one that is not. Saving again confirms an unusually large
 * number.
 */
function isValid() {
  let first = null;
  for (const question of questions) {
    const inputs = [...question.querySelectorAll('input')].filter(input => !input.disabled);
    const bad = inputs.find(input => !input.validity.valid);
    const far = inputs.find(input => isFar(input) && input.dataset.meant !== input.value);
    const said = question.querySelector('.wrong');
    said.hidden = !(bad || far);
    said.textContent = bad ? form.dataset.wrong : far ? form.dataset.far : '';
    first = first || bad || far;
    if (far) {
      far.dataset.meant = far.value;
    }
  }
  first = document.querySelector('#asOf:invalid') || first;
  if (first) {
    const around = first.closest('details');
    if (around) {
      around.open = true;
    }
    first.focus();
  }
  return !first;
}

function collected() {
  return {
    winnow: 'answers', schema: 1,
    pack: {name: form.dataset.pack, version: form.dataset.version, digest: form.dataset.packDigest},
    universe: {name: form.dataset.universe, digest: form.dataset.universeDigest},
    answers: [...questions.map(answerOf).filter(said => said !== null), ...kept],
  };
}

/** Tells the page that the answer to a question changed, or the origin of all answers. */
function changed(question) {
  unsaved = true;
  show();
  form.dispatchEvent(new CustomEvent('answers', {
    detail: {file: collected(), fact: question?.dataset.fact, of: question?.dataset.of}}));
}

/** Selects a choice, which is added if the form lacks it, as from a file in another language. */
function select(field, value) {
  if (![...field.options].some(one => one.value === value)) {
    field.append(new Option(value, value));
  }
  field.value = value;
}

/** Ticks choices, which are added if the form lacks them. */
function tick(choices, text) {
  const values = text.split(/[;；]/).map(one => one.trim()).filter(one => one);
  const boxes = [...choices.querySelectorAll('input')];
  for (const box of boxes) {
    box.checked = values.includes(box.value) || text === 'none' && box.matches('[data-none]');
  }
  for (const value of values.filter(one => one !== 'none' && !boxes.some(box => box.value === one))) {
    const box = Object.assign(document.createElement('input'), {type: 'checkbox', value, checked: true});
    const label = document.createElement('label');
    label.append(box, ' ' + value);
    choices.append(label);
  }
}

/** Writes a text into a field, without the unit that the field has and the mark of a confirmed number. */
function write(field, text, unit) {
  if (field.matches('.choices')) {
    tick(field, text);
  } else if (field.matches('select')) {
    select(field, text);
  } else {
    const plain = text.endsWith('!') ? text.slice(0, -1) : text;
    field.value = unit && plain.endsWith(' ' + unit) ? plain.slice(0, -unit.length - 1) : plain;
    if (plain !== text) {
      field.dataset.meant = field.value;
    }
  }
}

function addRow(question) {
  const row = question.querySelector('template').content.cloneNode(true).querySelector('.row');
  question.querySelector('.rows').append(row);
  return row;
}

/** Writes a row of a list; cells without a field are kept beside it. */
function writeRow(row, cells) {
  const others = {...cells};
  for (const field of row.querySelectorAll('[data-name]')) {
    const text = others[field.dataset.name];
    delete others[field.dataset.name];
    if (text) {
      write(field, text, field.dataset.unit);
    }
  }
  row.dataset.others = JSON.stringify(others);
}

function clear(question) {
  question.querySelectorAll('.rows .row').forEach(row => row.remove());
  for (const field of question.querySelectorAll('input, select')) {
    field.checked = false;
    if (field.type !== 'checkbox') {
      field.value = '';
    }
  }
}

/** Writes an answer of a file into the form. */
function put(question, {answer, rows, unit, source, asOf, by}) {
  const chosen = question.querySelector('[data-answer]');
  const reply = question.querySelector('[data-reply]');
  if (answer && chosen) {
    select(chosen, answer);
  } else if (answer && [...reply.options].some(one => one.value === answer)) {
    reply.value = answer;
  } else if (answer) {
    const own = question.dataset.unit;
    write(question.querySelector('[data-value]'), unit && unit !== own && !answer.endsWith(unit) ? answer + ' ' + unit : answer, own);
  }
  for (const cells of rows ?? []) {
    writeRow(addRow(question), cells);
  }
  for (const [key, value] of Object.entries({source, asOf, by})) {
    if (value && value !== document.getElementById(key).value) {
      question.querySelector('[data-origin=' + key + ']').value = value;
    }
  }
}

/** Fills the form with the answers of a file. An origin that all answers share is written once. */
function fill(file) {
  const byQuestion = new Map(questions.map(one => [one.dataset.fact + ' ' + one.dataset.of, one]));
  questions.forEach(clear);
  kept = [];
  for (const key of file.answers.length ? ['source', 'asOf', 'by'] : []) {
    const all = new Set(file.answers.map(answer => answer[key] ?? ''));
    document.getElementById(key).value = all.size === 1 ? [...all][0] : '';
  }
  for (const answer of file.answers) {
    const question = byQuestion.get(answer.fact + ' ' + answer.of);
    if (question) {
      put(question, answer);
    } else {
      kept.push(answer);
    }
  }
}

function save() {
  const answers = collected();
  const file = new Blob([JSON.stringify(answers, null, 2) + '\n'], {type: 'application/json'});
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = 'answers.json';
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  unsaved = false;
  document.getElementById('status').textContent = said(form.dataset.saved, answers.answers.length);
  form.dispatchEvent(new CustomEvent('saved', {detail: answers}));
}

form.addEventListener('click', event => {
  const question = event.target.closest('.question');
  if (event.target.matches('.add')) {
    const first = addRow(question).querySelector('[data-name]');
    (first.matches('.choices') ? first.querySelector('input') : first).focus();
  } else if (event.target.matches('.remove')) {
    event.target.closest('.row').remove();
    question.querySelector('.add').focus();
    changed(question);
  }
});
form.addEventListener('input', event => {
  const choices = event.target.closest('.choices');
  if (choices && event.target.checked) {
    const none = event.target.matches('[data-none]');
    for (const other of choices.querySelectorAll('input')) {
      other.checked = other.checked && other.matches('[data-none]') === none;
    }
  }
  changed(event.target.closest('.question'));
});
form.addEventListener('fill', event => {
  fill(event.detail.file);
  unsaved = event.detail.unsaved;
  show();
});
form.addEventListener('submit', event => {
  event.preventDefault();
  if (isValid()) {
    save();
  }
});
window.addEventListener('beforeunload', event => {
  if (unsaved && form.dataset.leaving === undefined) {
    event.preventDefault();
  }
});
show();
if (form.dataset.unsaved === undefined) { // otherwise the script of the server fills the form first
  document.documentElement.dataset.ready = '';
}
})();
