// The effects of the unsaved edits: verdicts that flip, failing cases, the rule at the cursor, and numbers with sliders.
// Each part is asked for again when the edits change; an answer to older edits is dropped.

import {get, h, said, say, score, verdict} from './dom.js';
import {numbers} from './effects-numbers.js';

const MAX_SHOWN = 12;
const QUIET = 400;

let goTo = () => {};
let asked = null;
let place = null;
let later = null;

const headline = h('p', {id: 'effects-headline', role: 'status'});
const edits = h('ul', {class: 'edits'});
const moved = h('div', {id: 'effects-moved'});
const problems = h('p', {id: 'effects-problems', role: 'status', hidden: true});
const now = h('div', {id: 'effects-now'}, problems, headline);
const verdicts = h('div', {id: 'effects-verdicts'}, edits, moved);
const caseCount = h('p', {id: 'effects-cases', role: 'status'});
const caseList = h('div', {});
const coverage = h('div', {id: 'effects-coverage'});
const rule = h('div', {id: 'effects-rule'});

function part(id, title, open, ...content) {
  return h('details', {id, open}, h('summary', {}, h('h3', {}, title)), content);
}

/** A button in a text that leads to a place in the editor. */
function at(file, line, text) {
  return h('button', {type: 'button', class: 'place', onclick: () => goTo(file, line)}, said(text ?? file + ':' + (line + 1)));
}

function memo(one) {
  const path = ['pair', one.project, one.city, one.asOf].map(encodeURIComponent).join('/');
  return h('a', {href: '/#' + path}, one.projectName);
}

function change(one) {
  const {before, after} = one;
  const flips = before.verdict !== after.verdict;
  return h('td', {},
    flips ? [verdict(before.verdict), ' → ', verdict(after.verdict)] : verdict(after.verdict));
}

const differs = (before, after) => before === after ? after : before + ' → ' + after;

function row(one) {
  const {before, after} = one;
  const ranked = before.rank > 0 && after.rank > 0;
  return h('tr', {class: before.verdict === after.verdict ? null : 'flip'},
    h('th', {scope: 'row'}, memo(one), h('small', {}, one.cityName)),
    change(one),
    h('td', {class: 'figure'}, differs(score(before.low, before.high), score(after.low, after.high))),
    h('td', {class: 'figure'}, ranked ? differs(before.rank, after.rank) : ''),
    h('td', {class: 'causes'}, one.causes));
}

function table(rows, label) {
  const heads = ['pair', 'verdict', 'score', 'rank', 'causes'].map(key =>
    h('th', {scope: 'col'}, say('serve.rules.effect.' + key)));
  return h('table', {'aria-label': label}, h('thead', {}, h('tr', {}, heads)), h('tbody', {}, rows.map(row)));
}

/** The first rows, and the others behind a button. */
function short(list, draw) {
  const first = list.slice(0, MAX_SHOWN);
  const rest = list.length - first.length;
  const more = rest === 0 ? null : h('button', {type: 'button', class: 'more'}, say('serve.rules.effect.more', rest));
  const whole = h('div', {}, draw(first), more);
  more?.addEventListener('click', () => whole.replaceChildren(draw(list)));
  return whole;
}

function edit(one) {
  const texts = [one.before, one.after].map(text => text ?? say('serve.rules.effect.nothing'));
  return h('li', {},
    one.id === '' ? null : h('b', {}, one.id), ' ', at(one.file, one.line, one.what), ' ',
    one.before === null && one.after === null ? null : h('span', {class: 'texts'}, h('del', {}, texts[0]), ' → ',
      h('ins', {}, texts[1])), ' ', h('small', {}, one.effect));
}

function showVerdicts(effect) {
  const stale = effect.problems > 0;
  problems.hidden = !stale;
  problems.textContent = stale ? say('serve.rules.effect.problems', effect.problems) : '';
  verdicts.classList.toggle('stale', stale);
  headline.classList.toggle('stale', stale);
  if (stale && effect.headline === '') {
    return;
  }
  headline.replaceChildren(...said(effect.edited === 0 && !stale ? say('serve.rules.effect.none') : effect.headline));
  edits.replaceChildren(...effect.edits.map(edit));
  const rows = effect.edited === 0 && !stale ? [] : effect.moved;
  moved.replaceChildren(...rows.length === 0 ? [] : [short(rows, list => table(list, say('serve.rules.effect.moved')))],
    ...effect.others > 0 ? [h('p', {}, say('serve.rules.effect.others', effect.others))] : []);
  now.dataset.complete = effect.complete;
  now.dataset.revision = effect.revision;
}

function oneCase(one) {
  return h('li', {class: one.changed ? 'changed' : null},
    h('p', {}, at(one.file, one.line, one.sentence), ' ', h('small', {}, one.rule),
      one.changed ? h('b', {}, ' ', say('serve.rules.effect.changed')) : null),
    h('dl', {},
      h('dt', {}, say('serve.rules.effect.expected')), h('dd', {}, one.expected),
      h('dt', {}, say('serve.rules.effect.found')), h('dd', {}, one.found)));
}

function mended(one) {
  return h('li', {}, at(one.file, one.line, one.sentence), ' ', h('small', {}, one.rule));
}

let covered = null;

