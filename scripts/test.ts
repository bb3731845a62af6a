import path from 'node:path';
import { z } from 'zod';
import { projectRoot } from './foundry';
import { buildPortal } from './services/build';
import { checkSources, type Outcome, readVitest, tell, tellFailures } from './services/check-sources';
import { reasonOf } from './services/fault';
import { add, programs, readReport, reportFile, runNode, trustCount } from './services/runner';
import { clearLeftovers } from './services/test-leftovers';

const withAliases = ['--import', path.join(projectRoot, 'scripts/resolve-alias.js')];

async function contracts(): Promise<Outcome> {
  const run = await runNode([...withAliases, path.join(projectRoot, 'scripts/test-contracts.ts')]);
  const lines = [...run.output.matchAll(/^(\d+) passed, (\d+) failed$/gm)];
  const [, passed, failed] = lines.at(-1) ?? [];
  const count = passed && failed ? { passed: Number(passed), failed: Number(failed) } : null;
  return { name: 'Contracts', count: trustCount(run, count), run };
}

async function unitAndDatabase(): Promise<Outcome> {
  const file = reportFile('vitest.json');
  const script = [programs.vitest, 'run', '--reporter=dot', '--reporter=json', `--outputFile.json=${file}`];
  const run = await runNode(script);
  return { name: 'Unit and database', ...readVitest(run, file), run };
}

async function build(): Promise<Outcome> {
  try {
    await buildPortal(path.join(projectRoot, '.tmp', 'reports', 'build.log'), () => {});
    return { name: 'Build', count: { passed: 1, failed: 0 }, run: { code: 0, output: '' } };
  } catch (error) {
    return { name: 'Build', count: { passed: 0, failed: 1 }, run: { code: 1, output: reasonOf(error) } };
  }
}

const playwrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }),
});

async function browser(): Promise<Outcome> {
  const file = reportFile('playwright.json');
  const run = await runNode([programs.playwright, 'test', '--reporter=list,json'], {
    env: { PLAYWRIGHT_JSON_OUTPUT_FILE: file },
    minutes: 40,
  });
  const report = playwrightReport.safeParse(readReport(file));
  const stats = report.success ? report.data.stats : null;
  const count = stats && { passed: stats.expected, failed: stats.unexpected + stats.flaky };
  return { name: 'Browser', count: trustCount(run, count), run };
}

const stages: [name: string, run: () => Promise<Outcome | Outcome[]>][] = [
  ['Sources: format, lint, types, architecture', checkSources],
  ['Contracts', contracts],
  ['Unit and database tests', unitAndDatabase],
  ['Building the portal', build],
  ['Browser tests', browser],
];

clearLeftovers();
const outcomes: Outcome[] = [];
for (const [name, run] of stages) {
  const begun = performance.now();
  console.log(`\n── ${name} ──`);
  const made = [await run()].flat();
  made.forEach(tell);
  outcomes.push(...made);
  console.log(`   took ${((performance.now() - begun) / 1_000).toFixed(1)} s`);
}
const { passed, failed } = add(outcomes.map(({ count }) => count));
const broken = outcomes.filter(({ count }) => count.failed > 0).map(({ name }) => name);
outcomes.forEach(tellFailures);
console.log(broken.length > 0 ? `\nNot fine: ${broken.join(', ')}.` : '\nEverything holds.');
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
