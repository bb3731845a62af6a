import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { endProcess, isRunning, markOf } from '@/db/processes';
import { type ChildOrder, keepRunning, startChild } from './children';

let folder = '';

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'children-'));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const order = (name: string, script: string, typescript = false): ChildOrder => ({
  ...{ name, script: ['--input-type=module', '-e', script], typescript, environment: process.env },
  logFile: path.join(folder, `${name}.log`),
});

const idle = 'setInterval(() => {}, 1000)';

function keeping(wanted: ChildOrder) {
  const pids: number[] = [];
  const words: string[] = [];
  const keeper = keepRunning(wanted, {
    onStart: (pid) => pids.push(pid),
    onRestart: (reason) => words.push(reason),
    onSurrender: (reason) => words.push(`gave up: ${reason}`),
  });
  return { keeper, pids, words };
}

describe('keepRunning', () => {
  it('starts a killed process again, and ends the one that runs when it is stopped', async () => {
    const { keeper, pids, words } = keeping(order('killed', idle));
    await expect.poll(() => pids.length).toBe(1);
    process.kill(pids[0] ?? 0, 'SIGKILL');
    await expect.poll(() => pids.length, { timeout: 60_000 }).toBe(2);
    expect(words).toEqual(['killed ended by SIGKILL']);
    await keeper.stop();
    expect(markOf(pids[1] ?? 0)).toBeNull();
    expect(pids).toHaveLength(2);
  });

  it('gives up on a process that crashes five times within a minute', async () => {
    const { keeper, pids, words } = keeping(order('broken', 'process.exit(3)'));
    await expect
      .poll(() => words.at(-1), { timeout: 60_000 })
      .toBe('gave up: broken ended with code 3, five times within a minute');
    await keeper.stop();
    expect(pids).toHaveLength(5);
  });
});

describe('a process of ours', () => {
  it('ends when the start script is killed, though nobody told it to', async () => {
    const children = new URL('./children.ts', import.meta.url).href;
    const inner = JSON.stringify(order('inner', idle));
    const parent = startChild(
      order(
        'outer',
        `const { startChild } = await import('${children}');
         const child = startChild({ ...${inner}, environment: process.env });
         console.log(child.pid);
         ${idle}`,
        true,
      ),
    );
    const log = path.join(folder, 'outer.log');
    await expect.poll(() => readFileSync(log, 'utf8').trim(), { timeout: 60_000 }).toMatch(/^\d+$/);
    const orphan = markOf(Number(readFileSync(log, 'utf8'))) ?? expect.unreachable('The inner process did not start');
    parent.kill('SIGKILL');
    await once(parent, 'exit');
    await expect.poll(() => isRunning(orphan), { timeout: 60_000 }).toBe(false);
    await endProcess(orphan);
  });
});
