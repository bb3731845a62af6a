import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { vi } from 'vitest';
import { projectRoot } from '@/scripts/foundry';

/** How a script ended, and what it said. */
export type Ended = { code: number; out: string; err: string };

/** What process.exit throws here, so that nothing after it runs. */
class Exit extends Error {}

const run = promisify(execFile);

/** A script in a process of its own, as an operator starts it. */
export function startScript(env: NodeJS.ProcessEnv, name: string, given: readonly string[]): Promise<Ended> {
  const command = ['--import', './scripts/resolve-alias.js', `scripts/${name}.ts`, ...given];
  return run(process.execPath, command, { cwd: projectRoot, env }).then(
    ({ stdout, stderr }) => ({ code: 0, out: stdout.trim(), err: stderr.trim() }),
    (error) => ({ code: error.code, out: error.stdout.trim(), err: error.stderr.trim() }),
  );
}

let runs = 0;

/**
 * The same file in the test's own process, for a tenth of the processor's time. Settings are read once in a process, so
 * the test's file has one of its own.
 */
export async function runScript(name: string, given: readonly string[]): Promise<Ended> {
  const out: string[] = [];
  const err: string[] = [];
  const before = process.argv;
  const spies = [
    vi.spyOn(console, 'log').mockImplementation((line) => void out.push(line)),
    vi.spyOn(console, 'error').mockImplementation((line) => void err.push(line)),
    vi.spyOn(process, 'exit').mockImplementation((code) => {
      process.exitCode = code;
      throw new Exit(`ended with ${code}`);
    }),
  ];
  const file = path.join(projectRoot, 'scripts', `${name}.ts`);
  process.argv = [process.execPath, file, ...given];
  runs += 1;
  try {
    // A module is evaluated once for each of its addresses.
    await import(/* @vite-ignore */ `${file}?run=${runs}`);
  } catch (error) {
    if (!(error instanceof Exit)) throw error;
  } finally {
    process.argv = before;
    for (const spy of spies) spy.mockRestore();
  }
  const code = Number(process.exitCode ?? 0);
  process.exitCode = undefined;
  return { code, out: out.join('\n').trim(), err: err.join('\n').trim() };
}
