import { eq } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { merchantAssets, vaults, wallets } from '@/db/schema';
import { type DemoAccountName, demoAccount } from '@/demo/accounts';
import type { Context } from '@/lib/access/actor';
import { addPerson, contextOf } from '@/lib/access/testing/people';
import { Refusal } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import { addAsset } from '@/lib/merchants/add-asset';
import { createMerchant } from '@/lib/merchants/create-merchant';
import { testWorld } from '@/lib/payouts/testing/world';
import { addVault } from './add-vault';
import { prepareCall } from './prepare-call';
import { callBody } from './schema';
import { viewVaults } from './view-vaults';

const world = testWorld();
const { database } = world;

async function newMerchant(mode: 'live' | 'test'): Promise<Context> {
  const owner = { kind: 'email', value: `${crypto.randomUUID()}@acme.example` } as const;
  const { merchantId } = await createMerchant(world.system(), { name: 'Acme', mode, owner });
  return contextOf(database.db, await addPerson(database.db, { merchantId }), () => new Date());
}
const merchantOf = ({ actor }: Context) => ('merchantId' in actor ? actor.merchantId : '');
const addressOf = (name: DemoAccountName) => demoAccount(name).address.toLowerCase();
const prove = (ctx: Context, address: string) =>
  database.db.insert(wallets).values({
    ...{ id: newId('wallet'), merchantId: merchantOf(ctx), address, name: 'Treasury' },
    ...{ provenAt: new Date(), createdAt: new Date() },
  });
const local = (address: string) => ({ chain: 'local', address }) as const;
const codeOf = (asked: Promise<unknown>) =>
  asked.then(
    () => 'made',
    (error: unknown) => (error instanceof Refusal ? error.code : String(error)),
  );

let acme: Context;
beforeAll(async () => {
  acme = await newMerchant('test');
});

test('an asset is paid out from then on, once, with bounds that leave something for the recipient', async () => {
  const usdt = { chain: 'local', asset: 'USDT' } as const;
  const answers = await Promise.all([addAsset(acme, usdt), addAsset(acme, usdt)]);
  for (const { assets } of answers) {
    expect(assets).toMatchObject([{ chain: 'local', asset: 'USDT', fee: '0.00', minimum: '1.00', maximum: '1000.00' }]);
  }
  expect(await database.db.$count(merchantAssets, eq(merchantAssets.merchantId, merchantOf(acme)))).toBe(1);
  expect(await codeOf(addAsset(acme, { ...usdt, asset: 'DOGE' }))).toBe('asset_unavailable');
});

test('a test merchant pays on served test networks alone, and a live one on none of them', async () => {
  const live = await newMerchant('live');
  await prove(live, addressOf('other'));
  const chains = ['local', 'base', 'sepolia'] as const;
  const asked = (ctx: Context) =>
    Promise.all(chains.map((chain) => codeOf(addAsset(ctx, { chain, asset: chain === 'local' ? 'USDT' : 'USDC' }))));
  expect(await asked(acme)).toEqual(['made', 'asset_unavailable', 'asset_unavailable']);
  expect(await asked(live)).toEqual(['asset_unavailable', 'asset_unavailable', 'asset_unavailable']);
  expect(await codeOf(addVault(live, local(addressOf('other'))))).toBe('asset_unavailable');
});

test('a vault is a wallet that signed for the merchant, and nothing leaves it before it says so on the chain', async () => {
  const treasury = addressOf('admin');
  expect(await codeOf(addVault(acme, local(treasury)))).toBe('wallet_unproved');
  await prove(acme, treasury);
  const made = await Promise.all([addVault(acme, local(treasury)), addVault(acme, local(treasury))]);
  expect(new Set(made.map(({ id }) => id)).size).toBe(1);
  expect(await database.db.$count(vaults, eq(vaults.merchantId, merchantOf(acme)))).toBe(1);
  const [vault] = (await viewVaults(acme)).data;
  expect(vault?.assets[0]?.reading).toMatchObject({ allowance: '0.00', signer: null });
  const vaultId = made[0].id;
  const signer = {
    kind: 'signer',
    asset: 'USDT',
    capacity: '500',
    fee_ceiling: '1',
    expires_at: '2040-01-01T00:00:00Z',
  };
  const calls = [{ kind: 'allowance', asset: 'USDT', amount: '500' }, signer];
  for (const one of calls) {
    const { call, more } = await prepareCall(acme, callBody.parse({ vault_id: vaultId, ...one }));
    expect(more).toBe(false);
    await world.send('admin', call);
  }
  await world.mine();
  const [ready] = (await viewVaults(acme)).data;
  expect(ready?.assets[0]?.reading).toMatchObject({ allowance: '500.00', signer: { capacity: '500.00' } });
});

test('another merchant’s vault, a second one on a network are refused', async () => {
  const bee = await newMerchant('test');
  await prove(bee, addressOf('vault'));
  await prove(bee, addressOf('admin'));
  expect(await codeOf(addVault(bee, local(addressOf('vault'))))).toBe('address_refused');
  expect(await codeOf(addVault(bee, local(addressOf('admin'))))).toBe('address_refused');
  await prove(acme, addressOf('customer'));
  expect(await codeOf(addVault(acme, local(addressOf('customer'))))).toBe('address_refused');
  expect(await database.db.$count(vaults, eq(vaults.merchantId, merchantOf(bee)))).toBe(0);
});
