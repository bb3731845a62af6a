import { encodeFunctionData } from 'viem';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { screenOf } from '@/components/claim/screen';
import { railWords, wordsOf } from '@/components/rails/registry';
import { demoAccount } from '@/demo/accounts';
import { testUsdtAbi } from '@/lib/chains/abi/test-usdt';
import { hex } from '@/lib/chains/address';
import { testUsdtAddress } from '@/lib/chains/deployments';
import { viewClaim } from '@/lib/claims/view';
import type { Listener } from '@/lib/cursors/listener';
import { tellStory } from '@/lib/desk/story/story';
import { newId } from '@/lib/kernel/ids';
import { checkMerchant } from '@/lib/ledger/checks/check';
import { lockPayout } from '@/lib/payouts/locked-store';
import { createPayoutBody } from '@/lib/payouts/schema';
import { startProcessing } from '@/lib/payouts/sightings';
import { createPayout } from '@/lib/payouts/terms/create';
import { testDesk } from '@/lib/payouts/testing/desk';
import { eventsOf } from '@/lib/payouts/testing/events';
import { view } from '@/lib/payouts/testing/view';
import { testWorld } from '@/lib/payouts/testing/world';
import { insertTransfer, readLiveTransfer, updateTransfer } from '@/lib/payouts/transfer-store';
import { rails } from '@/lib/rails/registry';
import { ofKind } from '@/lib/rails/sighting';
import { hotWalletRail } from '@/lib/rails/testing/hot-wallet/rail';
import { hotWallet, hotWalletTerms } from '@/lib/rails/testing/hot-wallet/terms';
import { hotWalletWords } from '@/lib/rails/testing/hot-wallet/words';
import { railTerms } from '@/lib/rails/traits';
import { testDesk as reconcileDesk } from '@/lib/reconcile/testing/desk';
import { watchChain } from '@/lib/watcher/watch';
import { reason } from '@/lib/wire/reason';
import { listeners } from './listeners';

const world = testWorld();
const desk = testDesk(world);
const { reconcile } = reconcileDesk(world);
const sender = demoAccount('admin').address.toLowerCase();
const recipient = demoAccount('customer').address;

beforeAll(async () => {
  Object.assign(railTerms, { [hotWallet]: hotWalletTerms });
  Object.assign(rails, { [hotWallet]: hotWalletRail });
  Object.assign(railWords, { [hotWallet]: hotWalletWords });
  const checks = await world.database.sql`
    select conrelid::regclass::text as table, conname from pg_constraint
    where contype = 'c' and pg_get_constraintdef(oid) ~ '\\yrail\\y.*wallet'`;
  for (const { table, conname } of checks) {
    await world.database.sql.unsafe(`alter table ${table} drop constraint "${conname}"`);
  }
});
afterAll(() => {
  for (const registry of [railTerms, rails, railWords]) Reflect.deleteProperty(registry, hotWallet);
});

/** Takes the logs of the hot wallet for the transfers that were sent with their hashes. */
function hotListener(sent: ReadonlyMap<string, string>): Listener {
  return {
    looks: async (_db, chain) => hotWalletRail.watch(chain, { wallets: [sender], safes: [] }),
    apply: async (ctx, _chain, { seen }) => {
      for (const { move, blockNumber, blockHash } of ofKind(seen, 'move')) {
        const id = sent.get(move.hash) ?? '';
        await ctx.db.transaction(async (tx) => {
          const payout = await lockPayout(tx, { merchantId: world.merchantId, id });
          const transfer = (await readLiveTransfer(tx, payout)) ?? expect.unreachable();
          const place = { blockNumber, blockHash, logIndex: move.logIndex, recipient: move.to };
          await updateTransfer(tx, transfer, ['submitted'], { status: 'confirming', ...place }, ctx.clock.now());
          await startProcessing(tx, ctx, payout, reason('payment_seen'));
        });
      }
    },
  };
}

async function owedByHotWallet(reference: string) {
  const body = createPayoutBody.parse({
    ...{ amount: '25.00', asset: 'USDT', chain: 'local', reference },
    recipient: { type: 'wallet', address: recipient },
  });
  const payout = await createPayout(world.merchant(), { ...body, rail: hotWallet });
  return { ...payout, token: payout.claim_url.split('/p/')[1] ?? '' };
}

async function sendFromHotWallet(id: string, amount: bigint): Promise<string> {
  const data = encodeFunctionData({ abi: testUsdtAbi, functionName: 'transfer', args: [hex(recipient), amount] });
  const hash = await world.send('admin', { to: testUsdtAddress, data });
  await world.database.db.transaction(async (tx) => {
    const payout = await lockPayout(tx, { merchantId: world.merchantId, id });
    const now = new Date();
    const row = { id: newId('transfer'), hash: hash.toLowerCase(), status: 'submitted' as const, sender };
    await insertTransfer(tx, payout, { ...row, createdAt: now, updatedAt: now });
  });
  return hash.toLowerCase();
}

async function watchToTheEnd(sent: ReadonlyMap<string, string>): Promise<void> {
  await world.mine(4);
  while (await watchChain(world.system(), 'local', [hotListener(sent), ...listeners]));
}

test('a third rail is a folder and its lines: it is owed, seen, confirmed, booked, reconciled and shown in its own words', async () => {
  const [owed, paid] = [await desk.balance('owed'), await desk.balance('paid')];
  const payout = await owedByHotWallet('hot-1');
  expect(payout).toMatchObject({ status: 'pending', rail: hotWallet, fee: '0.00' });
  expect((await desk.balance('owed')) - owed).toBe(25_000_000n);
  const shown = await viewClaim(world.claimant(), payout.token);
  expect([screenOf(shown, new Date()), wordsOf(shown.rail).pending]).toEqual(['by_hand', hotWalletWords.pending]);
  await watchToTheEnd(new Map([[await sendFromHotWallet(payout.id, 25_000_000n), payout.id]]));
  expect(await view(world, payout.id)).toMatchObject({ status: 'completed', transfer: { status: 'confirmed' } });
  expect(await eventsOf(world, payout.id)).toEqual(['payout.created', 'payout.processing', 'payout.completed']);
  expect(await desk.balance('owed')).toBe(owed);
  expect((await desk.balance('paid')) - paid).toBe(25_000_000n);
  expect(screenOf(await viewClaim(world.claimant(), payout.token), new Date())).toBe('completed');
  const story = await tellStory(world.member('viewer'), payout.id);
  expect([story.payout.status, wordsOf(story.payout.rail).paidBy]).toEqual(['completed', 'Hot wallet']);
  expect(await checkMerchant(world.system(), world.merchantId)).toMatchObject({ faults: [] });
  expect(await reconcile()).toMatchObject({ status: 'green' });
});

test('a third rail that sends less than was agreed completes nothing', async () => {
  const payout = await owedByHotWallet('hot-2');
  await watchToTheEnd(new Map([[await sendFromHotWallet(payout.id, 22_500_000n), payout.id]]));
  expect(await view(world, payout.id)).toMatchObject({ status: 'processing', transfer: { status: 'unknown' } });
});
