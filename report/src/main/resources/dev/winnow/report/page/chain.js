// The chains of a city with their gaps, as a graph and as a table.

const LINK_WIDTH = 158;
const LINK_HEIGHT = 74;
const GAP_X = 46;
const GAP_Y = 18;
const STATES = ['HELD', 'THIN', 'BROUGHT', 'MISSING', 'UNKNOWN'];

let chainCity = -1;

function chain(section) {
  const {cities, day} = book.chain;
  if (chainCity < 0) {
    chainCity = bestKnown(cities);
  }
  const body = h('div', {});
  const fill = () => {
    replace(body, book.chain.chains.map(oneChain));
    drawChains(body);
  };
  replace(section.querySelector('.drawn'),
    h('h2', {tabindex: '-1'}, section.dataset.heading || say('view.chain')),
    h('p', {class: 'quiet'}, section.dataset.how || say('chain.how', day)),
    cities.length > 1
      ? h('div', {class: 'filters tools'}, h('div', {}, h('label', {for: 'chain-city'}, say('city')), h('select', {id: 'chain-city', change: event => {
        chainCity = Number(event.target.value);
        fill();
      }}, cities.map(([, name], i) => h('option', {value: i, selected: i === chainCity}, name)))))
      : null,
    h('ul', {class: 'legend'}, STATES.filter(one => usesState(one)).map(one => h('li', {}, h('span', {class: 'swatch ' + one}), say('status.' + one)))),
    body);
  fill();
}

/** Returns the city with the most known links. */
function bestKnown(cities) {
  const known = cities.map(([, , states]) => states.filter(one => one !== 'UNKNOWN').length);
  return known.indexOf(Math.max(...known));
}

const usesState = state => book.chain.cities.some(([, , states]) => states.includes(state));

function oneChain([id, name]) {
  const [, city, states, holders] = book.chain.cities[chainCity];
  const numbers = book.chain.links.map((link, i) => i).filter(i => book.chain.links[i][2] === id);
  const {places} = layout(numbers);
  numbers.sort((one, other) => places.get(one).x - places.get(other).x || one - other);
  const gaps = numbers.filter(i => states[i] === 'MISSING').length;
  const chart = h('div', {class: 'chain-chart', role: 'img', 'aria-label': say('chain.words', name, city, numbers.length, gaps)});
  chart.links = numbers;
  return h('section', {class: 'block'},
    h('h3', {}, name, ' ', h('span', {class: 'quiet'}, city)),
    h('div', {class: 'scroll', tabindex: '0', role: 'region', 'aria-label': say('chain.graph', name)}, chart),
    table(name, [say('link'), say('stage'), say('link.state'), say('holders'),
      ...book.chain.newcomers.length ? [say('newcomer'), say('chain.candidates')] : [book.chain.cities[chainCity][4] ? say('chain.arrives') : say('occupants')]], numbers.map(i => {
      const [, link, , stage] = book.chain.links[i];
      const state = states[i];
      return h('tr', {},
        h('th', {scope: 'row'}, link), h('td', {}, stage),
        h('td', {class: 'state'}, h('span', {class: 'swatch ' + state, 'aria-hidden': 'true'}), ' ', say('status.' + state)),
        h('td', {}, joined(holders[i])),
        book.chain.newcomers.length ? newcomer(book.chain.newcomers[i]) : null,
        h('td', {}, occupants(i)));
    })));
}

/** The verdict on a hypothetical project that adds only this link. */
function newcomer([name, because, low, high, actions]) {
  return h('td', {}, verdict(name), ' ', h('span', {class: 'quiet range'}, range(low, high)), h('br', {}),
    h('span', {class: 'quiet'}, joined([...actions.map(one => say('action.' + one)), say('because.' + because)])));
}

/** The assessed projects that occupy a link, with links to their pair view in this city. */
function occupants(link) {
  const city = book.chain.cities[chainCity][0];
  return occupying(link).flatMap((id, n) => {
    const i = firstPair(id, city);
    const name = i === undefined ? id : projectOf(i)[1];
    return [n ? h('br', {}) : '', i === undefined ? name : h('a', {href: pairLink(i)}, name)];
  });
}

/** The projects of a link: those that arrive in the city where that is known, otherwise all assessed ones. */
const occupying = link => (book.chain.cities[chainCity][4] || book.chain.occupants)[link];

function firstPair(project, city) {
  for (const day of book.days || []) {
    const i = findPair([project, city, day]);
    if (i !== undefined) {
      return i;
    }
  }
  return undefined;
}

