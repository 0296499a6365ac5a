// Collects the answers of the form and saves them to a file. Nothing is sent.
(() => {
'use strict';

const form = document.getElementById('form');
const questions = [...form.querySelectorAll('.question')];
let unsaved = false;

/** Adds the unit to a bare number, so that it is unambiguous in the saved file. */
function inUnit(value, unit) {
  return unit && /^[\d.,\s]+$/.test(value) ? value + ' ' + unit : value;
}

/** Returns the text of a field, or its ticked choices. */
function textOf(field) {
  return field.matches('.choices')
    ? [...field.querySelectorAll('input:checked')].map(one => one.value).join('; ')
    : field.value.trim();
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
    const said = {};
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
    const own = question.querySelector('[data-origin=' + key + ']').value.trim();
    const origin = own || document.getElementById(key).value.trim();
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
  document.getElementById('status').textContent =
    said(form.dataset.status, filled, questions.length);
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
    answers: questions.map(answerOf).filter(said => said !== null),
  };
}

/** Tells the page that answers changed, which shows their effect where a server screens them. */
function changed() {
  unsaved = true;
  show();
  form.dispatchEvent(new CustomEvent('answers', {detail: collected()}));
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
}

form.addEventListener('click', event => {
  const question = event.target.closest('.question');
  if (event.target.matches('.add')) {
    const row = question.querySelector('template').content.cloneNode(true);
    question.querySelector('.rows').append(row);
    question.querySelector('.rows .row:last-child [data-name]').focus();
  } else if (event.target.matches('.remove')) {
    event.target.closest('.row').remove();
    question.querySelector('.add').focus();
    changed();
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
  changed();
});
form.addEventListener('submit', event => {
  event.preventDefault();
  if (isValid()) {
    save();
  }
});
window.addEventListener('beforeunload', event => {
  if (unsaved) {
    event.preventDefault();
  }
});
show();
document.documentElement.dataset.ready = '';
})();
