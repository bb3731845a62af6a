import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { dyingWithParent } from '@/db/processes';
import { projectRoot } from '@/scripts/foundry';

export type Count = { passed: number; failed: number };

/** `shown`: the reader saw the output already. */
export type Run = { code: number; output: string; shown?: boolean };

const program = (name: string) => path.join(projectRoot, 'node_modules', name);

/** Programs by their own JavaScript: a wrapper in node_modules/.bin may be a shell's, and hides exit codes. */
export const programs = {
  biome: program('@biomejs/biome/bin/biome'),
  tsc: program('typescript/bin/tsc'),
  next: program('next/dist/bin/next'),
  vitest: program('vitest/vitest.mjs'),
  playwright: program('@playwright/test/cli.js'),
} as const;

type Options = { quiet?: boolean; env?: Record<string, string>; minutes?: number };

/** Writes what comes line by line, so that the lines of two runs side by side stay whole. Called without text, it writes the rest. */
function writeLines(): (chunk?: string) => void {
  let open = '';
  return (chunk) => {
    open += chunk ?? '';
    const whole = chunk === undefined ? open.length : open.lastIndexOf('\n') + 1;
    process.stdout.write(open.slice(0, whole));
    open = open.slice(whole);
  };
}

/** Runs Node on a script to its end; shows the output as it comes unless `quiet`. A run that hangs counts as failed. */
export function runNode(script: readonly string[], options: Options = {}): Promise<Run> {
  const [command = '', ...args] = dyingWithParent('TERM', [process.execPath, ...script]);
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: projectRoot,
      env: { ...process.env, ...options.env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const show = writeLines();
    const take = (chunk: string) => {
      output += chunk;
      if (!options.quiet) show(chunk);
    };
    child.stdout.setEncoding('utf8').on('data', take);
    child.stderr.setEncoding('utf8').on('data', take);
    const timer = setTimeout(() => child.kill('SIGKILL'), (options.minutes ?? 20) * 60_000);
    const settle = (code: number, words = '') => {
      clearTimeout(timer);
      show();
      resolve({ code, output: output + words, ...(options.quiet ? {} : { shown: true }) });
    };
    child.once('error', (error) => settle(1, error.message));
    child.once('close', (code, signal) => settle(code ?? 1, signal ? `\nended by ${signal}` : ''));
  });
}

/** What a runner says it counted; a runner that failed without a failed test, or ran none, has failed once. */
export function trustCount(run: Run, counted: Count | null): Count {
  const count = counted ?? { passed: 0, failed: 0 };
  if (run.code !== 0 && count.failed === 0) return { ...count, failed: 1 };
  if (count.passed + count.failed === 0) return { passed: 0, failed: 1 };
  return count;
}

/** A single yes or no, such as the linter's. */
export const asOne = (run: Run): Count => (run.code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });

export function add(counts: readonly Count[]): Count {
  return counts.reduce((sum, { passed, failed }) => ({ passed: sum.passed + passed, failed: sum.failed + failed }), {
    passed: 0,
    failed: 0,
  });
}

/** An empty place for a runner's report. */
export function reportFile(name: string): string {
  const file = path.join(projectRoot, '.tmp', 'reports', name);
  mkdirSync(path.dirname(file), { recursive: true });
  rmSync(file, { force: true });
  return file;
}

export function readReport(file: string): unknown {
  try {
    return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
  } catch {
    return null;
  }
}
