import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { endProcess, markOf } from '@/db/processes';

const dieWithParent = new URL('./die-with-parent.js', import.meta.url).href;
const resolveAlias = new URL('../resolve-alias.js', import.meta.url).href;
const biggestLog = 5_000_000;

export type ChildOrder = {
  name: string;
  /** What Node runs, with its arguments. */
  script: readonly string[];
  /** Needs the '@/' imports of our own TypeScript. */
  typescript: boolean;
  environment: NodeJS.ProcessEnv;
  /** Where its output goes; null is our own output. */
  logFile: string | null;
};

function openLog(file: string): number {
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  const isFull = existsSync(file) && statSync(file).size > biggestLog;
  return openSync(file, isFull ? 'w' : 'a', 0o600);
}

/** Starts one Node process of ours, in a group of its own (so that Ctrl-C reaches only us) and dying when we do. */
export function startChild(order: ChildOrder): ChildProcess {
  const log = order.logFile === null ? null : openLog(order.logFile);
  const output = log ?? 'inherit';
  const imports = [...(order.typescript ? ['--import', resolveAlias] : []), '--import', dieWithParent];
  const child = spawn(process.execPath, [...imports, ...order.script], {
    cwd: fileURLToPath(new URL('../../', import.meta.url)),
    env: { ...order.environment, START_SCRIPT_PID: String(process.pid) },
    stdio: ['ignore', output, output, 'ipc'],
    detached: true,
  });
  if (log !== null) closeSync(log);
  return child;
}

export function lastLinesOf(file: string | null, count = 15): string {
  if (file === null || !existsSync(file)) return '';
  return readFileSync(file, 'utf8').trimEnd().split('\n').slice(-count).join('\n');
}

export type Keeper = { stop(): Promise<void> };

export type KeeperHooks = {
  onStart(pid: number): void;
  onRestart(reason: string): void;
  /** It died too often to go on. */
  onSurrender(reason: string): void;
};

const endOf = (child: ChildProcess) =>
  new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => resolve(signal ? `ended by ${signal}` : `ended with code ${code}`));
  });

/** Keeps one process running: a crash is followed by a restart, five crashes within a minute by surrender. */
export function keepRunning(order: ChildOrder, hooks: KeeperHooks): Keeper {
  const crashes: number[] = [];
  let stopping = false;
  let current: ChildProcess | undefined;
  const loop = (async () => {
    while (!stopping) {
      current = startChild(order);
      if (current.pid) hooks.onStart(current.pid);
      const reason = await endOf(current);
      if (stopping) return;
      crashes.push(Date.now());
      const recent = crashes.filter((time) => time > Date.now() - 60_000);
      if (recent.length >= 5) return hooks.onSurrender(`${order.name} ${reason}, five times within a minute`);
      hooks.onRestart(`${order.name} ${reason}`);
      await pause(500);
    }
  })();
  return {
    stop: async () => {
      stopping = true;
      const mark = current?.pid ? markOf(current.pid) : null;
      if (mark) await endProcess(mark, ['SIGTERM'], 6_000);
      await loop;
    },
  };
}
