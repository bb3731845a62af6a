import { setTimeout as sleep } from 'node:timers/promises';

/** How often it is asked what is known by now, in milliseconds. */
const againMs = 1_000;

/** Runs something for each thing that is known, and for what becomes known later, until the signal; rejects as soon as one of them does. */
export async function runAsKnown<T>(
  known: () => readonly T[],
  run: (one: T) => Promise<void>,
  signal: AbortSignal,
  everyMs = againMs,
): Promise<void> {
  const runs = new Map<T, Promise<void>>();
  const failure = Promise.withResolvers<never>();
  failure.promise.catch(() => {});
  while (!signal.aborted) {
    for (const one of known()) {
      if (runs.has(one)) continue;
      const running = run(one);
      running.catch(failure.reject);
      runs.set(one, running);
    }
    await Promise.race([sleep(everyMs, undefined, { signal }).catch(() => {}), failure.promise]);
  }
  await Promise.all(runs.values());
}
