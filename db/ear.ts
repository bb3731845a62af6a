import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type postgres from 'postgres';

export type EarHooks = {
  onWord(word: string): void;
  /** Each time it begins to hear, also after a gap in which words were missed. */
  onListening?(): void;
  /** Each time that it cannot, or no longer. */
  onFault?(error: unknown): void;
};

export type Ear = {
  /** Whether it hears; while it is being opened, how that turns out. */
  listening(): Promise<boolean>;
  close(): Promise<void>;
};

type Opened = { onnotify(channel: string, word: string): void; onclose(): void };
type Open = (hooks: Opened, answerMs: number) => postgres.Sql;

/** Time between two proofs that words still come through, and how long one may take; in milliseconds. */
export type Pace = { beatMs: number; answerMs: number };

const ordinary: Pace = { beatMs: 10_000, answerMs: 5_000 };
const againMs = 500;

/** Listens until it is closed. A line that is quiet may be dead: every beat it says a word to itself and has to hear it. */
export function openEar(open: Open, channel: string, hooks: EarHooks, pace = ordinary): Ear {
  const { beatMs, answerMs } = pace;
  const closing = new AbortController();
  let attempt = Promise.withResolvers<boolean>();
  const rest = (ms: number) => sleep(ms, undefined, { signal: closing.signal, ref: false }).catch(() => {});

  const hear = async () => {
    const echo = `echo_${randomBytes(8).toString('hex')}`;
    const over = Promise.withResolvers<never>();
    over.promise.catch(() => {});
    let heard = () => {};
    const onnotify = (from: string, word: string) => (from === echo ? heard() : hooks.onWord(word));
    const onclose = () => over.reject(new Error('The listening line to the database ended'));
    const sql = open({ onnotify, onclose }, answerMs);
    const stop = () => over.reject(closing.signal.reason);
    closing.signal.addEventListener('abort', stop);
    const prove = async () => {
      const echoed = Promise.withResolvers<void>();
      heard = echoed.resolve;
      const late = sleep(answerMs, undefined, { ref: false }).then(() => {
        throw new Error('The database did not say back what it was told');
      });
      await Promise.race([Promise.all([sql`select pg_notify(${echo}, '')`, echoed.promise]), late, over.promise]);
    };
    try {
      await Promise.race([sql`listen ${sql(channel)}`, over.promise]);
      await Promise.race([sql`listen ${sql(echo)}`, over.promise]);
      await prove();
      hooks.onListening?.();
      attempt.resolve(true);
      while (!closing.signal.aborted) {
        await Promise.race([rest(beatMs), over.promise]);
        await prove();
      }
    } finally {
      closing.signal.removeEventListener('abort', stop);
      await sql.end({ timeout: 0 });
    }
  };

  const done = (async () => {
    while (!closing.signal.aborted) {
      try {
        await hear();
      } catch (error) {
        attempt.resolve(false);
        attempt = Promise.withResolvers<boolean>();
        if (!closing.signal.aborted) hooks.onFault?.(error);
      }
      await rest(againMs);
    }
    attempt.resolve(false);
  })();

  return {
    listening: () => attempt.promise,
    close: async () => {
      closing.abort(new Error('Closed'));
      await done;
    },
  };
}
