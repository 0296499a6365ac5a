// The questions on a server: answers are screened as they are given, asked for in files, and read from files that came back.

import {changed, get, h, post, said, save, say, score, verdict} from './dom.js';

const PAUSE = 40; // milliseconds without a keystroke before answers are screened
const SAVED = 'winnow-saved-answers';
const form = document.getElementById('form');
const questions = [...form.querySelectorAll('.question')];
const keyOf = ({fact, of}) => fact + ' ' + of;
const byKey = new Map(questions.map(one => [keyOf(one.dataset), one]));

let current = null; // the answers of the form, as its file
const names = new Map(); // accepted answers in words

// What the answers move

const summary = h('p', {id: 'effect', role: 'status'});
const opened = h('p', {id: 'opened', role: 'status'});
const rows = h('tbody', {});
const moved = h('div', {id: 'moved', class: 'scroll', tabindex: '0', role: 'region', 'aria-label': say('serve.questions.moved'), hidden: true},
  h('table', {},
    h('thead', {}, h('tr', {}, ['project', 'city', 'verdict', 'score', 'rank']
      .map(name => h('th', {scope: 'col'}, say('serve.questions.' + name))))),
    rows));
document.querySelector('.save').prepend(moved, summary, opened);

/** Two values with an arrow between them, or one that is the same before and after. */
const change = (before, after, drawn) => before === after ? [drawn(after)] : [drawn(before), ' → ', drawn(after)];

const plain = text => text;

function row({project, projectName, city, cityName, asOf, before, after}) {
  const memo = '/#pair/' + [project, city, asOf].map(encodeURIComponent).join('/');
  return h('tr', {},
    h('th', {scope: 'row'}, h('a', {href: memo}, projectName)),
    h('td', {}, cityName),
    h('td', {}, ...change(before.verdict, after.verdict, verdict)),
    h('td', {}, ...change(score(before.low, before.high), score(after.low, after.high), plain)),
    h('td', {}, ...change(String(before.rank), String(after.rank), plain)));
}

/** Shows beside each question why its answer does not count; returns the reasons of answers that have no question here. */
function refuse(refused) {
  const wrong = new Map();
  const others = [];
  for (const one of refused) {
    const question = byKey.get(keyOf(one));
    if (question) {
      wrong.set(question, [...wrong.get(question) ?? [], ...one.problems]);
    } else {
      others.push(...one.problems);
    }
  }
  for (const question of questions) {
    const reasons = wrong.get(question) ?? [];
    const shown = question.querySelector('.wrong');
    shown.hidden = reasons.length === 0;
    shown.replaceChildren(...said(reasons.join(' ')));
  }
  return others;
}

function show(effect) {
  effect.names.forEach(one => names.set(keyOf(one), one.words));
  const refused = effect.refused.length === 0 ? [] : [say('serve.questions.refused', effect.refused.length)];
  summary.replaceChildren(...said([
    say('serve.questions.effect', effect.taken, effect.verdicts, effect.moved.length + effect.others),
    ...refused, ...refuse(effect.refused)].join(' ')));
  moved.hidden = effect.moved.length === 0;
  rows.replaceChildren(...effect.moved.map(row));
  mark();
}

/** Offers the questions that the answers open, which the page does not have yet. */
async function offer() {
  const all = (await get('/api/questions/opened')).questions.filter(one => !byKey.has(keyOf(one)));
  opened.replaceChildren(...all.length === 0 ? [] : [
    say('serve.questions.opened', all.length) + ' ',
    h('button', {type: 'button', onclick: () => leave(() => location.reload())}, say('serve.questions.open'))]);
}

// Sending: one request at a time, the newest answers next

const GONE = 0;
const CONFLICT = 409;

let waiting = null;
let sending = false;
let acknowledged = []; // the answers of this page that the server has
let elsewhere = false; // whether the server has other answers, which the form shows once it has nothing to send

