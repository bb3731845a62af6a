import type { Database } from '@/db/client';
import { stopScopes } from '@/db/vocabulary/operators';
import { log } from '@/lib/kernel/log';
import { gauges, registry } from './meters';
import { countStops, isWorkerHeard, selectQueues, selectReads } from './store';

/** Everything in the format of Prometheus; of what the database does not tell now, only that it does not. */
export async function readMetrics(db: Database, now: Date): Promise<{ type: string; text: string }> {
  try {
    await look(db, now);
    gauges.databaseUp.set(1);
  } catch (error) {
    log.warn({ err: error }, 'the database does not tell its numbers');
    for (const gauge of Object.values(gauges)) gauge.reset();
    gauges.databaseUp.set(0);
  }
  return { type: registry.contentType, text: await registry.metrics() };
}

async function look(db: Database, now: Date): Promise<void> {
  const [queues, reads, workerUp, stops] = await Promise.all([
    selectQueues(db, now),
    selectReads(db),
    isWorkerHeard(db),
    countStops(db),
  ]);
  gauges.workerUp.set(workerUp ? 1 : 0);
  for (const { queue, waiting, failing, oldest } of queues) {
    gauges.waiting.set({ queue }, waiting);
    gauges.failing.set({ queue }, failing);
    gauges.oldest.set({ queue }, Math.max(0, oldest));
  }
  for (const { chain, number, updatedAt } of reads) {
    gauges.readAge.set({ chain }, Math.max(0, (now.getTime() - updatedAt.getTime()) / 1000));
    gauges.readNumber.set({ chain }, Number(number));
  }
  for (const scope of stopScopes) gauges.stops.set({ scope }, stops.find((one) => one.scope === scope)?.count ?? 0);
}
