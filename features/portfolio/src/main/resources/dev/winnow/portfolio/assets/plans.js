// The plan of a portfolio or of a match as a form, its search in the background, and the result.

import {sections} from './document.js';
import {Refused, get, h, post, said, save, say} from './dom.js';

const PORTFOLIO = location.pathname === '/portfolio';
const API = '/api' + location.pathname;
const TEXTS = PORTFOLIO
  ? ['title', 'budget', 'at-least', 'at-most', 'from', 'consider', 'cost']
  : ['title', 'capacity', 'from'];
const CHOICES = {consider: ['recommend', 'hold'], cost: ['fundingNeed', 'investment']};
const NUMBERS = ['at-least', 'at-most', 'from', 'capacity'];
const FORMS = ['html', 'xlsx', 'docx', 'md', 'csv', 'json'];
const PAUSE = 400; // milliseconds between two looks at a search
const BUSY = 503;

const view = document.getElementById('view');
const root = document.documentElement;
root.dataset.live = '';

const text = key => say('serve.plans.' + key);
let choices = null;
let search = null;

const field = (label, control) => h('div', {class: 'field'}, h('label', {for: control.id}, label), control);

// --- The form ---

const inputs = Object.fromEntries(TEXTS.map(key => [key, input(key)]));
const cities = new Map();
const wishes = new Map(); // by project: must, never or neither
const flagged = new Map();
const further = h('textarea', {id: 'further', rows: 5, spellcheck: 'false', 'aria-describedby': 'further-hint'});
const effort = number('effort', 1, 3600, 10);
const draws = number('draws', 0, 10000, 200);
const seed = h('input', {id: 'seed', inputmode: 'numeric', pattern: '-?[0-9]{1,15}', required: true, value: '1'});

function input(key) {
  if (CHOICES[key]) {
    return h('select', {id: key}, h('option', {value: ''}, text('usual')), CHOICES[key].map(word => h('option', {value: word}, text(key + '.' + word))));
  }
  return h('input', {id: key, autocomplete: 'off', inputmode: NUMBERS.includes(key) ? 'decimal' : null, 'aria-describedby': key === 'budget' ? 'budget-hint' : null});
}

function number(id, least, most, value) {
  return h('input', {id, type: 'number', min: least, max: most, step: 1, required: true, value});
}

const start = h('button', {type: 'submit', class: 'main'}, text('search'));
const cancel = h('button', {type: 'button', id: 'cancel', hidden: true, onclick: stop}, text('cancel'));
const file = h('input', {id: 'plan', type: 'file', accept: '.yaml,.yml,.json', onchange: load});
const problems = h('div', {id: 'problems', role: 'alert'});

function form() {
  return h('form', {id: 'form', class: 'block', onsubmit: begin},
    h('h2', {}, text('plan')),
    h('div', {class: 'fields'}, TEXTS.map(key => field(text(key), inputs[key]))),
    PORTFOLIO ? h('p', {class: 'quiet', id: 'budget-hint'}, text('budget.hint')) : null,
    h('details', {open: !PORTFOLIO, id: 'by-city'}, h('summary', {}, text(PORTFOLIO ? 'cities' : 'capacities')), h('div', {class: 'fields'}, choices.cities.map(cityField))),
    h('details', {id: 'by-project'}, h('summary', {}, text('projects')), h('div', {class: 'scroll'}, projectTable())),
    h('details', {id: 'other-keys'}, h('summary', {}, text('further')), h('label', {for: 'further'}, text('further.label')), further, h('p', {class: 'quiet', id: 'further-hint'}, text(PORTFOLIO ? 'further.portfolio' : 'further.match'))),
    h('details', {}, h('summary', {}, text('effort.title')), h('div', {class: 'fields'},
      PORTFOLIO ? field(text('effort'), effort) : null, field(text('draws'), draws), field(text('seed'), seed))),
    problems,
    h('p', {class: 'buttons'}, start, cancel, h('button', {type: 'button', id: 'save-plan', onclick: savePlan}, text('save'))),
    h('div', {class: 'field'}, h('label', {for: 'plan'}, text('load')), file));
}

function cityField(city) {
  const control = h('input', {id: 'city-' + city.id, autocomplete: 'off', inputmode: PORTFOLIO ? null : 'numeric'});
  cities.set(city.id, control);
  return field(city.name, control);
}

