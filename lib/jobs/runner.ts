import { randomUUID } from 'node:crypto';
import { EventEmitter } from 'node:events';
import type { Connection } from '@/db/client';
import type { Context } from '@/lib/access/actor';
import { log } from '@/lib/kernel/log';
import { traced } from '@/lib/kernel/traced';
import { createLeases, type Lease, type Leases } from './lease';

export type Job = {
  name: string;
  /** Time between two runs, in milliseconds; longer while no word is told of anything. */
  everyMs: number;
  /** A word on the database's `work` channel that starts a run at once. */
  wakeOn?: string;
  /** A word on it that ends a quiet time; it never hurries a job beyond its own pace. */
  stirOn?: string;
  /** Looks at what no word tells of, such as a vault's balance, and keeps its pace however still it is here. */
  steady?: boolean;
  /** Only one process at a time. */
  exclusive?: boolean;
  /** Longest time that one step may take, in milliseconds; what takes longer hangs (default a quarter of an hour). */
  maxMs?: number;
  /** Does one step and says how the job stands. `stirred` where its word was told since the step before. */
  run(ctx: Context, signal: AbortSignal, stirred: boolean): Promise<JobState>;
};

/**
 * Whether there is more to do right now. `quiet`: nothing is open, so the next step may wait until the job is stirred, two seconds at
 * most. `awaiting`: something is due that no word tells of, so the job keeps its pace however still it is here.
 */
export type JobState = boolean | 'quiet' | 'awaiting';

export type RunnerFacts = {
  jobs: Job[];
  connection: Pick<Connection, 'listen'>;
  contextOf(job: string): Context;
  signal: AbortSignal;
  /** Told of a job whose step does not end: nothing in this process can be trusted to wake it. */
  onStall?(job: string): void;
  lull?: Lull;
};

/**
 * When no word was told for `afterMs`, each wait is `times` as long, up to `mostMs`; any word ends it. A wait that would be longer
 * than `togetherMs` ends with the next beat of `mostMs`: what looks rarely looks together, and the process sleeps in between.
 */
type Lull = { afterMs: number; times: number; mostMs: number; togetherMs: number };

const usualLull: Lull = { afterMs: 5_000, times: 4, mostMs: 10_000, togetherMs: 1_000 };
const anyWord = Symbol('any word');
const theEnd = Symbol('the end');

const maxStepMs = 900_000;
const lookMs = 1_000;
/** How long a job that has nothing open rests unless it is stirred. */
const quietMs = 2_000;

/** What the loops of one process hear and hold together. */
type Room = {
  wakeSignal: EventEmitter;
  leases: Leases;
  signal: AbortSignal;
  steps: Map<Job, number>;
  /** How long nothing was told, in milliseconds; 0 where nothing can be heard. */
  silentMs(): number;
  lull: Lull;
};

/** Runs every job in a loop of its own until the signal; a failing job waits and goes on, and hinders no other. */
export async function runJobs(facts: RunnerFacts): Promise<void> {
  const { jobs, connection, contextOf, signal } = facts;
  const wakeSignal = new EventEmitter().setMaxListeners(0);
  const heard: { at: number | null } = { at: null };
  const hear = (words: readonly (string | undefined)[]) => {
    heard.at = performance.now();
    for (const word of words) if (word) wakeSignal.emit(word);
    wakeSignal.emit(anyWord);
  };
  const listener = connection.listen('work', {
    onWord: (word) => hear([word]),
    // Words that were told in a gap are lost, so everybody looks.
    onListening: () => hear([...new Set(jobs.flatMap(({ wakeOn, stirOn }) => [wakeOn, stirOn]))]),
    onFault: (error) => {
      heard.at = null;
      log.error({ err: error }, 'The worker cannot listen to the database; it looks by the clock');
    },
  });
  await listener.listening();
  const steps = new Map<Job, number>();
  const leases = createLeases(contextOf('leases').db, randomUUID());
  const silentMs = () => (heard.at === null ? 0 : performance.now() - heard.at);
  const room: Room = { wakeSignal, leases, signal, steps, silentMs, lull: facts.lull ?? usualLull };
  signal.addEventListener('abort', () => wakeSignal.emit(theEnd));
  const guard = setInterval(() => lookForStalls(steps, facts), lookMs);
  await Promise.all(jobs.map((job) => loop(job, contextOf(job.name), room))).finally(() => clearInterval(guard));
  leases.close();
  await listener.close();
}

function lookForStalls(steps: ReadonlyMap<Job, number>, { onStall }: RunnerFacts): void {
  for (const [job, since] of steps) {
    if (performance.now() - since > (job.maxMs ?? maxStepMs)) onStall?.(job.name);
  }
}

async function loop(job: Job, ctx: Context, room: Room): Promise<void> {
  const { wakeSignal, signal, steps } = room;
  const lease = job.exclusive ? room.leases.of(job.name) : null;
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
    const ended = performance.now();
    if (more === 'quiet' && !told.stirred) await rest([job.wakeOn, job.stirOn], quietMs, room);
    const left = more === 'quiet' ? job.everyMs - (performance.now() - began) : job.everyMs;
    if (left > 0 && !told.awake && !signal.aborted) await rest([job.wakeOn], left, room);
    if (!told.awake && !told.stirred && !job.steady && more !== 'awaiting')
      await restInLull(more === 'quiet' ? quietMs : job.everyMs, ended, room);
  }
  await lease?.giveBack().catch(() => {});
}

/** Makes a wait of `usualMs`, which began at `since`, longer while nothing is told. */
async function restInLull(usualMs: number, since: number, room: Room): Promise<void> {
  const { afterMs, times, mostMs, togetherMs } = room.lull;
  const now = performance.now();
  const wait = Math.min(mostMs, usualMs * times);
  const left = wait > togetherMs ? mostMs - (now % mostMs) : wait - (now - since);
  if (left > 0 && room.silentMs() > afterMs && !room.signal.aborted) await rest([anyWord], left, room);
}

/** Each step is a trace of its own; one that found nothing is none. */
const idle = { isIdle: (more: JobState) => more !== true, root: true };

async function step(
  job: Job,
  ctx: Context,
  lease: Lease | null,
  signal: AbortSignal,
  stirred: boolean,
): Promise<JobState> {
  try {
    const run = () => job.run(ctx, signal, stirred);
    const work = () => traced(`job ${job.name}`, { job: job.name }, run, idle);
    return (await (lease ? lease.under(work) : work())) ?? false;
  } catch (error) {
    log.error({ job: job.name, err: error }, 'a job failed and will be tried again');
    return false;
  }
}

/** Until the time is over, one of the words is heard, or the process is to end. */
function rest(words: readonly (string | symbol | undefined)[], ms: number, room: Room): Promise<void> {
  const { wakeSignal, signal } = room;
  const awaited = [theEnd, ...words.filter((word) => word !== undefined)];
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      for (const word of awaited) wakeSignal.off(word, end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    for (const word of awaited) wakeSignal.on(word, end);
    if (signal.aborted) end();
  });
}
