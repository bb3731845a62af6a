import { eq } from 'drizzle-orm';
import { type Hex, pad } from 'viem';
import { generatePrivateKey, privateKeyToAddress } from 'viem/accounts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { identities, members, users, wallets } from '@/db/schema';
import type { ChainKey } from '@/db/vocabulary';
import type { Context } from '@/lib/access/actor';
import { addMerchant } from '@/lib/access/testing/people';
import { chainOf } from '@/lib/chains/registry';
import { lyingNode } from '@/lib/evm/testing/lying-node';
import { newId } from '@/lib/kernel/ids';
import { offerWalletProof, proveOwnWallet } from './prove-wallet';
import { recordPayment } from './record-payment';
import { testDesk } from './testing/desk';
import { view } from './testing/view';
import { testWorld } from './testing/world';
import { declareWallet, listWallets, removeWallet } from './wallets';

/** Contracts at one address on two networks may be two people's. One chain stands behind both networks here. */
const world = testWorld();
const desk = testDesk(world);
const payer = () => world.member('payer');
const refused = (field: string) => ({ code: 'address_refused', facts: { field } });
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
  const actor = {
    kind: 'user',
    userId: newId('user'),
    merchantId,
    role: 'payer',
    sessionId: newId('session'),
  } as const;
  return { ...payer(), actor: { ...actor, steppedUpAt: new Date() } };
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

test('two merchants whose contracts stand at one address on two networks both prove theirs, and nobody takes it there', async () => {
  const address = await newContract();
  const [first, second, third] = [payer(), await payerElsewhere(), await payerElsewhere()];
  await prove(first, address, 'local');
  await prove(second, address, 'base');
  expect((await rowOf(first, address)).proven_chain).toBe('local');
  expect((await rowOf(second, address)).proven_chain).toBe('base');
  await expect(prove(third, address, 'local')).rejects.toMatchObject(refused('address'));
  await expect(prove(third, address, 'base')).rejects.toMatchObject(refused('address'));
});

test('a wallet that its contract proved on one network is not proved by another’s, until it is taken off the list', async () => {
  const address = await newContract();
  await prove(payer(), address, 'base');
  await expect(prove(payer(), address, 'local')).rejects.toMatchObject({
    ...{ code: 'sign_in_message_invalid', facts: { field: 'chain_id', detail: expect.stringContaining('Base') } },
  });
  const { id, proven_chain } = await rowOf(payer(), address);
  expect(proven_chain).toBe('base');
  await removeWallet(payer(), id);
  await declareWallet(payer(), { address, name: 'Back again' });
  expect(await rowOf(payer(), address)).toMatchObject({ proven_at: null, proven_chain: null });
  await prove(payer(), address, 'local');
});

test('a wallet that was proved before networks were kept keeps the one of its next proof by contract', async () => {
  const address = await newContract();
  await prove(payer(), address, 'base');
  const { db } = world.database;
  await db.update(wallets).set({ provenChain: null }).where(eq(wallets.address, address));
  await prove(payer(), address, 'local');
  expect((await rowOf(payer(), address)).proven_chain).toBe('local');
});

test('what a member signs in with by its contract on one network is no sender of theirs on another', async () => {
  const { id, call } = await owed();
  const hash = await world.send('admin', call);
  await desk.settle();
  const { db } = world.database;
  const createdAt = new Date();
  const value = desk.sender.toLowerCase();
  await db.insert(users).values({ id: 'us_contract', createdAt });
  await db.insert(identities).values({ kind: 'wallet', value, chain: 'base', userId: 'us_contract', createdAt });
  const { merchantId } = world;
  await db.insert(members).values({ merchantId, userId: 'us_contract', role: 'viewer', createdAt });
  await expect(recordPayment(payer(), id, { hash })).rejects.toMatchObject(unknownSender);
  await db.update(identities).set({ chain: 'local' }).where(eq(identities.value, value));
  await recordPayment(payer(), id, { hash });
  await desk.settle();
  expect((await view(world, id)).status).toBe('completed');
  await db.delete(identities).where(eq(identities.value, value));
});

test.each(['wallets', 'identities'] as const)(
  'a contract of another merchant on another network keeps nobody from paying here, and on this one it does (%s)',
  async (table) => {
    const other = await payerElsewhere();
    const { merchantId } = Object(other.actor);
    const address = desk.sender.toLowerCase();
    const userId = newId('user');
    const { db, sql } = world.database;
    const createdAt = new Date();
    await db.insert(users).values({ id: userId, createdAt });
    await db.insert(members).values({ merchantId, userId, role: 'viewer', createdAt });
    const write = {
      wallets: (chain: ChainKey) =>
        db.insert(wallets).values({
          ...{ id: newId('wallet'), merchantId, address, name: 'Theirs', createdAt },
          ...{ provenAt: createdAt, provenChain: chain },
        }),
      identities: (chain: ChainKey) =>
        db.insert(identities).values({ kind: 'wallet', value: address, chain, userId, createdAt }),
    };
    const forget = async () => {
      await sql`delete from wallets where merchant_id = ${merchantId}`;
      await sql`delete from identities where user_id = ${userId}`;
    };
    await write[table]('base');
    await declareWallet(payer(), { address: desk.sender, name: 'Ours' });
    const [elsewhere, prepared, late, named] = [await owed(), await owed(), await owed(), await owed()];
    await desk.prepareOne([prepared.id]);
    const hash = await world.send('admin', elsewhere.call);
    await world.send('admin', prepared.call);
    await desk.settle();
    await recordPayment(payer(), elsewhere.id, { hash });
    await desk.settle();
    expect((await view(world, elsewhere.id)).status).toBe('completed');
    expect((await view(world, prepared.id)).status).toBe('completed');

    await desk.prepareOne([late.id]);
    await forget();
    await write[table]('local');
    await world.send('admin', late.call);
    const theirs = await world.send('admin', named.call);
    await desk.settle();
    expect((await view(world, late.id)).status).toBe('pending');
    await expect(recordPayment(payer(), named.id, { hash: theirs })).rejects.toMatchObject(unknownSender);
    await expect(desk.prepare([named.id])).rejects.toMatchObject(refused('sender'));
    await forget();
  },
);
