// Decisions and the records of screenings: a form, the history, and each record in full.

import {Refused, get, h, has, postOnce, said, save, say, score, verdict} from './dom.js';

const VERDICTS = ['RECOMMEND', 'HOLD', 'DECLINE'];
const MANY = 200;
const view = document.getElementById('view');
const root = document.documentElement;
root.dataset.live = '';

let choices = null;
let records = [];
let shown = MANY;
let readOnly = false;
let newest = 0; // of the requests for the status of a pair

const text = key => say('serve.decisions.' + key);
const field = (label, control, hint) => h('div', {class: 'field'},
  h('label', {for: control.id}, label), control, hint ? h('p', {class: 'quiet', id: control.id + '-hint'}, hint) : null);

/** Runs a request for buttons, which cannot be pressed meanwhile; the reason of a refusal goes into an element. */
async function run(buttons, notice, work) {
  buttons.forEach(button => { button.disabled = true; });
  notice.replaceChildren(text('working'));
  try {
    await work();
  } catch (refused) {
    if (!(refused instanceof Refused)) {
      throw refused;
    }
    notice.replaceChildren(...said(refused.message));
  } finally {
    buttons.forEach(button => { button.disabled = false; });
  }
}

// --- The decision ---

const project = h('input', {id: 'project', name: 'project', list: 'projects', autocomplete: 'off', required: true, oninput: later, onchange: look});
const city = h('input', {id: 'city', name: 'city', list: 'cities', autocomplete: 'off', required: true, oninput: later, onchange: look});
const by = h('input', {id: 'by', name: 'by', autocomplete: 'off', 'aria-describedby': 'by-hint'});
const reason = h('textarea', {id: 'reason', name: 'reason', rows: 4, maxlength: 10000, required: true});
const status = h('div', {id: 'pair-status', role: 'status'});
const decided = h('div', {id: 'decided', role: 'status'});
const decide = h('button', {type: 'submit', class: 'main'}, text('decide'));
const record = h('button', {type: 'button', id: 'record', onclick: () => recordScreening()}, text('record'));

const conditions = h('div', {id: 'conditions'});
const addCondition = h('button', {type: 'button', id: 'add-condition', onclick: () => {
  conditions.append(conditionRow('', null));
  conditions.lastElementChild.querySelector('input').focus();
}}, text('condition.add'));
const takeOver = h('button', {type: 'button', id: 'take-over', hidden: true, onclick: () => {
  flags.forEach(flag => conditions.append(conditionRow(flag.text, flag.rule)));
  takeOver.hidden = true;
}});
let flags = []; // the open red flags on which the recorded recommendation depends
let conditionCount = 0;

/** The fields of a condition: its text, its owner and its last day. */
function conditionRow(given, about) {
  const id = name => 'condition-' + name + '-' + conditionCount;
  conditionCount++;
  const row = h('fieldset', {class: 'condition'}, h('legend', {}, text('condition')),
    field(text('condition.text'), h('input', {id: id('text'), name: 'text', value: given, maxlength: 1000, required: true, autocomplete: 'off'})),
    h('div', {class: 'fields'},
      field(text('condition.owner'), h('input', {id: id('owner'), name: 'owner', autocomplete: 'off'})),
      field(text('condition.due'), h('input', {id: id('due'), name: 'due', type: 'date', required: true}))),
    h('button', {type: 'button', onclick: () => { row.remove(); addCondition.focus(); }}, text('condition.remove')));
  if (about !== null) {
    row.dataset.about = about;
  }
  return row;
}

const stated = row => ({
  text: row.querySelector('[name=text]').value, about: row.dataset.about ?? null,
  owner: row.querySelector('[name=owner]').value.trim() || null, due: row.querySelector('[name=due]').value});

const verdictChoice = name => h('label', {class: 'option'},
  h('input', {type: 'radio', name: 'decision', value: name, required: true}), verdict(name));

function form() {
  return h('form', {id: 'decision', class: 'block', onsubmit: send},
    h('h2', {}, text('new')),
    pairFields(),
    status,
    h('fieldset', {}, h('legend', {}, text('verdict')), h('div', {class: 'options'}, VERDICTS.map(verdictChoice))),
    field(text('reason'), reason),
    conditions,
    h('p', {class: 'buttons'}, addCondition, takeOver),
    field(text('by'), by, say('serve.decisions.by.hint', choices.account)),
    h('p', {class: 'buttons'}, decide, record),
    decided);
}

