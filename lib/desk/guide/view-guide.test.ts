import { encodeFunctionData } from 'viem';
import { expect, test } from 'vitest';
import { wallets } from '@/db/schema';
import { demoAccount } from '@/demo/accounts';
import type { Context } from '@/lib/access/actor';
import { createApiKey } from '@/lib/access/api-keys';
import { addPerson, contextOf } from '@/lib/access/testing/people';
import { testUsdtAbi } from '@/lib/chains/abi/test-usdt';
import { testUsdtAddress } from '@/lib/chains/deployments';
import { newId } from '@/lib/kernel/ids';
import { addAsset } from '@/lib/merchants/add-asset';
import { createMerchant } from '@/lib/merchants/create-merchant';
import { closeGuide, passGuideStep } from '@/lib/merchants/guide';
import { passableSteps } from '@/lib/merchants/schema';
import { testWorld } from '@/lib/payouts/testing/world';
import { addVault } from '@/lib/vaults/add-vault';
import { prepareCall } from '@/lib/vaults/prepare-call';
import { callBody } from '@/lib/vaults/schema';
import { viewGuide } from './view-guide';

const world = testWorld();
const { database } = world;

async function newOwner() {
  const owner = { kind: 'email', value: `${crypto.randomUUID()}@acme.example` } as const;
  const { merchantId } = await createMerchant(world.system(), { name: 'Acme', mode: 'test', owner });
  const ctx = contextOf(database.db, await addPerson(database.db, { merchantId }), () => new Date());
  return { ctx, merchantId };
}
const openSteps = async (ctx: Context) =>
  (await viewGuide(ctx))?.steps.filter(({ state }) => state !== 'done').map(({ step }) => step);

test('a new merchant is led by what is there, and never again once all of it was', async () => {
  const { ctx, merchantId } = await newOwner();
  expect(await openSteps(ctx)).toHaveLength(8);
  await Promise.all([
    addAsset(ctx, { chain: 'local', asset: 'USDT' }),
    ...passableSteps.map((step) => passGuideStep(ctx, { step })),
  ]);
  await passGuideStep(ctx, { step: 'terms' });
  expect(await openSteps(ctx)).toEqual(['vault', 'api_key', 'first_payout']);

  const address = demoAccount('admin').address.toLowerCase();
  const proved = {
    id: newId('wallet'),
    merchantId,
    address,
    name: 'Treasury',
    provenAt: new Date(),
    createdAt: new Date(),
  };
  await database.db.insert(wallets).values(proved);
  const { id: vault_id } = await addVault(ctx, { chain: 'local', address });
  const args = [demoAccount('admin').address, 500_000_000n] as const;
  const data = encodeFunctionData({ abi: testUsdtAbi, functionName: 'mint', args });
  await world.send('admin', { to: testUsdtAddress, data });
  const signer = { kind: 'signer', capacity: '500', fee_ceiling: '1', expires_at: '2040-01-01T00:00:00Z' };
  for (const one of [{ kind: 'allowance', amount: '500' }, signer]) {
    expect(await openSteps(ctx)).toContain('vault');
    const { call } = await prepareCall(ctx, callBody.parse({ vault_id, asset: 'USDT', ...one }));
    await world.send('admin', call);
    await world.mine();
  }
  expect(await openSteps(ctx)).toEqual(['api_key', 'first_payout']);

  await createApiKey(database.db, { merchantId, name: 'Server', scopes: ['payouts:write'], now: new Date() });
  expect(await openSteps(ctx)).toEqual(['first_payout']);
  await database.sql`insert into payouts (id, merchant_id, status, rail, chain, symbol, token, decimals, gross, fee, net,
      fee_payer, recipient_type, reference, expires_at, created_at, updated_at, completed_at)
    values ('po_first', ${merchantId}, 'completed', 'wallet', 'local', 'USDT', ${address}, 6, 25, 0, 25,
      'recipient', 'anyone', 'first', now(), now(), now(), now())`;
  expect(await viewGuide(ctx)).toMatchObject({ done: true });
  expect(await viewGuide(ctx)).toBeNull();
});

test('one member puts the guide away for the whole team, and nobody else’s merchant is touched', async () => {
  const [acme, bee] = [await newOwner(), await newOwner()];
  const viewer = contextOf(
    database.db,
    await addPerson(database.db, { merchantId: acme.merchantId, role: 'viewer' }),
    () => new Date(),
  );
  await expect(closeGuide(viewer)).rejects.toMatchObject({ code: 'forbidden' });
  expect(await openSteps(viewer)).toHaveLength(8);
  await Promise.all([closeGuide(acme.ctx), closeGuide(acme.ctx)]);
  expect([await viewGuide(viewer), await openSteps(bee.ctx)]).toEqual([null, expect.any(Array)]);
});
