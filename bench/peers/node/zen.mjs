// By zen-engine: a decision of one expression node, created once. ZEN goes through a city's rows, joins, counts and adds up itself.
// What is certain and what is possible it is told by the ends of figures and by nulls.
import { readFile } from 'node:fs/promises';
import zen from '@gorules/zen-engine';

export async function engine(limits, rules) {
  const texts = (await readFile(new URL('rules.zen', import.meta.url), 'utf8')).split('\n\n').filter((text) => !text.startsWith('#'));
  const expressions = texts.map((text, i) => {
    const colon = text.indexOf(':\n');
    return { id: String(i), key: text.slice(0, colon), value: text.slice(colon + 2).trim() };
  });
  const decision = new zen.ZenEngine().createDecision({
    nodes: [
      { id: 'in', name: 'in', type: 'inputNode' },
      { id: 'rules', name: 'rules', type: 'expressionNode', content: { expressions } },
      { id: 'out', name: 'out', type: 'outputNode' },
    ],
    edges: [
      { id: 'a', sourceId: 'in', targetId: 'rules', type: 'edge' },
      { id: 'b', sourceId: 'rules', targetId: 'out', type: 'edge' },
    ],
  });
  return async (p, c) => {
    const { result } = await decision.evaluate({ p, c, l: limits });
    return rules.map((rule) => result[rule]);
  };
}