/** The fields that choose a project and a city. */
const pairFields = () => h('div', {class: 'fields'}, field(text('project'), project), field(text('city'), city),
  h('datalist', {id: 'projects'}, options(choices.projects)),
  h('datalist', {id: 'cities'}, options(choices.cities)));

/** The chosen pair; its day is that of the address while the pair is. */
function chosen(given) {
  const pair = wanted();
  const same = given.get('project') === pair.project && given.get('city') === pair.city;
  return {...pair, day: same ? given.get('day') : null};
}

/** The ids of the project and the city in the fields, or the text of a field that names none. */
const wanted = () => ({project: idOf(choices.projects, project.value), city: idOf(choices.cities, city.value)});

function idOf(list, text) {
  const word = text.trim();
  return list.find(one => shownName(list, one) === word)?.id ?? word;
}

/** The name of a project or city; its id if another one has the same name. */
const shownName = (list, one) => list.some(other => other.name === one.name && other.id !== one.id) ? one.id : one.name;

/** What a field shows for an id or a name in the address. */
function shownFor(list, word) {
  const known = list.find(one => one.id === word);
  return known ? shownName(list, known) : word ?? '';
}

const options = list => list.map(one => h('option', {value: shownName(list, one)}));

/** While typing, only whole ids and names are looked up, since others are searched in all records. */
function later() {
  const isKnown = (list, word) => list.some(one => one.id === word || one.name === word);
  if (isKnown(choices.projects, project.value) && isKnown(choices.cities, city.value)) {
    look();
  } else {
    status.replaceChildren();
  }
}

/** Shows what the rules say about the pair, now and in its last recorded screening. */
async function look() {
  const turn = ++newest;
  if (!project.value.trim() || !city.value.trim()) {
    status.replaceChildren();
    return;
  }
  try {
    const pair = await get('/api/decision/pair', wanted());
    if (turn === newest) {
      status.replaceChildren(...described(pair));
      flags = pair.conditions;
      takeOver.hidden = flags.length === 0;
      takeOver.replaceChildren(say('serve.decisions.condition.take', flags.length));
    }
  } catch (refused) {
    if (turn === newest) {
      status.replaceChildren(...said(refused.message));
    }
  }
}

function described(pair) {
  const lines = [];
  if (pair.now) {
    lines.push(h('p', {}, say('serve.decisions.now', pair.now.projectName, pair.now.cityName, pair.now.asOf), ' ', verdict(pair.now.verdict)));
  }
  if (pair.recorded) {
    lines.push(h('p', {}, say('serve.decisions.last', pair.recorded.record, pair.recorded.asOf), ' ', verdict(pair.recorded.verdict)));
  } else {
    lines.push(h('p', {}, ...said(pair.problem)));
  }
  if (pair.now && (!pair.recorded || pair.recorded.verdict !== pair.now.verdict || pair.recorded.asOf !== pair.now.asOf)) {
    lines.push(h('p', {class: 'notice'}, text('first')));
  }
  if (pair.decisions.length > 0) {
    lines.push(h('p', {}, text('earlier')), lineList(pair.decisions));
  }
  return lines;
}

function send(event) {
  event.preventDefault();
  run([decide, record], decided, async () => {
    const receipt = await postOnce('/api/decision', {
      ...wanted(), reason: reason.value, by: by.value.trim() || null, screening: null,
      decision: event.target.elements.decision.value, conditions: [...conditions.children].map(stated)});
    reason.value = '';
    conditions.replaceChildren();
    await Promise.all([list(), look()]);
    decided.replaceChildren(...receiptOf(receipt));
  });
}

function recordScreening() {
  run([decide, record], decided, async () => {
    const receipt = await postOnce('/api/records/screening');
    await Promise.all([list(), look()]);
    decided.replaceChildren(...receiptOf(receipt));
  });
}

const receiptOf = receipt => [
  h('p', {}, text('recorded'), ' ', h('a', {href: '#record/' + receipt.number}, say('serve.decisions.open', receipt.number))),
  hashLine(receipt.hash)];

/** A hash with a button that copies it, to note it elsewhere. */
function hashLine(hash) {
  const done = h('span', {role: 'status', class: 'quiet'});
  const copy = h('button', {type: 'button', onclick: async () => {
    await navigator.clipboard.writeText(hash);
    done.replaceChildren(text('copied'));
  }}, text('copy'));
  return h('div', {class: 'hash'}, h('p', {class: 'quiet'}, text('hash')), h('code', {}, hash), ' ', copy, ' ', done);
}

// --- The history ---

