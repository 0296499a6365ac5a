// The heat map and the list of candidates, and their filters.

const HEAT_ROWS = 25;
const LIST_ROWS = 50;
const PRINTED_ROWS = 400;
const ROW_HEIGHT = 40; // pixels, until rows are drawn

const shown = {
  pairs: [], // numbers of the pairs that are shown, in the order of the list
  projects: [], // numbers of their projects, in the order of the heat map
  sort: 'verdict',
  descending: false,
  address: '#overview', // with filters and sorting
  heatPage: 0,
  listPage: 0,
  printing: false,
};

const wanted = {text: '', city: '', because: '', action: '', district: '', verdicts: new Set()};

const places = {}; // elements that are filled again and again

/** The sort key of each column; ties keep the order of the screening. */
const SORTS = {
  rank: i => book.rank[i],
  project: i => places.projects[book.project[i]],
  city: i => places.cities[book.city[i]],
  verdict: i => book.verdict[i],
  score: i => book.low[i],
  known: i => book.known[i],
};

function overview(section) {
  const haystack = (...names) => names.join('\n').toLowerCase();
  book.sought = book.projects.map(([id, name]) => haystack(id, name));
  book.soughtCities = book.cities.map(([id, name]) => haystack(id, name));
  book.soughtDistricts = book.districts.map(name => haystack(name));
  places.projects = alphabetical(book.projects.map(([, name]) => name));
  places.cities = alphabetical(book.cities.map(([, name]) => name));
  recall(location.hash);
  places.tiles = book.verdicts.map(tile);
  places.status = h('p', {class: 'status', role: 'status'});
  places.heat = h('div', {});
  places.list = h('div', {});
  add(section, [
    h('h2', {tabindex: '-1'}, section.querySelector('h2') ? say('all') : say('view.overview')),
    h('form', {class: 'block filters', role: 'search', 'aria-label': say('filter'), submit: event => event.preventDefault(), reset: cleared},
      h('fieldset', {class: 'tiles'}, h('legend', {}, say('filter.verdict')), places.tiles),
      h('div', {}, h('label', {for: 'text'}, say('filter.text')),
        h('input', {type: 'search', id: 'text', value: wanted.text, autocomplete: 'off', spellcheck: 'false', input: event => want('text', event.target.value)})),
      book.cities.length > 1 ? choice('city', say('filter.city'), book.cities.map(([, name], i) => [i, name])) : null,
      choice('because', say('filter.because'), present('because', book.becauses).map(i => [i, say('because.' + book.becauses[i])])),
      book.actions.some(bits => bits) ? choice('action', say('filter.action'), book.chainActions.map((one, i) => [i, say('action.' + one)])) : null,
      book.districts.length ? choice('district', say('filter.district'), book.districts.map((name, i) => [i, name])) : null,
      h('div', {}, h('button', {type: 'reset'}, say('filter.clear')))),
    places.status,
    h('section', {class: 'block'}, h('h3', {}, say('heat')),
      h('p', {class: 'quiet'}, say('heat.how')), legend(), places.heat),
    h('section', {class: 'block'}, h('h3', {}, say('list')), places.list),
    book.sure.length ? h('section', {class: 'block', id: 'sure'}, h('h3', {}, say('sure.title')),
      h('ul', {}, book.sure.map(([of, words]) => h('li', {}, h('b', {}, of), ' ', words)))) : null,
  ]);
  narrow();
}

/** The place of each name in alphabetical order; equal names have the same place. */
function alphabetical(names) {
  const {compare} = new Intl.Collator();
  const sorted = [...new Set(names)].sort(compare);
  const places = new Map(sorted.map((name, place) => [name, place]));
  return names.map(name => places.get(name));
}

function tile(name, number) {
  return h('button', {type: 'button', class: name, 'aria-pressed': String(wanted.verdicts.has(number)), click: event => {
    const pressed = !wanted.verdicts.delete(number);
    if (pressed) {
      wanted.verdicts.add(number);
    }
    event.currentTarget.setAttribute('aria-pressed', String(pressed));
    narrow();
  }}, verdict(name), h('b', {}, String(book.verdict.filter(one => one === number).length)));
}

