// What the scripts of all views share: texts, elements, requests.

const texts = JSON.parse(document.getElementById('words').textContent);

/** Whether there is a text: a feature that is not installed has none. */
export const has = key => key in texts;

/** The text of a key, with its placeholders filled: in order, or %2$s by number. */
export function say(key, ...values) {
  const text = texts[key];
  if (text === undefined) {
    throw new Error('no text ' + key);
  }
  let next = 0;
  return text.replace(/%(?:(\d)\$)?s/g, (place, number) => String(values[number ? number - 1 : next++]));
}

/**
 * An element. Attributes that are null or false are left out, true ones are empty; `onclick` and the like become
 * listeners, `dataset` an object of data attributes. Children are elements or texts; null ones are left out.
 */
export function h(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (name.startsWith('on')) {
      element.addEventListener(name.slice(2), value);
    } else if (name === 'dataset') {
      Object.assign(element.dataset, value);
    } else if (value !== null && value !== undefined && value !== false) {
      element.setAttribute(name, value === true ? '' : value);
    }
  }
  element.append(...children.flat().filter(child => child !== null && child !== undefined));
  return element;
}

/** The parts of a message: names between backticks become code, as in the pages of commands. */
export function said(message) {
  const parts = message.split('`');
  return parts.length % 2 === 0 ? [message] : parts.map((part, at) => at % 2 === 1 ? h('code', {}, part) : part)
    .filter(part => part !== '');
}

/** The current day of this machine: 2026-01-31. */
export function today() {
  const now = new Date();
  const two = number => String(number).padStart(2, '0');
  return now.getFullYear() + '-' + two(now.getMonth() + 1) + '-' + two(now.getDate());
}

/** A verdict with its mark, as in the overview. */
export const verdict = name =>
  h('span', {class: 'verdict ' + name}, h('span', {class: 'mark', 'aria-hidden': 'true'}), say('verdict.' + name));

/** A score, rounded down, or an interval of two, rounded outward, as on all pages. */
export function score(low, high) {
  const rounded = (number, how) => String(how(Number((number * 100).toFixed(4))) / 100);
  return low === high ? rounded(low, Math.floor) : rounded(low, Math.floor) + '–' + rounded(high, Math.ceil);
}

/** A request that the server refused; its message is the reason, in the language of the page. */
export class Refused extends Error {
  constructor(status, detail) {
    super(detail);
    this.status = status;
  }
}

async function request(path, query, options) {
  const search = new URLSearchParams(query ?? {}).toString();
  let response;
  try {
    response = await fetch(search ? path + '?' + search : path, options);
  } catch (failure) {
    if (failure.name === 'AbortError') {
      throw failure;
    }
    throw new Refused(0, say('serve.work.gone'));
  }
  const type = response.headers.get('Content-Type') ?? '';
  if (!response.ok) {
    throw new Refused(response.status, type.includes('json') ? (await response.json()).detail : response.statusText);
  }
  return type.includes('json') ? response.json() : response.blob();
}

/** Asks for JSON, or for a file as a blob. */
export const get = (path, query, signal) => request(path, query, {signal});

/** Sends JSON, or a file as it is. */
export function post(path, body, query, signal, headers) {
  const raw = body instanceof Blob || body instanceof ArrayBuffer;
  return request(path, query, {
    method: 'POST', signal, body: body === undefined ? '' : raw ? body : JSON.stringify(body),
    headers: {'Content-Type': raw ? 'application/octet-stream' : 'application/json', ...headers}});
}

/** The keys of requests without an answer, by what they send. */
const keys = new Map();
const PAUSES = [500, 1000, 2000, 4000, 8000]; // milliseconds before a request is repeated

/** Sends something to be recorded once: repeats the request with its key if its answer is lost. */
export async function postOnce(path, body) {
  const sent = path + ' ' + JSON.stringify(body);
  const key = keys.get(sent) ?? crypto.randomUUID();
  keys.set(sent, key);
  for (let tries = 0; ; tries++) {
    try {
      const receipt = await post(path, body, null, undefined, {'Idempotency-Key': '"' + key + '"'});
      keys.delete(sent);
      return receipt;
    } catch (refused) {
      if (refused.status !== 0 || tries === PAUSES.length) {
        throw refused;
      }
    }
    await new Promise(done => { setTimeout(done, PAUSES[tries]); });
  }
}

/** Lets the browser save a file. */
export function save(name, blob) {
  const link = h('a', {href: URL.createObjectURL(blob), download: name});
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** Tells the bar of the work that something changed. */
export const changed = () => document.dispatchEvent(new Event('work'));
