import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { build, stop } from 'esbuild';

export type WorkerProcesses = {
  /** A worker of its own process that is at work when this resolves. */
  start(env: Record<string, string>): Promise<ChildProcess>;
  /** Ends every worker that still runs. */
  close(): Promise<void>;
};

/** Resolves when the process is gone. */
export async function killed(worker: ChildProcess): Promise<void> {
  const gone = once(worker, 'exit');
  worker.kill('SIGKILL');
  await gone;
}

/** Real worker processes of this source, made into one file so that each starts in a fraction of a second. */
export async function workerProcesses(source: string): Promise<WorkerProcesses> {
  const directory = mkdtempSync(path.join('.tmp', 'worker-'));
  const outfile = path.join(directory, 'worker.mjs');
  await build({
    ...{ entryPoints: [source], outfile, bundle: true, logLevel: 'warning' },
    ...{ platform: 'node', format: 'esm', target: 'node24' },
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
  });
  await stop();
  const running = new Set<ChildProcess>();
  return {
    async start(env) {
      const worker = fork(outfile, { env: { ...process.env, ...env }, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
      running.add(worker);
      worker.once('exit', () => running.delete(worker));
      await once(worker, 'message');
      return worker;
    },
    async close() {
      await Promise.all([...running].map(killed));
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
