'use strict';

// Tokenizes the shipped rule files, and compares the scopes with a plain reading of the same text.

const assert = require('node:assert/strict');
const fs = require('node:fs');
const path = require('node:path');
const { before, test } = require('node:test');
const oniguruma = require('vscode-oniguruma');
const textmate = require('vscode-textmate');

const EXTENSION = path.join(__dirname, '..');
const CHECKOUT = path.join(EXTENSION, '../..');
const SYNTAX = path.join(CHECKOUT, 'language/src/main/java/dev/winnow/language/internal/syntax');
const FILES = fs
  .readdirSync(path.join(CHECKOUT, 'rules'), { recursive: true })
  .filter((file) => file.endsWith('.drl') && !file.split(path.sep).includes('target'))
  .map((file) => path.join(CHECKOUT, 'rules', file))
  .sort();

/** The words of a rule file outside of texts and comments, with the scope that each must have. */
const LEXEME = new RegExp(
  [
    String.raw`(?<comment>\/\/[^\n]*|\/\*[\s\S]*?\*\/)`,
    String.raw`(?<string>"(?:\\.|[^"\\\n])*")`,
    String.raw`(?<annotation>@\w+)`,
    String.raw`(?<variable>\$\w+)`,
    String.raw`(?<number>\b\d+)`,
    String.raw`(?<verb>(?<=\bcard\.)\w+)`,
    String.raw`(?<limit>\bLimit\b(?=\s*\())`,
    String.raw`(?<type>\b[A-Z][a-z]\w*\b(?=\s*\())`,
    String.raw`(?<keyword>^(?:package|import|global|rule|when|then|end)\b|\baccumulate\b)`,
    String.raw`(?<operator>\b(?:not|in|memberOf|contains)\b(?![-\w]))`,
    String.raw`(?<boolean>\b(?:true|false)\b)`,
    String.raw`(?<total>\b(?:count|sum)(?=\())`,
    String.raw`(?<word>[\w-]+)`,
  ].join('|'),
  'gm',
);
const SCOPES = {
  annotation: 'storage.type.annotation.',
  variable: 'variable.other.winnow-rules',
  number: 'constant.numeric.',
  verb: 'support.function.verb.',
  limit: 'support.class.limit.',
  type: 'support.class.fact.',
  keyword: 'keyword.',
  operator: 'keyword.operator.word.',
  boolean: 'constant.language.boolean.',
  total: 'support.function.total.',
};

let grammar;

before(async () => {
  const wasm = fs.readFileSync(require.resolve('vscode-oniguruma/release/onig.wasm'));
  await oniguruma.loadWASM(wasm);
  const file = path.join(EXTENSION, 'syntaxes/winnow-rules.tmLanguage.json');
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (sources) => new oniguruma.OnigScanner(sources),
      createOnigString: (text) => new oniguruma.OnigString(text),
    }),
    loadGrammar: async () => textmate.parseRawGrammar(fs.readFileSync(file, 'utf8'), file),
  });
  grammar = await registry.loadGrammar('source.winnow-rules');
});

/** Returns the scopes of each character of a text, by its index. */
function scopes(text) {
  const all = [];
  let stack = textmate.INITIAL;
  for (const line of text.split('\n')) {
    const start = all.length;
    const { tokens, ruleStack } = grammar.tokenizeLine(line, stack);
    for (const token of tokens) {
      for (let at = token.startIndex; at < Math.min(token.endIndex, line.length); at++) {
        all[start + at] = token.scopes;
      }
    }
    all.length = start + line.length;
    all.push(['newline']);
    stack = ruleStack;
  }
  return all;
}

function has(list, scope) {
  return list.some((one) => one.startsWith(scope));
}

/** Returns the scopes of the first occurrence of a word, which must be one token. */
function of(text, word) {
  const at = text.indexOf(word);
  assert.notEqual(at, -1, word);
  const all = scopes(text);
  const first = all[at];
  for (let i = at; i < at + word.length; i++) {
    assert.deepEqual(all[i], first, `${word} is split`);
  }
  return first;
}

