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
  /** A word on it that ends a quiet time; it never hurries a job beyond its own pace. */
  stirOn?: string;
  /** Only one process at a time. */
  exclusive?: boolean;
  /** Longest time that one step may take, in milliseconds; what takes longer hangs (default a quarter of an hour). */
  maxMs?: number;
  /**
   * Does one step and says whether there is more to do right now, or that nothing is open: then the next step may wait until
   * the job is stirred, two seconds at most. `stirred` where its word was told since the step before.
   */
  run(ctx: Context, signal: AbortSignal, stirred: boolean): Promise<boolean | 'quiet'>;
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
/** How long a job that has nothing open rests unless it is stirred. */
const quietMs = 2_000;

/** Runs every job in a loop of its own until the signal; a failing job waits and goes on, and hinders no other. */
export async function runJobs(facts: RunnerFacts): Promise<void> {
  const { jobs, connection, contextOf, signal } = facts;
  const owner = randomUUID();
  const wakeSignal = new EventEmitter().setMaxListeners(0);
  const listener = connection.listen('work', {
    onWord: (word) => wakeSignal.emit(word),
    // Words that were told in a gap are lost, so everybody looks.
    onListening: () => {
      for (const word of new Set(jobs.flatMap(({ wakeOn, stirOn }) => [wakeOn, stirOn])))
        if (word) wakeSignal.emit(word);
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
  const told = { awake: false, stirred: false };
  if (job.wakeOn) wakeSignal.on(job.wakeOn, () => Object.assign(told, { awake: true }));
  if (job.stirOn) wakeSignal.on(job.stirOn, () => Object.assign(told, { stirred: true }));
  while (!signal.aborted) {
    const { stirred } = told;
    Object.assign(told, { awake: false, stirred: false });
    const began = performance.now();
    steps.set(job, began);
    const more = await step(job, ctx, lease, signal, stirred);
    steps.delete(job);
    if (more === true || told.awake || signal.aborted) continue;
    if (more === 'quiet' && !told.stirred) await rest([job.wakeOn, job.stirOn], quietMs, wakeSignal, signal);
    const left = more === 'quiet' ? job.everyMs - (performance.now() - began) : job.everyMs;
    if (left > 0 && !told.awake && !signal.aborted) await rest([job.wakeOn], left, wakeSignal, signal);
  }
  await lease?.giveBack().catch(() => {});
}

async function step(
  job: Job,
  ctx: Context,
  lease: Lease | null,
  signal: AbortSignal,
  stirred: boolean,
): Promise<boolean | 'quiet'> {
  try {
    const work = () => job.run(ctx, signal, stirred);
    return (await (lease ? lease.under(work) : work())) ?? false;
  } catch (error) {
    log.error({ job: job.name, err: error }, 'a job failed and will be tried again');
    return false;
  }
}

/** Until the time is over, one of the words is heard, or the process is to end. */
async function rest(
  words: readonly (string | undefined)[],
  ms: number,
  wakeSignal: EventEmitter,
  signal: AbortSignal,
): Promise<void> {
  const awake = new AbortController();
  const either = AbortSignal.any([signal, awake.signal]);
  const heard = words.flatMap((word) => (word ? [once(wakeSignal, word, { signal: either })] : []));
  const waits: Promise<unknown>[] = [sleep(ms, undefined, { signal: either }), ...heard];
  try {
    await Promise.race(waits);
  } catch (error) {
    if (!signal.aborted) throw error;
  } finally {
    awake.abort();
    await Promise.allSettled(waits);
  }
}
