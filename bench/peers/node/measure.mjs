// Has an engine answer for every pair, writes the answers down for winnow to check, and measures.
//
//   node measure.mjs MODULE PAIRS ANSWERS SECONDS RUNS
//
// PAIRS is what the Java side wrote; on standard output stands one object with the runs.
import { readFileSync, writeFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';

const [module, pairs, answers, seconds, runs] = process.argv.slice(2);
const { limits, rules, projects, cities } = JSON.parse(readFileSync(pairs, 'utf8'));
const { engine } = await import(module);
const judge = await engine(limits, rules);

function* all() {
  for (const city of cities) {
    for (const project of projects) {
      yield [project, city, city.without[project.id] ?? city.sheet];
    }
  }
}

const lines = [];
for (const [project, city, sheet] of all()) {
  lines.push(JSON.stringify({ project: project.id, city: city.id, answers: await judge(project.sheet, sheet) }));
}
writeFileSync(answers, lines.join('\n') + '\n');

async function run() {
  const cpu = process.cpuUsage();
  const start = performance.now();
  let assessments = 0;
  let pair = all();
  while (performance.now() - start < seconds * 1000) {
    const next = pair.next();
    if (next.done) {
      pair = all();
      continue;
    }
    const [project, , sheet] = next.value;
    await judge(project.sheet, sheet);
    assessments++;
  }
  const { user, system } = process.cpuUsage(cpu);
  return { assessments, cpuSeconds: (user + system) / 1e6, seconds: (performance.now() - start) / 1000 };
}

await run();
const measured = [];
for (let i = 0; i < Number(runs); i++) {
  measured.push(await run());
}
console.log(JSON.stringify({ node: process.version, runs: measured }));
process.exit(0);
