import { setImmediate as aTurn } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { connect } from '@/db/client';
import { cuttingProxy } from '@/db/testing/cutting-proxy';
import { testDatabase } from '@/db/testing/database';
import type { Context } from '@/lib/access/actor';
import { systemClock } from '@/lib/kernel/clock';
import { createLeases } from './lease';
import { type Job, type JobState, runJobs } from './runner';

const database = testDatabase();
const hour = 3_600_000;

function contextOf(job: string): Context {
  return { db: database.db, clock: systemClock, actor: { kind: 'system', job }, requestId: 'req_test' };
}

/** Runs jobs beside `meanwhile` and ends them with it. */
async function running(jobs: Job[], meanwhile: () => Promise<void>): Promise<void> {
  const stopping = new AbortController();
  const done = runJobs({ jobs, connection: database, contextOf, signal: stopping.signal });
  await meanwhile().finally(() => stopping.abort());
  await done;
}

test('a job runs at once when its word is told, long before its time', async () => {
  let runs = 0;
  const run = async () => {
    runs += 1;
    return false;
  };
  await running([{ name: 'woken', everyMs: hour, wakeOn: 'bell', run }], async () => {
    await expect.poll(() => runs).toBe(1);
    await database.sql`select pg_notify('work', 'bell')`;
    await expect.poll(() => runs).toBe(2);
  });
});

test('a word that is told while the job runs is not lost', async () => {
  let runs = 0;
  const { promise: told, resolve: tell } = Promise.withResolvers<void>();
  const run = async () => {
    runs += 1;
    await told;
    return false;
  };
  await running([{ name: 'busy', everyMs: hour, wakeOn: 'again', run }], async () => {
    await expect.poll(() => runs).toBe(1);
    const { promise: heard, resolve: hear } = Promise.withResolvers<void>();
    await database.sql.listen('work', () => hear());
    await database.sql`select pg_notify('work', 'again')`;
    await heard;
    tell();
    await expect.poll(() => runs).toBe(2);
  });
});

test('a job that says there is more runs again without waiting', async () => {
  let runs = 0;
  const run = async () => {
    runs += 1;
    return runs < 5;
  };
  await running([{ name: 'more', everyMs: hour, run }], async () => {
    await expect.poll(() => runs).toBe(5);
  });
});

test('a job with nothing open rests until it is stirred, and is told so', async () => {
  const seen: boolean[] = [];
  let ticks = 0;
  const rests = async (_ctx: Context, _signal: AbortSignal, stirred: boolean) => {
    seen.push(stirred);
    return 'quiet' as const;
  };
  const tick = async () => {
    ticks += 1;
    return false;
  };
  const jobs: Job[] = [
    { name: 'rests', everyMs: 1, stirOn: 'news', run: rests },
    { name: 'ticks', everyMs: 1, run: tick },
  ];
  await running(jobs, async () => {
    await expect.poll(() => ticks).toBeGreaterThan(50);
    expect(seen).toHaveLength(1);
    await database.sql`select pg_notify('work', 'news')`;
    await expect.poll(() => seen.slice(1)).toEqual([true]);
  });
});

test('a word hurries no job beyond its pace, and a job with nothing open finds what no word told of', async () => {
  let runs = 0;
  const runAt: number[] = [];
  const rests = async () => {
    runAt.push(performance.now());
    runs += 1;
    return 'quiet' as const;
  };
  await running([{ name: 'paced', everyMs: 300, stirOn: 'news', run: rests }], async () => {
    await expect.poll(() => runs).toBe(1);
    await database.sql`select pg_notify('work', 'news')`;
    await expect.poll(() => runs).toBe(3);
  });
  const [first = 0, second = 0, third = 0] = runAt;
  expect(second - first).toBeGreaterThanOrEqual(299);
  expect(third - second).toBeGreaterThanOrEqual(1_999);
});

