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
  /** Does one step and says whether there is more to do right now. */
  run(ctx: Context, signal: AbortSignal): Promise<boolean>;
};

export type RunnerFacts = {
  jobs: Job[];
  connection: Pick<Connection, 'listen'>;
  contextOf(job: string): Context;
  signal: AbortSignal;
};

/** Runs every job in a loop of its own until the signal; a failing job waits and goes on, and hinders no other. */
export async function runJobs({ jobs, connection, contextOf, signal }: RunnerFacts): Promise<void> {
  const owner = randomUUID();
  const bell = new EventEmitter().setMaxListeners(0);
  const ear = connection.listen('work', {
    onWord: (word) => bell.emit(word),
    // Words that were told in a gap are lost, so everybody looks.
    onListening: () => {
      for (const { wakeOn } of jobs) if (wakeOn) bell.emit(wakeOn);
    },
    onFault: (error) => log.error({ err: error }, 'The worker cannot listen to the database; it looks by the clock'),
  });
  await ear.listening();
  await Promise.all(jobs.map((job) => loop(job, contextOf(job.name), owner, bell, signal)));
  await ear.close();
}

async function loop(job: Job, ctx: Context, owner: string, bell: EventEmitter, signal: AbortSignal): Promise<void> {
  const lease = job.exclusive ? createLease(ctx.db, job.name, owner) : null;
  let rung = false;
  const ring = () => {
    rung = true;
  };
  if (job.wakeOn) bell.on(job.wakeOn, ring);
  while (!signal.aborted) {
    rung = false;
    const more = await step(job, ctx, lease, signal);
    if (!more && !rung && !signal.aborted) await rest(job, bell, signal);
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
async function rest(job: Job, bell: EventEmitter, signal: AbortSignal): Promise<void> {
  const awake = new AbortController();
  const either = AbortSignal.any([signal, awake.signal]);
  const waits = [sleep(job.everyMs, undefined, { signal: either })];
  if (job.wakeOn) waits.push(once(bell, job.wakeOn, { signal: either }).then(() => undefined));
  try {
    await Promise.race(waits);
  } catch (error) {
    if (!signal.aborted) throw error;
  } finally {
    awake.abort();
    await Promise.allSettled(waits);
  }
}