function showCases(effect) {
  caseCount.className = effect.problems > 0 ? 'stale' : effect.failed > 0 ? 'bad' : 'good';
  if (effect.problems > 0) {
    return;
  }
  covered = effect;
  caseCount.textContent = say('serve.rules.effect.cases', effect.passed, effect.failed);
  const list = one => h('ul', {class: 'cases'}, one.map(oneCase));
  caseList.replaceChildren(
    ...effect.failing.length === 0 ? [] : [short(effect.failing, list)],
    ...effect.mended.length === 0 ? [] :
      [h('p', {}, say('serve.rules.effect.mended')), h('ul', {class: 'cases mended'}, effect.mended.map(mended))]);
  caseCount.dataset.revision = effect.revision;
  showCoverage();
}

const missing = one => say('serve.rules.effect.uncovered', one.missing);

function uncovered(one) {
  return h('li', {}, at(one.file, one.line, String(one.line + 1)), ' ', h('code', {}, one.text), ' ',
    h('small', {}, missing(one)));
}

/** The lines of the open file with outcomes that no case shows; the event `uncovered` lets the editor mark them. */
function showCoverage() {
  const total = covered?.files.find(one => one.file === place?.file);
  const lines = total === undefined ? [] : covered.lines.filter(one => one.file === place.file);
  // Not at once: the editor cannot be changed while it tells of its cursor.
  queueMicrotask(() => document.dispatchEvent(new CustomEvent('uncovered', {detail: {file: place?.file, lines}})));
  coverage.replaceChildren(...total === undefined ? [h('p', {}, say('serve.rules.effect.nocoverage'))] : [
    h('p', {}, say('serve.rules.effect.covered', total.file, total.shown, total.possible)),
    h('meter', {min: 0, max: Math.max(1, total.possible), value: total.shown, 'aria-label': total.file}),
    short(lines, list => h('ul', {class: 'lines'}, list.map(uncovered)))]);
}

function pairs(title, count, list) {
  return h('details', {open: list.length <= MAX_SHOWN}, h('summary', {}, say(title, count)),
    h('ul', {class: 'matches'}, list.map(one => h('li', {}, memo(one), h('small', {}, ' ', one.cityName)))),
    count > list.length ? h('p', {}, say('serve.rules.effect.others', count - list.length)) : null);
}

function showRule(effect) {
  if (effect.rule === '') {
    rule.replaceChildren(h('p', {}, say('serve.rules.effect.norule')));
    return;
  }
  rule.replaceChildren(
    h('p', {}, h('b', {}, effect.title), ' ', h('small', {}, effect.rule)),
    h('p', {role: 'status'}, say('serve.rules.effect.matches', effect.certain, effect.open, effect.pairs)),
    ...effect.certain > 0 ? [pairs('serve.rules.effect.holds', effect.certain, effect.matches)] : [],
    ...effect.open > 0 ? [pairs('serve.rules.effect.open', effect.open, effect.undecided)] : []);
}

/** Asks for one part and shows it, unless newer edits came meanwhile. */
async function load(path, query, show, signal) {
  try {
    const answer = await get(path, query, signal);
    if (!signal.aborted) {
      show(answer);
    }
    return answer;
  } catch (failure) {
    if (failure.name !== 'AbortError' && !signal.aborted && failure.status !== 409) {
      headline.replaceChildren(...said(failure.message));
    }
    return null;
  }
}

async function loadVerdicts(signal) {
  const first = await load('/api/rules/effects', {part: 'first'}, showVerdicts, signal);
  if (first !== null && !first.complete && !signal.aborted) {
    await load('/api/rules/effects', {part: 'all'}, showVerdicts, signal);
  }
}

async function loadRule(signal) {
  if (place !== null) {
    await load('/api/rules/matches', {file: place.file, line: place.line}, showRule, signal);
  }
}

/** Brings all parts up to date, the verdicts first. */
async function refresh() {
  asked?.abort();
  asked = new AbortController();
  const {signal} = asked;
  await loadVerdicts(signal);
  if (!signal.aborted) {
    await load('/api/rules/cases', {}, showCases, signal);
  }
  if (!signal.aborted) {
    await loadRule(signal);
  }
}

/** The rule is asked for once the cursor rests, and only when its line changed. */
function moveTo(to) {
  const same = place !== null && place.file === to.file && place.line === to.line;
  const sameFile = place !== null && place.file === to.file;
  place = to;
  if (!sameFile) {
    showCoverage();
  }
  if (!same && asked !== null) {
    clearTimeout(later);
    later = setTimeout(() => loadRule(asked.signal), QUIET);
  }
}

/**
 * Fills the section beside the editor.
 *
 * @param editor the functions of the editor: `open` shows a place, `text` reads a file and `change` replaces it
 */
export function start(section, editor) {
  goTo = (file, line) => editor.open(file, line, 0);
  section.append(
    h('h2', {}, say('serve.rules.effects')),
    now,
    part('effects-flips', say('serve.rules.effect.flips'), true, verdicts),
    part('effects-numbers', say('serve.rules.effect.numbers'), true, numbers(editor, at)),
    part('effects-tests', say('serve.rules.effect.tests'), true, caseCount, caseList,
      h('h4', {}, say('serve.rules.effect.coverage')), coverage),
    part('effects-matches', say('serve.rules.effect.rule'), true, rule));
  document.addEventListener('draft', refresh);
  document.addEventListener('work', refresh);
  document.addEventListener('moved', refresh);
  document.addEventListener('cursor', event => moveTo(event.detail));
  document.addEventListener('opened', () => moveTo(editor.cursor()));
}
