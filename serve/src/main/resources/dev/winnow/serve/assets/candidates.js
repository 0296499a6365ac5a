// The lists of candidates: files given, columns understood, rows corrected, and the screening of what was accepted.

import {changed, get, h, post, said, save, say} from './dom.js';

const MAX_BYTES = 20_000_000;
const CONFLICT = 409;
const STATES = ['refused', 'taken', 'passed'];
const FORMS = ['xlsx', 'csv', 'yaml', 'json'];

const text = (key, ...values) => say('serve.candidates.' + key, ...values);
const button = (label, onclick, attributes) => h('button', {type: 'button', onclick, ...attributes}, label);

document.documentElement.dataset.live = '';
const view = document.getElementById('view');
const status = h('p', {id: 'list-status', role: 'status'});
const lists = h('div', {id: 'lists'});
const end = h('div', {id: 'end'});
let report = null;

/* Files and pasted cells */

const chooser = h('input', {
  type: 'file', id: 'files', multiple: true, onchange: () => give([...chooser.files]),
  accept: '.csv,.tsv,.txt,.xlsx,.xlsm,.xls,.json,.ndjson,.jsonl,.yaml,.yml'});
const pasted = h('textarea', {id: 'pasted', rows: 3, spellcheck: 'false', 'aria-describedby': 'paste-how'});
const zone = h('section', {id: 'drop', 'aria-label': text('give')},
  h('p', {class: 'lead'}, text('drop')),
  h('p', {}, h('label', {for: 'files'}, text('choose')), ' ', chooser),
  h('p', {}, h('label', {for: 'pasted'}, text('paste')), pasted,
    h('span', {id: 'paste-how', class: 'quiet'}, text('paste.how')), ' ',
    button(text('paste.read'), givePasted)));

function givePasted() {
  if (pasted.value.trim()) {
    give([new File([pasted.value], text('pasted'))]).then(() => { pasted.value = ''; });
  }
}

/** Adds files; mapping files last, since they apply to the others. */
async function give(files) {
  files.sort((a, b) => a.name.endsWith('.map.yaml') - b.name.endsWith('.map.yaml'));
  for (const file of files) {
    if (file.size > MAX_BYTES) {
      complain(text('large', file.name));
      return;
    }
    const known = report?.files.some(one => one.name === file.name) && file.name !== text('pasted');
    const replace = known && await replaces(file.name);
    status.textContent = text('reading', file.name);
    if (!await change('add', file, {name: file.name, replace})) {
      return;
    }
  }
  chooser.value = '';
}

/** Asks whether a file replaces the one of its name, with the choices of its columns. */
const replaces = name => new Promise(answer => status.replaceChildren(
  text('samename', name) + ' ', button(text('replace'), () => answer(true)), ' ', button(text('another'), () => answer(false))));

addEventListener('dragover', event => {
  event.preventDefault();
  zone.classList.add('over');
});
addEventListener('dragleave', event => event.relatedTarget === null && zone.classList.remove('over'));
addEventListener('drop', event => {
  event.preventDefault();
  zone.classList.remove('over');
  const files = [...event.dataTransfer.files];
  const dropped = event.dataTransfer.getData('text/plain');
  give(files.length > 0 ? files : dropped ? [new File([dropped], text('pasted'))] : []);
});
addEventListener('paste', event => {
  if (event.target.closest('input, textarea') !== null) {
    return;
  }
  const files = [...event.clipboardData.files];
  const cells = event.clipboardData.getData('text/plain');
  give(cells ? [new File([cells], text('pasted'))] : files);
});

/* Changes */

function complain(message) {
  status.replaceChildren(...said(message));
  status.classList.add('wrong');
}

/** Changes are sent one after another, so that the last answer shows all of them. */
let last = Promise.resolve();

function change(what, body, query) {
  last = last.then(() => send(what, body, query));
  return last;
}

