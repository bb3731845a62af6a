import { afterAll, beforeAll, expect, test } from 'vitest';
import { connect } from '@/db/client';
import { cuttingProxy } from '@/db/testing/cutting-proxy';
import { byDepth } from '@/db/testing/depth';
import { demoAccount } from '@/demo/accounts';
import { claimPayout } from '@/lib/claims/claim';
import { killed, type WorkerProcesses, workerProcesses } from '@/lib/jobs/testing/worker-process';
import { eventsOf } from '@/lib/payouts/testing/events';
import { view } from '@/lib/payouts/testing/view';
import { testWorld } from '@/lib/payouts/testing/world';
import { listeners } from '@/lib/watched/listeners';
import { watchChain } from './watch';

const world = testWorld();
let workers: WorkerProcesses;
beforeAll(async () => {
  workers = await workerProcesses('worker.ts');
});
afterAll(() => workers.close());

const customer = demoAccount('customer').address;
/** Start-up, the password's two rounds and the driver's own question: before these no work has begun. */
const messagesToConnect = 7;
const never = Number.MAX_SAFE_INTEGER;

async function minedClaim(): Promise<string> {
  const payout = await world.newPayout();
  const { transfer } = await claimPayout(world.claimant(), payout.token, { address: customer });
  await world.send('customer', transfer);
  await world.mine(4);
  return payout.id;
}

/** Reads the chain over a line that is cut at a message; answers how many messages went over it, and which were commits. */
async function watchUntilCut(cutAt: number): Promise<{ sent: number; commits: number[] }> {
  const line = await cuttingProxy(world.database.url, cutAt);
  const { db, sql } = connect(line.url, 1);
  const steps = async () => {
    while (await watchChain({ ...world.system(), db }, 'local', listeners));
  };
  await Promise.race([steps().catch(() => {}), line.cut]);
  const [sent, commits] = [line.sent(), line.commits()];
  await sql.end({ timeout: 0 });
  await line.close();
  return { sent, commits };
}

/** What the books say was paid for one payout; other payouts of this file, finished or not, do not count. */
async function paidFor(id: string): Promise<string> {
  const [row] = await world.database.sql`
    select coalesce(sum(amount), 0)::text as paid from entries join postings on postings.id = posting_id
    where payout_id = ${id} and debit = 'paid'`;
  return row?.paid;
}

async function expectPaidOnce(id: string): Promise<void> {
  expect((await view(world, id)).status).toBe('completed');
  expect(await eventsOf(world, id)).toEqual(['payout.created', 'payout.processing', 'payout.completed']);
  expect(await paidFor(id)).toBe('24500000');
}

/** Before each commit and right after it; or before each message. */
function cutsOf({ sent, commits }: { sent: number; commits: number[] }): number[] {
  const each = Array.from({ length: sent - messagesToConnect + 1 }, (_, index) => messagesToConnect + index);
  return byDepth({ quick: commits.flatMap((commit) => [commit, commit + 1]), deep: each });
}

test(
  'a worker that dies at any moment of a claim loses nothing and books it once',
  async () => {
    await minedClaim();
    const cuts = cutsOf(await watchUntilCut(never));
    expect(cuts.length).toBeGreaterThan(5);
    for (const cutAt of cuts) {
      const id = await minedClaim();
      await watchUntilCut(cutAt);
      await world.watch();
      await expectPaidOnce(id);
    }
  },
  byDepth({ quick: 300_000, deep: 300_000 }),
);

test.each(byDepth({ quick: [35], deep: [15, 35, 60] }))(
  'a worker process killed at its message %i leaves a claim that the next one pays once',
  async (cutAt) => {
    const id = await minedClaim();
    const line = await cuttingProxy(world.database.url, cutAt);
    const first = await workers.start({ DATABASE_URL: line.url });
    await line.cut;
    await Promise.all([killed(first), line.close()]);
    const second = await workers.start({ DATABASE_URL: world.database.url });
    await expect.poll(() => view(world, id), { timeout: 90_000 }).toMatchObject({ status: 'completed' });
    await killed(second);
    await expectPaidOnce(id);
  },
  120_000,
);
