// Seconds of the processor that processes have used, with those of their children that ended. Linux alone: elsewhere zero.
import { readFileSync } from 'node:fs';
import { processesIn } from '@/db/processes';

const ticksPerSecond = 100;

function secondsOf(pid: number): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks), 0) / ticksPerSecond;
  } catch {
    return 0;
  }
}

/** Of one process, or of a PostgreSQL server with all of its connections. */
export const cpuOf = (pid: number | undefined): number => (pid === undefined ? 0 : secondsOf(pid));
export const cpuOfPostgres = (data: string): number =>
  processesIn(data, 'postgres').reduce((sum, { pid }) => sum + secondsOf(pid), 0);
