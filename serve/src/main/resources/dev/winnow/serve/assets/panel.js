// The panel for its chair: the links of the assessors with the state of their forms, the verdicts that depend on a
// disagreement, the state and the agreement.

import {sections} from './document.js';
import {get, h, said, say} from './dom.js';

const view = document.getElementById('view');
const text = (key, ...values) => say('serve.panel.' + key, ...values);
const COLUMNS = ['assessor', 'judged', 'cannot', 'missing', 'link'];

document.documentElement.dataset.live = '';

async function copy(link, button) {
  await navigator.clipboard.writeText(link);
  button.textContent = text('copied');
}

function row(one) {
  const link = location.origin + one.address;
  const button = h('button', {type: 'button', 'aria-label': text('copy') + ': ' + one.name, onclick: () => copy(link, button)}, text('copy'));
  return h('tr', {},
    h('th', {scope: 'row'}, one.name),
    [one.judged, one.cannotJudge, one.missing].map(number => h('td', {class: 'number'}, String(number))),
    h('td', {}, h('span', {class: 'buttons'}, h('a', {href: link, target: '_blank', rel: 'noopener'}, text('open')), button)));
}

const links = panel => h('section', {class: 'block', id: 'links'},
  h('h2', {}, text('links', panel.round)),
  h('p', {class: 'quiet'}, text('about')),
  h('div', {class: 'scroll', tabindex: 0, role: 'region', 'aria-label': text('links', panel.round)}, h('table', {},
    h('thead', {}, h('tr', {}, COLUMNS.map(key => h('th', {scope: 'col', class: key === 'assessor' || key === 'link' ? null : 'number'}, text(key))))),
    h('tbody', {}, panel.links.map(row)))));

async function show() {
  try {
    const panel = await get('/api/panel');
    view.replaceChildren(...(panel.given
      ? [links(panel), ...panel.documents.flatMap(document => sections(document.blocks))]
      : [h('p', {class: 'block'}, ...said(text('none')))]));
  } catch (refused) {
    view.replaceChildren(h('p', {class: 'notice', role: 'alert'}, ...said(refused.message)));
  }
  document.documentElement.dataset.ready = '';
}

document.addEventListener('moved', show);
show();
