// Shows how the answers given so far move the screening, as the server of this page works it out.
(() => {
'use strict';

const PAUSE = 150; // milliseconds without a keystroke before the answers are sent
const form = document.getElementById('form');
const summary = document.getElementById('effect');
const moved = document.getElementById('moved');
let last = 0;
let waiting = 0;

const filled = (text, ...values) => values.reduce((said, value) => said.replace('%s', value), text);

const rounded = number => String(Math.floor(Number((number * 10).toFixed(6))) / 10);

const range = ({low, high}) => low === high ? rounded(low) : rounded(low) + '–' + rounded(high);

function verdict(name) {
  return document.getElementById('verdict-' + name).content.cloneNode(true);
}

function cell(...parts) {
  const element = document.createElement('td');
  element.append(...parts);
  return element;
}

/** Two values with an arrow between them, or one that is the same before and after. */
const change = (before, after) => before === after ? [before] : [before + ' → ' + after];

function row({projectName, cityName, before, after}) {
  const line = document.createElement('tr');
  const head = document.createElement('th');
  head.scope = 'row';
  head.append(projectName);
  line.append(head, cell(cityName),
    cell(...before.verdict === after.verdict ? [verdict(after.verdict)] : [verdict(before.verdict), ' → ', verdict(after.verdict)]),
    cell(...change(range(before), range(after))), cell(...change(String(before.rank), String(after.rank))));
  return line;
}

function show(effect) {
  const verdicts = effect.moved.filter(one => one.before.verdict !== one.after.verdict).length;
  summary.textContent = [
    filled(form.dataset.effect, effect.taken, verdicts, effect.moved.length + effect.others),
    ...effect.problems].join(' ');
  moved.hidden = effect.moved.length === 0;
  moved.querySelector('tbody').replaceChildren(...effect.moved.map(row));
}

async function send(answers) {
  const number = ++last;
  const latest = () => number === last;
  try {
    const response = await fetch(form.dataset.address, {
      method: 'POST', headers: {'Content-Type': 'application/json'}, body: JSON.stringify(answers)});
    const said = await response.json();
    if (latest() && response.ok) {
      show(said);
    } else if (latest()) {
      summary.textContent = said.detail;
    }
  } catch {
    if (latest()) {
      summary.textContent = form.dataset.gone;
    }
  }
}

form.addEventListener('answers', event => {
  clearTimeout(waiting);
  waiting = setTimeout(send, PAUSE, event.detail);
});
})();
