import { generatePrivateKey, privateKeyToAddress } from 'viem/accounts';
import { expect, test } from 'vitest';
import { merchantAssets } from '@/db/schema';
import { demoAccount } from '@/demo/accounts';
import { addMerchant } from '@/lib/access/testing/people';
import { holdPayouts } from '@/lib/by-hand/hold';
import { preparePayment } from '@/lib/by-hand/prepare';
import { recordPayment } from '@/lib/by-hand/record-made-elsewhere';
import { prepareBody } from '@/lib/by-hand/sightings/schema';
import { balanceOf } from '@/lib/ledger/balance';
import { createPayoutBody } from '@/lib/payouts/schema';
import { createPayout } from '@/lib/payouts/terms/create';
import { testDesk as payingDesk } from '@/lib/payouts/testing/desk';
import { view } from '@/lib/payouts/testing/view';
import { testWorld } from '@/lib/payouts/testing/world';
import { testDesk } from '@/lib/reconcile/testing/desk';
import { reason } from '@/lib/wire/reason';
import { wordsOf } from '@/lib/wire/reason-words';
import { resolveDifference } from './resolve';

/** What the books do about a wallet that did not sign, and about one that several merchants have proved. */
const world = testWorld();
const paying = payingDesk(world, { proven: false });
const desk = testDesk(world);
const usdt = 1_000_000n;
const stranger = () => privateKeyToAddress(generatePrivateKey());
const payerOf = (merchantId: string) => desk.member('payer', merchantId);

function owedBy(merchantId: string, address: string) {
  const terms = { amount: '93.00', asset: 'USDT', chain: 'local', rail: 'wallet', reference: 'theirs' };
  const body = createPayoutBody.parse({ ...terms, recipient: { type: 'wallet', address } });
  return createPayout(payerOf(merchantId), body);
}

async function prepareFor(merchantId: string, id: string): Promise<void> {
  const body = prepareBody.parse({ payout_ids: [id], tab: 'tab_elsewhere', sender: paying.sender });
  await holdPayouts(payerOf(merchantId), { payout_ids: [id], tab: body.tab });
  await preparePayment(payerOf(merchantId), body);
}

const unresolvedOf = async (merchantId: string) =>
  world.database.sql`select id from differences where merchant_id = ${merchantId} and status <> 'resolved'`;

test('a payment from a wallet that nobody proved is booked once two members say which payout it paid', async () => {
  await desk.hire();
  await desk.declare('admin', false);
  const payee = stranger();
  const payout = await desk.byHand('91.00', payee);
  const hash = await desk.pay('admin', payee, 91n * usdt);
  await desk.reconcile();
  const { id } = await desk.line(hash);
  const choice = { as: 'payout' as const, payout_id: payout.id };
  for (const role of ['payer', 'payer'] as const) {
    const shown = await resolveDifference(desk.member(role), id, choice);
    expect(shown).toMatchObject({
      status: 'open',
      detail: expect.stringContaining(wordsOf(reason('unconfirmed_sender'))),
    });
    expect((await view(world, payout.id)).status).toBe('pending');
  }
  expect(await resolveDifference(desk.member('owner'), id, choice)).toMatchObject({ status: 'resolved' });
  expect(await view(world, payout.id)).toMatchObject({ status: 'completed', transfer: { hash } });
  const said = await world.database.sql`select 1 from audit_lines where action = 'difference.confirmed_once'`;
  expect(said).toHaveLength(2);
});

test('what else leaves a wallet that a member named as theirs, such as an exchange’s, is not asked about', async () => {
  await desk.mint('other');
  const payee = stranger();
  const payout = await desk.byHand('94.00', payee);
  const hash = await desk.pay('other', payee, 94n * usdt);
  await recordPayment(desk.member('payer'), payout.id, { hash, sender: demoAccount('other').address });
  await world.passTime(2);
  const groceries = await desk.pay('other', stranger(), 4n * usdt);
  await desk.reconcile();
  expect(await world.database.sql`select 1 from differences where hash = ${groceries}`).toEqual([]);
  await recordPayment(desk.member('owner'), payout.id, { hash, sender: demoAccount('other').address });
  await world.settle();
  expect((await view(world, payout.id)).status).toBe('completed');
});

test('of a wallet that two merchants proved, what pays for one is no concern of the other’s books', async () => {
  const { db, sql } = world.database;
  const other = await addMerchant(db);
  const terms = { chain: 'local' as const, symbol: 'USDT', fee: usdt, minimum: usdt, maximum: 10_000n * usdt };
  await db.insert(merchantAssets).values({ merchantId: other, ...terms });
  await sql`update wallets set proven_at = created_at`;
  await paying.prove(other);
  await world.passTime(2);
  const payout = await desk.byHand('92.00', stranger());
  const { calls } = await paying.prepareOne([payout.id]);
  await paying.sign(calls);
  await paying.settle();
  expect((await view(world, payout.id)).status).toBe('completed');
  const unexplained = await desk.pay('admin', stranger(), 3n * usdt);
  await desk.reconcile(other);
  expect(await unresolvedOf(other)).toHaveLength(1);
  expect(await desk.line(unexplained)).toMatchObject({ merchant_id: other, kind: 'unexplained' });
});

test('what two merchants that proved one wallet both await is asked of a person of each, and settled by one of them', async () => {
  const { db, sql } = world.database;
  const [{ merchant_id: other = '' } = {}] =
    await sql`select merchant_id from wallets where merchant_id <> ${world.merchantId}`;
  const payee = stranger();
  const yours = await desk.byHand('93.00', payee);
  const theirs = await owedBy(other, payee);
  await paying.prepareOne([yours.id]);
  await prepareFor(other, theirs.id);
  const hash = await desk.pay('admin', payee, 93n * usdt);
  await desk.reconcile();
  await desk.reconcile(other);
  const lineOf = async (merchantId: string) =>
    (
      await sql`select id, kind, status, resolved_by, reason_code from differences where hash = ${hash} and merchant_id = ${merchantId}`
    )[0];
  const asked = { kind: 'choice', status: 'open', reason_code: 'contested' };
  expect([await lineOf(world.merchantId), await lineOf(other)]).toMatchObject([asked, asked]);
  const suspenseOf = () => balanceOf(db, other, { chain: 'local', symbol: 'USDT' }, 'suspense');
  const suspense = await suspenseOf();

  const { id } = (await lineOf(world.merchantId)) ?? expect.unreachable();
  await resolveDifference(desk.member(), id, { as: 'payout', payout_id: yours.id });
  expect(await view(world, yours.id)).toMatchObject({ status: 'completed', transfer: { hash } });
  await desk.reconcile(other);
  expect(await lineOf(other)).toMatchObject({ status: 'resolved', resolved_by: 'gone' });
  expect(suspense - (await suspenseOf())).toBe(93n * usdt);
  expect(await sql`select status from payouts where id = ${theirs.id}`).toEqual([{ status: 'pending' }]);
});
