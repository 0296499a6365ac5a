// By json-rules-engine: two rules for each rule, of what is certain and of what is possible, over facts that are numbers and flags. It
// compares and combines; it has no rows: what joins, counts and adds up is the host's, below.
import { Engine } from 'json-rules-engine';

const more = (fact, value) => ({ fact, operator: 'greaterThan', value });
const atLeast = (fact, value) => ({ fact, operator: 'greaterThanInclusive', value });
const is = (fact, value) => ({ fact, operator: 'equal', value });
const below = (fact, other) => ({ fact, operator: 'lessThan', value: { fact: other } });

/** Of each rule the conditions by which it certainly and by which it possibly holds. */
function conditions(l) {
  return {
    'end-market-at-scale': [[atLeast('outputLow', l.endMarketScale)], [atLeast('outputHigh', l.endMarketScale)]],
    'parts-at-scale': [[atLeast('partsLow', l.partsScale)], [atLeast('partsHigh', l.partsScale)]],
    'local-lead-users': [[more('usersLow', 0)], [more('usersHigh', 0)]],
    'several-end-markets': [[atLeast('marketsLow', l.severalEndMarkets)], [atLeast('marketsHigh', l.severalEndMarkets)]],
    'local-user-co-invests': [[more('backersLow', 0)], [more('backersHigh', 0)]],
    'stages-covered': [[more('coveredLow', 0)], [more('coveredHigh', 0)]],
    'cluster-in-district': [[more('firmsLow', 0)], [more('firmsHigh', 0)]],
    'funds-cover-need': [[more('moneyLow', 0)], [more('moneyHigh', 0)]],
    'mandate-covers-track': [[more('fundsLow', 0)], [more('fundsHigh', 0)]],
    'no-money-in-sight': [
      [is('produces', false), is('partnersHigh', 0), is('backedHigh', false), below('moneyHigh', 'needLow')],
      [is('produces', false), is('partnersLow', 0), is('backedLow', false), below('moneyLow', 'needHigh')],
    ],
    'builds-chain': [[more('buildsLow', 0)], [more('buildsHigh', 0)]],
    'fills-gap': [[more('fillsLow', 0)], [more('fillsHigh', 0)]],
    'extends-chain': [[more('extendsLow', 0)], [more('extendsHigh', 0)]],
    'duplicates-what-is-there': [
      [is('claims', false), more('heldLow', 0), is('newHigh', 0)],
      [is('claims', false), more('heldHigh', 0), is('newLow', 0)],
    ],
    'yield-reached': [[atLeast('yieldLow', l.yieldAsked)], [atLeast('yieldHigh', l.yieldAsked)]],
    'generations-shipped': [[more('generationsLow', 0)], [more('generationsHigh', 0)]],
    'technology-capped-without-demand': [[is('servedHigh', 0)], [is('servedLow', 0)]],
  };
}

const isIn = (list, item) => list !== null && item !== null && list.includes(item);
const mayBeIn = (list, item) => list === null || item === null || list.includes(item);
const most = (rows, value) => rows.reduce((so, row) => Math.max(so, value(row)), -1);
const sum = (rows, value) => rows.reduce((so, row) => so + value(row), 0);
const count = (rows, test) => rows.reduce((so, row) => so + (test(row) ? 1 : 0), 0);