/** Sends a change and shows the list as it is then understood. Returns whether it was accepted. */
async function send(what, body, query) {
  document.body.setAttribute('aria-busy', 'true');
  try {
    report = await post('/api/candidates/' + what, body, query);
    await show();
    return true;
  } catch (refused) {
    if (refused.status === CONFLICT) {
      await look();
    }
    complain(refused.message);
    return false;
  } finally {
    document.body.removeAttribute('aria-busy');
  }
}

/** Shows the list as another page or a step back left it. */
async function look() {
  report = await get('/api/candidates');
  await show();
}

document.addEventListener('moved', () => {
  last = last.then(look).catch(refused => complain(refused.message));
});

/** A field that sends its text when it is left, or chosen from its list, if it differs from the text before. */
function field(before, attributes, commit) {
  let sent = before;
  const leave = event => {
    if (event.target.isConnected && event.target.value !== sent) {
      sent = event.target.value;
      commit(sent);
    }
  };
  return h('input', {type: 'text', value: before, autocomplete: 'off', onchange: leave, onblur: leave, ...attributes});
}

const mean = (table, column, meaning, unit) =>
  change('meaning', {file: table.file, name: report.files[table.file].name, heading: column.key, meaning, unit});

/* Columns */

const kindOf = table => report.kinds.find(kind => kind.id === table.kind);

function meanings(kind) {
  return h('datalist', {id: 'meanings-' + kind.id}, kind.meanings.map(one =>
    h('option', {value: one.label, label: one.name})));
}

/** The possible values of the cells of a column, or null if any value is possible. */
function valueList(table, number, i) {
  const values = kindOf(table).meanings.find(one => one.name === table.columns[i].means)?.values ?? [];
  return values.length === 0 ? null
    : h('datalist', {id: 'values-' + number + '-' + i}, values.map(value => h('option', {value})));
}

function chosen(table, column, typed) {
  const known = kindOf(table).meanings.find(one => one.label === typed || one.name === typed);
  return mean(table, column, typed === '' ? null : known?.name ?? typed, null);
}

function meaningField(table, column, place) {
  const left = column.state === 'LEFT_OUT';
  return field(column.label ?? '', {
    list: 'meanings-' + table.kind, class: 'meaning', placeholder: left ? text('left') : text('none'),
    'aria-label': text('meaning.of', column.heading), 'aria-invalid': column.open, 'aria-describedby': place + '-said',
    dataset: {key: place}}, typed => chosen(table, column, typed.trim()));
}

function unitField(table, column, place) {
  const meaning = kindOf(table).meanings.find(one => one.name === column.means);
  if (!column.means || !meaning?.units.length) {
    return null;
  }
  const list = place + '-units';
  return h('span', {class: 'unit'},
    h('datalist', {id: list}, meaning.units.map(unit => h('option', {value: unit}))),
    field(column.unit ?? '', {
      list, placeholder: text('unit'), 'aria-label': text('unit.of', column.heading), dataset: {key: place + '-unit'}},
    typed => mean(table, column, column.means, typed.trim())));
}

function decisions(table, column, place) {
  const own = column.state === 'GIVEN' || column.state === 'LEFT_OUT';
  return h('span', {class: 'decisions'},
    column.choices.map((choice, i) => button(choice.label, () => mean(table, column, choice.meaning, null),
      {class: 'choice', 'aria-label': text('choose.meaning', column.heading, choice.label),
        dataset: {key: place + '-choice-' + i}})),
    column.state === 'LEFT_OUT' || column.state === 'IGNORED' || column.state === 'PART' || column.state === 'UNKNOWN' ? null
      : button(text('leave'), () => mean(table, column, '-', null),
        {'aria-label': text('leave.of', column.heading), dataset: {key: place + '-leave'}}),
    own ? button(text('found'), () => mean(table, column, null, null),
      {'aria-label': text('found.of', column.heading), dataset: {key: place + '-found'}}) : null);
}

/** How the meaning was found, or the problem of the heading. */
const state = column => column.said && (column.choices.length > 0 || column.problems.length === 0)
  ? said(column.said) : column.problems.flatMap(said);

