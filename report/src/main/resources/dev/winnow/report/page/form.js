// Collects the answers of the form and saves them into a file. Nothing is sent.
(() => {
'use strict';

const form = document.getElementById('form');
const questions = [...form.querySelectorAll('.question')];
let unsaved = false;

/** A number alone is written with its unit, so that it means the same wherever it is read. */
function inUnit(value, unit) {
  return unit && /^[\d.,\s]+$/.test(value) ? value + ' ' + unit : value;
}

function rowsOf(question) {
  return [...question.querySelectorAll('.rows .row')].map(row => {
    const said = {};
    for (const field of row.querySelectorAll('[data-name]')) {
      const value = field.value.trim();
      if (value) {
        said[field.dataset.name] = inUnit(value, field.dataset.unit);
      }
    }
    return said;
  }).filter(said => Object.keys(said).length);
}

/** What is answered to a question; null if nothing is. */
function answerOf(question) {
  const chosen = question.querySelector('[data-answer]');
  const reply = question.querySelector('[data-reply]');
  const value = question.querySelector('[data-value]');
  const answer = chosen ? chosen.value : reply.value || value.value.trim();
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
  if (question.dataset.unit && value && value.value.trim() && !reply.value) {
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

/** A text of the page with values in its places, which are %s, or %2$s. */
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

/** Whether everything that is filled in can be right; the first that cannot is brought into view. */
function isValid() {
  let first = null;
  for (const question of questions) {
    const bad = [...question.querySelectorAll('input')].find(input => !input.disabled && !input.validity.valid);
    const said = question.querySelector('.wrong');
    said.hidden = !bad;
    said.textContent = bad ? form.dataset.wrong : '';
    first = first || bad;
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

function save() {
  const answers = {
    winnow: 'answers', schema: 1,
    pack: {name: form.dataset.pack, version: form.dataset.version, digest: form.dataset.packDigest},
    universe: {name: form.dataset.universe, digest: form.dataset.universeDigest},
    answers: questions.map(answerOf).filter(said => said !== null),
  };
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
    show();
  }
});
form.addEventListener('input', () => {
  unsaved = true;
  show();
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
