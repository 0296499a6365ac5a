// Long lists of a served page: rows are drawn as they come into view.

const GROUP = 40; // rows drawn together
const MARGIN = '500px 0px'; // drawn before they come into view

const observers = new Set();

/** Ends the drawing of lists that are replaced. */
function forgetRows() {
  observers.forEach(one => one.disconnect());
  observers.clear();
}

/**
 * Turns the region of an empty table into one that scrolls and draws its rows as they come into view.
 *
 * @param height the usual height of a row, in pixels
 */
function drawnAsSeen(region, count, row, height) {
  const body = region.querySelector('tbody');
  const groups = [];
  for (let from = 0; from < count; from += GROUP) {
    groups.push(rowGroup(from, Math.min(from + GROUP, count), row, height));
  }
  body.parentElement.setAttribute('aria-rowcount', count + 1);
  body.replaceWith(...groups);
  region.classList.add('window');
  const observer = new IntersectionObserver(
    entries => entries.forEach(one => one.isIntersecting ? one.target.fill() : one.target.empty()),
    {root: region, rootMargin: MARGIN});
  observers.add(observer);
  groups.forEach(one => observer.observe(one));
  groups[0].fill();
  return region;
}

/** Rows that are drawn together; a blank row of their height stands for them meanwhile. */
function rowGroup(from, to, row, height) {
  const group = h('tbody', {});
  let filled = true;
  let space = (to - from) * height;
  group.fill = () => {
    if (!filled) {
      filled = true;
      group.replaceChildren(...Array.from({length: to - from}, (none, i) => {
        const line = row(from + i);
        line.setAttribute('aria-rowindex', from + i + 2);
        return line;
      }));
    }
  };
  group.empty = () => {
    const isNeeded = group.contains(document.activeElement) || group.querySelector('[tabindex="0"]');
    if (filled && !isNeeded) {
      filled = false;
      space = group.offsetHeight || space;
      const cell = h('td', {colspan: 99});
      cell.style.height = space + 'px';
      group.replaceChildren(h('tr', {'aria-hidden': 'true', class: 'blank'}, cell));
    }
  };
  group.empty();
  return group;
}