function projectTable() {
  const heading = key => h('th', {scope: 'col'}, text(key));
  return h('table', {},
    h('thead', {}, h('tr', {}, heading('project'), heading('wish'), heading('despite-flags'))),
    h('tbody', {}, choices.projects.map(projectRow)));
}

function projectRow(project) {
  const words = PORTFOLIO ? ['', 'must', 'never'] : ['', 'never'];
  const wish = h('select', {'aria-label': text('wish') + ': ' + project.name}, words.map(word => h('option', {value: word}, text('wish.' + (word || 'free')))));
  const despite = h('input', {type: 'checkbox', 'aria-label': text('despite-flags') + ': ' + project.name});
  wishes.set(project.id, wish);
  flagged.set(project.id, despite);
  return h('tr', {}, h('th', {scope: 'row'}, project.name), h('td', {}, wish), h('td', {}, despite));
}

/** The plan in the form, as the server reads it. */
function written() {
  const texts = {};
  TEXTS.filter(key => inputs[key].value.trim()).forEach(key => { texts[key] = inputs[key].value.trim(); });
  const lists = {'despite-flags': [...flagged].filter(([, box]) => box.checked).map(([id]) => id)};
  (PORTFOLIO ? ['must', 'never'] : ['never']).forEach(word => {
    lists[word] = [...wishes].filter(([, wish]) => wish.value === word).map(([id]) => id);
  });
  const byCity = {};
  [...cities].filter(([, control]) => control.value.trim()).forEach(([id, control]) => { byCity[id] = control.value.trim(); });
  return {texts, lists, cities: byCity, further: further.value};
}

function fill(plan) {
  TEXTS.forEach(key => { inputs[key].value = plan.texts?.[key] ?? ''; });
  cities.forEach((control, id) => { control.value = plan.cities?.[id] ?? ''; });
  wishes.forEach((wish, id) => { wish.value = ['must', 'never'].find(word => plan.lists?.[word]?.includes(id)) ?? ''; });
  flagged.forEach((box, id) => { box.checked = plan.lists?.['despite-flags']?.includes(id) ?? false; });
  further.value = plan.further ?? '';
  document.getElementById('by-city').open = !PORTFOLIO || Object.keys(plan.cities ?? {}).length > 0;
  document.getElementById('by-project').open = Object.values(plan.lists ?? {}).some(list => list.length > 0);
  document.getElementById('other-keys').open = further.value.trim() !== '';
}

const complain = texts => problems.replaceChildren(...texts.map(one => h('p', {class: 'notice'}, ...said(one))));

/** Shows why the server refused; other failures are errors of this script. */
async function tried(work) {
  try {
    await work();
  } catch (refused) {
    if (!(refused instanceof Refused)) {
      throw refused;
    }
    complain([refused.message]);
  }
}

function load() {
  const chosen = file.files[0];
  if (!chosen) {
    return;
  }
  tried(async () => {
    const read = await post(API + '/read', chosen);
    complain(read.problems);
    if (read.form) {
      fill(read.form);
    }
    file.value = '';
  });
}

function savePlan() {
  tried(async () => save(PORTFOLIO ? 'portfolio.yaml' : 'match.yaml', await post(API + '/file', written())));
}

// --- The search ---

const progress = h('div', {id: 'progress', class: 'block', hidden: true});
const step = h('p', {id: 'step', role: 'status'});
const meter = h('progress', {'aria-labelledby': 'step'});
const best = h('div', {id: 'best'});
const stale = h('p', {id: 'stale', class: 'notice', hidden: true, role: 'status'}, text('stale'));
const result = h('section', {id: 'result', hidden: true, 'aria-label': text('result')});
progress.append(h('h2', {}, text('progress')), step, meter, best);

function begin(event) {
  event.preventDefault();
  complain([]);
  tried(async () => {
    const plan = written();
    history.replaceState(null, '', '#plan=' + encodeURIComponent(JSON.stringify(plan)));
    const state = await post(API + '/search', {plan, effort: Number(effort.value), draws: Number(draws.value), seed: Number(seed.value)});
    if (state.id === 0) {
      complain(state.problems);
      return;
    }
    show(state);
    follow(state.id);
  });
}

