// Seconds of the processor that the product's processes used, by what they do: Linux alone tells.
import { readdirSync, readFileSync } from 'node:fs';

const parts = ['portal', 'worker', 'database', 'chain', 'bare server', 'bench'] as const;
export type Part = (typeof parts)[number];
export type Processor = Record<Part, number>;

const ticksPerSecond = 100;

type Found = { pid: number; parent: number; ticks: number; command: string };

function readProcess(pid: number): Found[] {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const [parent, user, system] = [fields[1], fields[11], fields[12]].map(Number);
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
    return [{ pid, parent: parent ?? 0, ticks: (user ?? 0) + (system ?? 0), command }];
  } catch {
    return [];
  }
}

function partOf({ pid, command }: Found): Part | null {
  if (pid === process.pid) return 'bench';
  if (command.startsWith('postgres') || command.includes('/postgres ')) return 'database';
  if (/next-server|next\/dist\/bin\/next/.test(command)) return 'portal';
  if (command.includes('worker.ts')) return 'worker';
  if (command.includes('anvil')) return 'chain';
  return command.includes('bare-create') ? 'bare server' : null;
}

/** Seconds since each of our processes began, of all that this process started and what those started. */
export function readProcessor(): Processor {
  const all = readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? readProcess(Number(name)) : []));
  const own = new Set([process.pid]);
  for (let size = 0; size !== own.size; ) {
    size = own.size;
    for (const { pid, parent } of all) if (own.has(parent)) own.add(pid);
  }
  const used: Processor = { portal: 0, worker: 0, database: 0, chain: 0, 'bare server': 0, bench: 0 };
  for (const found of all) {
    const part = own.has(found.pid) ? partOf(found) : null;
    if (part) used[part] += found.ticks / ticksPerSecond;
  }
  return used;
}

/** Milliseconds of the processor for each of `count` things, by part, since `before`. */
export function processorEach(before: Processor, count: number): Processor {
  const now = readProcessor();
  const each = (part: Part) => ((now[part] - before[part]) * 1000) / count;
  return {
    ...{ portal: each('portal'), worker: each('worker'), database: each('database') },
    ...{ chain: each('chain'), 'bare server': each('bare server'), bench: each('bench') },
  };
}

export function wordsOf(used: Processor): string {
  return parts.map((part) => `${part} ${used[part].toFixed(1)}`).join(', ');
}
