// One project in one city: the verdict, every point of its score, and the open questions.

const FIRST_QUESTIONS = 12;

let pairShown = -1;

async function pair(section, i, isRenewed) {
  pairShown = i;
  const asked = details(i);
  if (book.served && !isRenewed) {
    replace(section, tools(i, null), h('h2', {tabindex: '-1'}, pairTitle(i)), verdictBlock(i),
      h('p', {class: 'quiet', role: 'status'}, say('serve.overview.loading')));
  }
  const found = await asked.catch(refused => refused);
  if (pairShown !== i) {
    return;
  }
  if (found instanceof Error) {
    replace(section, tools(i, null), h('h2', {tabindex: '-1'}, pairTitle(i)), verdictBlock(i), h('p', {class: 'notice', role: 'alert'},
      found.message.split('`').map((part, at) => at % 2 === 0 ? part : h('code', {}, part))));
    return;
  }
  const sideOf = criterion => (found.criteria.find(one => one.id === criterion) || {}).side;
  const stops = found.findings.filter(one => one.effect === 'KNOCK_OUT' || one.effect === 'RED_FLAG');
  const counted = found.findings.filter(one => one.effect === 'AWARD' || one.effect === 'CAP');
  const remarks = found.findings.filter(one => !stops.includes(one) && !counted.includes(one));
  replace(section,
    tools(i, found),
    h('h2', {tabindex: '-1'}, pairTitle(i)),
    verdictBlock(i),
    stopBlock(i, stops, found),
    h('div', {class: 'pairs'}, book.sides.map(side => sideBlock(i, side, found, sideOf))),
    h('section', {class: 'block'}, h('h3', {}, say('pair.certain')),
      counted.length ? findingList(counted, found) : h('p', {}, say('pair.none'))),
    remarks.length ? h('section', {class: 'block'}, h('h3', {}, say('pair.besides')), findingList(remarks, found)) : null,
    found.besides.map(besidesBlock),
    questionBlock(found),
    openBlock(found));
  drawCharts(section);
}

/** Links to the list, to the section on what settles the verdict, and to the record of a decision. */
function tools(i, found) {
  const [project, city, day] = pairOf(i);
  const links = [
    book.size > 1 ? h('a', {href: main() === 'overview' ? shown.address : '#' + main()}, say('back', say('view.' + main()))) : null,
    book.served && found && found.besides.some(one => one.id === 'ways') ? h('button', {type: 'button', click: () => arrive(document.getElementById('pair'), 'besides-ways')}, say('serve.overview.settle')) : null,
    book.served ? h('a', {href: '/decisions?' + new URLSearchParams({project, city, day})}, say('serve.overview.decide')) : null,
  ].filter(link => link);
  return links.length ? h('p', {class: 'tools'}, links) : null;
}

/** The rules that stop the candidate, and the undetermined ones that may. */
function stopBlock(i, stops, found) {
  const open = verdictOf(i) === 'DECLINE' ? [] : found.undetermined.filter(one => one.effect === 'KNOCK_OUT' || one.effect === 'RED_FLAG');
  if (!stops.length && !open.length) {
    return null;
  }
  return h('section', {class: 'block'}, h('h3', {}, verdictOf(i) === 'RECOMMEND' ? say('pair.conditions') : say('pair.stops')),
    stops.length ? findingList(stops, found) : null,
    open.length ? h('ul', {class: 'open-stops'}, open.map(one => h('li', {},
      h('span', {class: 'effect ' + one.effect}, say('stops.open.' + one.effect)), ' ', linkTo('rule-' + one.rule, one.title, book.known_rules.has(one.rule))))) : null);
}

