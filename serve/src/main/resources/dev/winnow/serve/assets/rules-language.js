// The colours of rule files and YAML files. Which words are valid is known to the server alone.

import {HighlightStyle, StreamLanguage, tags, yaml} from './codemirror.js';

const PATTERNS = [
  [/^\/\/.*/, 'comment'],
  [/^\/\*/, 'block'],
  [/^"(?:[^"\\]|\\.)*"?/, 'string'],
  [/^'(?:[^'\\]|\\.)*'?/, 'string'],
  [/^@[A-Za-z]+/, 'annotation'],
  [/^\$\w*/, 'variable'],
  [/^(?:package|import|global|rule|when|then|end|accumulate|acc|not|in|memberOf|contains|exists)\b/, 'keyword'],
  [/^(?:true|false)\b/, 'bool'],
  [/^\d[\d.]*\b/, 'number'],
  [/^card(?=\s*\.)/, 'keyword'],
  [/^(?:award|awardShare|knockOut|redFlag|cap|note|suggest)(?=\s*\()/, 'verb'],
  [/^[A-Z]\w*(?=\s*\()/, 'factType'],
  [/^[A-Za-z_][\w-]*/, 'name'],
  [/^(?:==|!=|>=|<=|&&|\|\||[<>!+*/|-])/, 'operator']];

function token(stream, state) {
  if (state.block) {
    state.block = !stream.match(/^.*?\*\//);
    if (state.block) {
      stream.skipToEnd();
    }
    return 'comment';
  }
  if (stream.eatSpace()) {
    return null;
  }
  for (const [pattern, kind] of PATTERNS) {
    if (stream.match(pattern)) {
      state.block = kind === 'block';
      return state.block ? 'comment' : kind;
    }
  }
  stream.next();
  return null;
}

const drl = StreamLanguage.define({
  name: 'winnow-rules',
  startState: () => ({block: false}),
  token,
  languageData: {commentTokens: {line: '//'}, closeBrackets: {brackets: ['(', '"']}},
  tokenTable: {
    annotation: tags.annotation, variable: tags.variableName, verb: tags.function(tags.variableName),
    factType: tags.className, name: tags.propertyName
  }
});

const yamlFiles = StreamLanguage.define({...yaml, languageData: {...yaml.languageData, commentTokens: {line: '#'}}});

/** The language of a file; none for prose. */
export function languageOf(name) {
  return name.endsWith('.drl') ? drl : name.endsWith('.yaml') ? yamlFiles : [];
}

/** The colours of tokens, as classes of the style sheet, so that they follow the theme. */
export const colours = HighlightStyle.define([
  {tag: tags.comment, class: 'tok-comment'},
  {tag: tags.string, class: 'tok-string'},
  {tag: [tags.number, tags.bool, tags.atom], class: 'tok-value'},
  {tag: [tags.keyword, tags.definition(tags.variableName)], class: 'tok-keyword'},
  {tag: tags.annotation, class: 'tok-annotation'},
  {tag: tags.function(tags.variableName), class: 'tok-verb'},
  {tag: tags.className, class: 'tok-type'},
  {tag: tags.variableName, class: 'tok-variable'}]);
