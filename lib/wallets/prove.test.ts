import { eq } from 'drizzle-orm';
import { concatHex, encodeAbiParameters, type Hex } from 'viem';
import { generatePrivateKey, type PrivateKeyAccount, privateKeyToAccount } from 'viem/accounts';
import { expect, test } from 'vitest';
import { auditLines, users } from '@/db/schema';
import { type Role, roles } from '@/db/vocabulary/people';
import { demoAccount } from '@/demo/accounts';
import type { Context } from '@/lib/access/actor';
import { statements } from '@/lib/access/proofs/wallet-proof';
import { addMerchant } from '@/lib/access/testing/people';
import { recordPayment } from '@/lib/by-hand/record-made-elsewhere';
import { hex } from '@/lib/chains/address';
import { compileTestContract } from '@/lib/evm/testing/compile-contract';
import { addSeconds } from '@/lib/kernel/clock';
import { newId } from '@/lib/kernel/ids';
import { testDesk } from '@/lib/payouts/testing/desk';
import { view } from '@/lib/payouts/testing/view';
import { testWorld } from '@/lib/payouts/testing/world';
import { declareWallet, listWallets, removeWallet } from './declare';
import { offerWalletProof, proveOwnWallet } from './prove';

const world = testWorld();
const desk = testDesk(world, { proven: false });
const payer = () => world.member('payer');
const newKey = () => privateKeyToAccount(generatePrivateKey());
const refused = { code: 'address_refused', facts: { field: 'address' } };

/** A member of another merchant's team, who has just confirmed their identity. */
async function payerElsewhere(): Promise<Context> {
  const merchantId = await addMerchant(world.database.db);
  const userId = newId('user');
  await world.database.db.insert(users).values({ id: userId, createdAt: new Date() });
  const actor = { kind: 'user', userId, merchantId, role: 'payer', sessionId: newId('session') } as const;
  return { ...payer(), actor: { ...actor, steppedUpAt: new Date(), timeZone: 'UTC' } };
}

async function signed(ctx: Context, address: string, by: PrivateKeyAccount) {
  const { message } = await offerWalletProof(ctx, { address });
  return { message, signature: await by.signMessage({ message }) };
}
const prove = async (ctx: Context, key: PrivateKeyAccount, name?: string) =>
  proveOwnWallet(ctx, { ...(await signed(ctx, key.address, key)), name });
const provenAt = async (address: string, ctx: Context = payer()) =>
  (await listWallets(ctx)).data.find((one) => one.address === address)?.proven_at;
const linesOf = async (subjectId: string) => {
  const rows = await world.database.db.select().from(auditLines).where(eq(auditLines.subjectId, subjectId));
  return rows.map(({ action, actorId, detail }) => ({ action, actorId, detail }));
};

test('a wallet that signs is proved, joins the list once, and the audit says who had it sign', async () => {
  const key = newKey();
  const list = await prove(payer(), key, 'Payroll');
  const wallet = list.data.find(({ address }) => address === key.address) ?? expect.unreachable();
  expect(wallet).toMatchObject({ name: 'Payroll', added_by: 'us_payer', proven_at: expect.any(String) });
  await prove(payer(), key, 'Another name');
  expect((await listWallets(payer())).data.filter(({ address }) => address === key.address)).toMatchObject([
    { id: wallet.id, name: 'Payroll' },
  ]);
  const address = key.address.toLowerCase();
  expect(await linesOf(wallet.id)).toEqual([
    { action: 'wallet.added', actorId: 'us_payer', detail: { address, name: 'Payroll' } },
    { action: 'wallet.proved', actorId: 'us_payer', detail: { address } },
    { action: 'wallet.proved', actorId: 'us_payer', detail: { address } },
  ]);
});

test('a wallet that was only declared is proved under the name that it has', async () => {
  const key = newKey();
  await declareWallet(payer(), { address: key.address, name: 'Declared' });
  expect(await provenAt(key.address)).toBeNull();
  await prove(payer(), key);
  expect((await listWallets(payer())).data.find(({ address }) => address === key.address)).toMatchObject({
    ...{ name: 'Declared', proven_at: expect.any(String) },
  });
});

test('the message says what it is for, and another wallet’s signature proves nothing', async () => {
  const key = newKey();
  const { message } = await offerWalletProof(payer(), { address: key.address });
  expect(message).toContain(statements.pay_from);
  const proof = { message, signature: await newKey().signMessage({ message }) };
  await expect(proveOwnWallet(payer(), proof)).rejects.toMatchObject({ code: 'signature_invalid' });
  expect(await provenAt(key.address)).toBeUndefined();
});

