import { eq } from 'drizzle-orm';
import { generatePrivateKey, privateKeyToAddress } from 'viem/accounts';
import { expect, test } from 'vitest';
import { identities, members, merchantAssets, users, wallets } from '@/db/schema';
import { demoAccount } from '@/demo/accounts';
import type { Context } from '@/lib/access/actor';
import { addMerchant } from '@/lib/access/testing/people';
import { prepareBody } from '@/lib/by-hand/sightings/schema';
import { newId } from '@/lib/kernel/ids';
import { createPayoutBody } from '@/lib/payouts/schema';
import { createPayout } from '@/lib/payouts/terms/create';
import { testDesk } from '@/lib/payouts/testing/desk';
import { view } from '@/lib/payouts/testing/view';
import { testWorld } from '@/lib/payouts/testing/world';
import { declareWallet, listWallets, removeWallet } from '@/lib/wallets/declare';
import { reason } from '@/lib/wire/reason';
import { wordsOf } from '@/lib/wire/reason-words';
import { declareUnsigned } from './declare-unsigned';
import { holdPayouts } from './hold';
import { preparePayment } from './prepare';
import { recordPayment } from './record-made-elsewhere';
import { reportPayment, viewPayment } from './report';

/** Whose payment a transfer is: several merchants, and people who say so. */
const world = testWorld();
const desk = testDesk(world);
const payer = () => world.member('payer');
const unit = 1_000_000n;
const unproved = { code: 'wallet_unproved' };
const check = (word: string) => ({ code: 'transfer_mismatch', facts: { extra: { check: word } } });
const stranger = () => privateKeyToAddress(generatePrivateKey());

type Elsewhere = { ctx: Context; merchantId: string };

/** A member of another merchant's team, who has just confirmed their identity. */
async function elsewhere(): Promise<Elsewhere> {
  const { db } = world.database;
  const merchantId = await addMerchant(db);
  const terms = { chain: 'local' as const, symbol: 'USDT', fee: unit / 2n, minimum: unit, maximum: 10_000n * unit };
  await db.insert(merchantAssets).values({ merchantId, ...terms });
  const userId = newId('user');
  await db.insert(users).values({ id: userId, createdAt: new Date() });
  const actor = {
    kind: 'user',
    userId,
    merchantId,
    role: 'payer',
    sessionId: newId('session'),
  } as const;
  return {
    merchantId,
    ctx: { ...payer(), actor: { ...actor, steppedUpAt: world.system().clock.now(), timeZone: 'UTC' } },
  };
}

const state = { references: 0 };
async function owedBy({ ctx }: Elsewhere, address: string) {
  state.references += 1;
  const body = { amount: '25.00', asset: 'USDT', chain: 'local', rail: 'wallet', reference: `own-${state.references}` };
  return createPayout(ctx, createPayoutBody.parse({ ...body, recipient: { type: 'wallet', address } }));
}
const owed = (address: string) => desk.owed({ recipient: { type: 'wallet', address }, amount: '25.00' });

async function prepareElsewhere({ ctx }: Elsewhere, id: string) {
  const body = prepareBody.parse({ payout_ids: [id], tab: 'tab_elsewhere', sender: desk.sender });
  await holdPayouts(ctx, { payout_ids: [id], tab: body.tab });
  const { signings } = await preparePayment(ctx, body);
  return signings[0] ?? expect.unreachable();
}

/** As before proofs were asked for: it was prepared, and nobody had the wallet sign. */
async function prepareUnproved(them: Elsewhere, id: string) {
  await desk.prove(them.merchantId);
  const signing = await prepareElsewhere(them, id);
  await world.database.db.delete(wallets).where(eq(wallets.merchantId, them.merchantId));
  return signing;
}

const statusOf = async (id: string) =>
  (await world.database.sql`select status from payouts where id = ${id}`)[0]?.status;
const reasonOf = async (ctx: Context, signingId: string) =>
  (await viewPayment(ctx, signingId)).payments.map((payment) => payment.failure_reason);

async function pay(address: string, from: 'admin' | 'other' = 'admin') {
  const hash = await world.send(from, desk.transfer(address, 25n * unit));
  await desk.settle();
  return hash;
}