/** The column of each link: the length of its longest supply path. */
function layout(numbers) {
  const depths = new Map();
  const depth = (i, path) => {
    if (!depths.has(i)) {
      const suppliers = book.chain.links[i][4].filter(one => numbers.includes(one) && !path.includes(one));
      depths.set(i, suppliers.length ? 1 + Math.max(...suppliers.map(one => depth(one, [...path, i]))) : 0);
    }
    return depths.get(i);
  };
  const columns = [];
  numbers.forEach(i => (columns[depth(i, [])] ||= []).push(i));
  const tallest = Math.max(...columns.map(one => one.length));
  const places = new Map();
  columns.forEach((column, x) => column.forEach((i, y) => places.set(i, {
    x: x * (LINK_WIDTH + GAP_X) + 2,
    y: (y + (tallest - column.length) / 2) * (LINK_HEIGHT + GAP_Y) + 2,
  })));
  return {places, width: columns.length * (LINK_WIDTH + GAP_X) - GAP_X + 4, height: tallest * (LINK_HEIGHT + GAP_Y) - GAP_Y + 4};
}

function drawChains(body) {
  const {fontFamily} = getComputedStyle(body);
  charts.forEach(one => one.dispose());
  charts.clear();
  body.querySelectorAll('.chain-chart').forEach(element => {
    const {places, width, height} = layout(element.links);
    element.style.width = width + 'px';
    element.style.height = height + 'px';
    const chart = echarts.init(element, null, {renderer: 'svg', width, height});
    charts.add(chart);
    chart.setOption({
      animation: false,
      series: [{
        type: 'custom', coordinateSystem: 'none', silent: true, data: [0],
        renderItem: () => ({type: 'group', children: [
          ...element.links.flatMap(i => book.chain.links[i][4].filter(one => places.has(one)).flatMap(one => arrow(places.get(one), places.get(i)))),
          ...element.links.flatMap(i => linkBox(i, places.get(i), fontFamily)),
        ]}),
      }],
    });
  });
}

function arrow(from, to) {
  const x1 = from.x + LINK_WIDTH;
  const y1 = from.y + LINK_HEIGHT / 2;
  const x2 = to.x;
  const y2 = to.y + LINK_HEIGHT / 2;
  const bend = Math.max(20, (x2 - x1) / 2);
  return [
    {type: 'bezierCurve', shape: {x1, y1, x2: x2 - 6, y2, cpx1: x1 + bend, cpy1: y1, cpx2: x2 - bend, cpy2: y2}, style: {stroke: 'var(--edge)', fill: 'none', lineWidth: 1.2}},
    {type: 'polygon', shape: {points: [[x2, y2], [x2 - 7, y2 - 4], [x2 - 7, y2 + 4]]}, style: {fill: 'var(--edge)'}},
  ];
}

/** The number of assessed projects, or the names of the arriving ones. */
function said(i, count) {
  return book.chain.cities[chainCity][4] ? say('chain.arriving', count) : say('chain.count', count);
}

function linkBox(i, {x, y}, fontFamily) {
  const state = book.chain.cities[chainCity][2][i];
  const look = {
    HELD: {fill: 'var(--recommend-tint)', stroke: 'var(--recommend)', lineWidth: 1.8},
    THIN: {fill: 'var(--hold-tint)', stroke: 'var(--hold)', lineWidth: 1.8},
    BROUGHT: {fill: 'var(--recommend-tint)', stroke: 'var(--recommend)', lineWidth: 2.4, lineDash: [9, 3]},
    MISSING: {fill: 'var(--decline-tint)', stroke: 'var(--decline)', lineWidth: 1.8, lineDash: [6, 4]},
    UNKNOWN: {fill: 'var(--paper)', stroke: 'var(--edge)', lineWidth: 1.4, lineDash: [2, 3]},
  }[state];
  const count = occupying(i).length;
  return [
    {type: 'rect', shape: {x, y, width: LINK_WIDTH, height: LINK_HEIGHT, r: 5}, style: look},
    {type: 'text', x: x + 10, y: y + 8, style: {text: book.chain.links[i][1], width: LINK_WIDTH - 20, height: 45, overflow: 'break', lineOverflow: 'truncate', fill: 'var(--ink)', fontFamily, fontSize: 12.5, fontWeight: 600, lineHeight: 15}},
    {type: 'text', x: x + 10, y: y + LINK_HEIGHT - 8, style: {text: say('status.' + state) + (count ? ' · ' + said(i, count) : ''), fill: 'var(--ink)', fontFamily, fontSize: 11, verticalAlign: 'bottom'}},
  ];
}
