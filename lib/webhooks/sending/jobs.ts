import { setTimeout as pause } from 'node:timers/promises';
import type { Job } from '@/lib/jobs/runner';
import { createSender } from '@/lib/outgoing/send';
import { operatorRules } from '@/lib/outgoing/target-url';
import { fanOut } from '@/lib/webhooks/events/fan-out';
import { attemptTimeoutMs, createDeliverer } from './deliver';
import { exhaust } from './exhaust';

const deliverer = createDeliverer({ sender: createSender({ rules: operatorRules, timeoutMs: attemptTimeoutMs }) });

/** What a worker does for webhooks. The polls are nets below the words that wake them: retries that fall due, leases that ran out. */
export const webhookJobs: Job[] = [
  { name: 'webhooks.fan-out', everyMs: 2000, wakeOn: 'events', run: fanOut },
  {
    name: 'webhooks.deliver',
    everyMs: 1000,
    wakeOn: 'deliveries',
    run: (ctx, signal) => deliverer.deliverDue(ctx, signal),
  },
  { name: 'webhooks.exhaust', everyMs: 60_000, exclusive: true, run: exhaust },
];

/** Lets the attempts under way end, for `maxWaitMs` at most: one that is cut off is sent again when its lease is over. */
export async function drainWebhooks(maxWaitMs = 5000): Promise<void> {
  const waited = new AbortController();
  await Promise.race([deliverer.settled(), pause(maxWaitMs, undefined, { signal: waited.signal }).catch(() => {})]);
  waited.abort();
}
