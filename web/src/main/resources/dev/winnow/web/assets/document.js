// Draws the document of a result: headings, paragraphs, lists and tables.

import {h, said} from './dom.js';

/** The blocks, each heading of the first level with its content in a frame. */
export function sections(blocks) {
  const all = [];
  let into = h('div', {class: 'lead'});
  all.push(into);
  for (const block of blocks) {
    if (block.kind === 'HEADING' && block.level === 1) {
      into = h('section', {class: 'block'});
      all.push(into);
    }
    into.append(drawn(block));
  }
  return all;
}

function drawn(block) {
  switch (block.kind) {
    case 'HEADING': return h('h' + Math.min(block.level + 1, 5), {}, ...said(block.text));
    case 'ITEMS': return h('ul', {}, block.items.map(item));
    case 'TABLE': return table(block);
    case 'STRONG': return h('p', {}, h('b', {}, ...said(block.text)));
    case 'QUIET': return h('p', {class: 'quiet'}, ...said(block.text));
    default: return h('p', {}, ...said(block.text));
  }
}

const item = one => h('li', {},
  one.label ? h('b', {}, one.label + ' ') : null, ...said(one.text),
  one.below.length ? h('ul', {}, one.below.map(below => h('li', {}, ...said(below)))) : null);

function table(block) {
  const name = block.text || block.columns.map(column => column.heading).filter(heading => heading).join(', ');
  const kind = at => block.columns[at]?.numeric ? 'number' : null;
  return h('div', {class: 'scroll', tabindex: 0, role: 'region', 'aria-label': name}, h('table', {},
    h('thead', {}, h('tr', {}, block.columns.map((column, at) => column.heading
      ? h('th', {scope: 'col', class: kind(at)}, column.heading)
      : h('td', {})))),
    h('tbody', {}, block.rows.map(one => h('tr', {}, cells(one, block.columns.length, kind))))));
}

function cells(row, columns, kind) {
  if (row.heading) {
    return [h('th', {colspan: columns, scope: 'rowgroup', class: 'group'}, ...said(row.cells[0]))];
  }
  if (row.cells.length === 1 && columns > 1) {
    return [h('td', {colspan: columns, class: 'quiet'}, ...said(row.cells[0]))];
  }
  return row.cells.map((cell, at) => h(at === 0 ? 'th' : 'td', {scope: at === 0 ? 'row' : null, class: kind(at)}, ...said(cell)));
}
