// Collects the judgements of the form and saves them to a file, or sends them to the server of the page.
(() => {
'use strict';

const form = document.getElementById('form');
const questions = [...form.querySelectorAll('.question')];
let unsaved = false;

/** Returns a text without invisible characters, which copied texts contain and forms may not. */
function visible(text) {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}\p{DI}]/gu, ' ').trim();
}

/** Returns the answer to a question; null if it is untouched. */
function answerOf(question) {
  const chosen = question.querySelector('input[type=radio]:checked');
  const value = question.querySelector('[data-value]');
  const answer = chosen ? chosen.value : value ? visible(value.value) : '';
  const reason = visible(question.querySelector('[data-reason]').value);
  if (!answer && !reason) {
    return null;
  }
  const said = {fact: question.dataset.fact, of: question.dataset.of};
  if (answer) {
    said.answer = answer;
  }
  if (answer && !chosen && question.dataset.unit) {
    said.unit = question.dataset.unit;
  }
  if (reason) {
    said.reason = reason;
  }
  return said;
}

function collected() {
  const data = form.dataset;
  const asOf = visible(document.getElementById('asOf').value);
  return {
    winnow: 'judgements', schema: 1,
    panel: {id: data.panel, round: Number(data.round), assessor: data.assessor, digest: data.digest, facts: data.facts},
    ...(asOf ? {asOf} : {}),
    answers: questions.map(answerOf).filter(said => said !== null),
  };
}

/** Returns a text of the page with values for the placeholders %s or %2$s. */
function said(text, ...values) {
  let next = 0;
  return text.replace(/%(?:(\d)\$)?s/g, (place, number) => values[number ? number - 1 : next++]);
}

function show() {
  const filled = questions.filter(question => answerOf(question)?.answer);
  questions.forEach(question => question.classList.toggle('filled', filled.includes(question)));
  document.getElementById('status').textContent = said(form.dataset.status, filled.length, questions.length);
}

/** Returns why an answer cannot be read; an empty text if it can. */
function complaint(question) {
  const answer = answerOf(question);
  const value = question.querySelector('[data-value]');
  const free = question.dataset.fact.endsWith('.conflict-of-interest')
    || question.querySelector('[data-cannot]')?.checked;
  return value && value.value && !value.validity.valid ? form.dataset.wrong
    : answer && !free && !(answer.answer && answer.reason) ? form.dataset.unreasoned : '';
}

/** Returns whether all answers are complete, and scrolls to the first one that is not. */
function isValid() {
  let first = document.querySelector('#asOf:invalid');
  for (const question of questions) {
    const wrong = complaint(question);
    const place = question.querySelector('.wrong');
    place.hidden = !wrong;
    place.textContent = wrong;
    first = first || (wrong ? question.querySelector('[data-reason]') : null);
  }
  first?.focus();
  return !first;
}

function tell(texts) {
  document.getElementById('problems').replaceChildren(...texts.map(text => {
    const item = document.createElement('li');
    item.textContent = text;
    return item;
  }));
}

/** Sends the judgements, and shows which the server refused. */
async function send() {
  try {
    const response = await fetch(form.dataset.target, {
      method: 'POST', headers: {'Content-Type': 'application/json'}, body: JSON.stringify(collected())});
    const answer = await response.json();
    if (response.ok) {
      unsaved = false;
      document.getElementById('status').textContent = said(form.dataset.sent, answer.taken);
    }
    tell(response.ok ? answer.problems : [answer.detail]);
  } catch (failure) {
    tell([form.dataset.gone]);
  }
}

function save() {
  const judgements = collected();
  const file = new Blob([JSON.stringify(judgements, null, 2) + '\n'], {type: 'application/json'});
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = form.dataset.file;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  unsaved = false;
  document.getElementById('status').textContent = said(form.dataset.saved, form.dataset.file, judgements.answers.length);
}

form.addEventListener('click', event => {
  if (event.target.matches('.clear')) {
    const question = event.target.closest('.question');
    question.querySelectorAll('input[type=radio]').forEach(one => { one.checked = false; });
    question.querySelectorAll('[data-value], [data-reason]').forEach(one => { one.value = ''; });
    unsaved = true;
    show();
  }
});
form.addEventListener('input', event => {
  const question = event.target.closest('.question');
  if (event.target.matches('[data-value]')) {
    question.querySelectorAll('input[type=radio]').forEach(one => { one.checked = false; });
  } else if (event.target.matches('[data-cannot]')) {
    question.querySelectorAll('[data-value]').forEach(one => { one.value = ''; });
  }
  unsaved = true;
  show();
});
form.addEventListener('submit', event => {
  event.preventDefault();
  if (isValid()) {
    form.dataset.target ? send() : save();
  }
});
window.addEventListener('beforeunload', event => {
  if (unsaved) {
    event.preventDefault();
  }
});
document.getElementById('asOf').value = new Date().toLocaleDateString('sv');
show();
document.documentElement.dataset.ready = '';
})();