async function send() {
  if (sending || waiting === null) {
    return;
  }
  sending = true;
  const sent = waiting;
  const {file, fact, of} = sent;
  waiting = null;
  try {
    const effect = await post('/api/answers/change', {was: acknowledged, now: file}, fact === undefined ? {} : {fact, of});
    acknowledged = file.answers;
    elsewhere ||= effect.elsewhere;
    if (waiting === null) {
      show(effect);
      changed();
      await offer();
    }
  } catch (refused) {
    if (refused.status === GONE) {
      waiting ??= sent; // until the server answers again
      sending = false;
      summary.replaceChildren(...said(refused.message));
      return;
    }
    summary.replaceChildren(...said(refused.message + ' '), ...refused.status === CONFLICT ? choice(sent) : []);
  }
  sending = false;
  if (waiting !== null) {
    send();
  } else if (elsewhere) {
    read().catch(refused => summary.replaceChildren(...said(refused.message)));
  }
}

/** Lets the user choose between an answer of this page and one that was given elsewhere meanwhile. */
const choice = sent => [
  h('button', {type: 'button', onclick: () => read()}, say('serve.questions.theirs')), ' ',
  h('button', {type: 'button', onclick: async () => {
    acknowledged = (await get('/api/answers')).answers;
    waiting = sent;
    send();
  }}, say('serve.questions.mine'))];

document.addEventListener('back', send);

let pause = 0;
form.addEventListener('answers', event => {
  current = event.detail.file;
  waiting = event.detail;
  mark();
  clearTimeout(pause);
  pause = setTimeout(send, PAUSE);
});

// Saved and unsaved answers. Other pages of the workbench keep them, so that only leaving the workbench is warned of.

/** The answers as a text, the same for those of the form and of the server, which writes what is missing as null. */
const text = answers => JSON.stringify(answers.map(one =>
  Object.entries(one).filter(([, value]) => value !== null).sort()));

const isSaved = file => file.answers.length === 0 || sessionStorage.getItem(SAVED) === text(file.answers);

form.addEventListener('saved', event => sessionStorage.setItem(SAVED, text(event.detail.answers)));

/** Whether a workspace keeps the answers, so that none are lost with the page. */
const isKept = (await get('/api/work')).workspace !== null;
if (isKept) {
  form.dataset.leaving = '';
}

/** Leaves for another page of the workbench, which needs no warning. */
function leave(going) {
  form.dataset.leaving = '';
  setTimeout(() => isKept || delete form.dataset.leaving, 2000); // a link may also open another tab
  going();
}

document.addEventListener('click', event => {
  if (event.target.closest('a[href^="/"]')) {
    leave(() => {});
  }
});

/** Fills the form with answers, and marks the answered questions. */
function fill(file) {
  current = file;
  form.dispatchEvent(new CustomEvent('fill', {detail: {file, unsaved: !isSaved(file)}}));
  mark();
}

function mark() {
  for (const question of questions) {
    const refused = !question.querySelector('.wrong').hidden;
    question.querySelector('.answered').hidden = refused || !question.classList.contains('filled');
  }
  const elsewhere = current.answers.filter(one => !byKey.has(keyOf(one)));
  kept.replaceChildren(...list(say('serve.questions.kept'), elsewhere.map(one => [
    named(one) + ': ' + shown(one) + ' ',
    h('button', {type: 'button', onclick: () => screen(current.answers.filter(other => other !== one))}, say('serve.questions.remove'))])));
}

/** Shows the answers of the session, as another page or a step back left them. */
async function read() {
  elsewhere = false;
  fill(await get('/api/answers'));
  acknowledged = current.answers;
  if (current.answers.length > 0) {
    show(await get('/api/answers/effect'));
    await offer();
  } else {
    refuse([]);
    summary.textContent = '';
    opened.replaceChildren();
    moved.hidden = true;
  }
}

document.addEventListener('moved', () => {
  if (sending || waiting !== null) {
    elsewhere = true;
    return;
  }
  read().catch(refused => summary.replaceChildren(...said(refused.message)));
});

// Addressees, search and the address of a question

const groups = [...form.querySelectorAll('[data-who]')];
const addressees = () => [...document.querySelectorAll('#addressees option')].map(one => one.cloneNode(true));
const who = h('select', {id: 'to'}, h('option', {value: ''}, say('serve.questions.everyone')), ...addressees());
const search = h('input', {id: 'search', type: 'search'});
const found = h('p', {id: 'found', role: 'status', class: 'quiet'});
form.before(h('div', {id: 'filter', class: 'filter', role: 'search'},
  h('label', {}, say('serve.questions.to'), who), h('label', {}, say('serve.questions.search'), search), found));

