import { eq } from 'drizzle-orm';
import { type Hex, pad } from 'viem';
import { generatePrivateKey, privateKeyToAddress } from 'viem/accounts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { users, wallets } from '@/db/schema';
import type { ChainKey } from '@/db/vocabulary/chains';
import type { Context } from '@/lib/access/actor';
import { addMerchant } from '@/lib/access/testing/people';
import { recordPayment } from '@/lib/by-hand/record-made-elsewhere';
import { chainOf } from '@/lib/chains/registry';
import { lyingNode } from '@/lib/evm/testing/lying-node';
import { newId } from '@/lib/kernel/ids';
import { testDesk } from '@/lib/payouts/testing/desk';
import { view } from '@/lib/payouts/testing/view';
import { testWorld } from '@/lib/payouts/testing/world';
import { declareWallet, listWallets, removeWallet } from './declare';
import { offerWalletProof, proveOwnWallet } from './prove';

/** Contracts at one address on two networks may be two people's. One chain stands behind both networks here. */
const world = testWorld();
const desk = testDesk(world, { proven: false });
const payer = () => world.member('payer');
const unknownSender = { code: 'transfer_mismatch', facts: { extra: { check: 'unknown_sender' } } };
const signature = `0x${'12'.repeat(65)}`;
const state: { contracts: number; base?: Awaited<ReturnType<typeof lyingNode>> } = { contracts: 0 };
beforeAll(async () => {
  state.base = await lyingNode(world.rpcUrl());
  state.base.lie(({ method }) => (method === 'eth_chainId' ? { result: '0x2105' } : undefined));
  process.env.RPC_URL_BASE = state.base.url;
});
afterAll(() => state.base?.close());

async function payerElsewhere(): Promise<Context> {
  const merchantId = await addMerchant(world.database.db);
  const userId = newId('user');
  await world.database.db.insert(users).values({ id: userId, createdAt: new Date() });
  const actor = {
    kind: 'user',
    userId,
    merchantId,
    role: 'payer',
    sessionId: newId('session'),
  } as const;
  return { ...payer(), actor: { ...actor, steppedUpAt: new Date(), timeZone: 'UTC' } };
}

/** A contract that says yes to every signature. */
async function newContract(): Promise<Hex> {
  state.contracts += 1;
  const address = pad(`0xc0de${state.contracts}`, { size: 20, dir: 'right' });
  await world.rpc('anvil_setCode', [address, '0x631626ba7e60e01b60005260206000f3']);
  return address;
}
async function prove(ctx: Context, address: Hex, chain: ChainKey): Promise<void> {
  const { message } = await offerWalletProof(ctx, { address, chainId: chainOf(chain).id });
  await proveOwnWallet(ctx, { message, signature });
}
const rowOf = async (ctx: Context, address: string) =>
  (await listWallets(ctx)).data.find((one) => one.address.toLowerCase() === address) ?? expect.unreachable();

async function owed() {
  const to = privateKeyToAddress(generatePrivateKey());
  const payout = await desk.owed({ recipient: { type: 'wallet', address: to }, amount: '25.00' });
  return { id: payout.id, call: desk.transfer(to, 25_000_000n) };
}

test('two merchants whose contracts stand at one address on two networks both prove theirs', async () => {
  const address = await newContract();
  const [first, second] = [payer(), await payerElsewhere()];
  await prove(first, address, 'local');
  await prove(second, address, 'base');
  expect((await rowOf(first, address)).proven_chains).toEqual(['local']);
  expect((await rowOf(second, address)).proven_chains).toEqual(['base']);
});

test('a wallet that is a contract on two networks proves itself on each, and is unproved on both once it is taken off the list', async () => {
  const address = await newContract();
  await prove(payer(), address, 'base');
  expect((await rowOf(payer(), address)).proven_chains).toEqual(['base']);
  await prove(payer(), address, 'local');
  await prove(payer(), address, 'local');
  const { id, proven_chains } = await rowOf(payer(), address);
  expect(proven_chains).toEqual(['base', 'local']);
  await removeWallet(payer(), id);
  await declareWallet(payer(), { address, name: 'Back again' });
  expect(await rowOf(payer(), address)).toMatchObject({ proven_at: null, proven_chains: null });
});

test('a wallet that was proved before networks were kept keeps the one of its next proof by contract', async () => {
  const address = await newContract();
  await prove(payer(), address, 'base');
  const { db } = world.database;
  await db.update(wallets).set({ provenChains: null }).where(eq(wallets.address, address));
  await prove(payer(), address, 'local');
  expect((await rowOf(payer(), address)).proven_chains).toEqual(['local']);
});

test('what a contract proved on one network pays nothing on another, and on its own it does', async () => {
  const [prepared, named] = [await owed(), await owed()];
  const hash = await world.send('admin', named.call);
  await desk.settle();
  const { db } = world.database;
  await desk.prove(world.merchantId, desk.sender, 'base');
  await expect(recordPayment(payer(), named.id, { hash })).rejects.toMatchObject(unknownSender);
  await expect(desk.prepare([prepared.id])).rejects.toMatchObject({ code: 'wallet_unproved' });
  await db
    .update(wallets)
    .set({ provenChains: ['local'] })
    .where(eq(wallets.address, desk.sender.toLowerCase()));
  await recordPayment(payer(), named.id, { hash });
  await desk.prepareOne([prepared.id]);
  await world.send('admin', prepared.call);
  await desk.settle();
  expect([(await view(world, named.id)).status, (await view(world, prepared.id)).status]).toEqual([
    'completed',
    'completed',
  ]);
  await db.delete(wallets).where(eq(wallets.address, desk.sender.toLowerCase()));
});

test('what another merchant’s contract proved on another network keeps nobody from proving the same address here', async () => {
  const other = await payerElsewhere();
  await desk.prove(Object(other.actor).merchantId, desk.sender, 'base');
  await declareWallet(payer(), { address: desk.sender, name: 'Ours' });
  await removeWallet(payer(), (await rowOf(payer(), desk.sender.toLowerCase())).id);
});
