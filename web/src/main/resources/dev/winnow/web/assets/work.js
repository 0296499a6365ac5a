// The bar of each page: the last step, undone and repeated; and a new look at the page when the work changed elsewhere.
// A page that keeps itself up to date gets the event 'moved' instead of being loaded again.

import {get, h, post, say} from './dom.js';

const undo = h('button', {type: 'button', id: 'undo', disabled: true, onclick: () => step('undo')}, say('serve.work.undo'));
const redo = h('button', {type: 'button', id: 'redo', disabled: true, onclick: () => step('redo')}, say('serve.work.redo'));
const notice = h('p', {id: 'work-notice', role: 'status'});
const bar = h('div', {id: 'work', role: 'group', 'aria-label': say('serve.work.title')}, undo, redo, notice);
document.querySelector('header nav').after(bar);

const GONE = 0;
const PERIOD = 2000; // milliseconds between two looks at the state, while the page is seen
const RETRY = 700; // and while the server does not answer

let shown = null;
let gone = false;
let timer = null;

/** The other pages of this server that the browser shows. */
const others = new BroadcastChannel('winnow');

function show(state) {
  undo.disabled = state.undo === null;
  redo.disabled = state.redo === null;
  undo.title = state.undo ?? '';
  redo.title = state.redo ?? '';
  notice.textContent = [
    state.workspace === null ? say('serve.work.unkept') : say('serve.work.workspace', state.workspace),
    state.readOnly ? say('serve.work.readonly') : '',
    state.news ?? '',
    state.answers > 0 ? say('serve.work.answers', state.answers) : ''].filter(text => text).join(' ');
  document.documentElement.dataset.revision = state.revision;
}

/** Lets the page follow a change that it did not make. */
function follow(state) {
  if (document.documentElement.dataset.live === undefined) {
    location.reload();
    return;
  }
  shown = state.revision;
  show(state);
  document.dispatchEvent(new Event('moved'));
}

/** Looks again after a while. */
function again() {
  clearTimeout(timer);
  timer = setTimeout(() => document.hidden ? again() : look(), gone ? RETRY : PERIOD);
}

/** Reads the state; a page that shows an older one follows. */
async function look() {
  again();
  try {
    const state = await get('/api/work');
    if (gone) {
      gone = false;
      document.dispatchEvent(new Event('back'));
    }
    document.dispatchEvent(new CustomEvent('looked', {detail: state}));
    if (shown !== null && shown !== state.revision) {
      follow(state);
      return;
    }
    shown = state.revision;
    show(state);
  } catch (refused) {
    gone = refused.status === GONE;
    notice.textContent = refused.message;
    again();
  }
}

async function step(which) {
  try {
    const state = await post('/api/work/' + which);
    others.postMessage('');
    follow(state);
  } catch (refused) {
    notice.textContent = refused.message;
  }
}

addEventListener('keydown', event => {
  const editing = event.target.closest('input, textarea, select, [contenteditable]') !== null;
  if (!editing && (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z') {
    event.preventDefault();
    (event.shiftKey ? redo : undo).click();
  }
});
document.addEventListener('work', () => {
  shown = null;
  look();
  others.postMessage('');
});
others.addEventListener('message', () => document.documentElement.dataset.live !== undefined && look());
document.addEventListener('visibilitychange', () => document.hidden || look());
look();