function choice(key, label, options) {
  return h('div', {}, h('label', {for: key}, label),
    h('select', {id: key, change: event => want(key, event.target.value)},
      h('option', {value: ''}, say('filter.any')), options.map(([value, words]) => h('option', {value, selected: wanted[key] === String(value)}, words))));
}

const present = (column, names) => names.map((name, i) => i).filter(i => book[column].includes(i));

function legend() {
  return h('ul', {class: 'legend'}, book.verdicts.map(one => h('li', {class: one}, h('span', {class: 'mark ' + one}), say('legend.' + one))));
}

// --- the address keeps filters and sorting: for reloads, shared links and the back button ---

/** The value of a filter in the address: an id, which is valid on other pages of the universe too. */
const NAMES = {
  city: () => book.cities.map(([id]) => id),
  because: () => book.becauses,
  action: () => book.chainActions,
  district: () => book.districts,
};

function recall(hash) {
  const asked = new URLSearchParams(hash.split('?').slice(1).join('?'));
  wanted.text = asked.get('text') || '';
  for (const key of Object.keys(NAMES)) {
    const number = asked.has(key) ? NAMES[key]().indexOf(asked.get(key)) : -1;
    wanted[key] = number < 0 ? '' : String(number);
  }
  wanted.verdicts = new Set(asked.getAll('verdict').map(one => book.verdicts.indexOf(one)).filter(one => one >= 0));
  shown.sort = SORTS[asked.get('sort')] ? asked.get('sort') : 'verdict';
  shown.descending = asked.get('order') === 'descending';
}

function remember() {
  const asked = new URLSearchParams();
  wanted.text && asked.set('text', wanted.text);
  for (const key of Object.keys(NAMES)) {
    wanted[key] !== '' && asked.set(key, NAMES[key]()[wanted[key]]);
  }
  wanted.verdicts.forEach(one => asked.append('verdict', book.verdicts[one]));
  if (shown.sort !== 'verdict' || shown.descending) {
    asked.set('sort', shown.sort);
    shown.descending && asked.set('order', 'descending');
  }
  const query = asked.toString();
  const hash = query ? '#overview?' + query : '';
  shown.address = hash || '#overview';
  if (drawn.has('overview') && (location.hash.startsWith('#overview') || location.hash === '' ) && location.hash !== hash) {
    history.replaceState(null, '', hash || '#overview');
  }
}

/** Sets the controls from the filters after the address changed. */
function recalled() {
  recall(location.hash);
  document.getElementById('text').value = wanted.text;
  Object.keys(NAMES).forEach(key => {
    const select = document.getElementById(key);
    select && (select.value = wanted[key]);
  });
  places.tiles.forEach((one, number) => one.setAttribute('aria-pressed', String(wanted.verdicts.has(number))));
  narrow();
}

function want(key, value) {
  wanted[key] = value;
  narrow();
}

function cleared() {
  Object.assign(wanted, {text: '', city: '', because: '', action: '', district: ''});
  wanted.verdicts.clear();
  places.tiles.forEach(one => one.setAttribute('aria-pressed', 'false'));
  narrow();
}

/** Returns whether the names of project, city and district contain every word. */
function matches(i, words) {
  const district = book.district[i] < 0 ? '' : book.soughtDistricts[book.district[i]];
  return words.every(word => book.sought[book.project[i]].includes(word)
    || book.soughtCities[book.city[i]].includes(word) || district.includes(word));
}

function narrow() {
  const words = wanted.text.toLowerCase().split(/\s+/).filter(word => word);
  const city = wanted.city === '' ? -1 : Number(wanted.city);
  const because = wanted.because === '' ? -1 : Number(wanted.because);
  const action = wanted.action === '' ? -1 : 1 << Number(wanted.action);
  const district = wanted.district === '' ? -1 : Number(wanted.district);
  shown.pairs = sorted().filter(i =>
    (wanted.verdicts.size === 0 || wanted.verdicts.has(book.verdict[i]))
      && (city < 0 || book.city[i] === city)
      && (because < 0 || book.because[i] === because)
      && (action < 0 || book.actions[i] & action)
      && (district < 0 || book.district[i] === district)
      && (words.length === 0 || matches(i, words)));
  shown.heatPage = 0;
  shown.listPage = 0;
  const best = new Map();
  for (const i of shown.pairs) {
    const project = book.project[i];
    if (!best.has(project) || better(i, best.get(project))) {
      best.set(project, i);
    }
  }
  shown.projects = [...best.keys()].sort((one, other) => better(best.get(one), best.get(other)) ? -1 : 1);
  draw();
}