const textOf = question => [question.querySelector('legend'), question.querySelector('.quiet')]
  .map(one => one.textContent).join(' ').toLowerCase();

function filter() {
  const words = search.value.toLowerCase().split(/\s+/).filter(word => word);
  let count = 0;
  for (const group of groups) {
    const asked = who.value === '' || who.value === group.dataset.who;
    let any = false;
    for (const question of group.querySelectorAll('.question')) {
      const text = textOf(question);
      question.hidden = !(asked && words.every(word => text.includes(word)));
      any ||= !question.hidden;
      count += question.hidden ? 0 : 1;
    }
    group.hidden = !any;
  }
  found.textContent = say('serve.questions.found', count, questions.length);
}

/** Keeps the filter in the address. A page that leaves questions out is loaded again for another addressee. */
function remember() {
  const state = new URLSearchParams();
  if (who.value) {
    state.set('to', who.value);
  }
  if (search.value) {
    state.set('search', search.value);
  }
  history.replaceState(null, '', '#' + state);
  filter();
}

const isPart = document.getElementById('more') !== null || location.search !== '';

function choose() {
  if (isPart) {
    leave(() => location.assign('/questions' + (who.value ? '?' + new URLSearchParams({to: who.value}) : '')));
  } else {
    remember();
  }
}

who.addEventListener('change', choose);
search.addEventListener('input', remember);

/** Opens a question and puts the cursor into its answer. */
function open(question) {
  if (question === undefined) {
    found.textContent = say('serve.questions.unknown');
    return;
  }
  who.value = '';
  search.value = '';
  filter();
  questions.forEach(one => one.classList.toggle('asked', one === question));
  question.scrollIntoView({block: 'center'});
  question.querySelector('.choices input, input[data-value], [data-answer], .add').focus({preventScroll: true});
}

function follow() {
  const address = location.hash.slice(1);
  if (address.startsWith('question/')) {
    const [fact, of] = address.split('/').slice(1).map(decodeURIComponent);
    const question = byKey.get(keyOf({fact, of: of ?? ''}));
    if (question === undefined && isPart && new URLSearchParams(location.search).get('fact') !== fact) {
      leave(() => location.replace('/questions?' + new URLSearchParams({fact, of: of ?? ''}) + location.hash));
      return;
    }
    open(question);
    return;
  }
  const state = new URLSearchParams(address);
  who.value = state.get('to') ?? new URLSearchParams(location.search).get('to') ?? '';
  who.value ||= ''; // an addressee who has no questions any more
  search.value = state.get('search') ?? '';
  filter();
}

addEventListener('hashchange', follow);

/** Gives each question its mark and a link to its own address. */
function head(question) {
  const address = '#question/' + [question.dataset.fact, question.dataset.of].map(encodeURIComponent).join('/');
  question.querySelector('legend').append(
    ' ', h('span', {class: 'answered', hidden: true}, say('serve.questions.answered')),
    ' ', h('a', {class: 'address', href: address, 'aria-label': say('serve.questions.address')}, '#'));
}

// Files for others, and files that came back

const receiver = h('select', {id: 'receiver'}, h('option', {value: ''}, say('serve.questions.everyone')), ...addressees());
const kind = h('select', {id: 'kind'}, ['xlsx', 'html', 'md'].map(name => h('option', {value: name}, say('serve.questions.kind.' + name))));
const asked = h('p', {role: 'status'});
const file = h('input', {id: 'file', type: 'file', accept: '.xlsx,.csv,.md,.json,.yaml,.yml', onchange: () => receive(file.files[0])});
const came = h('div', {id: 'came', role: 'status'});
const drop = h('div', {class: 'drop'}, h('label', {}, say('serve.questions.file'), file), h('p', {class: 'quiet'}, say('serve.questions.file.how')));
form.before(h('details', {id: 'others', class: 'block'},
  h('summary', {}, h('h2', {}, say('serve.questions.others'))),
  h('p', {class: 'quiet'}, say('serve.questions.others.how')),
  h('div', {class: 'filter'},
    h('label', {}, say('serve.questions.to'), receiver), h('label', {}, say('serve.questions.kind'), kind),
    h('button', {type: 'button', id: 'download', onclick: download}, say('serve.questions.download')), asked),
  h('h3', {}, say('serve.questions.came')), drop, came));
