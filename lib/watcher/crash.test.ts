import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { connect } from '@/db/client';
import { type CuttingProxy, cuttingProxy } from '@/db/testing/cutting-proxy';
import { demoAccount } from '@/demo/accounts';
import { claimPayout } from '@/lib/claims/claim';
import { balanceOf } from '@/lib/ledger/balance';
import { eventsOf } from '@/lib/payouts/testing/events';
import { view } from '@/lib/payouts/testing/view';
import { testWorld } from '@/lib/payouts/testing/world';
import { watchChain } from './watch';

const world = testWorld();
const customer = demoAccount('customer').address;
const asset = { chain: 'local', symbol: 'USDT' } as const;
const paid = () => balanceOf(world.database.db, world.merchantId, asset, 'paid');
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

/** Reads the chain over a line that is cut at a message; answers how many messages the whole took. */
async function watchUntilCut(cutAt: number): Promise<number> {
  const line = await cuttingProxy(world.database.url, cutAt);
  const { db, sql } = connect(line.url, 1);
  const steps = async () => {
    while (await watchChain({ ...world.system(), db }, 'local'));
  };
  await Promise.race([steps().catch(() => {}), line.cut]);
  const sent = line.sent();
  await sql.end({ timeout: 0 });
  await line.close();
  return sent;
}

async function expectPaidOnce(id: string, before: bigint): Promise<void> {
  expect((await view(world, id)).status).toBe('completed');
  expect(await eventsOf(world, id)).toEqual(['payout.created', 'payout.processing', 'payout.completed']);
  expect((await paid()) - before).toBe(24_500_000n);
}

test('a worker that dies between any two messages of a claim loses nothing and books it once', async () => {
  await minedClaim();
  const messages = await watchUntilCut(never);
  expect(messages).toBeGreaterThan(20);
  const died: number[] = [];
  for (let cutAt = messagesToConnect; cutAt <= messages; cutAt++) {
    const before = await paid();
    const id = await minedClaim();
    died.push(await watchUntilCut(cutAt));
    await world.watch();
    await expectPaidOnce(id, before);
  }
  expect(died).toHaveLength(messages - messagesToConnect + 1);
}, 120_000);

function startWorker(line: CuttingProxy): ChildProcess {
  return spawn(process.execPath, ['--import', './scripts/resolve-alias.js', 'worker.ts'], {
    env: { ...process.env, DATABASE_URL: line.url, RPC_URL_LOCAL: world.rpcUrl() },
    stdio: 'ignore',
  });
}

async function kill(worker: ChildProcess): Promise<void> {
  const ended = once(worker, 'exit');
  worker.kill('SIGKILL');
  await ended;
}

test.each([15, 35, 60])(
  'a worker process killed at its message %i leaves a claim that the next one pays once',
  async (cutAt) => {
    const before = await paid();
    const id = await minedClaim();
    const line = await cuttingProxy(world.database.url, cutAt);
    const first = startWorker(line);
    await line.cut;
    await Promise.all([kill(first), line.close()]);
    const clear = await cuttingProxy(world.database.url, never);
    const second = startWorker(clear);
    await expect.poll(() => view(world, id), { timeout: 40_000 }).toMatchObject({ status: 'completed' });
    await kill(second);
    await clear.close();
    await expectPaidOnce(id, before);
  },
  60_000,
);
