// The texts of CodeMirror in the language of the page, by its own English ones.

import {say} from './dom.js';

const PHRASES = [
  '$ unchanged lines', 'Accept', 'Completions', 'Control character', 'Diagnostics', 'Find', 'Go to line', 'No diagnostics',
  'Reject', 'Replace', 'Selection deleted', 'all', 'by word', 'close', 'current match', 'go', 'match case', 'next', 'on line',
  'previous', 'regexp', 'replace', 'replace all', 'replaced $ matches', 'replaced match on line $'];

const key = phrase => 'serve.rules.phrase.' + phrase.replaceAll(' ', '-').replaceAll('$', 'n');

export const phrases = Object.fromEntries(PHRASES.map(phrase => [phrase, say(key(phrase), '$')]));
