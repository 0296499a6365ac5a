// The embedded data. The index is read at once, the details of a pair when it is opened.

async function readIndex() {
  take(JSON.parse(await part('index')));
}

function take(index) {
  Object.keys(book).forEach(key => delete book[key]);
  Object.assign(book, index);
  book.size = book.project.length;
  book.known_rules = new Set(book.rules);
}

/** The number of a pair; undefined if there is no such pair. */
function findPair(names) {
  if (!book.byPair) {
    book.byPair = new Map();
    for (let i = 0; i < book.size; i++) {
      book.byPair.set(pairOf(i).join('\n'), i);
    }
  }
  return book.byPair.get(names.join('\n'));
}

let lines = null;

/** The details of all pairs, decompressed when the first pair is opened. */
function readLines() {
  lines ||= part('details').then(text => {
    const all = text.split('\n');
    return {pairs: all, said: JSON.parse(all[all.length - 1])};
  });
  return lines;
}

const pairOf = i => [projectOf(i)[0], cityOf(i)[0], dayOf(i)];
const pairLink = i => '#pair/' + pairOf(i).map(encodeURIComponent).join('/');
const projectOf = i => book.projects[book.project[i]];
const rankOf = i => book.tied[i] ? say('tied', book.rank[i]) : String(book.rank[i]);
const cityOf = i => book.cities[book.city[i]];
const dayOf = i => book.days[book.day[i]];
const verdictOf = i => book.verdicts[book.verdict[i]];
const becauseOf = i => book.becauses[book.because[i]];
const possibleOf = i => book.verdicts.filter((verdict, bit) => book.possible[i] & (1 << bit));
const districtOf = i => book.district[i] < 0 ? null : book.districts[book.district[i]];
const actionsOf = i => book.chainActions.filter((action, bit) => book.actions[i] & (1 << bit));
const pairTitle = i => say('title.pair', projectOf(i)[1], cityOf(i)[1]);

/** Returns the details of a pair. */
async function details(i) {
  if (book.served) {
    return servedDetails(i);
  }
  const {pairs, said} = await readLines();
  const text = number => number < 0 ? null : said.texts[number];
  const [criteria, held, open, asked, besides] = JSON.parse(pairs[i]);
  return {
    criteria: groups(criteria, 3).map(([number, low, high]) => {
      const [id, title, side, weight] = book.criteria[number];
      return {id, title, side: book.sides[side], weight, low, high};
    }),
    findings: groups(held, 3).map(([number, share, contribution]) => {
      const [rule, title, criterion, effect, reason, source, points, also, evidence] = said.held[number];
      return {
        rule: text(rule), title: text(title), criterion: text(criterion), effect: book.effects[effect],
        reason: text(reason), source: text(source), points, share, contribution, also: also.map(text),
        evidence: evidence.map(one => {
          const [what, from, day, hindsight, note, title, url] = said.citations[one];
          return {what: text(what), source: text(from), day: text(day), hindsight: hindsight === 1, note: text(note), title: text(title), url: text(url)};
        }),
      };
    }),
    undetermined: groups(open, 3).map(([number, points, contribution]) => {
      const [rule, title, criterion, effect, missing] = said.open[number];
      return {
        rule: text(rule), title: text(title), criterion: text(criterion), effect: book.effects[effect],
        points, contribution, missing: missing.map(text),
      };
    }),
    questions: questions(asked, text),
    besides: besides.map(([title, lines]) => ({title: text(title), lines: lines.map(text)})),
  };
}

/** Groups questions by the stake that precedes them in the list. */
function questions(asked, text) {
  const found = [];
  for (let i = 0; i < asked.length; i++) {
    if (Array.isArray(asked[i])) {
      found.push({points: asked[i][0], stops: book.effects.filter((effect, bit) => asked[i][1] & (1 << bit)), facts: []});
    } else {
      found[found.length - 1].facts.push({ask: text(asked[i]), effort: text(asked[++i])});
    }
  }
  return found;
}

function groups(flat, size) {
  const all = [];
  for (let i = 0; i < flat.length; i += size) {
    all.push(flat.slice(i, i + size));
  }
  return all;
}
