// Texts of the server.

import {h} from './dom.js';

/** A text of the server, its names in backticks as code. */
export function marked(text) {
  return text.split(/`([^`]+)`/).map((part, i) => i % 2 === 1 ? h('code', {}, part) : part);
}
