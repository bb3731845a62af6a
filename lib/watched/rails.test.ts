import { encodeFunctionData } from 'viem';
import { beforeAll, describe, expect, test } from 'vitest';
import { railWords } from '@/components/rails/registry';
import { railIds } from '@/db/vocabulary/payouts';
import { demoAccount } from '@/demo/accounts';
import { testUsdtAbi } from '@/lib/chains/abi/test-usdt';
import { testUsdtAddress } from '@/lib/chains/deployments';
import { claimPayout } from '@/lib/claims/claim';
import { findPayout, selectVaults } from '@/lib/payouts/store';
import { testDesk } from '@/lib/payouts/testing/desk';
import { testWorld } from '@/lib/payouts/testing/world';
import { findLatestTransfer } from '@/lib/payouts/transfer-store';
import type { OwedPayout, Payment, PaymentLog } from '@/lib/rails/rail';
import { prove, rails } from '@/lib/rails/registry';
import { railTerms, termsOf } from '@/lib/rails/traits';
import { lookAtHash } from '@/lib/rails/wallet/look';

/** What every rail keeps, each shown one payment that really was made on it. */
const world = testWorld();
testDesk(world);
const customer = demoAccount('customer').address;
const seen: Record<string, { payment: Payment; log: PaymentLog }> = {};

async function claimed(): Promise<void> {
  const made = await world.newPayout();
  const { transfer: call } = await claimPayout(world.claimant(), made.token, { address: customer });
  await world.send('customer', call);
  await world.settle();
  const { db } = world.database;
  const payout = (await findPayout(db, world.merchantId, made.id)) ?? expect.unreachable();
  const transfer = (await findLatestTransfer(db, payout)) ?? expect.unreachable();
  const [vault] = await selectVaults(db, 'local');
  const { hash, blockNumber, blockHash, logIndex, recipient } = transfer;
  const log = { hash: hash ?? '', blockHash: blockHash ?? '', recipient: recipient ?? '' };
  seen.contract = {
    payment: { payout, vault: vault ?? null, transfer },
    log: { ...log, blockNumber: blockNumber ?? 0n, logIndex: logIndex ?? 0 },
  };
}

/** From a wallet: a person's, or that of a gateway. */
async function transferred(rail: OwedPayout['rail']): Promise<void> {
  const amount = 25_000_000n;
  const data = encodeFunctionData({ abi: testUsdtAbi, functionName: 'transfer', args: [customer, amount] });
  const hash = await world.send('admin', { to: testUsdtAddress, data });
  await world.mine();
  const sighting = await lookAtHash('local', hash);
  const [log = expect.unreachable()] = sighting.state === 'mined' ? sighting.payments : [];
  const owed = { id: 'po_1', rail, chain: 'local', token: testUsdtAddress.toLowerCase() } as const;
  const money = { gross: amount, fee: 0n, net: amount, feeCollector: null, claimId: null };
  const payout = {
    ...owed,
    ...money,
    recipientKey: null,
    expiresAt: new Date(0),
    recipientAddress: customer.toLowerCase(),
  };
  const sender = demoAccount('admin').address.toLowerCase();
  seen[rail] = { payment: { payout, vault: null, transfer: { sender } }, log };
}

beforeAll(async () => {
  await claimed();
  for (const rail of railIds.filter((one) => !termsOf(one).hasClaimId)) await transferred(rail);
});

const of = (rail: string) => seen[rail] ?? expect.unreachable();
const elsewhere = `0x${'7'.repeat(40)}`;
const withPayout = ({ payment }: { payment: Payment }, changed: Partial<OwedPayout>): Payment => ({
  ...payment,
  payout: { ...payment.payout, ...changed },
});

describe.each(railIds)('the rail %s', (rail) => {
  test('is one folder under one word: terms, words, proof and watch', () => {
    expect([rails[rail].terms.id, railTerms[rail].id]).toEqual([rail, rail]);
    expect(Object.values(railWords[rail]).every(Boolean)).toBe(true);
    expect(termsOf(rail).recipients).toContain('wallet');
  });

  test('proves a payment that was made exactly so, and names who got it', async () => {
    const { payment, log } = of(rail);
    expect(await prove(payment, log)).toEqual({ state: 'proved', recipient: customer.toLowerCase() });
  });

  test.each([
    ['another amount', { gross: 25_000_001n, net: 25_000_001n }],
    ['another token', { token: elsewhere }],
  ] as const)('proves nothing of %s', async (_what, changed) => {
    const { log } = of(rail);
    expect((await prove(withPayout(of(rail), changed), log)).state).toBe('differs');
  });

  test('proves nothing in a block that the chain does not have, nor by another log', async () => {
    const { payment, log } = of(rail);
    expect((await prove(payment, { ...log, blockHash: `0x${'0'.repeat(64)}` })).state).toBe('absent');
    expect((await prove(payment, { ...log, logIndex: log.logIndex + 50 })).state).toBe('differs');
  });

  test('asks the chain about those who pay and nobody else', () => {
    const sought = rails[rail].watch('local', { wallets: [elsewhere], safes: [] }).flatMap((look) => look.sought ?? []);
    expect(JSON.stringify(sought)).toContain(elsewhere.slice(2));
  });
});
