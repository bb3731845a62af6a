import { existsSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { projectRoot } from '@/scripts/foundry';
import { asOne, type Count, programs, type Run, readReport, reportFile, runNode, trustCount } from './runner';

export type Outcome = { name: string; count: Count; run: Run; failures?: string[] };

const vitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  testResults: z.array(
    z.object({
      name: z.string(),
      message: z.string(),
      startTime: z.number().optional(),
      endTime: z.number().optional(),
      assertionResults: z.array(
        z.object({ status: z.string(), fullName: z.string(), failureMessages: z.array(z.string()).nullish() }),
      ),
    }),
  ),
});

/** What Vitest counted, and in words each test and file that failed: a long log's end must say it again. */
export function readVitest(run: Run, file: string): { count: Count; failures: string[] } {
  const { data: report } = vitestReport.safeParse(readReport(file));
  if (!report) return { count: trustCount(run, null), failures: [] };
  const failures = report.testResults.flatMap(({ name, message, assertionResults }) => [
    ...(message ? [`${name}: ${message}`] : []),
    ...assertionResults
      .filter(({ status }) => status === 'failed')
      .map(({ fullName, failureMessages }) => `${name} › ${fullName}\n${(failureMessages ?? []).join('\n')}`),
  ]);
  return { count: trustCount(run, { passed: report.numPassedTests, failed: report.numFailedTests }), failures };
}

const slowSeconds = 30;

/** Names the files that took long by the clock. A busy machine makes any file slow, so that fails nothing. */
export function tellSlowFiles(file: string): void {
  const { data: report } = vitestReport.safeParse(readReport(file));
  for (const { name, startTime = 0, endTime = 0 } of report?.testResults ?? []) {
    const seconds = (endTime - startTime) / 1_000;
    const known = path.relative(projectRoot, name);
    if (seconds > slowSeconds)
      console.log(`${known} took ${seconds.toFixed(0)} s; ${slowSeconds} s is the most it should`);
  }
}

async function checkTypes(): Promise<Run> {
  // Next declares what pages may import (styles, images); a fresh clone has not made that file yet.
  if (!existsSync(path.join(projectRoot, 'next-env.d.ts'))) {
    const typegen = await runNode([programs.next, 'typegen'], { quiet: true });
    if (typegen.code !== 0) return typegen;
  }
  return runNode([programs.tsc, '--noEmit'], { quiet: true });
}

async function checkArchitecture(): Promise<Outcome> {
  const file = reportFile('architecture.json');
  const held = ['lib/architecture', 'app/api/v1/released.test.ts'];
  const script = [programs.vitest, 'run', ...held, '--reporter=json', `--outputFile=${file}`];
  const run = await runNode(script, { quiet: true, env: { WITHOUT_DATABASE: '1' } });
  return { name: 'Architecture and released API', ...readVitest(run, file), run };
}

/** Format, lint and types: what no test holds. */
export async function checkStyleAndTypes(): Promise<Outcome[]> {
  const [style, types] = await Promise.all([
    runNode([programs.biome, 'check', '--error-on-warnings', '.'], { quiet: true }),
    checkTypes(),
  ]);
  return [
    { name: 'Format and lint', count: asOne(style), run: style },
    { name: 'Types', count: asOne(types), run: types },
  ];
}

/** Everything that reads the sources without running the product. */
export async function checkSources(): Promise<Outcome[]> {
  const [styleAndTypes, architecture] = await Promise.all([checkStyleAndTypes(), checkArchitecture()]);
  return [...styleAndTypes, architecture];
}

/** One line for what held, the whole output for what did not. */
export function tell({ name, count, run }: Outcome): void {
  const good = count.failed === 0;
  console.log(`${good ? '✓' : '✗'} ${name}: ${good ? 'fine' : `${count.failed} failed`}`);
  if (!good && !run.shown) console.log(run.output.trimEnd());
}

/** Again at the very end, where nobody has to search: what failed, or the last words of what named nothing. */
export function tellFailures({ name, count, run, failures = [] }: Outcome): void {
  if (count.failed === 0) return;
  const words = failures.length > 0 ? failures : [run.output.trimEnd().slice(-4_000)];
  console.log(`\n✗ ${name}`);
  for (const failure of words) console.log(failure.split('\n').slice(0, 12).join('\n'));
}