function columnItem(table, number, column) {
  const place = 'column-' + number + '-' + column.number;
  const wrong = column.open || column.problems.length > 0;
  return h('li', {class: wrong ? 'column open' : column.means ? 'column' : 'column out'},
    h('span', {class: 'heading'}, h('span', {class: 'letters'}, column.letters), ' ', h('b', {}, column.heading)),
    h('span', {class: 'examples quiet'}, column.examples.join(' | ')),
    h('span', {class: 'fields'}, meaningField(table, column, place), unitField(table, column, place)),
    h('span', {class: 'more'},
      h('span', {class: 'said', id: place + '-said'}, state(column)), decisions(table, column, place)));
}

/* Rows */

/** The width of a text in narrow characters; Chinese ones count twice. */
const width = cell => [...cell].reduce((sum, character) => sum + (character > '\u2e7f' ? 2 : 1), 0);

/** Draws rows as they come into view. */
class Rows {
  constructor(table, number) {
    this.table = table;
    this.number = number;
    this.state = stateOf(table);
    this.values = table.columns.map((column, i) => valueList(table, number, i));
    this.body = h('tbody');
    this.more = h('div', {class: 'more'});
    this.count = 0;
    this.box = h('div', {class: 'rows', role: 'region', tabindex: 0, 'aria-label': text('rows.of', placeOf(table))},
      h('table', {}, h('thead', {}, h('tr', {},
        h('th', {scope: 'col'}, text('row')), h('th', {scope: 'col'}, text('state')),
        table.columns.map(column => h('th', {scope: 'col'}, column.heading)))), this.body), this.more, this.values);
    this.seen = new IntersectionObserver(
      entries => entries.some(entry => entry.isIntersecting) && this.next().catch(refused => complain(refused.message)), {root: this.box, rootMargin: '400px'});
  }

  /** Draws the first rows, at least as many as before, then watches for the end of them. */
  async start(before) {
    await this.next();
    while (this.count < before && this.count < this.total) {
      await this.next();
    }
    this.seen.observe(this.more);
  }

  async next() {
    if (this.loading || this.count === this.total) {
      return;
    }
    this.loading = true;
    const query = {table: this.number, from: this.count};
    if (this.state !== 'all') {
      query.state = this.state;
    }
    let page;
    try {
      page = await get('/api/candidates/rows', query);
    } finally {
      this.loading = false;
    }
    this.total = page.total;
    this.count += page.rows.length;
    this.body.append(...page.rows.map(row => this.row(row)));
    if (this.count === this.total || page.rows.length === 0) {
      this.seen.disconnect();
    } else {
      this.seen.unobserve(this.more);
      this.seen.observe(this.more);
    }
  }

  row(row) {
    const whole = row.problems.filter(problem => problem.cell < 0).map(problem => h('p', {class: 'wrong'}, said(problem.text)));
    return h('tr', {class: row.state},
      h('th', {scope: 'row'}, String(row.row)),
      h('td', {class: 'state'}, text('state.' + row.state), row.why ? ': ' + row.why : '', whole, this.links(row)),
      row.cells.map((cell, i) => this.cell(row, cell, i)));
  }

  /** Buttons that lead to the cells with problems. */
  links(row) {
    return [...new Set(row.problems.map(problem => problem.cell).filter(i => i >= 0))].map(i =>
      button(this.table.columns[i].heading, () => document.getElementById(this.place(row, i)).focus(),
        {class: 'to', 'aria-label': text('to', row.row, this.table.columns[i].heading)}));
  }

  place(row, i) {
    return 'cell-' + this.number + '-' + row.row + '-' + i;
  }

