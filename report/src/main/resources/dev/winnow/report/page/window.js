// Long lists of a served page: only the rows in and near view exist.

const GROUP = 10; // rows drawn together
const MARGIN = 240; // pixels above and below the view that have rows too

/**
 * Turns the region of an empty table into one that scrolls and draws its rows as they come into view.
 *
 * @param height the usual height of a row, in pixels
 */
function drawnAsSeen(region, count, row, height) {
  const body = region.querySelector('tbody');
  const table = body.parentElement;
  const columns = table.tHead.rows[0].cells.length;
  const groups = [];
  for (let from = 0; from < count; from += GROUP) {
    const to = Math.min(from + GROUP, count);
    groups.push({from, to, height: (to - from) * height, element: null});
  }
  const above = blank(columns);
  const below = blank(columns);
  table.setAttribute('aria-rowcount', count + 1);
  body.replaceWith(above, below);
  region.classList.add('window');

  const fill = number => {
    const group = groups[number];
    if (group && !group.element) {
      group.element = h('tbody', {}, Array.from({length: group.to - group.from}, (none, i) => {
        const line = row(group.from + i);
        line.setAttribute('aria-rowindex', group.from + i + 2);
        return line;
      }));
      group.element.dataset.group = number;
      const next = [...table.tBodies].find(one => one === below || Number(one.dataset.group) > number);
      table.insertBefore(group.element, next);
    }
    return group && group.element;
  };
  const drop = group => {
    group.element.remove();
    group.element = null;
  };
  /** Rows that are in use stay: those with the focus, or with the tab stop of a grid. */
  const isUsed = ({element}) => element.contains(document.activeElement) || element.querySelector('[tabindex="0"]') !== null;

  /** The first group in view; undefined after a jump. */
  const anchor = () => {
    const {top} = region.getBoundingClientRect();
    return groups.find(one => one.element && !isFar(one) && one.element.getBoundingClientRect().bottom > top)?.element;
  };
  let first = 0;
  let last = -1;
  const isFar = one => one.from < first * GROUP || one.from > last * GROUP;

  const draw = () => {
    const fixed = anchor();
    const before = fixed && fixed.getBoundingClientRect().top;
    groups.filter(one => one.element && one.element.offsetHeight).forEach(one => {
      one.height = one.element.offsetHeight;
    });
    [first, last] = seen(groups, region.scrollTop, region.clientHeight || window.innerHeight);
    groups.forEach(one => one.element && isFar(one) && !isUsed(one) && drop(one));
    for (let number = first; number <= last; number++) {
      fill(number);
    }
    const missing = (from, to) => groups.slice(from, to).reduce((sum, one) => sum + (one.element ? 0 : one.height), 0);
    above.space(missing(0, first));
    below.space(missing(last + 1));
    if (fixed && fixed.isConnected) { // heights that were estimated must not move the rows in view
      region.scrollTop += fixed.getBoundingClientRect().top - before;
    }
  };
  region.addEventListener('scroll', draw, {passive: true});
  region.beside = (element, step) => fill(Number(element.dataset.group) + step);
  draw();
  return region;
}

/** The numbers of the first and last group in and near view. */
function seen(groups, top, height) {
  let first = 0;
  let y = groups[0].height;
  while (first < groups.length - 1 && y < top - MARGIN) {
    y += groups[++first].height;
  }
  let last = first;
  while (last < groups.length - 1 && y < top + height + MARGIN) {
    y += groups[++last].height;
  }
  return [first, last];
}

/** A row in place of others. */
function blank(columns) {
  const cell = h('td', {colspan: columns});
  const body = h('tbody', {}, h('tr', {'aria-hidden': 'true', class: 'blank'}, cell));
  body.space = height => {
    cell.style.height = height + 'px';
    body.hidden = height === 0;
  };
  return body;
}