/** Returns the kind of each character of a text, and the lexemes, by a plain reading. */
function read(text) {
  const kinds = [];
  const lexemes = [];
  for (const match of text.matchAll(LEXEME)) {
    const [kind] = Object.entries(match.groups).find(([, value]) => value !== undefined);
    lexemes.push({ kind, start: match.index, text: match[0] });
    for (let at = match.index; at < match.index + match[0].length; at++) {
      kinds[at] = kind;
    }
  }
  return { kinds, lexemes };
}

function place(file, text, at) {
  const before = text.slice(0, at).split('\n');
  return `${path.relative(CHECKOUT, file)}:${before.length}:${before.at(-1).length + 1}`;
}

test('rule files are shipped', () => {
  assert.ok(FILES.length >= 30, `${FILES.length} files`);
});

for (const file of FILES) {
  test(path.relative(CHECKOUT, file), () => {
    const text = fs.readFileSync(file, 'utf8');
    const all = scopes(text);
    const { kinds, lexemes } = read(text);
    for (let at = 0; at < text.length; at++) {
      if (text[at] === '\n') {
        continue;
      }
      assert.equal(has(all[at], 'string.'), kinds[at] === 'string', `text at ${place(file, text, at)}`);
      assert.equal(has(all[at], 'comment.'), kinds[at] === 'comment', `comment at ${place(file, text, at)}`);
      assert.ok(!has(all[at], 'invalid.'), `invalid at ${place(file, text, at)}`);
    }
    for (const { kind, start, text: word } of lexemes) {
      if (SCOPES[kind]) {
        for (let at = start; at < start + word.length; at++) {
          assert.ok(has(all[at], SCOPES[kind]), `${kind} ${word} at ${place(file, text, at)}: ${all[at]}`);
        }
      }
    }
    for (const match of text.matchAll(/^rule ("[^"]*")|Limit\( id == ("[^"]*")/gm)) {
      const id = match[1] ?? match[2];
      const at = match.index + match[0].length - id.length;
      const scope = match[1] ? 'entity.name.function.rule.' : 'constant.other.limit.';
      assert.ok(has(all[at + 1], scope), `id ${id} at ${place(file, text, at)}`);
    }
    assert.ok(!has(all.at(-2) ?? [], 'meta.'), 'an annotation runs on to the end of the file');
  });
}

test('the shipped files contain every kind of word', () => {
  const seen = new Set();
  for (const file of FILES) {
    read(fs.readFileSync(file, 'utf8')).lexemes.forEach(({ kind }) => seen.add(kind));
  }
  assert.deepEqual([...Object.keys(SCOPES), 'comment', 'string', 'word'].filter((kind) => !seen.has(kind)), []);
});

test('every verb of the language is highlighted', () => {
  const verbs = fs.readFileSync(path.join(SYNTAX, 'Verb.java'), 'utf8').matchAll(/^ {4}[A-Z_]+\(\s*"(\w+)"/gm);
  const words = [...verbs].map(([, word]) => word);
  assert.ok(words.length >= 7, words.join());
  for (const word of words) {
    assert.ok(has(of(`  card.${word}("a");`, word), 'support.function.verb.'), word);
  }
  assert.ok(!has(of('  card.print("a");', 'print'), 'support.function.verb.'));
});

test('every annotation of the language is highlighted', () => {
  const list = /ANNOTATIONS = List\.of\(([^)]*)\)/.exec(fs.readFileSync(path.join(SYNTAX, 'Drl.java'), 'utf8'))[1];
  const words = [...list.matchAll(/"(\w+)"/g)].map(([, word]) => word);
  assert.ok(words.length >= 6, words.join());
  for (const word of words) {
    assert.ok(has(of(`  @${word}(x)`, `@${word}`), 'storage.type.annotation.'), word);
  }
  assert.ok(!has(of('  @salience(1)', 'salience'), 'storage.type.annotation.'));
});

