import { beforeAll, expect, test } from 'vitest';
import { connect } from '@/db/client';
import { cuttingProxy } from '@/db/testing/cutting-proxy';
import { hex } from '@/lib/chains/address';
import { testWorld } from '@/lib/payouts/testing/world';
import type { RelayAccount } from './account-store';
import { relayNow } from './relay-now';
import { testRelay } from './testing/relay';

const world = testWorld();
const relay = testRelay(world);
const { order, goOn } = relay;
const accounts: RelayAccount[] = [];
const mined = { state: 'mined', final: true, success: true };
const waits = { timeout: 60_000, interval: 5 };
const nonceOf = ({ address }: RelayAccount) => world.client().getTransactionCount({ address: hex(address) });

beforeAll(async () => {
  accounts.push(await relay.add(), await relay.add());
});

/** Relays over a line that is cut at a message; answers how many went over it, and which were commits. */
async function stepUntilCut(cutAt: number): Promise<{ sent: number; commits: number[] }> {
  const line = await cuttingProxy(world.database.url, cutAt);
  const { db, sql } = connect(line.url, 1);
  await Promise.race([relayNow({ ...world.system(), db }, 'local').catch(() => {}), line.cut]);
  const [sent, commits] = [line.sent(), line.commits()];
  await sql.end({ timeout: 0 });
  await line.close();
  return { sent, commits };
}

test('a worker that dies at any moment of sending leaves a call that is sent once', { timeout: 60_000 }, async () => {
  const whole = await order();
  const { sent, commits } = await stepUntilCut(Number.MAX_SAFE_INTEGER);
  await expect.poll(() => goOn(whole), waits).toMatchObject(mined);
  const cuts = commits.flatMap((commit) => [commit - 1, commit, commit + 1]).filter((cut) => cut <= sent);
  expect(cuts.length).toBeGreaterThan(4);
  for (const cut of cuts) {
    const before = await Promise.all(accounts.map(nonceOf));
    const ref = await order();
    await stepUntilCut(cut);
    await expect.poll(() => goOn(ref), waits).toMatchObject(mined);
    const used = await Promise.all(accounts.map(nonceOf));
    expect(used.filter((nonce, index) => nonce !== before[index])).toHaveLength(1);
  }
});
