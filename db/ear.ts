import { randomBytes } from 'node:crypto';
import { setTimeout as sleep, setImmediate as turn } from 'node:timers/promises';
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

/** Refuses the one wait that is open when the end comes, and each after it. A wait that is over leaves nothing behind. */
function ending() {
  let ended: { error: unknown } | undefined;
  let refuse = (_error: unknown) => {};
  return {
    end: (error: unknown) => {
      ended ??= { error };
      refuse(error);
    },
    unlessEnded: async (work: PromiseLike<unknown>): Promise<void> => {
      const wait = Promise.withResolvers<unknown>();
      refuse = wait.reject;
      if (ended) refuse(ended.error);
      work.then(wait.resolve, wait.reject);
      await wait.promise;
    },
  };
}

/** Listens until it is closed. A line that is quiet may be dead: every beat it says a word to itself and has to hear it. */
export function openEar(open: Open, channel: string, hooks: EarHooks, pace = ordinary): Ear {
  const { beatMs, answerMs } = pace;
  const closing = new AbortController();
  let attempt = Promise.withResolvers<boolean>();
  const rest = (ms: number) => sleep(ms, undefined, { signal: closing.signal, ref: false }).catch(() => {});

  const hear = async () => {
    const echo = `echo_${randomBytes(8).toString('hex')}`;
    const { end, unlessEnded } = ending();
    let heard = () => {};
    const onnotify = (from: string, word: string) => (from === echo ? heard() : hooks.onWord(word));
    const onclose = () => end(new Error('The listening line to the database ended'));
    const sql = open({ onnotify, onclose }, answerMs);
    const stop = () => end(closing.signal.reason);
    closing.signal.addEventListener('abort', stop);
    const prove = async () => {
      const echoed = Promise.withResolvers<void>();
      heard = echoed.resolve;
      // What came while this process itself stood still is read before it counts as late.
      const over = new AbortController();
      const late = sleep(answerMs, undefined, { ref: false, signal: over.signal }).then(async () => {
        await turn();
        throw new Error('The database did not say back what it was told');
      });
      const answered = Promise.all([sql`select pg_notify(${echo}, '')`, echoed.promise]);
      await unlessEnded(Promise.race([answered, late])).finally(() => over.abort());
    };
    try {
      await unlessEnded(sql`listen ${sql(channel)}`);
      await unlessEnded(sql`listen ${sql(echo)}`);
      await prove();
      hooks.onListening?.();
      attempt.resolve(true);
      while (!closing.signal.aborted) {
        await unlessEnded(rest(beatMs));
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
