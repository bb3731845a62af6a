import type { ChainKey } from '@/db/vocabulary/chains';
import { processConnection, systemContext, workerPatience } from '@/lib/access/process-context';
import { sessionJobs } from '@/lib/access/sessions/jobs';
import { trailJobs } from '@/lib/access/trail/jobs';
import { paymentJobs } from '@/lib/by-hand/sightings/jobs';
import { configuredChains } from '@/lib/chains/served';
import { claimJobs } from '@/lib/claims/jobs';
import { deskJobs } from '@/lib/desk/live/jobs';
import { tellNodes } from '@/lib/evm/probe-node';
import { submissionJobs } from '@/lib/gateways/submissions/jobs';
import { forgetRequests } from '@/lib/http/pipeline/forget-requests';
import { heartbeat } from '@/lib/jobs/heartbeat';
import { runAsKnown } from '@/lib/jobs/run-as-known';
import { type Job, runJobs } from '@/lib/jobs/runner';
import { env } from '@/lib/kernel/env';
import { log } from '@/lib/kernel/log';
import { leavingJobs } from '@/lib/leaving/jobs';
import { ledgerJobs } from '@/lib/ledger/checks/jobs';
import { closeMail, mailJobs } from '@/lib/mail/jobs';
import { nodeJobs } from '@/lib/nodes/jobs';
import { obstacleJobs } from '@/lib/obstacles/jobs';
import { isDemos } from '@/lib/operators/store';
import { orderClockJobs, orderCoverJobs } from '@/lib/orders/clock/jobs';
import { orderJobs } from '@/lib/orders/jobs';
import { recipientMailJobs } from '@/lib/payouts/mails/jobs';
import { screenDueJobs } from '@/lib/payouts/screening/jobs';
import { proofJobs } from '@/lib/proofs/jobs';
import { rateJobs } from '@/lib/rates/jobs';
import { reconcileJobs } from '@/lib/reconcile/day/jobs';
import { batchJobs } from '@/lib/relay/batches/jobs';
import { directJobs } from '@/lib/relay/direct/jobs';
import { relayJobs } from '@/lib/relay/jobs';
import { sandboxJobs, sandboxMailJobs } from '@/lib/sandbox/jobs';
import { listJobs } from '@/lib/screening/jobs';
import { sourceJobs } from '@/lib/sources/looks/jobs';
import { tokenJobs } from '@/lib/tokens/jobs';
import { keepLearning } from '@/lib/tokens/learn';
import { startTraces } from '@/lib/traces/start-traces';
import { lapseJobs } from '@/lib/unpaid/jobs';
import { vaultJobs } from '@/lib/vaults/jobs';
import { listeners } from '@/lib/watched/listeners';
import { watcherJobs } from '@/lib/watcher/jobs';
import { drainWebhooks, webhookJobs } from '@/lib/webhooks/sending/jobs';

/** The worker process: jobs and nothing else. Any number of them may run; a kill at any moment loses nothing. */
const jobsOf = (chain: ChainKey): Job[] => [
  ...[claimJobs, paymentJobs, orderJobs, lapseJobs, obstacleJobs].flatMap((jobs) => jobs(chain)),
  ...watcherJobs(chain, listeners),
  ...[nodeJobs, vaultJobs].flatMap((jobs) => jobs(chain)),
  ...[relayJobs, batchJobs, directJobs, submissionJobs].flatMap((jobs) => jobs(chain)),
  ...[sandboxJobs, orderCoverJobs].flatMap((jobs) => jobs(chain)),
];
const jobs: Job[] = [
  heartbeat,
  ...sandboxMailJobs,
  ...webhookJobs,
  ...ledgerJobs,
  ...deskJobs,
  ...mailJobs,
  ...recipientMailJobs,
  ...orderClockJobs,
  ...screenDueJobs,
  ...proofJobs,
  ...sessionJobs,
  ...trailJobs,
  ...sourceJobs,
  ...reconcileJobs,
  ...leavingJobs,
  ...tokenJobs,
  ...rateJobs(),
  ...listJobs(),
  forgetRequests,
];
const stopping = new AbortController();
const stopTraces = await startTraces('worker');
const connection = processConnection(workerPatience);
await keepLearning(connection.db);
const atStart = configuredChains();

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopping.abort());
// A worker that a supervisor started ends with it, however the supervisor ended.
if (process.connected) process.once('disconnect', () => process.exit(0));

if (!env.DEMO && (await isDemos(connection.db))) {
  log.fatal('A demo has run on this database, so everybody may sign in to it: give DATABASE_URL another one.');
  process.exit(1);
}
log.info({ chains: atStart, jobs: jobs.length }, 'the worker runs');
process.send?.('ready');
void tellNodes(atStart).catch((error: unknown) => log.error({ err: error }, 'the nodes could not be tried'));
const onStall = (job: string) => {
  log.fatal({ job }, 'a job does not end; this worker ends, so that another takes over');
  process.exit(1);
};
const { signal } = stopping;
const run = (some: Job[]) => runJobs({ jobs: some, connection, contextOf: systemContext, signal, onStall });
// A chain that operators add gets its jobs when this process hears of it.
const later = () => configuredChains().filter((chain) => !atStart.includes(chain));
await Promise.all([
  run([...jobs, ...atStart.flatMap(jobsOf)]),
  runAsKnown(later, (chain) => run(jobsOf(chain)), signal),
]);
await drainWebhooks();
closeMail();
await connection.close();
await stopTraces();
if (process.connected) process.disconnect();
