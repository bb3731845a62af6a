import { connect } from '@/db/client';
import { claimJobs } from '@/lib/claims/jobs';
import { type Job, runJobs } from '@/lib/jobs/runner';
import { systemClock } from '@/lib/kernel/clock';
import { env } from '@/lib/kernel/env';
import { batchJobs } from '@/lib/relay/batches/jobs';
import { directJobs } from '@/lib/relay/direct/jobs';
import { relayJobs } from '@/lib/relay/jobs';
import { listeners } from '@/lib/watched/listeners';
import { watcherJobs } from '@/lib/watcher/jobs';

/**
 * A worker that relays and reads the chain, to be killed. Its jobs take no lease, so that the next worker goes on at once:
 * a lease only spares effort.
 */
const chain = 'local';
const connection = connect(env.DATABASE_URL, 10);
const jobs: Job[] = [directJobs, batchJobs, relayJobs, claimJobs]
  .flatMap((make) => make(chain))
  .concat(watcherJobs(chain, listeners))
  .map((job) => ({ ...job, exclusive: false }));

process.once('disconnect', () => process.exit(0));
process.send?.('ready');
await runJobs({
  jobs,
  connection,
  contextOf: (job) => ({
    ...{ db: connection.db, clock: systemClock, actor: { kind: 'system', job } },
    requestId: `worker ${process.pid}`,
  }),
  signal: new AbortController().signal,
});