/** What the rules compare, of a project in a city. */
function facts(p, c, unlimited) {
  const sold = c.demands.filter((d) => isIn(p.markets, d.market));
  const maybeSold = c.demands.filter((d) => mayBeIn(p.markets, d.market));
  const mine = c.funds.filter((f) => p.track !== null && isIn(f.tracks, p.track));
  const maybeMine = c.funds.filter((f) => mayBeIn(f.tracks, p.track));
  const brings = (link) => isIn(p.links, link);
  const mayBring = (link) => mayBeIn(p.links, link);
  const of = (chain, test) => count(c.presences, (o) => o.chain === chain && test(o));
  const stages = (chain, test) => count(c.coverages, (s) => s.chain === chain && test(s));
  const covered = (k, test) => stages(k.chain, test) / stages(k.chain, () => true);
  const heldNear = (k, test) => count(c.presences, (h) => k.neighbours.includes(h.link) && test(h));
  const gathers = (d) => p.links !== null && d.specialisms !== null && p.links.some((k) => d.specialisms.includes(k));
  const mayGather = (d) => p.links === null ? d.specialisms === null || d.specialisms.length > 0
    : d.specialisms === null ? p.links.length > 0 : gathers(d);
  return {
    outputLow: most(sold, (d) => d.output.low),
    outputHigh: most(maybeSold, (d) => d.output.high),
    partsLow: most(sold, (d) => d.units.low * d.parts.low),
    partsHigh: most(maybeSold, (d) => d.units.high * d.parts.high),
    servedLow: sold.length,
    servedHigh: maybeSold.length,
    usersLow: count(c.users, (u) => isIn(p.markets, u.market)),
    usersHigh: c.usersOpen ? unlimited : count(c.users, (u) => mayBeIn(p.markets, u.market)),
    marketsLow: p.markets === null ? 0 : p.markets.length,
    marketsHigh: p.markets === null ? unlimited : p.markets.length,
    backersLow: count(c.users, (u) => isIn(p.partners, u.firm) && p.owner !== null && u.firm !== p.owner && isIn(p.markets, u.market)),
    backersHigh: p.partners !== null && p.partners.length === 0 ? 0
      : count(c.users, (u) => mayBeIn(p.partners, u.firm) && (p.owner === null || u.firm !== p.owner) && mayBeIn(p.markets, u.market)),
    coveredLow: most(c.links.filter((k) => brings(k.id)), (k) => covered(k, (s) => s.held === true)),
    coveredHigh: most(c.links.filter((k) => mayBring(k.id)), (k) => covered(k, (s) => s.held !== false)),
    firmsLow: most(c.districts.filter(gathers), (d) => d.firms.low),
    firmsHigh: most(c.districts.filter(mayGather), (d) => d.firms.high),
    fundsLow: mine.length,
    fundsHigh: maybeMine.length,
    moneyLow: sum(mine, (f) => f.available.low),
    moneyHigh: sum(maybeMine, (f) => f.available.high),
    needLow: p.need.low,
    needHigh: p.need.high,
    produces: p.produces,
    partnersLow: p.partners === null ? 0 : p.partners.length,
    partnersHigh: p.partners === null ? unlimited : p.partners.length,
    backedLow: p.backed === true,
    backedHigh: p.backed !== false,
    buildsLow: count(c.presences, (h) => brings(h.link) && h.held === false && of(h.chain, (o) => o.held !== false) === 0),
    buildsHigh: count(c.presences, (h) => mayBring(h.link) && h.held !== true && of(h.chain, (o) => o.held === true) === 0),
    fillsLow: count(c.presences, (h) => brings(h.link) && h.held === false && of(h.chain, (o) => o.held === true) > 0),
    fillsHigh: count(c.presences, (h) => mayBring(h.link) && h.held !== true && of(h.chain, (o) => o.held !== false) > 0),
    extendsLow: count(c.links, (k) => brings(k.id) && heldNear(k, (h) => !brings(h.link) && h.held === true) > 0),
    extendsHigh: count(c.links, (k) => mayBring(k.id) && heldNear(k, (h) => !brings(h.link) && h.held !== false) > 0),
    claims: p.claims,
    heldLow: count(c.presences, (h) => brings(h.link) && h.held === true),
    heldHigh: count(c.presences, (h) => mayBring(h.link) && h.held !== false),
    newLow: count(c.presences, (h) => brings(h.link) && h.held === false),
    newHigh: count(c.presences, (h) => mayBring(h.link) && h.held !== true),
    yieldLow: p.yield.low,
    yieldHigh: p.yield.high,
    generationsLow: p.generations.low,
    generationsHigh: p.generations.high,
  };
}

/** The part that a rule earns, by its two ends; nothing for rules that earn all or nothing. */
const parts = (l) => ({
  'local-lead-users': (f) => [f.usersLow / l.leadUsersEnough, f.usersHigh / l.leadUsersEnough],
  'stages-covered': (f) => [f.coveredLow, f.coveredHigh],
  'cluster-in-district': (f) => [f.firmsLow / l.clusterMass, f.firmsHigh / l.clusterMass],
  'funds-cover-need': (f) => f.needHigh === 0 ? [0, 0] : [f.moneyLow / f.needHigh, f.needLow === 0 ? 1 : f.moneyHigh / f.needLow],
  'generations-shipped': (f) => [f.generationsLow / l.generationsShown, f.generationsHigh / l.generationsShown],
});

export async function engine(limits, rules) {
  const engine = new Engine();
  for (const [rule, [certain, possible]] of Object.entries(conditions(limits))) {
    engine.addRule({ conditions: { all: certain }, event: { type: 'certain', params: { rule } } });
    engine.addRule({ conditions: { all: possible }, event: { type: 'possible', params: { rule } } });
  }
  const shared = parts(limits);
  const place = new Map(rules.map((rule, i) => [rule, i]));
  return async (p, c) => {
    const of = facts(p, c, limits.unlimited);
    const { events } = await engine.run(of);
    const answers = new Array(rules.length).fill(0);
    for (const { type, params } of events) {
      const i = place.get(params.rule);
      answers[i] = Math.max(answers[i], type === 'certain' ? 2 : 1);
    }
    return answers.map((answer, i) => answer > 0 && shared[rules[i]] ? [answer, ...shared[rules[i]](of)] : answer);
  };
}