function verdictBlock(i) {
  const [, , invented] = projectOf(i);
  const actions = actionsOf(i);
  return h('div', {class: 'block'},
    invented ? h('p', {class: 'invented'}, say('invented.one')) : null,
    h('p', {}, h('span', {class: 'verdict large ' + verdictOf(i)}, h('span', {class: 'mark', 'aria-hidden': 'true'}), verdictWord(verdictOf(i))),
      ' ', say('pair.because', say('because.' + becauseOf(i))), ' ', h('span', {class: 'possible'}, possibleWords(i))),
    h('dl', {class: 'facts ' + verdictOf(i)},
      fact(say('score'), [bar(book.low[i], book.high[i]), ' ', exactly(book.low[i], range(book.low[i], book.high[i]), {class: 'score'})]),
      fact(say('binds'), say('side.' + book.sides[book.binds[i]])),
      fact(say('known'), percent(book.known[i])),
      book.rank[i] > 0 ? fact(say('rank'), book.rivals[i] > 0 ? say('pair.rank', rankOf(i), book.rivals[i]) : rankOf(i)) : null,
      fact(say('day'), dayOf(i)),
      districtOf(i) ? fact(say('district'), districtOf(i)) : null,
      actions.length ? fact(say('chain.does'), joined(actions.map(one => say('action.' + one)))) : null,
      book.served ? atStart(i) : null));
}

/** The other verdicts that are still possible. */
function possibleWords(i) {
  const others = possibleOf(i).filter(verdict => verdict !== verdictOf(i)).map(verdictWord);
  return others.length ? say('possible', others.join(say('possible.or'))) : say('possible.settled');
}

const fact = (term, value) => h('div', {}, h('dt', {}, term), h('dd', {}, value));

/** The score of a side: the waterfall of certain and possible points, then its criteria. */
function sideBlock(i, side, found, sideOf) {
  const low = side === 'CITY' ? book.cityLow[i] : book.projectLow[i];
  const high = side === 'CITY' ? book.cityHigh[i] : book.projectHigh[i];
  const steps = [...found.findings, ...found.undetermined]
    .filter(one => sideOf(one.criterion) === side && one.contribution !== 0)
    .map(one => ({title: one.title, rule: one.rule, amount: one.contribution}));
  const criteria = found.criteria.filter(one => one.side === side);
  const chart = h('div', {class: 'chart', role: 'img', 'aria-label': say('waterfall.words', say('side.' + side), spanWords(low, high))});
  chart.dataset.side = side;
  chart.steps = {side, steps, low, high};
  return h('section', {class: 'block'},
    h('h3', {}, say('gains.' + side), ' ', h('span', {class: 'quiet'}, exactly(low, range(low, high), {class: 'side-low'}))),
    chart,
    h('p', {class: 'quiet'}, say('waterfall.lines', book.decline, book.recommend)),
    table(say('criteria', say('gains.' + side)), [say('criterion'), numeric(say('weight')), say('score')], criteria.map(one => h('tr', {},
      h('td', {}, linkTo('criterion-' + one.id, one.title, true)),
      h('td', {class: 'number'}, String(one.weight)),
      h('td', {}, bar(one.low, one.high, 'side-' + side), ' ', h('span', {class: 'quiet'}, range(one.low, one.high)))))));
}

const linkTo = (target, words, there) => there ? h('a', {href: '#' + target}, words) : words;

const ruleLink = rule => linkTo('rule-' + rule, h('code', {}, rule), book.known_rules.has(rule));

function findingList(all, found) {
  const title = id => (found.criteria.find(one => one.id === id) || {title: id}).title;
  return h('ul', {class: 'findings'}, all.map(one => h('li', {'data-rule': one.rule},
    h('span', {class: 'amount' + (one.contribution < 0 ? ' minus' : one.contribution === 0 ? ' nothing' : '')},
      one.effect === 'AWARD' || one.effect === 'CAP' ? exactly(one.contribution, signed(one.contribution), {class: 'contribution'}) : ''),
    h('div', {},
      h('p', {class: 'title'}, one.effect === 'AWARD' ? null : h('span', {class: 'effect ' + one.effect}, say('effect.' + one.effect)), one.title),
      h('p', {}, one.reason),
      one.evidence.length ? h('ul', {}, one.evidence.map(cited)) : null,
      one.also.length ? h('ul', {}, one.also.map(words => h('li', {}, say('also', words)))) : null,
      h('p', {class: 'quiet'}, one.effect === 'AWARD' ? [title(one.criterion), ' · ', say('pair.points', near(one.points * one.share), near(one.points)), ' · '] : null,
        ruleLink(one.rule), ' · ', one.source)))));
}

