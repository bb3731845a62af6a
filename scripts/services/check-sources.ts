import { existsSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { projectRoot } from '@/scripts/foundry';
import { asOne, type Count, programs, type Run, readReport, reportFile, runNode, trustCount } from './runner';

export type Outcome = { name: string; count: Count; run: Run };

const vitestReport = z.object({ numPassedTests: z.number(), numFailedTests: z.number() });

export function countVitest(run: Run, file: string): Count {
  const report = vitestReport.safeParse(readReport(file));
  const count = report.success ? { passed: report.data.numPassedTests, failed: report.data.numFailedTests } : null;
  return trustCount(run, count);
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
  const script = [programs.vitest, 'run', 'lib/architecture.test.ts', '--reporter=json', `--outputFile=${file}`];
  const run = await runNode(script, { quiet: true, env: { WITHOUT_DATABASE: '1' } });
  return { name: 'Architecture', count: countVitest(run, file), run };
}

/** Everything that reads the sources without running the product. */
export async function checkSources(): Promise<Outcome[]> {
  const [style, types, architecture] = await Promise.all([
    runNode([programs.biome, 'check', '--error-on-warnings', '.'], { quiet: true }),
    checkTypes(),
    checkArchitecture(),
  ]);
  return [
    { name: 'Format and lint', count: asOne(style), run: style },
    { name: 'Types', count: asOne(types), run: types },
    architecture,
  ];
}

/** One line for what held, the whole output for what did not. */
export function tell({ name, count, run }: Outcome): void {
  const good = count.failed === 0;
  console.log(`${good ? '✓' : '✗'} ${name}: ${good ? 'fine' : `${count.failed} failed`}`);
  if (!good && !run.shown) console.log(run.output.trimEnd());
}