test('a job that fails goes on later and hinders no other', async () => {
  const runs = { bad: 0, good: 0 };
  const bad = async () => {
    runs.bad += 1;
    throw new Error('no luck');
  };
  const good = async () => {
    runs.good += 1;
    return false;
  };
  await running(
    [
      { name: 'bad', everyMs: 10, run: bad },
      { name: 'good', everyMs: 10, run: good },
    ],
    async () => {
      await expect.poll(() => runs.bad > 2 && runs.good > 2).toBe(true);
    },
  );
});

test('an exclusive job of two workers never runs twice at one time, and goes on in the other when one stops', async () => {
  let inside = 0;
  let most = 0;
  const runs = { first: 0, second: 0 };
  const job = (who: 'first' | 'second'): Job => ({
    name: 'alone',
    everyMs: 5,
    exclusive: true,
    run: async () => {
      inside += 1;
      most = Math.max(most, inside);
      await aTurn();
      inside -= 1;
      runs[who] += 1;
      return false;
    },
  });
  await running([job('second')], async () => {
    await expect.poll(() => runs.second).toBeGreaterThan(3);
    const stopping = new AbortController();
    const other = runJobs({ jobs: [job('first')], connection: database, contextOf, signal: stopping.signal });
    await expect.poll(() => runs.second).toBeGreaterThan(10);
    expect(runs.first).toBe(0);
    stopping.abort();
    await other;
  });
  await running([job('first')], async () => {
    await expect.poll(() => runs.first).toBeGreaterThan(3);
  });
  expect(most).toBe(1);
});

test('the lease of a holder that died is free when it has lapsed, and not before', async () => {
  const [deads, heirs] = [createLeases(database.db, 'dead'), createLeases(database.db, 'heir')];
  const [dead, heir] = [deads.of('orphan'), heirs.of('orphan')];
  expect(await dead.under(async () => 'done')).toBe('done');
  deads.close();
  expect(await heir.under(async () => 'done')).toBeUndefined();
  await database.sql`update leases set until = now() - interval '1 second' where name = 'orphan'`;
  expect(await heir.under(async () => 'done')).toBe('done');
  heirs.close();
});

test('all leases of a process are renewed in one write, and one that another took meanwhile is held no more', async () => {
  const mine = createLeases(database.db, 'me');
  const [kept, lost] = [mine.of('kept'), mine.of('lost')];
  for (const one of [kept, lost]) expect(await one.under(async () => 'done')).toBe('done');
  await database.sql`update leases set until = now() + interval '1 second' where name = 'kept'`;
  await database.sql`update leases set owner = 'other', until = now() + interval '1 hour' where name = 'lost'`;
  const renewed = async () =>
    (await database.sql`select 1 from leases where name = 'kept' and until > now() + interval '5 seconds'`).length;
  await expect.poll(renewed).toBe(1);
  await expect.poll(() => lost.under(async () => 'done')).toBeUndefined();
  expect(await kept.under(async () => 'done')).toBe('done');
  mine.close();
});

test('while no word is told of anything each job but a steady one looks more rarely, and any word ends that', async () => {
  let steady = 0;
  const look = async () => {
    steady += 1;
    return false;
  };
  const runAt: number[] = [];
  const run = async () => {
    runAt.push(performance.now());
    return false;
  };
  const stopping = new AbortController();
  const facts = { connection: database, contextOf, signal: stopping.signal };
  const lull = { afterMs: 0, times: 1_000, mostMs: hour, togetherMs: hour };
  const jobs: Job[] = [
    { name: 'drowsy', everyMs: 10, run },
    { name: 'steady', everyMs: 10, steady: true, run: look },
  ];
  const done = runJobs({ ...facts, jobs, lull });
  await expect.poll(() => steady).toBeGreaterThan(10);
  const seldom: number[] = [];
  const beside = async () => {
    seldom.push(performance.now());
    return false;
  };
  const other = runJobs({
    ...facts,
    jobs: [{ name: 'slower', everyMs: 100, run: beside }],
    lull: { ...lull, times: 4 },
  });
  await expect.poll(() => seldom.length).toBeGreaterThan(2);
  const [first = 0, second = 0] = seldom;
  // Timers count from when the loop turned, so that each may be some milliseconds early.
  expect(second - first).toBeGreaterThan(350);
  expect(runAt).toHaveLength(1);
  await database.sql`select pg_notify('work', 'what no job waits for')`;
  await expect.poll(() => runAt.length).toBeGreaterThan(1);
  stopping.abort();
  await Promise.all([done, other]);
});

