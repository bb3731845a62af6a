import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts';
import { expect, test } from 'vitest';
import { followPayments } from '@/lib/by-hand/sightings/follow';
import { checksumAddress, hex } from '@/lib/chains/address';
import { testDesk } from '@/lib/payouts/testing/desk';
import { testSafe } from '@/lib/payouts/testing/safe';
import { view } from '@/lib/payouts/testing/view';
import { testWorld } from '@/lib/payouts/testing/world';
import { reportPayment } from './report';
import { writeOffPayment } from './write-off';

const world = testWorld();
const desk = testDesk(world);
const safe = testSafe(world, desk, hex(checksumAddress('0x5afe00000000000000000000000000000005afe1')));
const payer = () => world.member('payer');
const owner = () => world.member('owner');
const stranger = () => privateKeyToAccount(generatePrivateKey()).address;
const risk = { reason: 'The laptop with this wallet was destroyed' };
const busy = { code: 'transfer_in_progress' };
const unproven = { code: 'outcome_unproven' };
const latest = async (id: string) =>
  (await world.database.sql`select * from transfers where payout_id = ${id} order by id desc`)[0];

async function prepared(sender: string = desk.sender, more: Record<string, unknown> = {}) {
  const payout = await desk.owed({ recipient: { type: 'wallet', address: stranger() } });
  const signing = await desk.prepareOne([payout.id], { sender, ...more });
  return { id: payout.id, signing, call: signing.calls[0] ?? expect.unreachable() };
}

/** A payment of which the token kept a part. */
async function doubted() {
  const { id, signing, call } = await prepared();
  await desk.issuer.keepFee(10n, 1n);
  const hash = await world.send('admin', call);
  await reportPayment(payer(), { signing_id: signing.id, hash });
  await desk.settle();
  await desk.issuer.keepFee(0n, 0n);
  expect(await latest(id)).toMatchObject({ status: 'unknown' });
  return { id, signing, call, hash };
}

test('a payment in doubt is written off by an owner alone, at their own risk and with a reason that the audit keeps', async () => {
  const { id } = await doubted();
  await expect(writeOffPayment(payer(), { payout_id: id })).rejects.toMatchObject(unproven);
  await expect(writeOffPayment(owner(), { payout_id: id })).rejects.toMatchObject(unproven);
  const role = writeOffPayment(payer(), { payout_id: id, own_risk: risk });
  await expect(role).rejects.toMatchObject({ code: 'forbidden' });
  const ctx = owner();
  const stale = { ...ctx, actor: { ...ctx.actor, steppedUpAt: null } };
  const tired = writeOffPayment(stale, { payout_id: id, own_risk: risk });
  await expect(tired).rejects.toMatchObject({ code: 'step_up_required' });
  expect((await view(world, id)).status).toBe('processing');
  const state = await writeOffPayment(owner(), { payout_id: id, own_risk: risk });
  expect(state.payments).toMatchObject([{ status: 'dropped', failure_reason: expect.stringContaining(risk.reason) }]);
  expect((await view(world, id)).status).toBe('pending');
  const [line] = await world.database.sql`
    select before, after, detail, actor_id from audit_lines where subject_id = ${id} and action = 'payment.written_off'`;
  expect(line).toMatchObject({
    ...{ before: { status: 'unknown' }, after: { status: 'dropped', proved: false }, actor_id: 'us_owner' },
    detail: {
      because: { code: 'written_off', facts: { words: risk.reason } },
      unproven: { code: 'other_amount', facts: {} },
    },
  });
  await expect(desk.prepare([id])).rejects.toMatchObject({ facts: { extra: { check: 'given_up_before' } } });
  expect((await desk.prepareOne([id], { accept_warnings: true })).count).toBe(1);
});

test('what the network has, or the chain shows, nobody writes off', async () => {
  const { id, signing, call } = await prepared();
  const hash = await world.send('admin', call);
  await reportPayment(payer(), { signing_id: signing.id, hash });
  const writeOff = () => writeOffPayment(owner(), { payout_id: id, own_risk: risk });
  await expect(writeOff()).rejects.toMatchObject(busy);
  await world.mine();
  await expect(writeOff()).rejects.toMatchObject(busy);
  await world.watch();
  await expect(writeOff()).rejects.toMatchObject(busy);
  await desk.settle();
  await expect(writeOff()).rejects.toMatchObject({ code: 'payout_state' });
  expect((await view(world, id)).status).toBe('completed');
});

test('a payment in doubt that was made good by a second one is booked by the attempt to write it off', async () => {
  const { id, call } = await doubted();
  await desk.sign([call]);
  await desk.settle();
  const writeOff = writeOffPayment(owner(), { payout_id: id, own_risk: risk });
  await expect(writeOff).rejects.toMatchObject(busy);
  await desk.settle();
  expect((await view(world, id)).status).toBe('completed');
});

test('a payer writes off what final blocks prove to be over, without anybody’s risk', async () => {
  const { id, signing, call } = await prepared();
  const nonce = await world.client().getTransactionCount({ address: desk.sender, blockTag: 'pending' });
  const hash = await world.send('admin', call, { nonce });
  await reportPayment(payer(), { signing_id: signing.id, hash });
  await followPayments(world.system(), 'local');
  await world.database.sql`update transfers set status = 'unknown' where signing_id = ${signing.id}`;
  await world.send('admin', { to: desk.sender, data: '0x' }, { nonce, tipGwei: 3 });
  await world.mine();
  await world.watch();
  await expect(writeOffPayment(payer(), { payout_id: id })).rejects.toMatchObject(unproven);
  await desk.settle();
  const { payments } = await writeOffPayment(payer(), { payout_id: id });
  expect(payments).toMatchObject([{ status: 'replaced' }]);
  expect((await view(world, id)).status).toBe('pending');
  expect((await desk.prepareOne([id])).count).toBe(1);
});

test('a proposal whose number nobody can work out is written off at an owner’s risk only, and found if it is carried out', async () => {
  const { id, signing, call } = await prepared(safe.address);
  const action = safe.act(call, 150_000n);
  const number = await safe.next();
  await reportPayment(payer(), { signing_id: signing.id, hash: await safe.hashOf(action, number) });
  await desk.settle();
  const unknown = { ...unproven, facts: { detail: expect.stringContaining('under which number') } };
  await expect(writeOffPayment(payer(), { payout_id: id })).rejects.toMatchObject(unknown);
  await writeOffPayment(owner(), { payout_id: id, own_risk: risk });
  expect((await view(world, id)).status).toBe('pending');
  await safe.execute(action, number);
  await desk.settle();
  expect((await view(world, id)).status).toBe('completed');
});

test('nothing is written off that is not open, not paid by hand, or another merchant’s', async () => {
  const state = { code: 'payout_state' };
  const owed = await desk.owed();
  await expect(writeOffPayment(owner(), { payout_id: owed.id, own_risk: risk })).rejects.toMatchObject(state);
  const claimed = await world.newPayout();
  await expect(writeOffPayment(owner(), { payout_id: claimed.id, own_risk: risk })).rejects.toMatchObject(state);
  const ctx = owner();
  const foreign = { ...ctx, actor: { ...ctx.actor, merchantId: 'mer_other' } };
  await expect(writeOffPayment(foreign, { payout_id: owed.id })).rejects.toMatchObject({ code: 'not_found' });
});