test('another merchant cannot prepare from your wallet, and what it had prepared takes nothing: your transfer settles yours', async () => {
  const to = stranger();
  const them = await elsewhere();
  const theirs = await owedBy(them, to);
  await expect(prepareElsewhere(them, theirs.id)).rejects.toMatchObject(unproved);
  const prepared = await prepareUnproved(them, theirs.id);
  const yours = await owed(to);
  const signing = await desk.prepareOne([yours.id]);
  const [hash] = await desk.sign(signing.calls);
  await reportPayment(them.ctx, { signing_id: prepared.id, hash });
  await desk.settle();
  expect([await statusOf(yours.id), await statusOf(theirs.id)]).toEqual(['completed', 'pending']);
  const word = { hash: hash ?? '', sender: desk.sender };
  await expect(recordPayment(them.ctx, theirs.id, word)).rejects.toMatchObject({ code: 'address_refused' });
  await expect(recordPayment(them.ctx, theirs.id, { hash: word.hash })).rejects.toMatchObject(check('unknown_sender'));
});

test('a transfer that fits nothing of yours does not settle what another merchant prepared from your wallet either', async () => {
  const to = stranger();
  const them = await elsewhere();
  const theirs = await owedBy(them, to);
  const prepared = await prepareUnproved(them, theirs.id);
  const hash = await world.send('admin', desk.transfer(to, 25n * unit));
  await reportPayment(them.ctx, { signing_id: prepared.id, hash });
  await desk.settle();
  expect(await statusOf(theirs.id)).toBe('pending');
  expect(await reasonOf(them.ctx, prepared.id)).toEqual([wordsOf(reason('unknown_sender'))]);
});

test('an invitation that the wallet’s owner accepts elsewhere neither undoes the proof nor lends it to the inviter', async () => {
  const { db } = world.database;
  const to = stranger();
  const them = await elsewhere();
  const theirs = await owedBy(them, to);
  const prepared = await prepareUnproved(them, theirs.id);
  const [userId, createdAt] = [newId('user'), new Date()];
  await db.insert(users).values({ id: userId, createdAt });
  await db.insert(identities).values({ kind: 'wallet', value: desk.sender.toLowerCase(), userId, createdAt });
  await db.insert(members).values({ merchantId: them.merchantId, userId, role: 'owner', createdAt });

  const before = (await listWallets(payer())).data;
  const yours = await owed(to);
  const signing = await desk.prepareOne([yours.id]);
  const [hash] = await desk.sign(signing.calls);
  await reportPayment(them.ctx, { signing_id: prepared.id, hash });
  await desk.settle();
  expect([await statusOf(yours.id), await statusOf(theirs.id)]).toEqual(['completed', 'pending']);
  expect((await listWallets(payer())).data).toEqual(before);
  await expect(recordPayment(them.ctx, theirs.id, { hash: hash ?? '' })).rejects.toMatchObject(check('unknown_sender'));
  await db.delete(identities).where(eq(identities.userId, userId));
});

test('a payer who names a stranger’s wallet completes nothing alone, a second member does, and a key is not asked', async () => {
  const to = stranger();
  const payout = await owed(to);
  await desk.usdt('admin', desk.transfer(demoAccount('other').address, 100n * unit).data);
  const hash = await pay(to, 'other');
  const sender = demoAccount('other').address;
  await declareWallet(payer(), { address: sender, name: 'Said to be ours' });
  await expect(recordPayment(payer(), payout.id, { hash })).rejects.toMatchObject(check('unknown_sender'));
  await expect(recordPayment(world.merchant(), payout.id, { hash })).rejects.toMatchObject(check('unknown_sender'));
  await expect(recordPayment(world.merchant(), payout.id, { hash, sender })).rejects.toMatchObject({
    code: 'forbidden',
  });
  for (const ctx of [payer(), payer()]) {
    const answer = await recordPayment(ctx, payout.id, { hash, sender });
    const transfer = { hash, failure_reason: wordsOf(reason('unconfirmed_sender')) };
    expect(answer).toMatchObject({ status: 'pending', transfer });
    await desk.settle();
  }
  expect(await statusOf(payout.id)).toBe('pending');
  await expect(desk.prepare([payout.id])).rejects.toMatchObject({ code: 'transfer_in_progress' });
  await recordPayment(world.member('owner'), payout.id, { hash, sender });
  await desk.settle();
  expect(await view(world, payout.id)).toMatchObject({ status: 'completed', transfer: { hash, failure_reason: null } });
});

