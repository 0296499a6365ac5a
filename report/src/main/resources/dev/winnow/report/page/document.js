// Elements, words and numbers. Text is always set as text, so that no input becomes markup.

const book = {}; // what the file holds, read from its parts
const charts = new Set(); // what is drawn

/** Returns the text of an embedded part, decompressed. */
async function part(id, page = document) {
  const letters = atob(page.getElementById('part-' + id).textContent);
  const bytes = new Uint8Array(letters.length);
  for (let i = 0; i < letters.length; i++) {
    bytes[i] = letters.charCodeAt(i);
  }
  const inflated = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  return new Response(inflated).text();
}

/** Creates an element with attributes and children. Strings become text nodes, functions become listeners, null is skipped. */
function h(name, attributes, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes || {})) {
    if (typeof value === 'function') {
      element.addEventListener(key, value);
    } else if (value === true) {
      element.setAttribute(key, '');
    } else if (value !== false && value !== null && value !== undefined) {
      element.setAttribute(key, value);
    }
  }
  add(element, children);
  return element;
}

function add(element, children) {
  for (const child of children.flat(Infinity)) {
    if (child !== null && child !== undefined && child !== false) {
      element.append(child);
    }
  }
}

function replace(element, ...children) {
  element.textContent = '';
  add(element, children);
}

/** Returns a text in the page's language, with values for the placeholders %s or %2$s. */
function say(key, ...values) {
  const words = book.words[key];
  if (words === undefined) {
    throw new Error('no words for ' + key);
  }
  let next = 0;
  return words.replace(/%(?:(\d)\$)?s/g, (place, number) => values[number ? number - 1 : next++]);
}

/** Joins texts with the separator of the language. */
const joined = (texts, by) => texts.length ? texts.reduce((one, other) => say(by || 'comma', one, other)) : '';

/** Formats a score rounded down, so that a score below a threshold never seems to reach it. */
const down = number => String(Math.floor(Number((number * 100).toFixed(4))) / 100);

/** Formats the upper end of an interval, rounded up. */
const up = number => String(Math.ceil(Number((number * 100).toFixed(4))) / 100);

/** Formats points that are no score, rounded to the nearest. */
const near = number => String(Math.sign(number) * Math.round(Number((Math.abs(number) * 100).toFixed(4))) / 100);

const signed = number => number > 0 ? '+' + near(number) : near(number).replace('-', '−');

/** Formats an interval of scores, rounded outward. */
const range = (low, high) => low === high ? down(low) : down(low) + '–' + up(high);

const percent = share => say('percent', String(Math.floor(Number((share * 100).toFixed(4)))));

/** The lang attribute of a text from a file: English if it has no Chinese character on a Chinese page, else none. */
const foreign = text => document.documentElement.lang.startsWith('zh') && !/\p{Script=Han}/u.test(text) ? 'en' : null;

/** A rounded number that carries its exact value. */
const exactly = (value, shown, attributes) => h('data', {value: String(value), ...attributes}, shown);

const verdictWord = verdict => say('verdict.' + verdict);

function verdict(name, attributes) {
  return h('span', {class: 'verdict ' + name, ...attributes}, h('span', {class: 'mark', 'aria-hidden': 'true'}), verdictWord(name));
}

/** An interval as a bar: solid up to the certain score, hatched up to the possible one. */
function bar(low, high, kind) {
  const certain = h('i', {class: 'certain'});
  const possible = h('i', {class: 'possible'});
  certain.style.width = low + '%';
  possible.style.left = low + '%';
  possible.style.width = high - low + '%';
  return h('span', {class: 'bar ' + (kind || ''), role: 'img', 'aria-label': spanWords(low, high)},
    certain, high > low ? possible : null);
}

function spanWords(low, high) {
  return low === high ? say('span.exact', down(low)) : say('span.open', down(low), up(high));
}

/** A table in a region that scrolls sideways. */
function table(label, headings, rows, attributes) {
  return h('div', {class: 'scroll', tabindex: '0', role: 'region', 'aria-label': label},
    h('table', attributes || {},
      h('thead', {}, h('tr', {}, headings.map(one => typeof one === 'string' ? h('th', {scope: 'col'}, one) : one))),
      h('tbody', {}, rows)));
}

const numeric = heading => h('th', {scope: 'col', class: 'number'}, heading);
