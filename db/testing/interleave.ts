import { AsyncLocalStorage } from 'node:async_hooks';
import { drizzle } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import { afterAll } from 'vitest';
import type { Database } from '@/db/client';
import { Refusal } from '@/lib/kernel/errors';
import { unchecked } from '@/lib/kernel/unchecked';
import type { TestDatabase } from './database';
import { byDepth } from './depth';

type Parameters = postgres.ParameterOrJSON<never>[];
/** Is told what comes next. */
type Gate = (statement: string) => Promise<void>;

/** Set while a transaction of a gated client is open in this chain of calls. */
const within = new AsyncLocalStorage<true>();

/** Such a verb would wait for ever once the pool is used up by transactions that do the same. */
function requireOutside(statement: string): void {
  if (within.getStore()) throw new Error(`Within a transaction the pool was asked for another line: ${statement}`);
}

/** A client whose every statement, and every commit, first asks the gate. */
function gated(sql: postgres.Sql, gate: Gate, mayAsk: (statement: string) => void): postgres.Sql {
  const pass = async (text: string) => {
    mayAsk(text);
    await gate(text);
  };
  const unsafe = (text: string, values: Parameters, options?: postgres.UnsafeQueryOptions) => {
    const send = () => pass(text).then(() => sql.unsafe(text, values, options));
    const sendForValues = () => pass(text).then(() => sql.unsafe(text, values, options).values());
    return {
      values: sendForValues,
      // biome-ignore lint/suspicious/noThenProperty: a query of postgres.js is sent when it is awaited
      then: (taken: (rows: unknown) => unknown, failed: (error: unknown) => unknown) => send().then(taken, failed),
    };
  };
  const begin = async (work: (tx: postgres.Sql) => Promise<unknown>) => {
    mayAsk('begin');
    return sql.begin((tx) =>
      within.run(true, async () => {
        const result = await work(gated(unchecked(tx, 'a transaction takes what a client does'), gate, () => {}));
        await gate('commit');
        return result;
      }),
    );
  };
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

/** No verb takes as long, on a busy machine either. */
const patienceMs = 20_000;

type State = {
  left: number;
  stopped: () => void;
  goOn: Promise<void>;
  /** What the first verb asked last. */
  last: string;
  sql?: postgres.Sql;
  watch?: postgres.Sql;
};

/**
 * Runs two verbs on one database so that the first stops before its n-th statement (commits count, too), the second runs
 * as far as locks let it, and the first goes on then. PostgreSQL says who waits for whom; a clock only ends what stands still.
 */
export function interleaver(database: TestDatabase, patience = patienceMs) {
  const state: State = { left: Number.POSITIVE_INFINITY, stopped: () => {}, goOn: Promise.resolve(), last: 'nothing' };
  /** Of verbs by their names: how many statements each has where nothing comes between. */
  const lengths = new Map<string, number>();
  const gate: Gate = async (statement) => {
    state.last = statement;
    state.left -= 1;
    if (state.left > 0) return;
    if (state.left === 0) state.stopped();
    // What is said after it waits, too: on a line nothing overtakes.
    await state.goOn;
  };
  afterAll(async () => {
    await state.sql?.end({ timeout: 5 });
    await state.watch?.end({ timeout: 5 });
  });

  /** The database through which the first verb must go. */
  function first(): Database {
    state.sql ??= postgres(database.url, { max: 1, onnotice: () => {} });
    const client = gated(state.sql, gate, requireOutside);
    return unchecked(drizzle(client), 'the same client with a gate before its statements');
  }

  function watch(): postgres.Sql {
    state.watch ??= postgres(database.url, { max: 1, onnotice: () => {} });
    return state.watch;
  }

  async function isWaiting(): Promise<boolean> {
    const [row] = await watch()`
      select exists (select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock') as yes`;
    return row?.yes === true;
  }

  async function standstill(): Promise<Error> {
    const lines = await watch()`
      select state, coalesce(wait_event_type || ' ' || wait_event, 'nothing') as waits_for, left(query, 300) as query
      from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and state <> 'idle'`;
    const seen = lines.map((line) => `${line.state}, waits for ${line.waits_for}: ${line.query}`).join('\n');
    return new Error(
      `Two verbs stood still for ${patience} ms. The first asked last: ${state.last}\nPostgreSQL has:\n${seen}`,
    );
  }

  /** Ends the wait after a while; the first verb's line is closed then, so that its transaction holds up nobody. */
  async function inTime<T>(work: Promise<T>): Promise<T> {
    const late = Promise.withResolvers<never>();
    const timer = setTimeout(async () => {
      const error = await standstill().catch((unseen: unknown) => unseen);
      await state.sql?.end({ timeout: 0 });
      state.sql = undefined;
      late.reject(error);
    }, patience);
    return Promise.race([work, late.promise]).finally(() => clearTimeout(timer));
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
    const alone = await inTime(Promise.race([stopped.promise, running]));
    if (alone !== 'stopped') {
      for (const fault of sortOutcomes([alone]).faults) throw fault;
      return null;
    }
    const over = new AbortController();
    const second = settle(other()).finally(() => over.abort());
    const heldUp = async () => {
      while (!over.signal.aborted && !(await isWaiting())) await Promise.resolve();
    };
    await inTime(heldUp()).finally(() => over.abort());
    goOn.resolve();
    return inTime(Promise.all([running, second]));
  }

  /**
   * One run for each statement of the first verb, each on a subject of its own. A quick run stops before every 20th of
   * them only, from another one on for each `turn`: so all of them are stopped before, though not by every pair. `first`
   * names a verb that begins in the same state each time: how many statements it has is then found out once. `clear`
   * takes each subject, also the last, out of the way of the next ones, for verbs that look at all there are.
   */
  async function* interleavings<Subject, A>(
    { turn, first: name }: { turn: number; first?: string },
    newSubject: () => Promise<Subject>,
    one: (db: Database, subject: Subject) => Promise<A>,
    other: (subject: Subject) => Promise<A>,
    clear: (subject: Subject) => Promise<void> = async () => {},
  ): AsyncGenerator<{ subject: Subject; outcomes: Outcome<A>[] }> {
    const stride = byDepth({ quick: 20, deep: 1 });
    const known = name === undefined ? undefined : byDepth({ quick: lengths.get(name), deep: undefined });
    const at = { stop: 1 + (turn % Math.min(stride, known ?? stride)), tried: 0 };
    while (at.stop <= (known ?? at.stop)) {
      const subject = await newSubject();
      const outcomes = await run(
        at.stop,
        (db) => one(db, subject),
        () => other(subject),
      );
      if (outcomes) yield { subject, outcomes };
      else if (name !== undefined) lengths.set(name, at.stop - state.left);
      await clear(subject);
      if (!outcomes && (at.tried > 0 || at.stop === 1)) return;
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