test('a message is good once, and only in the team and the session that asked for it', async () => {
  const key = newKey();
  const proof = await signed(payer(), key.address, key);
  const { actor, ...ctx } = payer();
  const elsewhere = { ...ctx, actor: { ...actor, merchantId: await addMerchant(world.database.db) } };
  const otherSession = { ...ctx, actor: { ...actor, sessionId: 'se_other' } };
  const used = { code: 'proof_expired' };
  await expect(proveOwnWallet(elsewhere, proof)).rejects.toMatchObject(used);
  await expect(proveOwnWallet(otherSession, proof)).rejects.toMatchObject(used);
  await proveOwnWallet(payer(), proof);
  await expect(proveOwnWallet(payer(), proof)).rejects.toMatchObject(used);
});

test.each(roles)('of a team, owners and payers prove wallets, nobody else: %s', async (role: Role) => {
  const outcome = await prove(world.member(role), newKey()).then(
    () => 'proved',
    (error) => error.code,
  );
  const may: readonly Role[] = ['owner', 'payer'];
  expect(outcome).toBe(may.includes(role) ? 'proved' : 'forbidden');
});

test('without a fresh proof of who asks, and by an API key, nothing is offered and nothing is taken', async () => {
  const key = newKey();
  const proof = await signed(payer(), key.address, key);
  const { actor, ...ctx } = payer();
  const stale = { ...ctx, actor: { ...actor, steppedUpAt: addSeconds(new Date(), -601) } };
  for (const [who, code] of [
    [stale, 'step_up_required'],
    [world.merchant(), 'forbidden'],
  ] as const) {
    await expect(offerWalletProof(who, { address: key.address })).rejects.toMatchObject({ code });
    await expect(proveOwnWallet(who, proof)).rejects.toMatchObject({ code });
  }
  expect(await provenAt(key.address)).toBeUndefined();
});

test('a wallet that one merchant proved cannot be declared by another, only proved by its own signature', async () => {
  const key = newKey();
  await prove(payer(), key);
  const other = await payerElsewhere();
  await expect(declareWallet(other, { address: key.address, name: 'Ours' })).rejects.toMatchObject(refused);
  expect((await listWallets(other)).data).toEqual([]);
  const before = await provenAt(key.address);
  await prove(other, key);
  expect(await provenAt(key.address, other)).toEqual(expect.any(String));
  expect(await provenAt(key.address)).toBe(before);
});

test('what is only declared pays nothing, however it is named, until its wallet has signed', async () => {
  const sender = privateKeyToAccount(demoAccount('admin').privateKey);
  const { address: to } = newKey();
  const payout = await desk.owed({ recipient: { type: 'wallet', address: to }, amount: '25.00' });
  await declareWallet(payer(), { address: sender.address, name: 'Said to be ours' });
  const hash = await world.send('admin', desk.transfer(to, 25_000_000n));
  await desk.settle();
  await expect(recordPayment(payer(), payout.id, { hash })).rejects.toMatchObject({
    ...{ code: 'transfer_mismatch', facts: { extra: { check: 'unknown_sender' } } },
  });
  await expect(desk.prepare([payout.id])).rejects.toMatchObject({
    ...{ code: 'wallet_unproved', facts: { field: 'sender', extra: { chain_id: 31337 } } },
  });
  await prove(payer(), sender);
  await recordPayment(payer(), payout.id, { hash });
  await desk.settle();
  expect((await view(world, payout.id)).status).toBe('completed');
});

test('two merchants that bring a wallet’s signature at once have both proved it', async () => {
  const key = newKey();
  const others = [await payerElsewhere(), await payerElsewhere()];
  await Promise.all(others.map((ctx) => prove(ctx, key)));
  const times = await Promise.all(others.map((ctx) => provenAt(key.address, ctx)));
  expect(times).toEqual([expect.any(String), expect.any(String)]);
});

test('a wallet that was removed comes back unproved', async () => {
  const key = newKey();
  const list = await prove(payer(), key);
  await removeWallet(payer(), list.data.find(({ address }) => address === key.address)?.id ?? '');
  await declareWallet(payer(), { address: key.address, name: 'Back again' });
  expect(await provenAt(key.address)).toBeNull();
});

test('a contract, such as a Safe, proves itself by what its own code says of a signature', async () => {
  const owner = privateKeyToAccount(demoAccount('faucet').privateKey);
  const data = concatHex([
    compileTestContract('Wallet1271'),
    encodeAbiParameters([{ type: 'address' }], [owner.address]),
  ]);
  const hash = await world.rpc('eth_sendTransaction', [{ from: owner.address, data }]);
  await world.mine();
  const { contractAddress } = await world.client().getTransactionReceipt({ hash: hex(String(hash)) });
  const safe: Hex = contractAddress ?? expect.unreachable();
  const stranger = await signed(payer(), safe, newKey());
  await expect(proveOwnWallet(payer(), stranger)).rejects.toMatchObject({ code: 'signature_invalid' });
  await proveOwnWallet(payer(), await signed(payer(), safe, owner));
  expect(
    (await listWallets(payer())).data.map(({ address, proven_at }) => [address.toLowerCase(), proven_at]),
  ).toContainEqual([safe.toLowerCase(), expect.any(String)]);
});
