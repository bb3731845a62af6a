import { drizzle } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import { afterAll } from 'vitest';
import type { Database } from '@/db/client';
import * as schema from '@/db/schema';
import { Refusal } from '@/lib/kernel/errors';
import { unchecked } from '@/lib/kernel/unchecked';
import type { TestDatabase } from './database';
import { byDepth } from './depth';

type Parameters = postgres.ParameterOrJSON<never>[];
type Gate = () => Promise<void>;

/** A client whose every statement, and every commit, first asks the gate. */
function gated(sql: postgres.Sql, gate: Gate): postgres.Sql {
  const unsafe = (text: string, values: Parameters, options?: postgres.UnsafeQueryOptions) => {
    const send = () => gate().then(() => sql.unsafe(text, values, options));
    const sendForValues = () => gate().then(() => sql.unsafe(text, values, options).values());
    return {
      values: sendForValues,
      // biome-ignore lint/suspicious/noThenProperty: a query of postgres.js is sent when it is awaited
      then: (taken: (rows: unknown) => unknown, failed: (error: unknown) => unknown) => send().then(taken, failed),
    };
  };
  const begin = (work: (tx: postgres.Sql) => Promise<unknown>) =>
    sql.begin(async (tx) => {
      const result = await work(gated(unchecked(tx, 'a transaction takes the statements of a client'), gate));
      await gate();
      return result;
    });
  const replaced: Record<PropertyKey, unknown> = { unsafe, begin };
  return new Proxy(sql, { get: (target, key) => replaced[key] ?? Reflect.get(target, key) });
}

export type Outcome<T> = { value: T } | { error: unknown };

async function settle<T>(work: Promise<T>): Promise<Outcome<T>> {
  return work.then(
    (value) => ({ value }),
    (error: unknown) => ({ error }),
  );
}

/**
 * Runs two verbs on one database so that the first stops before its n-th statement (commits count, too), the second runs
 * as far as locks let it, and the first goes on then. No clock is involved: PostgreSQL says who waits for whom.
 */
export function interleaver(database: TestDatabase) {
  const state: { left: number; stopped: () => void; goOn: Promise<void>; sql?: postgres.Sql; watch?: postgres.Sql } = {
    left: Number.POSITIVE_INFINITY,
    stopped: () => {},
    goOn: Promise.resolve(),
  };
  const gate: Gate = async () => {
    state.left -= 1;
    if (state.left !== 0) return;
    state.stopped();
    await state.goOn;
  };
  afterAll(async () => {
    await state.sql?.end({ timeout: 5 });
    await state.watch?.end({ timeout: 5 });
  });

  /** The database through which the first verb must go. */
  function first(): Database {
    state.sql ??= postgres(database.url, { max: 1, onnotice: () => {} });
    return unchecked(drizzle(gated(state.sql, gate), { schema }), 'the same client with a gate before its statements');
  }

  async function isWaiting(): Promise<boolean> {
    state.watch ??= postgres(database.url, { max: 1, onnotice: () => {} });
    const [row] = await state.watch`
      select exists (select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock') as yes`;
    return row?.yes === true;
  }

  /** Null once the first verb has fewer than `stop` statements: then there is nothing left to try. */
  async function run<A>(
    stop: number,
    one: (db: Database) => Promise<A>,
    other: () => Promise<A>,
  ): Promise<Outcome<A>[] | null> {
    const stopped = Promise.withResolvers<'stopped'>();
    const goOn = Promise.withResolvers<void>();
    Object.assign(state, { left: stop, stopped: () => stopped.resolve('stopped'), goOn: goOn.promise });
    const running = settle(one(first()));
    if ((await Promise.race([stopped.promise, running])) !== 'stopped') return null;
    const ended = { yes: false };
    const second = settle(other()).finally(() => {
      ended.yes = true;
    });
    while (!ended.yes && !(await isWaiting())) await Promise.resolve();
    goOn.resolve();
    return [await running, await second];
  }

  /**
   * One run for each statement of the first verb, each on a subject of its own. A quick run stops before every eighth of
   * them only, from another one on for each `turn`: so all of them are stopped before, though not by every pair.
   */
  async function* interleavings<Subject, A>(
    turn: number,
    newSubject: () => Promise<Subject>,
    one: (db: Database, subject: Subject) => Promise<A>,
    other: (subject: Subject) => Promise<A>,
  ): AsyncGenerator<{ subject: Subject; outcomes: Outcome<A>[] }> {
    const [begin, stride] = byDepth({ quick: [1 + (turn % 8), 8], deep: [1, 1] });
    const at = { stop: begin, tried: 0 };
    for (;;) {
      const subject = await newSubject();
      const outcomes = await run(
        at.stop,
        (db) => one(db, subject),
        () => other(subject),
      );
      if (!outcomes && (at.tried > 0 || at.stop === 1)) return;
      if (outcomes) yield { subject, outcomes };
      at.tried += outcomes ? 1 : 0;
      // A verb with fewer statements than where its turn begins is stopped earlier, so that each pair is tried.
      at.stop = outcomes ? at.stop + stride : Math.ceil(at.stop / 2);
    }
  }

  return { interleavings };
}

/** What the verbs answered, and what broke in them: a refusal is an answer, anything else is a fault. */
export function sortOutcomes<A>(outcomes: Outcome<A>[]): { answers: A[]; faults: unknown[] } {
  return {
    answers: outcomes.flatMap((outcome) => ('value' in outcome ? [outcome.value] : [])),
    faults: outcomes.flatMap((outcome) =>
      'error' in outcome && !(outcome.error instanceof Refusal) ? [outcome.error] : [],
    ),
  };
}