  cell(row, cell, i) {
    const wrong = row.problems.filter(problem => problem.cell === i);
    if (row.state !== 'refused' && !row.corrected.includes(i)) {
      return h('td', {}, cell);
    }
    const place = this.place(row, i);
    return h('td', {class: wrong.length > 0 ? 'bad' : row.corrected.includes(i) ? 'corrected' : null},
      field(cell, {
        id: place, list: this.values[i]?.id, 'aria-label': text('cell', row.row, this.table.columns[i].heading),
        'aria-invalid': wrong.length > 0, 'aria-describedby': wrong.length > 0 ? place + '-why' : null,
        size: Math.min(40, Math.max(6, width(cell) + 2)), dataset: {key: place}},
      typed => change('cell', {
        table: this.number, name: report.files[this.table.file].name, row: row.row, cell: i, was: cell, text: typed})),
      wrong.length > 0
        ? h('p', {class: 'wrong', id: place + '-why'}, wrong.flatMap((problem, at) => [at > 0 ? ' ' : '', ...said(problem.text)])) : null);
  }
}

/** The state of the rows to show: that of the address if there are such rows; refused ones first otherwise. */
function stateOf(table) {
  const asked = location.hash.slice(1);
  if (!table.read || asked === 'all') {
    return 'all';
  }
  return STATES.includes(asked) && (asked !== 'refused' || table.refusedRows > 0) ? asked
    : table.refusedRows > 0 ? 'refused' : 'all';
}

function rowsOf(table, number) {
  const rows = new Rows(table, number);
  const filter = h('select', {dataset: {key: 'state-' + number}, onchange: event => {
    history.replaceState(null, '', '#' + event.target.value);
    show();
  }}, ['all', ...STATES].map(state => h('option', {value: state, selected: rows.state === state},
    text('show.' + state))));
  return {
    element: h('div', {}, table.read ? h('p', {}, h('label', {}, text('show'), ' ', filter)) : null, rows.box), rows};
}

/* Files and tables */

const placeOf = table => [report.files[table.file].name, table.sheet, kindOf(table).label].filter(part => part).join(', ');

function tableSection(table, number, drawn) {
  const head = table.headings > 0 ? text('headings', table.headings) : '';
  const open = table.columns.filter(column => column.open).length;
  const rows = table.rows > 0 ? rowsOf(table, number) : null;
  if (rows) {
    drawn.push(rows.rows);
  }
  return h('div', {class: 'table'},
    h('h3', {}, [table.sheet, kindOf(table).label].filter(part => part).join(' · ')),
    h('p', {class: 'quiet'}, head),
    table.strange ? h('p', {class: 'wrong'}, text('strange')) : null,
    open > 0 ? h('p', {class: 'wrong'}, text(table.read ? 'open.rows' : 'open', open)) : null,
    table.problems.map(problem => h('p', {class: 'wrong'}, said(problem))),
    h('h4', {}, text('columns')),
    h('ul', {class: 'columns'}, table.columns.map(column => columnItem(table, number, column))),
    rows ? h('h4', {}, text('rows', table.rows)) : null,
    rows ? rows.element : null);
}

async function saveMapping(file) {
  save(report.files[file].name + '.map.yaml', await get('/api/candidates/mapping', {file}));
}

function fileSection(file, number, drawn) {
  return h('section', {class: 'file', 'aria-label': file.name},
    h('div', {class: 'title'}, h('h2', {}, file.name),
      button(text('mapping'), () => saveMapping(number), {disabled: !file.mapped}),
      button(text('remove'), () => change('remove', {file: number, name: file.name}), {'aria-label': text('remove.of', file.name)})),
    file.mapped ? h('p', {class: 'quiet'}, text('mapping.how')) : null,
    file.corrections > 0 ? h('p', {class: 'quiet'}, text('corrections', file.corrections)) : null,
    file.problems.length > 0
      ? h('ul', {class: 'wrong'}, file.problems.map(problem => h('li', {}, said(problem)))) : null,
    report.tables.map((table, i) => table.file === number ? tableSection(table, i, drawn) : null),
    folded('changes', file.changes), folded('notes', file.notes));
}

