import { connect } from '@/db/client';
import { type Job, runJobs } from '@/lib/jobs/runner';
import { systemClock } from '@/lib/kernel/clock';
import { env } from '@/lib/kernel/env';
import { createSender } from '@/lib/outgoing/send';
import { operatorRules } from '@/lib/outgoing/target-url';
import { fanOut } from '@/lib/webhooks/events/fan-out';
import { createDeliverer } from '@/lib/webhooks/sending/deliver';
import { systemContext } from './fixtures';

/** A worker that does nothing but webhooks, to be killed: its leases are short, so that what it had soon goes on. */
const timeoutMs = 450;
const leaseSeconds = 1;

const connection = connect(env.DATABASE_URL, 4);
const deliverer = createDeliverer({ sender: createSender({ rules: operatorRules, timeoutMs }), leaseSeconds });
const jobs: Job[] = [
  { name: 'webhooks.fan-out', everyMs: 200, wakeOn: 'events', run: fanOut },
  {
    name: 'webhooks.deliver',
    everyMs: 200,
    wakeOn: 'deliveries',
    run: (ctx, signal) => deliverer.deliverDue(ctx, signal),
  },
];

process.once('disconnect', () => process.exit(0));
process.send?.('ready');
await runJobs({
  jobs,
  connection,
  contextOf: () => systemContext(connection.db, systemClock),
  signal: new AbortController().signal,
});
