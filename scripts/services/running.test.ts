import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { endProcess, isRunning, markOf } from '@/db/processes';
import { holdDataDir } from './running';

let dataDir = '';

beforeEach(() => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'running-'));
});

afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

/** A process that nobody but these tests ends. */
function sleeper() {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
  const mark = markOf(child.pid ?? 0);
  if (!mark) throw new Error('The sleeper did not start');
  return mark;
}

const record = (supervisor: { pid: number; born: string }, children: { pid: number; born: string }[]) =>
  writeFileSync(
    path.join(dataDir, 'running.json'),
    JSON.stringify({ supervisor, baseUrl: 'http://localhost:3000', children }),
  );

describe('holdDataDir', () => {
  it('refuses a second start of the same data folder in one sentence, and leaves the first one be', async () => {
    await holdDataDir(dataDir, 'http://localhost:4000');
    const second = holdDataDir(dataDir, 'http://localhost:5000');
    await expect(second).rejects.toThrow(/already runs from .* at http:\/\/localhost:4000 \(process \d+\)/);
    expect(readFileSync(path.join(dataDir, 'running.json'), 'utf8')).toContain('4000');
  });

  it('ends what a killed start left running, then takes its place', async () => {
    const orphan = sleeper();
    record({ pid: orphan.pid, born: 'another life' }, [orphan]);
    await holdDataDir(dataDir, 'http://localhost:4000');
    expect(isRunning(orphan)).toBe(false);
    expect(readdirSync(dataDir)).toEqual(['running.json']);
  });

  it('leaves a process alone whose number merely was one of ours', async () => {
    const stranger = sleeper();
    record({ pid: stranger.pid, born: 'another life' }, [{ pid: stranger.pid, born: 'another life' }]);
    await holdDataDir(dataDir, 'http://localhost:4000');
    expect(isRunning(stranger)).toBe(true);
    await endProcess(stranger);
  });

  it('takes over a record that cannot be read', async () => {
    writeFileSync(path.join(dataDir, 'running.json'), '{"supervisor":');
    await holdDataDir(dataDir, 'http://localhost:4000');
    expect(readFileSync(path.join(dataDir, 'running.json'), 'utf8')).toContain('4000');
  });

  it('is free again after a release', async () => {
    const hold = await holdDataDir(dataDir, 'http://localhost:4000');
    hold.release();
    await expect(holdDataDir(dataDir, 'http://localhost:5000')).resolves.toBeDefined();
  });
});
