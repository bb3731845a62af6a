// Everything that must hold; with --deep the campaigns at full length instead.
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { projectRoot } from './foundry';
import { buildPortal } from './services/build';
import {
  checkStyleAndTypes,
  type Outcome,
  readVitest,
  tell,
  tellFailures,
  tellSlowFiles,
} from './services/check-sources';
import { reasonOf } from './services/fault';
import { add, programs, readReport, reportFile, runNode, trustCount } from './services/runner';
import { clearLeftovers } from './services/test-leftovers';

const withAliases = ['--import', path.join(projectRoot, 'scripts/resolve-alias.js')];

async function contracts(env: Record<string, string> = {}): Promise<Outcome> {
  const script = [...withAliases, path.join(projectRoot, 'scripts/test-contracts.ts')];
  const run = await runNode(script, { quiet: true, env, minutes: 60 });
  const lines = [...run.output.matchAll(/^(\d+) passed, (\d+) failed$/gm)];
  const [, passed, failed] = lines.at(-1) ?? [];
  const count = passed && failed ? { passed: Number(passed), failed: Number(failed) } : null;
  return { name: 'Contracts', count: trustCount(run, count), run };
}

async function vitest(name: string, files: string[], env: Record<string, string>): Promise<Outcome> {
  const file = reportFile('vitest.json');
  const script = [
    programs.vitest,
    'run',
    ...files,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ];
  const run = await runNode(script, { env, minutes: 90 });
  tellSlowFiles(file);
  return { name, ...readVitest(run, file), run };
}

const unitAndDatabase = () => vitest('Unit and database', [], {});

/** The files that play their campaigns at two lengths, at full length. */
function campaigns(): Promise<Outcome> {
  const files = globSync('{app,db,lib}/**/*.test.ts', { cwd: projectRoot }).filter(
    (file) =>
      readFileSync(path.join(projectRoot, file), 'utf8').includes('byDepth(') || file.endsWith('-pairs.test.ts'),
  );
  return vitest('Campaigns', files, { TEST_DEPTH: 'deep' });
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

/** Lines of Playwright's list for a try after the first, such as `✓ 12 [shared-portal] › … (retry #1)`. */
const secondTry = /^.*✓.*\(retry #\d+\).*$/gm;

async function browser(env: Record<string, string> = {}): Promise<Outcome> {
  const file = reportFile('playwright.json');
  const run = await runNode([programs.playwright, 'test', '--reporter=list,json'], {
    env: { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: file },
    minutes: 60,
  });
  const report = playwrightReport.safeParse(readReport(file));
  const stats = report.success ? report.data.stats : null;
  const count = stats && { passed: stats.expected + stats.flaky, failed: stats.unexpected };
  for (const [line] of run.output.matchAll(secondTry)) console.log(`Passed at the second try only: ${line.trim()}`);
  return { name: 'Browser', count: trustCount(run, count), run };
}

type Stage = [name: string, run: () => Promise<Outcome | Outcome[]>];

/** The unit tests hold the architecture and the released API. */
const sources: Stage = ['Sources: format, lint, types', checkStyleAndTypes];
const unit: Stage = ['Unit and database tests', unitAndDatabase];

/** Groups follow one another; within one, lanes run side by side, since tests often wait for a database or a chain. */
const everything: Stage[][][] = [
  // The types are checked before the build, which writes some of them again.
  [[unit], [sources, ['Contracts', contracts], ['Building the portal', build]]],
  [[['Browser tests', () => browser()]]],
];
const deepContracts = () => contracts({ FOUNDRY_PROFILE: 'deep' });
const deepBrowser = () => browser({ TEST_DEPTH: 'deep' });
const deep: Stage[][][] = [
  [[['Campaigns', campaigns]], [['Contracts, for a long time', deepContracts]]],
  [[['Browser tests, both themes', deepBrowser]]],
];

async function runLane(lane: Stage[]): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const [name, run] of lane) {
    const begun = performance.now();
    const made = [await run()].flat();
    console.log(`\n── ${name}: ${((performance.now() - begun) / 1_000).toFixed(1)} s ──`);
    made.forEach(tell);
    outcomes.push(...made);
  }
  return outcomes;
}

clearLeftovers();
const outcomes: Outcome[] = [];
for (const lanes of process.argv.includes('--deep') ? deep : everything) {
  outcomes.push(...(await Promise.all(lanes.map(runLane))).flat());
}
const { passed, failed } = add(outcomes.map(({ count }) => count));
const broken = outcomes.filter(({ count }) => count.failed > 0).map(({ name }) => name);
outcomes.forEach(tellFailures);
console.log(broken.length > 0 ? `\nNot fine: ${broken.join(', ')}.` : '\nEverything holds.');
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