function stop() {
  tried(async () => show(await post(API + '/cancel', undefined, {id: search})));
}

/** Looks at a search until it ends or a newer one replaces it. */
async function follow(id) {
  for (;;) {
    await new Promise(resolve => setTimeout(resolve, PAUSE));
    if (id !== search) {
      return;
    }
    let state;
    try {
      state = await get(API + '/search');
    } catch (refused) {
      if (refused.status === BUSY) {
        continue;
      }
      complain([refused.message]);
      cancel.hidden = true;
      progress.hidden = true;
      return;
    }
    show(state);
    if (state.state !== 'RUNNING') {
      return;
    }
  }
}

function show(state) {
  search = state.id;
  const running = state.state === 'RUNNING';
  cancel.hidden = !running;
  progress.hidden = state.state === 'NONE' || state.state === 'DONE';
  meter.hidden = !running;
  set(step, running ? state.step + (state.total ? ' ' + say('serve.plans.of', state.done, state.total) : '') : text('state.' + state.state));
  if (state.total) {
    meter.max = state.total;
    meter.value = state.done;
  } else {
    meter.removeAttribute('value');
  }
  best.replaceChildren(...(running && state.best ? bestSoFar(state.best) : []));
  if (!running) {
    complain(state.problems);
  }
  if (state.result) {
    draw(state);
  } else {
    result.hidden = true;
  }
  root.dataset.search = state.state;
  root.dataset.searched = state.revision;
  compare();
}

/** Sets a text only if it differs, so that screen readers do not repeat it. */
function set(element, words) {
  if (element.textContent !== words) {
    element.textContent = words;
  }
}

const bestSoFar = found => [
  h('p', {}, h('b', {}, say('serve.plans.best', round(found.points), round(found.bound)))),
  h('p', {class: 'quiet'}, found.scenario),
  h('ul', {}, found.members.map(member => h('li', {}, member)))];

const round = points => String(Math.round(points * 10) / 10);

/** Says so if the work changed since the search. */
function compare() {
  stale.hidden = result.hidden || root.dataset.revision === undefined || root.dataset.revision === root.dataset.searched;
}

// --- The result ---

function draw(state) {
  if (result.dataset.id === String(state.id) && !result.hidden) {
    return;
  }
  result.dataset.id = state.id;
  result.hidden = false;
  result.replaceChildren(
    h('div', {class: 'buttons downloads'},
      h('a', {href: location.pathname + '/page?id=' + state.id, target: '_blank', rel: 'noopener'}, text('page')),
      FORMS.map(ending => h('button', {type: 'button', onclick: () => download(state.id, ending)}, say('serve.plans.download', ending)))),
    ...sections(state.result.blocks),
    h('details', {}, h('summary', {}, text('file')), h('pre', {tabindex: 0}, state.plan)));
}

function download(id, ending) {
  tried(async () => {
    const reply = await fetch(API + '/result?' + new URLSearchParams({id, form: ending}));
    if (!reply.ok) {
      throw new Refused(reply.status, (await reply.json()).detail);
    }
    save((PORTFOLIO ? 'portfolio.' : 'match.') + ending, await reply.blob());
  });
}

// --- The page ---

/** The plan of the address, or else that of the newest search. */
async function given(state) {
  const match = /^#plan=(.*)$/.exec(location.hash);
  if (match) {
    try {
      return JSON.parse(decodeURIComponent(match[1]));
    } catch {
      return {};
    }
  }
  return state.plan ? (await post(API + '/read', new Blob([state.plan]))).form ?? {} : {};
}

async function begun() {
  choices = await get(API + '/choices');
  const state = await get(API + '/search');
  view.append(
    h('p', {}, text(PORTFOLIO ? 'about.portfolio' : 'about.match')),
    ...choices.notes.map(note => h('p', {class: 'notice'}, ...said(note))),
    form(), progress, stale, result);
  fill(await given(state));
  show(state);
  if (state.state === 'RUNNING') {
    follow(state.id);
  }
  new MutationObserver(compare).observe(root, {attributeFilter: ['data-revision']});
}

try {
  await begun();
} catch (refused) {
  view.append(h('p', {role: 'alert', class: 'notice'}, ...said(refused.message)));
}
root.dataset.ready = '';
