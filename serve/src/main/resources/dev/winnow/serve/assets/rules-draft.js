// The edits of the pack's files, which the server keeps: each is sent as it is typed, one request at a time, the newest text
// of each file. The events `checked` (with the problems of the pack) and `draft` follow.

import {get, post} from './dom.js';

const PAUSE = 15;
const GONE = 0;
const CONFLICT = 409;
const BUSY = 503;
const waiting = new Map();
let timer = null;
let sending = null;
const acknowledged = new Map(); // by file: the text that this page and the server had last
const refusals = new Map(); // by file: the reasons why the server did not take its text

/** Publishes the state of the edits as the server answered. */
export function publish(checked) {
  document.dispatchEvent(new CustomEvent('checked', {detail: checked}));
  document.dispatchEvent(new CustomEvent('draft', {detail: {revision: checked.revision}}));
}

/** Notes the text of a file as the server has it, from which the next edits start. */
export const acknowledge = (name, text) => acknowledged.set(name, text);

/** Sends the waiting texts; those that could not be sent wait for the next attempt. */
async function send() {
  const texts = [...waiting].map(([name, one]) => ({name, ...one}));
  waiting.clear();
  try {
    const checked = await post('/api/rules/draft', {texts: texts.map(one => ({...one, was: acknowledged.get(one.name)}))});
    texts.forEach(one => {
      refusals.delete(one.name);
      acknowledge(one.name, one.text);
    });
    if (waiting.size === 0) {
      publish(checked);
    }
    if (checked.merged.length > 0) {
      document.dispatchEvent(new CustomEvent('merged', {detail: checked.merged}));
    }
    return true;
  } catch (refused) {
    texts.forEach(one => refusals.set(one.name, refused));
    if (refused.status === GONE || refused.status === BUSY) {
      texts.filter(one => !waiting.has(one.name)).forEach(({name, ...one}) => waiting.set(name, one));
    }
    document.dispatchEvent(new CustomEvent('refused', {detail: refused}));
    if (refused.status === CONFLICT) {
      document.dispatchEvent(new CustomEvent('clash', {detail: {names: texts.map(one => one.name), message: refused.message}}));
    }
    return false;
  }
}

async function sendAll() {
  clearTimeout(timer);
  timer = null;
  let taken = true;
  while (taken && waiting.size > 0) {
    taken = await send();
  }
  sending = null;
}

/** Sends the new text of a file soon; `seen` is the digest of the file on disk that the user saw. */
export function put(name, text, seen) {
  waiting.set(name, {text, seen});
  if (sending === null && timer === null) {
    timer = setTimeout(flush, PAUSE);
  }
}

/** Waits until the server has all edits. */
export function flush() {
  sending ??= waiting.size > 0 ? sendAll() : null;
  return sending ?? Promise.resolve();
}

/** Waits until the server has all edits; throws the reason if it did not take one. */
export async function arrived() {
  await flush();
  for (const refused of refusals.values()) {
    throw refused;
  }
}

/** Changes the edits by an operation, after all typed texts arrived. */
export async function operate(path, body) {
  await flush();
  const checked = await post(path, body);
  (body.names ?? [body.name]).forEach(name => refusals.delete(name));
  publish(checked);
  return checked;
}

/** Asks about the current texts. */
export async function ask(path, query, signal) {
  await flush();
  return get(path, query, signal);
}

document.addEventListener('back', flush);
