// The page of a portfolio or an assignment: the curve of the best sets over budgets, and the links added to the chains.

let curve = null;

/** A point per best set of a budget, with the plan's budget highlighted, and the set chosen by points per money. */
function frontier(element) {
  const {points, plan, greedy, ticks, name} = book.frontier;
  const most = Math.max(...points.map(one => one[1]));
  curve && curve.dispose();
  curve = echarts.init(element, null, {renderer: 'svg'});
  const {fontFamily} = getComputedStyle(element);
  const axis = {axisLine: {lineStyle: {color: 'var(--edge)'}}, splitLine: {lineStyle: {color: 'var(--line)'}}};
  const label = {color: 'var(--quiet)', fontSize: 11};
  curve.setOption({
    animation: false,
    textStyle: {fontFamily, color: 'var(--ink)'},
    grid: {left: 48, right: 38, top: 34, bottom: 30},
    xAxis: {type: 'value', min: 0, max: Math.max(...points.map(one => one[0])), interval: ticks[0][0], ...axis,
      axisLabel: {...label, formatter: value => (ticks.find(one => Math.abs(one[0] - value) < one[0] / 1000) || [0, ''])[1], hideOverlap: true}},
    yAxis: {type: 'value', min: 0, max: most * 1.08, name, nameTextStyle: {...label, align: 'left', padding: [0, 0, 0, -40]}, ...axis, axisLabel: {...label, showMaxLabel: false}},
    series: [{type: 'custom', silent: true, clip: false, data: [0], renderItem: (parameters, api) => ({type: 'group', children: [
      {type: 'polyline', shape: {points: points.map(one => api.coord(one))}, style: {stroke: 'var(--city)', lineWidth: 2, fill: 'none'}},
      ...points.map(([budget, worth, proven], i) => dot(api.coord([budget, worth]), proven, i === plan)),
      ...plan < 0 ? [] : [words(api.coord(points[plan]), book.frontier.best, fontFamily, -16)],
      ...greedy ? [diamond(api.coord(greedy)), words(api.coord(greedy), book.frontier.greedyWords, fontFamily, 26)] : [],
    ]})}],
  });
}

const dot = ([cx, cy], proven, chosen) => ({type: 'circle', shape: {cx, cy, r: chosen ? 6.5 : 4},
  style: {fill: proven ? (chosen ? 'var(--project)' : 'var(--city)') : 'var(--paper)', stroke: chosen ? 'var(--project)' : 'var(--city)', lineWidth: 2}});

const diamond = ([x, y]) => ({type: 'polygon', shape: {points: [[x, y - 6], [x + 6, y], [x, y + 6], [x - 6, y]]}, style: {fill: 'var(--paper)', stroke: 'var(--loss)', lineWidth: 2}});

/** The label above or below a point. */
const words = ([x, y], text, fontFamily, away) => ({type: 'text', x, y: y + away, style: {text, fontFamily, fill: 'var(--ink)', fontSize: 12, fontWeight: 600, align: 'center', verticalAlign: 'middle', stroke: 'var(--paper)', lineWidth: 3}});

function drawCurve() {
  const element = document.querySelector('.frontier');
  element && frontier(element);
}

let wide = window.innerWidth;
window.addEventListener('resize', () => {
  if (window.innerWidth !== wide) {
    wide = window.innerWidth;
    drawCurve();
  }
});

part('index').then(text => {
  Object.assign(book, JSON.parse(text));
  const section = document.getElementById('chain');
  if (section) {
    chain(section);
  }
  drawCurve();
  document.documentElement.dataset.ready = '';
}).catch(problem => {
  document.getElementById('failure').hidden = false;
  throw problem;
});