test('operators, totals and words of texts are highlighted', () => {
  const line = '  accumulate( Firm( not in ("a \\"%2$s"), $x : a >= 1 && b ); $n : count(1); $n.size() > 0 ) // end';
  assert.ok(has(of(line, 'not'), 'keyword.operator.word.'));
  assert.ok(has(of(line, '>='), 'keyword.operator.comparison.'));
  assert.ok(has(of(line, '&&'), 'keyword.operator.logical.'));
  assert.ok(has(of(line, 'count'), 'support.function.total.'));
  assert.ok(has(of(line, 'size'), 'support.function.size.'));
  assert.ok(has(of(line, '\\"'), 'constant.character.escape.'));
  assert.ok(has(of(line, '%2$s'), 'constant.other.placeholder.'));
  assert.ok(has(of(line, 'end'), 'comment.line.'));
  assert.ok(has(of('  @action(EXTEND)', 'EXTEND'), 'constant.language.action.'));
  assert.ok(has(of('  @family(market-scale)', 'market-scale'), 'constant.other.family.'));
});

test('a table has columns, cells and empty cells', () => {
  const table = '  @table(\n    rule | $from | points\n    "a)" | - | 10 // end\n  )\nwhen\n';
  assert.ok(has(of(table, 'rule'), 'keyword.other.column.'));
  assert.ok(has(of(table, '-'), 'constant.language.empty.'));
  assert.ok(has(of(table, '|'), 'punctuation.separator.cell.'));
  assert.ok(has(of(table, '10'), 'meta.table.'));
  assert.ok(!has(of(table, 'when'), 'meta.table.'));
});

for (const open of ['@title("no end', '@title("no end \\', "  x == 'no end", '@title(', '@table(', '@table( rule | "x', '// (']) {
  test(`an open \`${open}\` ends before the next keyword`, () => {
    const list = of(`rule "a"\n  ${open}\nwhen\n`, 'when');
    assert.deepEqual(list, ['source.winnow-rules', 'keyword.control.when.winnow-rules']);
  });
}

test('a block comment ends where it is closed', () => {
  const text = '/* "a\n when */ then // /*\nend';
  assert.ok(has(of(text, 'when'), 'comment.block.'));
  assert.ok(has(of(text, 'then'), 'keyword.control.then.'));
  assert.ok(has(of(text, 'end'), 'keyword.control.end.'));
  assert.ok(has(of('"// no comment" when', 'no comment'), 'string.'));
  assert.ok(!has(of('"// no comment" when', 'no comment'), 'comment.'));
});

test('rules are indented by their keywords', () => {
  const { indentationRules, folding } = JSON.parse(
    fs.readFileSync(path.join(EXTENSION, 'language-configuration.json'), 'utf8'),
  );
  const increase = new RegExp(indentationRules.increaseIndentPattern);
  const decrease = new RegExp(indentationRules.decreaseIndentPattern);
  for (const file of FILES) {
    let depth = 0;
    let rules = 0;
    let brackets = 0;
    for (const line of fs.readFileSync(file, 'utf8').split('\n')) {
      const code = line.replace(/"(?:\\.|[^"\\])*"|\/\/.*/g, '""');
      if (decrease.test(line)) {
        depth--;
      }
      if (code.trim() !== '' && brackets === 0) {
        assert.equal(/^ */.exec(line)[0].length, 2 * depth, `${file}: ${line}`);
      }
      if (increase.test(line)) {
        depth++;
      }
      brackets += code.split('(').length - code.split(')').length;
      rules += new RegExp(folding.markers.start).test(line) - new RegExp(folding.markers.end).test(line);
    }
    assert.deepEqual([depth, rules, brackets], [0, 0, 0], file);
  }
});