/** A value that a rule read, with its source. */
function cited(one) {
  const origin = [one.source, one.day, one.hindsight ? say('hindsight') : null].filter(words => words);
  const words = origin.length ? ' ' + say('origin', joined(origin)) : '';
  return h('li', {}, one.what, one.title || one.url ? linked(words, one) : words, one.note ? [' ', h('span', {lang: foreign(one.note)}, say('note', one.note))] : '');
}

/** A text in which the source appears by its title, as a link if it has an address. */
function linked(words, {source, title, url}) {
  const at = words.indexOf(source);
  return [words.slice(0, at), h(url ? 'a' : 'span', {href: url, title, rel: url && 'noreferrer'}, source), words.slice(at + source.length)];
}

/** The stake of a question: effects on the verdict, and points. */
function stakeOf({stops, points}) {
  const words = stops.map(effect => say('questions.stop.' + effect));
  const decides = words.length ? say('questions.decides', words.length > 1 ? say('questions.two', ...words) : words[0]) : null;
  const moves = stops.length && !points ? null : exactly(points, say('questions.moves', near(points)));
  return decides && moves ? [decides, ' · ', moves] : decides || moves;
}

/** The address of a question on the page of questions. */
const answerLink = ({fact, of}) => '/questions#question/' + [fact, of].map(encodeURIComponent).join('/');

function questionBlock(found) {
  if (!found.questions.length) {
    return null;
  }
  const all = found.questions.flatMap(group => group.facts.map(one => h('li', {},
    h('span', {class: 'box', 'aria-hidden': 'true'}), h('span', {}, book.served ? h('a', {href: answerLink(one)}, one.ask) : one.ask),
    h('span', {class: 'quiet'}, one.effort, ' · ', stakeOf(group)))));
  const rest = all.slice(FIRST_QUESTIONS);
  return h('section', {class: 'block', id: 'questions'}, h('h3', {}, say('questions')), h('p', {class: 'quiet'}, say('questions.how')),
    h('ul', {class: 'asked'}, all.slice(0, FIRST_QUESTIONS)),
    rest.length ? h('details', {}, h('summary', {}, say('questions.rest', rest.length)), h('ul', {class: 'asked'}, rest)) : null);
}

/** Additional sections: robustness, and changes that would reverse the verdict. */
function besidesBlock({id, title, lines}) {
  const list = h('ul', {}, lines.map(line => h('li', {}, line)));
  return h('section', {class: 'block', id: id && 'besides-' + id, tabindex: id && '-1'}, lines.length > 12
    ? h('details', {}, h('summary', {}, h('h3', {}, title)), list)
    : [h('h3', {}, title), list]);
}

function openBlock(found) {
  if (!found.undetermined.length) {
    return null;
  }
  const title = id => (found.criteria.find(one => one.id === id) || {title: id}).title;
  return h('section', {class: 'block'},
    h('details', {open: found.undetermined.length < 12}, h('summary', {}, h('h3', {}, say('open', found.undetermined.length))),
      table(say('open.title'), [say('open.rule'), say('criterion'), say('open.stake'), say('open.missing')], found.undetermined.map(one => h('tr', {},
        h('td', {}, linkTo('rule-' + one.rule, one.title, book.known_rules.has(one.rule))),
        h('td', {}, title(one.criterion)),
        h('td', {}, one.effect === 'AWARD' ? say('points', near(one.points)) : say('effect.' + one.effect), one.contribution ? [' ', exactly(one.contribution, signed(one.contribution), {class: 'contribution'})] : null),
        h('td', {}, few(one.missing)))))));
}

/** The first missing facts; the questions list all of them. */
function few(names) {
  const some = joined(names.slice(0, 3), 'semicolon');
  return names.length > 3 ? say('more', some, names.length - 3) : some;
}

// --- the waterfall ---

const ROW = 40;

function drawCharts(section) {
  charts.forEach(one => one.dispose());
  charts.clear();
  section.querySelectorAll('.chart').forEach(element => {
    if (element.steps) {
      waterfall(element);
    }
  });
}

/**
 * Each step starts at the end of the previous one. Certain points end at the side's low score; possible points, hatched, reach
 * its high score. Colours are CSS variables, which differ by theme and on paper.
 */
