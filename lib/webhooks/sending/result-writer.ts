import type { Context } from '@/lib/access/actor';
import { log } from '@/lib/kernel/log';
import type { Result } from './result-store';
import { type CountedResult, isTrouble, writeGood, writeTrouble } from './results';

/** Results are collected for so long, so that many are one write and one commit. */
const gatherMs = 5;
const batch = 200;

type Waiting = { result: CountedResult; done: () => void };
type Write = (ctx: Context, results: CountedResult[]) => Promise<void>;

/** One queue of results that are written together. */
function createQueue(write: Write) {
  const waiting: Waiting[] = [];
  let writing = false;

  async function flush(ctx: Context): Promise<void> {
    const taken = waiting.splice(0, batch);
    const results = taken.map((one) => one.result);
    try {
      await write(ctx, results);
    } catch (err) {
      // A deadlock, a cut connection, or one that the database refuses: each by itself, so that none takes others along.
      log.warn({ err, results: results.length }, 'Results could not be written together and are written one by one');
      for (const result of results) {
        await write(ctx, [result]).catch((error) =>
          log.error({ err: error, delivery: result.deliveryId }, 'An attempt could not be written down'),
        );
      }
    }
    for (const one of taken) one.done();
  }

  async function run(ctx: Context): Promise<void> {
    while (waiting.length > 0) await flush(ctx);
    writing = false;
  }

  return {
    add(ctx: Context, result: CountedResult): Promise<void> {
      if (!writing) {
        writing = true;
        setTimeout(() => run(ctx), gatherMs);
      }
      return new Promise((resolve) => waiting.push({ result, done: resolve }));
    },
  };
}

export type ResultWriter = {
  /**
   * Resolves when the result is on disk, or was given up: then the delivery is sent again when its lease is over.
   * Failures in a row are counted here, in the order in which they came.
   */
  write(ctx: Context, result: Result): Promise<void>;
};

export function createResultWriter(): ResultWriter {
  const good = createQueue(writeGood);
  const trouble = createQueue(writeTrouble);
  const inRow = new Map<string, number>();
  return {
    write(ctx, result) {
      const { endpointId, failing } = result;
      const counted = { ...result, inRow: failing ? (inRow.get(endpointId) ?? 0) + 1 : 0 };
      if (failing) inRow.set(endpointId, counted.inRow);
      else inRow.delete(endpointId);
      return (isTrouble(result) ? trouble : good).add(ctx, counted);
    },
  };
}
