import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { payouts } from '@/db/schema';
import { testDatabase } from '@/db/testing/database';
import { newToken } from '@/lib/kernel/secrets';
import { type LocalChain, localChainId, startChain } from '@/scripts/services/chain';
import { callRpc } from '@/scripts/services/json-rpc';
import { prepareChain } from './chain';
import { makeHistory, setChainTime } from './history';
import { seedDemoMerchant } from './seed';

const database = testDatabase();
const directory = mkdtempSync(path.join(tmpdir(), 'drawbridge-history-'));
const days = 8;
const held: { chain?: LocalChain } = {};

beforeAll(async () => {
  held.chain = await startChain(directory, localChainId, new Date(Date.now() - (days + 1) * 86_400_000));
  process.env.RPC_URL_LOCAL = held.chain.rpcUrl;
});
afterAll(async () => {
  await held.chain?.stop();
  rmSync(directory, { recursive: true, force: true });
});

test('the demo’s weeks are made by its own verbs: paid on their day, in the books, and over by today', async () => {
  const chain = held.chain ?? expect.unreachable();
  const merchant = await seedDemoMerchant(database, `db_test_${newToken()}`);
  await prepareChain(chain.rpcUrl, merchant.signer);
  await makeHistory(database, merchant, chain, days);
  await setChainTime(chain.rpcUrl, new Date());
  const made = await database.db.select().from(payouts).where(eq(payouts.merchantId, merchant.merchantId));
  const paid = made.filter(({ status }) => status === 'completed');
  expect(paid.length).toBeGreaterThan(5);
  expect(new Set(made.map(({ status }) => status))).toEqual(new Set(['completed', 'cancelled']));
  for (const { createdAt, completedAt } of paid) {
    expect((completedAt?.getTime() ?? 0) - createdAt.getTime()).toBeLessThan(3_600_000);
    expect(createdAt.getTime()).toBeLessThan(Date.now() - 70_000_000);
  }
  const [{ settled } = {}] = await database.sql`select count(*)::int as settled from postings where kind = 'settle'`;
  expect(settled).toBe(paid.length);
  const head = Object(await callRpc(chain.rpcUrl, 'eth_getBlockByNumber', ['latest', false]));
  expect(Math.abs(Number(head.timestamp) - Date.now() / 1000)).toBeLessThan(60);
});
