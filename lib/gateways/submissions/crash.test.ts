import { generatePrivateKey, privateKeyToAddress } from 'viem/accounts';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { connect } from '@/db/client';
import { cuttingProxy } from '@/db/testing/cutting-proxy';
import { byDepth } from '@/db/testing/depth';
import { goodManners } from '@/e2e/support/shkeeper/manners';
import type { Context } from '@/lib/access/actor';
import { testGateway } from '@/lib/gateways/testing/test-gateway';
import { checkMerchant } from '@/lib/ledger/checks/check';
import { eventsOf } from '@/lib/payouts/testing/events';
import { testWorld } from '@/lib/payouts/testing/world';
import { listeners } from '@/lib/watched/listeners';
import { watchChain } from '@/lib/watcher/watch';
import { decideSubmission } from './decide';
import { followSubmissions } from './follow';
import { submitPayouts } from './submit';

const world = testWorld();
const gateway = testGateway(world);
beforeAll(async () => {
  await gateway.setUp();
});
beforeEach(() => gateway.server().behave(goodManners));

/** Start-up, the password's two rounds and the driver's own question: before these no work has begun. */
const messagesToConnect = 7;

async function owed(amount = '25.00') {
  const address = privateKeyToAddress(generatePrivateKey());
  const { id } = await world.newPayout({ rail: 'shkeeper', amount, recipient: { type: 'wallet', address } });
  return { id, address: address.toLowerCase() };
}

/** Everything that a worker does for gateways, with blocks between its steps. */
async function work(ctx: Context): Promise<void> {
  await followSubmissions(ctx, 'local');
  await submitPayouts(ctx, 'local');
  await gateway.server().wallet.idle();
  await world.mine(2);
  while (await watchChain(ctx, 'local', listeners));
  await followSubmissions(ctx, 'local');
  await world.mine(2);
  while (await watchChain(ctx, 'local', listeners));
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

const sendsTo = (address: string) =>
  gateway.server().wallet.sent.filter(({ destination }) => destination === address).length;

/** An undisturbed worker, more than a minute later; answers which of these payouts stand how often. */
async function round(ids: readonly string[]): Promise<Record<string, number>> {
  await world.passTime(70);
  await work(world.system());
  const { sql } = world.database;
  const rows = await sql`select status, count(*)::int from payouts where id in ${sql(ids)} group by 1`;
  return Object.fromEntries(rows.map(({ status, count }) => [status, count]));
}

/** A person looks at what nobody can tell, and finds that the gateway never had it. */
async function decideAll(): Promise<void> {
  const rows = await world.database.sql`select id from gateway_submissions where status = 'unknown'`;
  const unsent = { decision: 'not_sent', reason: 'Its list does not have it' } as const;
  for (const { id } of rows) await decideSubmission(world.member('owner'), id, unsent);
}

test(
  'a worker that dies at any moment around the call sends a payout once, and asks a person where nothing was sent',
  async () => {
    const whole = await owed();
    const { sent, commits } = await workUntilCut(Number.MAX_SAFE_INTEGER);
    await expect.poll(() => round([whole.id]), { timeout: 60_000 }).toEqual({ completed: 1 });
    const each = Array.from({ length: sent - messagesToConnect + 1 }, (_, index) => messagesToConnect + index);
    const aroundTheCall = commits.slice(0, 2).flatMap((commit) => [commit, commit + 1]);
    const cuts = byDepth({ quick: aroundTheCall, deep: each });
    expect(cuts.length).toBeGreaterThan(3);
    for (const cut of cuts) {
      const { id, address } = await owed();
      await workUntilCut(cut);
      for (let minute = 0; minute < 3; minute++) await round([id]);
      expect(sendsTo(address)).toBeLessThan(2);
      await decideAll();
      await expect.poll(() => round([id]), { timeout: 60_000 }).toEqual({ completed: 1 });
      expect(sendsTo(address)).toBe(1);
      expect((await eventsOf(world, id)).filter((event) => event === 'payout.completed')).toHaveLength(1);
    }
    expect(await checkMerchant(world.system(), world.merchantId)).toMatchObject({ faults: [] });
  },
  byDepth({ quick: 300_000, deep: 900_000 }),
);

test(
  'of many payouts through a slow wallet each is sent once, and those that came late end completed by what the chain shows',
  async () => {
    gateway.server().behave({ walletDelayMs: 60, readTimeoutMs: 10, delayedOfHundred: 10 });
    const count = byDepth({ quick: 12, deep: 200 });
    const owing = await Promise.all(Array.from({ length: count }, () => owed('2.00')));
    const ids = owing.map(({ id }) => id);
    await expect.poll(() => round(ids), { timeout: 600_000, interval: 1 }).toEqual({ completed: count });
    expect(owing.map(({ address }) => sendsTo(address))).toEqual(owing.map(() => 1));
    const [doubted] = await world.database.sql`
      select count(*)::int from gateway_submissions where unknown_since is not null and payout_id in ${world.database.sql(ids)}`;
    expect(doubted?.count).toBeGreaterThan(0);
    const again = await world.database.sql`select 1 from gateway_submissions where attempt > 1 and amount = 2000000`;
    expect(again).toEqual([]);
  },
  byDepth({ quick: 300_000, deep: 900_000 }),
);
