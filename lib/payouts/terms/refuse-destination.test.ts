import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts';
import { beforeAll, expect, test } from 'vitest';
import { vaults } from '@/db/schema';
import { demoAccount } from '@/demo/accounts';
import { addMerchant } from '@/lib/access/testing/people';
import { drawbridgeAddress, testUsdtAddress } from '@/lib/chains/deployments';
import { claimPayout } from '@/lib/claims/claim';
import { newId } from '@/lib/kernel/ids';
import { seal } from '@/lib/kernel/secrets';
import { testWorld } from '@/lib/payouts/testing/world';

const world = testWorld();
const strangersVault = privateKeyToAccount(generatePrivateKey()).address;

beforeAll(async () => {
  const id = newId('vault');
  await world.database.db.insert(vaults).values({
    ...{ id, merchantId: await addMerchant(world.database.db), chain: 'base', address: strangersVault.toLowerCase() },
    ...{ signerAddress: `0x${'5'.repeat(40)}`, signerKey: seal('none', id), feeCollector: `0x${'6'.repeat(40)}` },
    namespace: 1n,
  });
});

const lost = [
  ['the zero address', `0x${'0'.repeat(40)}`, 'burn_address'],
  ['the burn address that ends in dEaD', '0x000000000000000000000000000000000000dEaD', 'burn_address'],
  ['the first precompile', '0x0000000000000000000000000000000000000001', 'burn_address'],
  ['the address 0x1ff of a later precompile', '0x00000000000000000000000000000000000001ff', 'burn_address'],
  ['the contract', drawbridgeAddress, 'payout_contract'],
  ['the token', testUsdtAddress, 'token_itself'],
  ['the vault that pays', demoAccount('vault').address, 'vault'],
  ['a vault of another merchant on another chain', strangersVault, 'vault'],
] as const;

const refusedFor = (field: string, check: string) => ({
  ...{ code: 'address_refused', facts: { field, extra: { check } } },
});

test.each(lost)('no payout is made to %s, to be claimed or to be paid by hand', async (_name, address, check) => {
  for (const rail of ['contract', 'wallet']) {
    const made = world.newPayout({ rail, recipient: { type: 'wallet', address } });
    await expect(made).rejects.toMatchObject(refusedFor('recipient.address', check));
  }
});

test('a claimant cannot claim to any of them, and nothing is signed', async () => {
  const payout = await world.newPayout({ recipient: { type: 'anyone' } });
  for (const [, address, check] of lost) {
    const claimed = claimPayout(world.claimant(), payout.token, { address });
    await expect(claimed).rejects.toMatchObject(refusedFor('address', check));
  }
  const rows = await world.database.sql`select id from vouchers where payout_id = ${payout.id}`;
  expect(rows).toEqual([]);
});