/** Lines that are shown when they are asked for; null without lines. */
const folded = (title, lines) => lines.length === 0 ? null
  : h('details', {}, h('summary', {}, text(title, lines.length)),
    h('ul', {}, lines.map(line => h('li', {}, said(line)))));

function nameQuestion(question, number) {
  return h('fieldset', {class: 'name'},
    h('legend', {}, said(text('known', question.name))),
    h('p', {class: 'quiet'}, question.place),
    question.candidates.map((candidate, i) => button(candidate.label,
      () => change('match', {name: question.name, id: candidate.meaning}),
      {class: 'choice', dataset: {key: 'name-' + number + '-' + i}})));
}

/* The end: screening and saving */

async function screen(only) {
  try {
    await post('/api/candidates/screen', {only});
    changed();
    location.assign('/');
  } catch (refused) {
    complain(refused.message);
  }
}

async function withdraw() {
  try {
    await post('/api/candidates/withdraw');
    changed();
    report = await get('/api/candidates');
    await show();
  } catch (refused) {
    complain(refused.message);
  }
}

async function saveAccepted(form) {
  try {
    save('candidates.' + form, await get('/api/candidates/accepted', {form}));
  } catch (refused) {
    complain(refused.message);
  }
}

const only = h('input', {type: 'checkbox', id: 'only', checked: true});
const form = h('select', {id: 'form', 'aria-label': text('form')},
  FORMS.map(one => h('option', {value: one}, '.' + one)));

function endParts() {
  const parts = [];
  if (report.files.length > 0) {
    parts.push(h('p', {},
      button(text('screen', report.taken), () => screen(only.checked),
        {id: 'screen', class: 'main', disabled: report.taken === 0}), ' ',
      h('label', {}, only, ' ', text('only'))));
    parts.push(h('p', {},
      button(text('accepted'), () => saveAccepted(form.value), {id: 'accepted', disabled: report.taken === 0}), ' ',
      form));
  }
  if (report.screened) {
    parts.push(h('p', {}, text('screened'), ' ', button(text('withdraw'), withdraw, {id: 'withdraw'})));
  }
  return parts;
}

/* All */

let tables = [];

/** The focused field with the text typed there meanwhile. */
function focused() {
  const field = document.activeElement;
  const key = field?.dataset?.key;
  return key === undefined ? null : {key, value: field.value, from: field.selectionStart, to: field.selectionEnd,
    typed: field.tagName === 'INPUT' && field.value !== field.defaultValue};
}

function focusAgain(before) {
  const field = lists.querySelector('[data-key="' + CSS.escape(before.key) + '"]');
  if (field === null) {
    return;
  }
  field.focus({preventScroll: true});
  if (before.typed) {
    field.value = before.value;
  }
  if (field.tagName === 'INPUT') {
    field.setSelectionRange(before.from, before.to);
  }
}

/** Draws the list; the focused field keeps the focus, and tables their places. */
async function show() {
  const before = tables.map(rows => [rows.count, rows.box.scrollLeft, rows.box.scrollTop]);
  const drawn = [];
  const parts = [
    ...report.kinds.map(meanings),
    ...report.names.map(nameQuestion),
    ...report.files.map((file, number) => fileSection(file, number, drawn))];
  await Promise.all(drawn.map((rows, i) => rows.start(before[i]?.[0] ?? 0)));
  const focus = focused();
  status.classList.remove('wrong');
  status.replaceChildren(...report.summary.map((line, i) => h('span', {}, i === 0 ? line : ' ' + line)));
  lists.replaceChildren(...parts);
  end.replaceChildren(...endParts());
  drawn.forEach((rows, i) => before[i] && rows.box.scrollTo(before[i][1], before[i][2]));
  tables = drawn;
  if (focus) {
    focusAgain(focus);
  }
}

view.append(zone, status, lists, end);
try {
  report = await get('/api/candidates');
  await show();
} catch (refused) {
  complain(refused.message);
}
addEventListener('hashchange', show);
document.documentElement.dataset.ready = '';
