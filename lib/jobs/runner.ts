import { randomUUID } from 'node:crypto';
import { EventEmitter, once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Connection } from '@/db/client';
import type { Context } from '@/lib/access/actor';
import { log } from '@/lib/kernel/log';
import { createLease, type Lease } from './lease';

export type Job = {
  name: string;
  /** Longest time between two runs, in milliseconds. */
  everyMs: number;
  /** A word on the database's `work` channel that starts a run at once. */
  wakeOn?: string;
  /** Only one process at a time. */
  exclusive?: boolean;
  /** Longest time that one step may take, in milliseconds; what takes longer hangs (default a quarter of an hour). */
  maxMs?: number;
  /** Does one step and says whether there is more to do right now. */
  run(ctx: Context, signal: AbortSignal): Promise<boolean>;
};

export type RunnerFacts = {
  jobs: Job[];
  connection: Pick<Connection, 'listen'>;
  contextOf(job: string): Context;
  signal: AbortSignal;
  /** Told of a job whose step does not end: nothing in this process can be trusted to wake it. */
  onStall?(job: string): void;
};

const maxStepMs = 900_000;
const lookMs = 1_000;

/** Runs every job in a loop of its own until the signal; a failing job waits and goes on, and hinders no other. */
export async function runJobs(facts: RunnerFacts): Promise<void> {
  const { jobs, connection, contextOf, signal } = facts;
  const owner = randomUUID();
  const wakeSignal = new EventEmitter().setMaxListeners(0);
  const listener = connection.listen('work', {
    onWord: (word) => wakeSignal.emit(word),
    // Words that were told in a gap are lost, so everybody looks.
    onListening: () => {
      for (const { wakeOn } of jobs) if (wakeOn) wakeSignal.emit(wakeOn);
    },
    onFault: (error) => log.error({ err: error }, 'The worker cannot listen to the database; it looks by the clock'),
  });
  await listener.listening();
  const steps = new Map<Job, number>();
  const guard = setInterval(() => lookForStalls(steps, facts), lookMs);
  const run = async (job: Job) => loop(job, contextOf(job.name), owner, wakeSignal, signal, steps);
  await Promise.all(jobs.map(run)).finally(() => clearInterval(guard));
  await listener.close();
}

function lookForStalls(steps: ReadonlyMap<Job, number>, { onStall }: RunnerFacts): void {
  for (const [job, since] of steps) {
    if (performance.now() - since > (job.maxMs ?? maxStepMs)) onStall?.(job.name);
  }
}

async function loop(
  job: Job,
  ctx: Context,
  owner: string,
  wakeSignal: EventEmitter,
  signal: AbortSignal,
  steps: Map<Job, number>,
): Promise<void> {
  const lease = job.exclusive ? createLease(ctx.db, job.name, owner) : null;
  let woken = false;
  const wake = () => {
    woken = true;
  };
  if (job.wakeOn) wakeSignal.on(job.wakeOn, wake);
  while (!signal.aborted) {
    woken = false;
    steps.set(job, performance.now());
    const more = await step(job, ctx, lease, signal);
    steps.delete(job);
    if (!more && !woken && !signal.aborted) await rest(job, wakeSignal, signal);
  }
  await lease?.giveBack().catch(() => {});
}

async function step(job: Job, ctx: Context, lease: Lease | null, signal: AbortSignal): Promise<boolean> {
  try {
    const work = () => job.run(ctx, signal);
    return (await (lease ? lease.under(work) : work())) ?? false;
  } catch (error) {
    log.error({ job: job.name, err: error }, 'a job failed and will be tried again');
    return false;
  }
}

/** Until the job's time comes, its word is heard, or the process is to end. */
async function rest(job: Job, wakeSignal: EventEmitter, signal: AbortSignal): Promise<void> {
  const awake = new AbortController();
  const either = AbortSignal.any([signal, awake.signal]);
  const waits = [sleep(job.everyMs, undefined, { signal: either })];
  if (job.wakeOn) waits.push(once(wakeSignal, job.wakeOn, { signal: either }).then(() => undefined));
  try {
    await Promise.race(waits);
  } catch (error) {
    if (!signal.aborted) throw error;
  } finally {
    awake.abort();
    await Promise.allSettled(waits);
  }
}
