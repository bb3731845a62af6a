import { afterAll, beforeAll, expect, test } from 'vitest';
import { connect } from '@/db/client';
import { cuttingProxy } from '@/db/testing/cutting-proxy';
import { byDepth } from '@/db/testing/depth';
import type { Context } from '@/lib/access/actor';
import { followTransfers } from '@/lib/claims/follow';
import { sendClaim } from '@/lib/claims/send-claim';
import { checkMerchant } from '@/lib/ledger/checks/check';
import { rollUpBalances } from '@/lib/ledger/roll-up';
import { eventsOf } from '@/lib/payouts/testing/events';
import { testWorld } from '@/lib/payouts/testing/world';
import { relayNow } from '@/lib/relay/relay-now';
import { fickleNode, type Mood } from '@/lib/relay/testing/fickle-node';
import { testRelay } from '@/lib/relay/testing/relay';
import { listeners } from '@/lib/watched/listeners';
import { watchChain } from '@/lib/watcher/watch';
import { relayClaims } from './jobs';

const nodes: Awaited<ReturnType<typeof fickleNode>>[] = [];
const world = testWorld({
  nodeFor: async (rpcUrl) => {
    const node = await fickleNode(rpcUrl);
    nodes.push(node);
    return node.url;
  },
});
const node = () => nodes[0] ?? expect.unreachable();
const relay = testRelay(world);
beforeAll(async () => {
  for (const ether of ['10', '10', '10']) await relay.add(ether);
});
afterAll(() => node().close());

/** Start-up, the password's two rounds and the driver's own question: before these no work has begun. */
const messagesToConnect = 7;

async function asked(): Promise<string> {
  const payout = await world.newPayout({ recipient: { type: 'anyone' } });
  // One address would soon be over its budget of the day.
  const address = `0x${crypto.randomUUID().replaceAll('-', '').padEnd(40, '1')}`;
  await sendClaim(world.claimant(), payout.token, { address });
  return payout.id;
}

/** What a worker does for claims that the portal sends, with blocks between its steps. */
async function work(ctx: Context): Promise<void> {
  await relayClaims(ctx, 'local');
  await relayNow(ctx, 'local');
  await relayClaims(ctx, 'local');
  await world.mine(2);
  await followTransfers(ctx, 'local');
  while (await watchChain(ctx, 'local', listeners));
  await relayNow(ctx, 'local');
  await world.mine(2);
  while (await watchChain(ctx, 'local', listeners));
  await relayNow(ctx, 'local');
  await relayClaims(ctx, 'local');
}

/** The same over a line that is cut at a message; answers how many went over it, and which were commits. */
async function workUntilCut(cutAt: number): Promise<{ sent: number; commits: number[] }> {
  const line = await cuttingProxy(world.database.url, cutAt);
  const { db, sql } = connect(line.url, 1);
  await Promise.race([work({ ...world.system(), db }).catch(() => {}), line.cut]);
  const [sent, commits] = [line.sent(), line.commits()];
  await sql.end({ timeout: 0 });
  await line.close();
  return { sent, commits };
}

async function statuses(ids: string[]): Promise<Record<string, number>> {
  const rows = await world.database
    .sql`select status, count(*)::int from payouts where id in ${world.database.sql(ids)} group by 1`;
  return Object.fromEntries(rows.map(({ status, count }) => [status, count]));
}

/** One round of an undisturbed worker, ten seconds later. */
async function round(ids: string[]): Promise<Record<string, number>> {
  await world.passTime(10);
  await work(world.system());
  return statuses(ids);
}

test(
  'a worker that dies at any moment of a claim that we send pays it once',
  async () => {
    const whole = await asked();
    await world.passTime(3);
    const { sent, commits } = await workUntilCut(Number.MAX_SAFE_INTEGER);
    await expect.poll(() => round([whole])).toEqual({ completed: 1 });
    const each = Array.from({ length: sent - messagesToConnect + 1 }, (_, index) => messagesToConnect + index);
    const cuts = byDepth({ quick: commits.filter((_, index) => index % 3 === 0), deep: each });
    expect(cuts.length).toBeGreaterThan(3);
    for (const cut of cuts) {
      const before = await world.vaultBalance();
      const id = await asked();
      await world.passTime(3);
      await workUntilCut(cut);
      await expect.poll(() => round([id])).toEqual({ completed: 1 });
      expect(before - (await world.vaultBalance())).toBe(25_000_000n);
      expect((await eventsOf(world, id)).filter((event) => event === 'payout.completed')).toHaveLength(1);
    }
  },
  byDepth({ quick: 300_000, deep: 900_000 }),
);

test('claims that travel together take about as many transactions as one of them alone', async () => {
  const commitsOf = async (count: number) => {
    const ids = await Promise.all(Array.from({ length: count }, asked));
    await world.passTime(3);
    const { commits } = await workUntilCut(Number.MAX_SAFE_INTEGER);
    await expect.poll(() => round(ids)).toEqual({ completed: count });
    return commits.length;
  };
  const alone = await commitsOf(1);
  expect(await commitsOf(8)).toBeLessThanOrEqual(alone + 3);
});

/** The same numbers in every run. */
function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return state / 2 ** 32;
  };
}

const faults: Mood[] = ['takes_and_refuses', 'forgets', 'refuses', 'hangs_up'];

test.each(byDepth({ quick: [1], deep: [1, 2, 3, 4, 5, 6, 7, 8] }))(
  'nodes that fail, workers that die and a price that rises pay each claim once and leave no nonce behind: seed %i',
  async (seed) => {
    const next = numbersFrom(seed);
    const before = await world.vaultBalance();
    node().be(() => (next() < 0.3 ? (faults[Math.floor(next() * faults.length)] ?? 'refuses') : 'honest'));
    const ids: string[] = [];
    for (const turn of byDepth({ quick: [0, 1, 2], deep: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9] })) {
      ids.push(...(await Promise.all(Array.from({ length: 6 }, asked))));
      await world.passTime(3);
      const gwei = turn === 2 ? 25n : 2n;
      await world.rpc('anvil_setNextBlockBaseFeePerGas', [`0x${(gwei * 10n ** 9n).toString(16)}`]);
      const dying = workUntilCut(8 + Math.floor(next() * 250));
      await Promise.all([dying, work(world.system()).catch(() => {})]);
    }
    await expect.poll(() => round(ids).catch(String), { timeout: 120_000 }).toEqual({ completed: ids.length });
    node().be('honest');
    expect(before - (await world.vaultBalance())).toBe(25_000_000n * BigInt(ids.length));
    await expect.poll(() => round(ids).then(openRows)).toEqual([]);
    await rollUpBalances(world.system());
    expect((await checkMerchant(world.system(), world.merchantId)).faults).toEqual([]);
    const rows = await world.database.sql`
      select next_nonce::int as next, count(*)::int as sends from relay_accounts a join relay_sends s on s.account_id = a.id
      group by a.id`;
    expect(rows.map(({ next, sends }) => next - sends)).toEqual(rows.map(() => 0));
  },
  byDepth({ quick: 300_000, deep: 300_000 }),
);

const openRows = () => world.database.sql`select id, status from relay_sends where final_at is null`;