function waterfall(element) {
  const {side, steps, low, high} = element.steps;
  const rows = [];
  let at = 0;
  for (const step of steps) {
    rows.push({label: step.title, from: at, to: at + step.amount, amount: signed(step.amount), kind: step.amount < 0 ? 'loss' : side.toLowerCase()});
    at += step.amount;
  }
  rows.push({label: say('waterfall.certain'), from: 0, to: low, amount: down(low), kind: side.toLowerCase(), total: true});
  if (high > low) {
    rows.push({label: say('waterfall.possible'), from: low, to: high, amount: say('waterfall.to', up(high)), kind: 'open'});
  }
  element.style.height = rows.length * ROW + 34 + 'px';
  const labels = Math.max(110, Math.min(230, element.clientWidth * 0.42));
  const chart = echarts.init(element, null, {renderer: 'svg'});
  charts.add(chart);
  const ink = 'var(--ink)';
  const {fontFamily} = getComputedStyle(element);
  chart.setOption({
    animation: false,
    textStyle: {fontFamily, color: ink},
    grid: {left: labels + 8, right: 54, top: 4, bottom: 26},
    xAxis: {type: 'value', min: 0, max: 100, interval: 20, axisLabel: {color: 'var(--quiet)', fontSize: 11}, splitLine: {lineStyle: {color: 'var(--line)'}}},
    yAxis: {
      type: 'category', inverse: true, data: rows.map((row, i) => String(i)), axisTick: {show: false}, axisLine: {lineStyle: {color: 'var(--edge)'}},
      axisLabel: {formatter: i => rows[i].label, width: labels, overflow: 'break', lineOverflow: 'truncate', height: ROW - 4, fontSize: 12, lineHeight: 14, color: ink, interval: 0},
    },
    series: [{
      type: 'custom', silent: true, clip: false, data: rows.map((row, i) => [i, row.from, row.to]),
      renderItem: (parameters, api) => step(rows, api, fontFamily),
    }, {
      type: 'custom', silent: true, clip: false, data: [[book.decline, 0], [book.recommend, 0]],
      renderItem: (parameters, api) => threshold(parameters, api),
    }],
  });
}

function step(rows, api, fontFamily) {
  const i = api.value(0);
  const row = rows[i];
  const [from, y] = api.coord([row.from, i]);
  const [to] = api.coord([row.to, i]);
  const height = 16;
  const left = Math.min(from, to);
  const width = Math.max(1.5, Math.abs(to - from));
  const open = row.kind === 'open';
  const colour = `var(--${row.kind})`;
  const box = {x: left, y: y - height / 2, width, height};
  const children = [{type: 'rect', shape: box, style: open
    ? {fill: 'none', stroke: 'var(--edge)', lineWidth: 1.2, lineDash: [4, 3]}
    : {fill: colour, opacity: row.total ? 1 : 0.82, stroke: row.total ? 'var(--ink)' : 'none', lineWidth: row.total ? 1 : 0}}];
  if (open) {
    for (let x = 5; x < width; x += 7) {
      children.push({type: 'line', shape: {x1: left + x, y1: box.y + 1, x2: Math.max(left, left + x - 7), y2: box.y + height - 1}, style: {stroke: 'var(--open)', lineWidth: 1}});
    }
  }
  if (i + 1 < rows.length && !row.total) {
    children.push({type: 'line', shape: {x1: to, y1: box.y + height, x2: to, y2: box.y + ROW}, style: {stroke: 'var(--edge)', lineWidth: 1}});
  }
  children.push({type: 'text', x: Math.max(from, to) + 5, y, style: {text: row.amount, fontFamily, fill: 'var(--ink)', fontSize: 12, fontWeight: row.total ? 'bold' : 'normal', verticalAlign: 'middle'}});
  return {type: 'group', children};
}

/** A line at a threshold between verdicts. */
function threshold(parameters, api) {
  const [x] = api.coord([api.value(0), 0]);
  const {y, height} = parameters.coordSys;
  return {type: 'line', shape: {x1: x, y1: y, x2: x, y2: y + height}, style: {stroke: 'var(--edge)', lineWidth: 1, lineDash: [2, 3]}};
}