const search = h('input', {id: 'search', type: 'search', oninput: () => { shown = MANY; draw(); }});
const kind = h('select', {id: 'kind', onchange: () => { shown = MANY; draw(); }},
  ['all', 'screenings', 'decisions'].map(name => h('option', {value: name}, text('kind.' + name))));
const count = h('p', {id: 'count', class: 'status', role: 'status'});
const rows = h('ol', {id: 'records', class: 'records'});
const more = h('button', {type: 'button', hidden: true, onclick: () => { shown += MANY; draw(); }}, text('more'));
const place = h('div', {id: 'place'});

const history = () => h('section', {class: 'block', 'aria-labelledby': 'history'},
  h('h2', {id: 'history'}, text('history')),
  place,
  h('div', {class: 'filters'},
    h('label', {}, text('search'), search),
    h('label', {}, text('kind'), kind)),
  count, rows, more);

async function list() {
  const all = await get('/api/records');
  records = all.records;
  place.replaceChildren(
    ...all.problems.map(problem => h('p', {class: 'notice'}, ...said(problem))),
    ...(all.last ? [h('p', {class: 'quiet'}, say('serve.decisions.place', all.place)), hashLine(all.last)] : []));
  draw();
}

const lineText = one => one.at + ' ' + one.by + ' ' + one.text;

function draw() {
  const wanted = search.value.trim().toLowerCase();
  const found = records.filter(one =>
    (kind.value === 'all' || (kind.value === 'screenings') === one.screening)
    && (wanted === '' || (one.number + ' ' + lineText(one)).toLowerCase().includes(wanted)));
  count.replaceChildren(say('serve.decisions.count', found.length, records.length));
  rows.replaceChildren(...found.slice(0, shown).map(line));
  more.hidden = found.length <= shown;
}

const line = one => h('li', {},
  h('a', {href: '#record/' + one.number}, say('serve.decisions.record.number', one.number)),
  h('span', {class: 'quiet'}, ' ' + one.at + ' '),
  h('span', {}, one.by + ' ' + one.text));

const lineList = lines => h('ul', {class: 'records'}, lines.map(line));

// --- A record in full ---

const opened = h('section', {id: 'opened', class: 'block', tabindex: -1, hidden: true});

async function open() {
  const match = /^#record\/(\d+)$/.exec(location.hash);
  opened.hidden = match === null;
  if (match === null) {
    return;
  }
  let content;
  try {
    content = inFull(match[1], await get('/api/records/record', {number: match[1]}));
  } catch (refused) {
    content = [h('p', {role: 'alert'}, ...said(refused.message))];
  }
  if (location.hash === match[0]) {
    opened.replaceChildren(...content);
    opened.focus();
  }
}

function inFull(number, details) {
  const outcome = h('div', {role: 'status', class: 'outcome'});
  const changes = h('button', {type: 'button', id: 'changes', onclick: () => run([changes], outcome, async () =>
    outcome.replaceChildren(...changed(await get('/api/records/changes', {number}))))}, text('changes'));
  const replay = h('button', {type: 'button', id: 'replay', onclick: () => run([replay], outcome, async () =>
    outcome.replaceChildren(...replayed(await get('/api/records/replay', {number}))))}, text('replay'));
  return [
    h('h2', {}, details.title),
    h('dl', {}, details.facts.flatMap(fact => [h('dt', {}, fact.label), h('dd', {}, ...said(fact.text))])),
    ...(details.screening ? [h('p', {class: 'buttons'}, changes, replay), outcome] : []),
    ...details.unmet.map(condition => fulfilment(Number(number), condition)),
    ...(details.fulfilments.length ? [h('h3', {}, text('met')), lineList(details.fulfilments)] : []),
    ...(details.decisions.length ? [h('h3', {}, text(details.screening ? 'on' : 'other')), lineList(details.decisions)] : []),
    ...(details.pairs.length ? [h('details', {}, h('summary', {}, h('h3', {}, text('pairs'))), pairTable(details))] : []),
    h('p', {}, h('a', {href: '#'}, text('close')))];
}

/** The form that records a condition as met. */
function fulfilment(record, condition) {
  const id = name => 'met-' + name + '-' + condition.id;
  const how = h('textarea', {id: id('how'), rows: 2, maxlength: 10000, required: true});
  const day = h('input', {id: id('day'), type: 'date'});
  const who = h('input', {id: id('by'), autocomplete: 'off'});
  const notice = h('div', {role: 'status'});
  const met = h('button', {type: 'submit', disabled: readOnly}, text('met.record'));
  return h('details', {}, h('summary', {}, say('serve.decisions.met.condition', condition.id, condition.text)),
    h('form', {onsubmit: event => {
      event.preventDefault();
      run([met], notice, async () => {
        await postOnce('/api/decision/fulfilment', {
          record, condition: condition.id, reason: how.value, met: day.value || null, by: who.value.trim() || null});
        await Promise.all([list(), open()]);
      });
    }},
    field(text('met.how'), how),
    h('div', {class: 'fields'}, field(text('met.day'), day), field(text('met.by'), who)),
    h('p', {class: 'buttons'}, met), notice));
}