test('a job that awaits what no word tells of keeps its pace in a lull, and has the lull again once it awaits nothing', async () => {
  const states: JobState[] = ['awaiting', 'awaiting', 'awaiting', false];
  let runs = 0;
  let beside = 0;
  const run = async () => {
    runs += 1;
    return states.shift() ?? 'awaiting';
  };
  const look = async () => {
    beside += 1;
    return false;
  };
  const stopping = new AbortController();
  const lull = { afterMs: 0, times: 1_000, mostMs: hour, togetherMs: hour };
  const jobs: Job[] = [
    { name: 'awaits', everyMs: 10, run },
    { name: 'steady', everyMs: 10, steady: true, run: look },
  ];
  const done = runJobs({ jobs, connection: database, contextOf, signal: stopping.signal, lull });
  await expect.poll(() => runs).toBe(4);
  const before = beside;
  await expect.poll(() => beside).toBeGreaterThan(before + 10);
  expect(runs).toBe(4);
  stopping.abort();
  await done;
});

test('in a lull what would look rarely looks once a beat, all together, and what looks often keeps its pace', async () => {
  const mostMs = 400;
  const beatsOf: Record<'first' | 'second', number[]> = { first: [], second: [] };
  let often = 0;
  const seldom = (name: 'first' | 'second', everyMs: number): Job => ({
    name,
    everyMs,
    run: async () => {
      // A timer may be a moment early.
      beatsOf[name].push(Math.floor((performance.now() + 2) / mostMs));
      return false;
    },
  });
  const run = async () => {
    often += 1;
    return false;
  };
  const lull = { afterMs: 0, times: 10, mostMs, togetherMs: 100 };
  const stopping = new AbortController();
  const jobs = [seldom('first', 15), seldom('second', 30), { name: 'often', everyMs: 5, run }];
  const done = runJobs({ jobs, connection: database, contextOf, signal: stopping.signal, lull });
  await expect.poll(() => Math.min(beatsOf.first.length, beatsOf.second.length)).toBeGreaterThan(3);
  stopping.abort();
  await done;
  for (const beats of Object.values(beatsOf)) expect(new Set(beats).size).toBe(beats.length);
  expect(often).toBeGreaterThan(beatsOf.first.length);
});

test('a job whose step does not end is told, and one that goes on is not', async () => {
  const stalled: string[] = [];
  const stopping = new AbortController();
  const { promise: release, resolve: letGo } = Promise.withResolvers<boolean>();
  const jobs: Job[] = [
    { name: 'hangs', everyMs: hour, maxMs: 10, run: () => release },
    { name: 'runs', everyMs: 1, maxMs: 10_000, run: async () => false },
  ];
  const onStall = (job: string) => stalled.push(job);
  const done = runJobs({ jobs, connection: database, contextOf, signal: stopping.signal, onStall });
  await expect.poll(() => stalled[0]).toBe('hangs');
  expect(stalled).not.toContain('runs');
  letGo(false);
  stopping.abort();
  await done;
});

test('a worker whose lines to the database fell silent goes on once they are opened again', async () => {
  const proxy = await cuttingProxy(database.url);
  const connection = connect(proxy.url, 2, { silenceMs: 300 });
  let runs = 0;
  const run = async (ctx: Context) => {
    await ctx.db.execute(sql`select 1`);
    runs += 1;
    return false;
  };
  const stopping = new AbortController();
  const facts = { contextOf: (job: string) => ({ ...contextOf(job), db: connection.db }), signal: stopping.signal };
  const done = runJobs({ jobs: [{ name: 'tick', everyMs: 20, run }], connection, ...facts });
  await expect.poll(() => runs).toBeGreaterThan(2);
  proxy.hush();
  const before = runs;
  await expect.poll(() => runs).toBeGreaterThan(before + 3);
  stopping.abort();
  await done;
  await connection.close();
  await proxy.close();
});