/** All pairs in the chosen order, which is kept until another is chosen. */
function sorted() {
  const order = shown.sort + ' ' + shown.descending;
  if (book.order !== order) {
    const by = SORTS[shown.sort];
    const sign = shown.descending ? -1 : 1;
    const keys = Array.from({length: book.size}, (none, i) => by(i));
    book.sorted = [...keys.keys()].sort((one, other) =>
      (keys[one] - keys[other]) * sign || (shown.sort === 'verdict' && book.low[other] - book.low[one]) || one - other);
    book.order = order;
  }
  return book.sorted;
}

function better(i, other) {
  return (book.verdict[i] - book.verdict[other] || book.low[other] - book.low[i] || book.high[other] - book.high[i]
    || book.project[i] - book.project[other] || i - other) < 0;
}

function draw() {
  remember();
  places.status.textContent = say('status', shown.pairs.length, book.size)
    + (book.served && !book.served.complete ? ' ' + say('serve.overview.incomplete') : '');
  replace(places.heat, shown.pairs.length ? heat() : h('p', {}, say('nothing')));
  replace(places.list, shown.pairs.length ? list() : h('p', {}, say('nothing')));
}

function heat() {
  // Cities with the most known facts come first, since a phone shows only the first ones.
  const most = new Map();
  shown.pairs.forEach(i => most.set(book.city[i], Math.max(most.get(book.city[i]) || 0, book.known[i])));
  const cities = [...most.keys()].sort((one, other) => most.get(other) - most.get(one) || one - other);
  const cells = new Map();
  shown.pairs.forEach(i => {
    const key = book.project[i] * book.cities.length + book.city[i];
    if (!cells.has(key)) {
      cells.set(key, i);
    }
  });
  const start = shown.projects[isWindow(shown.projects.length, HEAT_ROWS) ? 0 : shown.heatPage * rowsOf(HEAT_ROWS)];
  const first = cells.get(start * book.cities.length + cities.find(city => cells.has(start * book.cities.length + city)));
  const row = n => h('tr', {},
    h('th', {scope: 'row'}, projectName(book.projects[shown.projects[n]])),
    cities.map(city => heatCell(cells.get(shown.projects[n] * book.cities.length + city), first)));
  const body = h('tbody', {});
  const region = h('div', {class: 'scroll'},
    h('table', {class: 'heat', role: 'grid', 'aria-label': say('heat'), keydown: walk},
      h('thead', {}, h('tr', {}, h('th', {scope: 'col'}, say('project')), cities.map(city => h('th', {scope: 'col'}, book.cities[city][1])))),
      body));
  if (isWindow(shown.projects.length, HEAT_ROWS)) {
    region.firstChild.style.width = 14 + cities.length * 6.4 + 'rem'; // columns keep their widths as rows come and go
  }
  return filled(region, body, 'heatPage', shown.projects.length, HEAT_ROWS, row);
}

const rowsOf = size => shown.printing ? PRINTED_ROWS : size;

/** Whether rows are drawn as they come into view, rather than by page. */
const isWindow = (count, size) => book.served && !shown.printing && count > size;

/** A table with its rows: a page of them, or all as they come into view. */
function filled(region, body, key, count, size, row) {
  if (isWindow(count, size)) {
    return drawnAsSeen(region, count, row, ROW_HEIGHT);
  }
  const rows = rowsOf(size);
  const from = shown[key] * rows;
  for (let n = from; n < Math.min(from + rows, count); n++) {
    body.append(row(n));
  }
  return [region, pager(key, count, rows)];
}

const projectName = ([, name, invented]) => invented ? [name, h('span', {class: 'quiet'}, ' ', say('invented.project'))] : name;