const table = (headings, lines) => h('div', {class: 'scroll', tabindex: 0, role: 'region', 'aria-label': headings.join(', ')}, h('table', {},
  h('thead', {}, h('tr', {}, headings.map(heading => h('th', {scope: 'col'}, heading)))),
  h('tbody', {}, lines)));

function pairTable(details) {
  const lines = details.pairs.map(pair => h('tr', {},
    h('th', {scope: 'row'}, pair.projectName), h('td', {}, pair.cityName), h('td', {class: 'day'}, pair.asOf),
    h('td', {}, verdict(pair.verdict)),
    h('td', {}, h('a', {href: '?' + new URLSearchParams({project: pair.project, city: pair.city, day: pair.asOf})}, text('choose')))));
  return h('div', {},
    table([text('project'), text('city'), text('day'), text('rules'), text('new')], lines),
    details.others ? h('p', {class: 'quiet'}, say('serve.decisions.others', details.others)) : null);
}

function changed(changes) {
  const lines = changes.changed.map(one => h('tr', {},
    h('th', {scope: 'row'}, one.projectName), h('td', {}, one.cityName),
    h('td', {}, state(one.before)), h('td', {}, state(one.after))));
  return [
    h('p', {}, say('serve.decisions.compared', changes.verdicts, changes.changed.length + changes.others, changes.same)),
    h('p', {class: 'quiet'}, text(changes.otherPack ? 'pack.other' : 'pack.same'), ' ', text(changes.otherUniverse ? 'universe.other' : 'universe.same')),
    lines.length ? table([text('project'), text('city'), text('then'), text('today')], lines) : '',
    changes.others ? h('p', {class: 'quiet'}, say('serve.decisions.others', changes.others)) : ''];
}

const state = one => one === null
  ? text('missing')
  : [verdict(one.verdict), h('div', {class: 'quiet'}, say('serve.decisions.state', score(one.low, one.high), one.rank))];

const replayed = outcome => [
  h('p', {}, outcome.text),
  outcome.differences.length ? h('ul', {}, outcome.differences.map(one => h('li', {}, one))) : '',
  outcome.others ? h('p', {class: 'quiet'}, say('serve.decisions.others', outcome.others)) : '',
  outcome.programs ? h('p', {class: 'quiet'}, outcome.programs) : ''];

// --- The page ---

const added = await Promise.all(['papers', 'watch']
  .filter(name => has('serve.decisions.' + name + '.title'))
  .map(name => import('./' + name + '.js')));

/** Saves a file that the server returns; an element shows how far it is, or the reason of a refusal. */
async function download(path, query, name, notice) {
  await run([], notice, async () => {
    save(name, await get(path, query));
    notice.replaceChildren(say('serve.decisions.saved', name));
  });
}

/**
 * The sections of features.
 *
 * @param choosing the fields to choose a pair with; null if the page has them elsewhere
 * @param recorded whether there are records
 */
const parts = (pair, choosing, recorded) =>
  added.map(one => one.section({pair, choosing, recorded, download})).filter(section => section !== null);

async function start() {
  const given = new URLSearchParams(location.search);
  choices = await get('/api/decision/choices');
  project.value = shownFor(choices.projects, given.get('project'));
  city.value = shownFor(choices.cities, given.get('city'));
  if (!choices.recorded) {
    view.append(
      h('div', {class: 'block', id: 'without'}, h('p', {}, text('without')), h('p', {}, h('code', {}, 'winnow serve --records records.db'))),
      ...parts(() => chosen(given), pairFields(), false));
    return;
  }
  view.append(form(), ...parts(() => chosen(given), null, true), opened, history());
  readOnly = (await get('/api/work')).readOnly;
  decide.disabled = readOnly;
  record.disabled = readOnly;
  await Promise.all([list(), look(), open()]);
  addEventListener('hashchange', open);
  document.addEventListener('moved', look);
  document.addEventListener('visibilitychange', () => document.hidden || look());
}

try {
  await start();
} catch (refused) {
  view.append(h('p', {role: 'alert', class: 'notice'}, ...said(refused.message)));
}
root.dataset.ready = '';