test('two members of one team do not make another merchant’s proved wallet theirs, also where one said so before', async () => {
  const to = stranger();
  const payout = await owed(to);
  await desk.usdt('admin', desk.transfer(demoAccount('other').address, 100n * unit).data);
  const hash = await pay(to, 'other');
  const sender = demoAccount('other').address;
  await recordPayment(payer(), payout.id, { hash, sender });
  await desk.prove((await elsewhere()).merchantId, sender);
  const second = recordPayment(world.member('owner'), payout.id, { hash, sender });
  await expect(second).rejects.toMatchObject({ code: 'address_refused', facts: { field: 'sender' } });
  await world.database
    .sql`insert into payment_assurances (merchant_id, payout_id, chain, hash, sender, user_id, created_at)
    values (${world.merchantId}, ${payout.id}, 'local', ${hash}, ${sender.toLowerCase()}, 'us_owner', now())`;
  await desk.settle();
  expect(await statusOf(payout.id)).toBe('pending');
});

test('where two merchants have proved one wallet and await the same, nobody is paid until a person says whose it is', async () => {
  const to = stranger();
  const them = await elsewhere();
  await desk.prove(them.merchantId);
  const [yours, theirs] = [await owed(to), await owedBy(them, to)];
  const signing = await desk.prepareOne([yours.id]);
  const other = await prepareElsewhere(them, theirs.id);
  const [hash] = await desk.sign(signing.calls);
  await reportPayment(payer(), { signing_id: signing.id, hash });
  await desk.settle();
  await desk.settle();
  expect([await statusOf(yours.id), await statusOf(theirs.id)]).toEqual(['pending', 'pending']);
  expect(await reasonOf(payer(), signing.id)).toEqual([wordsOf(reason('contested'))]);
  expect(await reasonOf(them.ctx, other.id)).toEqual([wordsOf(reason('contested'))]);

  await recordPayment(payer(), yours.id, { hash: hash ?? '' });
  await desk.settle();
  expect([await statusOf(yours.id), await statusOf(theirs.id)]).toEqual(['completed', 'pending']);
  await expect(recordPayment(them.ctx, theirs.id, { hash: hash ?? '' })).rejects.toMatchObject(check('already_used'));
  await removeWallet(them.ctx, (await listWallets(them.ctx)).data[0]?.id ?? '');
});

test('what the other merchant has prepared for another payee, or after it was sent, leaves no doubt whose it is', async () => {
  const to = stranger();
  const them = await elsewhere();
  await desk.prove(them.merchantId);
  const [yours, another, later] = [await owed(to), await owedBy(them, stranger()), await owedBy(them, to)];
  await prepareElsewhere(them, another.id);
  const signing = await desk.prepareOne([yours.id]);
  await desk.sign(signing.calls);
  await prepareElsewhere(them, later.id);
  await desk.settle();
  expect([await statusOf(yours.id), await statusOf(another.id), await statusOf(later.id)]).toEqual([
    'completed',
    'pending',
    'pending',
  ]);
  await removeWallet(them.ctx, (await listWallets(them.ctx)).data[0]?.id ?? '');
});

test('once the other merchant says that it signed nothing, what was in doubt is booked by itself', async () => {
  const to = stranger();
  const them = await elsewhere();
  await desk.prove(them.merchantId);
  const [yours, theirs] = [await owed(to), await owedBy(them, to)];
  const signing = await desk.prepareOne([yours.id]);
  await prepareElsewhere(them, theirs.id);
  const [hash] = await desk.sign(signing.calls);
  await reportPayment(payer(), { signing_id: signing.id, hash });
  await desk.settle();
  expect(await statusOf(yours.id)).toBe('pending');
  await declareUnsigned(them.ctx, { payout_ids: [theirs.id] });
  await desk.settle();
  await desk.settle();
  expect([await statusOf(yours.id), await statusOf(theirs.id)]).toEqual(['completed', 'pending']);
});

test('a wallet that is taken off the list still pays what was prepared from it, and nothing that is named afterwards', async () => {
  const [prepared, named] = [await owed(stranger()), await owed(stranger())];
  const signing = await desk.prepareOne([prepared.id]);
  const [wallet] = (await listWallets(payer())).data.filter(({ address }) => address === desk.sender);
  await removeWallet(payer(), wallet?.id ?? '');
  await desk.sign(signing.calls);
  const hash = await pay(named.recipient.address ?? '');
  expect([await statusOf(prepared.id), await statusOf(named.id)]).toEqual(['completed', 'pending']);
  await expect(recordPayment(payer(), named.id, { hash })).rejects.toMatchObject(check('unknown_sender'));
});