/** The heat map is a single tab stop; arrows, Home and End move within it. */
function walk(event) {
  const here = event.target.closest('td');
  const row = here && here.parentElement;
  if (!row || event.ctrlKey || event.altKey || event.metaKey) {
    return;
  }
  const links = one => [...one.querySelectorAll('td a')];
  const column = here.cellIndex;
  const across = step => {
    const all = links(row);
    return all[all.indexOf(event.target.closest('a')) + step];
  };
  const along = step => {
    let next = row;
    do {
      next = beside(next, step);
    } while (next && !next.cells[column].querySelector('a'));
    return next && next.cells[column].querySelector('a');
  };
  const to = {
    ArrowRight: () => across(1),
    ArrowLeft: () => across(-1),
    ArrowDown: () => along(1),
    ArrowUp: () => along(-1),
    Home: () => links(row)[0],
    End: () => links(row).pop(),
  }[event.key];
  const link = to && to();
  if (to) {
    event.preventDefault();
  }
  if (link) {
    event.currentTarget.querySelectorAll('a[tabindex="0"]').forEach(one => one.setAttribute('tabindex', '-1'));
    link.setAttribute('tabindex', '0');
    link.focus();
  }
}

/** The next or previous row, which may be in another group of a long table. */
function beside(row, step) {
  const next = step > 0 ? row.nextElementSibling : row.previousElementSibling;
  const region = row.closest('.window');
  const group = !next && region && region.beside(row.parentElement, step);
  return group ? step > 0 ? group.firstElementChild : group.lastElementChild : next;
}

function heatCell(i, first) {
  if (i === undefined) {
    return h('td', {});
  }
  const name = verdictOf(i);
  const link = h('a', {href: pairLink(i), tabindex: i === first ? '0' : '-1', 'aria-label': say('heat.cell', projectOf(i)[1], cityOf(i)[1], verdictWord(name), spanWords(book.low[i], book.high[i]))},
    h('span', {class: 'mark', 'aria-hidden': 'true'}), range(book.low[i], book.high[i]));
  link.style.setProperty('--warmth', 6 + book.low[i] * 0.34 + '%');
  return h('td', {class: name}, link);
}

function list() {
  const region = table(say('list'), [
    heading('rank', true), heading('project'), heading('city'), heading('verdict'), heading('score'), heading('known', true),
    say('why'), say('first'),
  ], [], {class: 'list'});
  return filled(region, region.querySelector('tbody'), 'listPage', shown.pairs.length, LIST_ROWS, n => listRow(shown.pairs[n]));
}

function listRow(i) {
  return h('tr', {},
    h('td', {class: 'number'}, rankOf(i)),
    h('th', {scope: 'row'}, h('a', {href: pairLink(i)}, projectOf(i)[1])),
    h('td', {}, cityOf(i)[1], book.days.length > 1 ? h('span', {class: 'quiet'}, ' ', dayOf(i)) : null),
    h('td', {}, verdict(verdictOf(i))),
    h('td', {class: verdictOf(i)}, bar(book.low[i], book.high[i]), ' ', h('span', {class: 'quiet range'}, range(book.low[i], book.high[i]))),
    h('td', {class: 'number'}, percent(book.known[i])),
    h('td', {}, say('because.' + becauseOf(i))),
    h('td', {class: 'quiet'}, book.first[i] < 0 ? '' : book.asked[book.first[i]]));
}

function heading(key, isNumber) {
  const sorted = shown.sort === key;
  return h('th', {scope: 'col', class: isNumber ? 'number' : null, 'data-name': say(key), 'aria-sort': sorted ? (shown.descending ? 'descending' : 'ascending') : null},
    h('button', {type: 'button', 'data-sort': key, click: () => {
      shown.descending = sorted ? !shown.descending : key === 'score' || key === 'known';
      shown.sort = key;
      narrow();
      places.list.querySelector(`[data-sort=${key}]`).focus();
    }}, say(key)));
}

function pager(key, count, size) {
  const pages = Math.ceil(count / size);
  if (pages < 2) {
    return null;
  }
  const go = step => () => {
    shown[key] += step;
    draw();
    places[key === 'heatPage' ? 'heat' : 'list'].querySelector(`[data-step="${step}"]`).focus();
  };
  const from = shown[key] * size;
  return h('div', {class: 'pager'},
    h('button', {type: 'button', 'data-step': '-1', 'aria-disabled': shown[key] === 0 ? 'true' : null, click: () => shown[key] > 0 && go(-1)()}, say('previous')),
    h('button', {type: 'button', 'data-step': '1', 'aria-disabled': shown[key] === pages - 1 ? 'true' : null, click: () => shown[key] < pages - 1 && go(1)()}, say('next')),
    h('span', {}, say('of', from + 1, Math.min(from + size, count), count)));
}
