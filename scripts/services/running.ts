import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { endProcess, isRunning, markOf } from '@/db/processes';
import { StartFault } from './fault';

const markSchema = z.object({ pid: z.number().int(), born: z.string() });
const recordSchema = z.object({ supervisor: markSchema, baseUrl: z.string(), children: z.array(markSchema) });
type RunRecord = z.infer<typeof recordSchema>;

export type Hold = {
  /** Remembers a process to be ended by the next start, should this one die without doing so. */
  remember(pid: number): void;
  release(): void;
};

const fileOf = (dataDir: string) => path.join(dataDir, 'running.json');

function readRecord(file: string): RunRecord | null {
  try {
    return recordSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return null;
  }
}

function writeNew(dataDir: string, record: RunRecord): string {
  const file = path.join(dataDir, `running.${process.pid}.json`);
  writeFileSync(file, JSON.stringify(record), { mode: 0o600 });
  return file;
}

/** True when the record was put in place; false when another one is there. */
function place(dataDir: string, record: RunRecord): boolean {
  const fresh = writeNew(dataDir, record);
  try {
    linkSync(fresh, fileOf(dataDir));
    return true;
  } catch {
    return false;
  } finally {
    rmSync(fresh, { force: true });
  }
}

/** Takes away the record of a start that is gone, unless another start has come in its place meanwhile. */
function clearStale(dataDir: string, stale: RunRecord | null): void {
  const aside = path.join(dataDir, `running.stale.${process.pid}.json`);
  try {
    renameSync(fileOf(dataDir), aside);
    if (JSON.stringify(readRecord(aside)) !== JSON.stringify(stale)) linkSync(aside, fileOf(dataDir));
  } catch {
    // Another start was quicker; the next try finds its record.
  } finally {
    rmSync(aside, { force: true });
  }
}

/**
 * Makes this process the only start script of a data folder. What an earlier one left running after a crash is ended
 * first; a living one is a fault.
 */
export async function holdDataDir(dataDir: string, baseUrl: string): Promise<Hold> {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const supervisor = markOf(process.pid);
  if (!supervisor) throw new Error('This system does not tell when a process was born');
  const record: RunRecord = { supervisor, baseUrl, children: [] };
  for (let attempt = 0; !place(dataDir, record); attempt++) {
    const other = readRecord(fileOf(dataDir));
    if ((other && isRunning(other.supervisor)) || attempt > 5) {
      throw new StartFault(
        `Drawbridge already runs from ${dataDir} at ${other?.baseUrl ?? 'an unknown address'} (process ${other?.supervisor.pid}): stop it first, or set DATA_DIR to another folder.`,
      );
    }
    await Promise.all((other?.children ?? []).map((mark) => endProcess(mark, ['SIGTERM'], 4_000)));
    clearStale(dataDir, other);
  }
  return {
    remember: (pid) => {
      record.children = [...record.children.filter(isRunning), ...[markOf(pid)].flatMap((mark) => mark ?? [])];
      renameSync(writeNew(dataDir, record), fileOf(dataDir));
    },
    release: () => rmSync(fileOf(dataDir), { force: true }),
  };
}