const others = document.getElementById('others');
const kept = h('div', {id: 'kept'});
others.after(kept);

async function download() {
  const to = receiver.value;
  const name = ['questions', ...to ? [to.toLowerCase().replace(/[^a-z0-9]+/g, '-')] : []].join('-') + '.' + kind.value;
  try {
    save(name, await get('/api/questions/file', to ? {kind: kind.value, to} : {kind: kind.value}));
    asked.textContent = say('serve.questions.downloaded', name);
  } catch (refused) {
    asked.replaceChildren(...said(refused.message));
  }
}

const list = (title, items) => items.length === 0 ? [] : [h('h4', {}, title), h('ul', {}, items.map(item => h('li', {}, ...[item].flat())))];

/** Names a question by its sentence, or by its fact if the page does not ask it. */
function named(answer) {
  const question = byKey.get(keyOf(answer));
  return question
    ? question.querySelector('legend').firstChild.nextSibling.textContent.trim()
    : names.get(keyOf(answer)) ?? [answer.of, answer.fact].filter(text => text).join(', ');
}

const shown = ({answer, rows}) => [answer, ...(rows ?? []).map(cells => Object.values(cells).join(', '))].filter(text => text).join('; ');

/** Screens with other answers than those of the form, which shows them. */
function screen(answers) {
  fill({...current, answers});
  waiting = {file: current};
  send();
}

/** Puts answers among those of the form, instead of others to the same questions. */
function take(answers) {
  const keys = new Set(answers.map(keyOf));
  screen([...current.answers.filter(one => !keys.has(keyOf(one))), ...answers]);
}

function tell({refused, conflicts, notes}, taken, different) {
  came.replaceChildren(
    h('p', {}, say('serve.questions.received', taken.length, refused.length)),
    ...list(say('serve.questions.notes'), notes.map(said)),
    ...list(say('serve.questions.different'), different.map(([received, own]) => [
      named(received) + ' ', say('serve.questions.two', shown(own), shown(received)) + ' ',
      h('button', {type: 'button', onclick: event => {
        take([received]);
        event.target.replaceWith(say('serve.questions.replaced'));
      }}, say('serve.questions.replace'))])),
    ...list(say('serve.questions.conflicts'), conflicts.map(said)),
    ...list(say('serve.questions.rows'), refused.map(one => [
      [one.place, named(one), one.text].filter(text => text).join(' · ') + ' — ', ...said(one.problems.join(' '))])),
    ...list(say('serve.questions.taken'), taken.map(one => named(one) + ' ' + shown(one))));
}

/** Reads a file. Its answers count at once, but for those to questions that the form answers otherwise. */
async function receive(received) {
  if (!received) {
    return;
  }
  others.open = true;
  came.textContent = say('serve.questions.reading');
  try {
    const read = await post('/api/answers/read', received, {kind: received.name.split('.').pop()});
    read.names.forEach(one => names.set(keyOf(one), one.words));
    const own = new Map(current.answers.map(one => [keyOf(one), one]));
    const different = read.taken.filter(one => own.has(keyOf(one)) && shown(own.get(keyOf(one))) !== shown(one));
    const taken = read.taken.filter(one => !own.has(keyOf(one)));
    if (taken.length > 0) {
      take(taken);
    }
    tell(read, taken, different.map(one => [one, own.get(keyOf(one))]));
  } catch (refused) {
    came.replaceChildren(...said(refused.message));
  }
  file.value = '';
}

const holdsFiles = event => event.dataTransfer?.types.includes('Files');
addEventListener('dragover', event => holdsFiles(event) && event.preventDefault());
addEventListener('drop', event => {
  if (holdsFiles(event)) {
    event.preventDefault();
    receive(event.dataTransfer.files[0]);
  }
});

questions.forEach(head);
document.documentElement.dataset.live = '';
read().catch(refused => {
  summary.replaceChildren(...said(refused.message));
}).finally(() => {
  follow();
  document.documentElement.dataset.ready = '';
});
