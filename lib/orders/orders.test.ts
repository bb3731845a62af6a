import { expect, test } from 'vitest';
import { scopes } from '@/db/vocabulary/people';
import { sandboxAddresses, sandboxMailboxes } from '@/db/vocabulary/sandbox';
import { demoAccount } from '@/demo/accounts';
import type { Context } from '@/lib/access/actor';
import { saveApprovalRule } from '@/lib/approvals/rules';
import { claimPayout } from '@/lib/claims/claim';
import { checkMerchant } from '@/lib/ledger/checks/check';
import { approvePayout, rejectPayout } from '@/lib/payouts/approvals/approve';
import { findApprovalState } from '@/lib/payouts/approvals/list-approvals';
import { changeRecipient } from '@/lib/payouts/mails/change-recipient';
import { changeRecipientBody } from '@/lib/payouts/mails/schema';
import { testWorld } from '@/lib/payouts/testing/world';
import { viewPayout } from '@/lib/payouts/view';
import { cancelPayout } from '@/lib/unpaid/cancel';
import { viewVaults } from '@/lib/vaults/view-vaults';
import { changeSeller } from './clock/change-seller';
import { deliverOrder } from './deliver';
import { fundOrder } from './fund';
import { refundOrder, releaseOrder } from './release';
import { resolveOrder } from './resolve';
import { listOrdersQuery } from './schema';
import { disputeOrder, holdOrder, resumeOrder } from './stop';
import { orderWorld } from './testing/order-world';
import { payOut, takeBack } from './testing/play-chain';
import { listOrders, viewOrder } from './view';

const world = testWorld();
const { newOrder, expectRightBooks, events } = orderWorld(world);
const seller = demoAccount('customer').address;

const stale = (ctx: Context): Context =>
  ctx.actor.kind === 'user' ? { ...ctx, actor: { ...ctx.actor, steppedUpAt: null } } : ctx;

const tokenOf = (url: string | null | undefined) => url?.split('/p/')[1] ?? '';

async function paid(token: string, address = seller): Promise<void> {
  const { transfer } = await claimPayout(world.claimant(), token, { address });
  await world.send('other', transfer);
  await world.settle();
}

test('an order is funded, delivered, released to its seller’s address and ends with the payout that paid it', async () => {
  const made = await newOrder({ pay_in: undefined });
  expect(made).toMatchObject({ status: 'awaiting_funds', money: { funded: '0.00', held: '0.00' } });
  const funded = await fundOrder(world.merchant(), made.id, {});
  expect(funded).toMatchObject({
    status: 'funded',
    money: { funded: '100.00', held: '100.00' },
    auto_release_at: null,
  });
  const delivered = await deliverOrder(world.merchant(), made.id, { by: 'carrier' });
  expect(delivered).toMatchObject({ status: 'delivered', delivered_by: 'carrier' });
  const sent = await releaseOrder(world.merchant(), made.id, {});
  expect(sent).toMatchObject({
    status: 'releasing',
    auto_release_at: null,
    money: { held: '0.00', releasing: '100.00' },
  });
  await paid(tokenOf(sent.new_payouts[0]?.claim_url));
  const over = await viewOrder(world.merchant(), made.id);
  expect(over).toMatchObject({ status: 'released', money: { releasing: '0.00', released: '99.50', fees: '0.50' } });
  expect(over.payouts).toMatchObject([{ side: 'release', status: 'completed', amount: '100.00' }]);
  const { metadata } = await viewPayout(world.merchant(), over.payouts[0]?.id ?? '');
  expect(metadata).toEqual({ order_id: made.id, order_reference: made.reference, order_side: 'release' });
  expect(await events(made.id)).toEqual(
    ['created', 'funded', 'delivered', 'releasing', 'released'].map((what) => `order.${what}`),
  );
  await expectRightBooks();
});

test('parts are payouts of their own, and the last one takes the remainder', async () => {
  const { id } = await newOrder();
  const dust = releaseOrder(world.merchant(), id, { amount: '99.50' });
  await expect(dust).rejects.toMatchObject({ code: 'amount_too_small' });
  const first = await releaseOrder(world.merchant(), id, { amount: '33.33' });
  await paid(tokenOf(first.new_payouts[0]?.claim_url));
  expect(await viewOrder(world.merchant(), id)).toMatchObject({
    status: 'partially_released',
    money: { held: '66.67' },
  });
  const beyond = releaseOrder(world.merchant(), id, { amount: '66.68' });
  await expect(beyond).rejects.toMatchObject({ code: 'order_short' });
  const last = await releaseOrder(world.merchant(), id, {});
  expect(last).toMatchObject({ money: { held: '0.00', releasing: '66.67' } });
  await expectRightBooks();
});

test('what comes back from a payout that was cancelled is held again, frozen, until it is sent again', async () => {
  const { id } = await newOrder();
  await deliverOrder(world.merchant(), id, {});
  await world.passTime(1_000);
  const sent = await releaseOrder(world.merchant(), id, {});
  await cancelPayout(world.merchant(), sent.new_payouts[0]?.id ?? '');
  const back = await viewOrder(world.merchant(), id);
  expect(back).toMatchObject({ status: 'delivered', money: { held: '100.00' }, auto_release_at: null });
  expect(back.frozen).toMatchObject({ for: ['not_sent'] });
  expect(back.frozen?.remaining_seconds).toBeLessThanOrEqual(14 * 86_400 - 1_000);
  expect((await events(id)).at(-1)).toBe('order.not_sent');
  expect(await refundOrder(world.merchant(), id, {})).toMatchObject({ status: 'refunding', frozen: null });
  await expectRightBooks();
});

test('a dispute stops the clock and ends in a release and a refund that are together what was held', async () => {
  const { id } = await newOrder();
  await deliverOrder(world.merchant(), id, {});
  const disputed = await disputeOrder(world.merchant(), id, { reason: 'Nothing has arrived' });
  expect(disputed).toMatchObject({ status: 'disputed', auto_release_at: null, frozen: { for: ['disputed'] } });
  const refused = releaseOrder(world.merchant(), id, {});
  await expect(refused).rejects.toMatchObject({ code: 'order_state' });
  const uneven = resolveOrder(world.merchant(), id, { release: '60.00', refund: '39.00' });
  await expect(uneven).rejects.toMatchObject({ code: 'order_short' });
  const resolved = await resolveOrder(world.merchant(), id, { release: '60.00', refund: '40.00' });
  expect(resolved).toMatchObject({
    status: 'releasing',
    money: { held: '0.00', releasing: '100.00', refunding: '40.00' },
  });
  expect(resolved.new_payouts.map(({ side }) => side)).toEqual(['release', 'refund']);
  await paid(tokenOf(resolved.new_payouts[0]?.claim_url));
  expect(await viewOrder(world.merchant(), id)).toMatchObject({ status: 'refunding', money: { released: '59.50' } });
  await cancelPayout(world.merchant(), resolved.new_payouts[1]?.id ?? '');
  const back = await viewOrder(world.merchant(), id);
  expect(back).toMatchObject({ status: 'partially_released', auto_release_at: null, money: { held: '40.00' } });
  await expectRightBooks();
});

test('time on hold is not counted, to the second', async () => {
  const { id } = await newOrder({ grace_days: 2 });
  await deliverOrder(world.merchant(), id, {});
  await world.passTime(3_600);
  const held = await holdOrder(world.merchant(), id, { reason: 'We look into it' });
  expect(held.frozen?.remaining_seconds).toBeGreaterThan(2 * 86_400 - 3_620);
  await world.passTime(7 * 86_400);
  const resumed = await resumeOrder(world.merchant(), id);
  const left = (Date.parse(resumed.auto_release_at ?? '') - Date.parse(resumed.updated_at)) / 1000;
  expect(Math.ceil(left)).toBe(held.frozen?.remaining_seconds);
});

test('a payout that was given up and is paid by the chain after all is covered by the merchant, where less is held by then', async () => {
  const { id } = await newOrder();
  const { merchantId } = world;
  const first = (await releaseOrder(world.merchant(), id, {})).new_payouts[0]?.id ?? '';
  await cancelPayout(world.merchant(), first);
  const second = (await refundOrder(world.merchant(), id, { amount: '70.00' })).new_payouts[0]?.id ?? '';
  await payOut(world.system(), { merchantId, id: first });
  await payOut(world.system(), { merchantId, id: second });
  const { status, money } = await viewOrder(world.merchant(), id);
  expect({ status, ...money }).toMatchObject({ status: 'released', funded: '170.00', held: '0.00', released: '99.50' });
  await expectRightBooks();
});

test('a block that paid and is lost brings the money back into its order, which nothing releases by itself then', async () => {
  const { id } = await newOrder();
  await deliverOrder(world.merchant(), id, {});
  const part = (await releaseOrder(world.merchant(), id, { amount: '40.00' })).new_payouts[0]?.id ?? '';
  const key = { merchantId: world.merchantId, id: part };
  await payOut(world.system(), key);
  expect(await viewOrder(world.merchant(), id)).toMatchObject({ status: 'partially_released', frozen: null });
  await takeBack(world.system(), key);
  const back = await viewOrder(world.merchant(), id);
  expect(back).toMatchObject({
    status: 'delivered',
    frozen: { for: ['not_sent'] },
    money: { held: '100.00', fees: '0.00' },
  });
  await expectRightBooks();
});

test('a part is approved by as many people as its whole order needs, and never by who asked for it', async () => {
  const rule = { chain: 'local', asset: 'USDT', one_from: '50.00', two_from: '90.00', new_destination: false } as const;
  await saveApprovalRule(world.member('owner'), rule);
  const { id } = await newOrder();
  const sent = await releaseOrder(world.member('owner', 'us_maker'), id, { amount: '10.00' });
  expect(sent.payouts).toMatchObject([{ status: 'awaiting_approval' }]);
  const payout = sent.new_payouts[0]?.id ?? '';
  const digest = (await findApprovalState(world.member('approver'), payout))?.digest ?? '';
  const own = approvePayout(world.member('owner', 'us_maker'), payout, { digest });
  await expect(own).rejects.toMatchObject({ code: 'approval_own' });
  expect(await approvePayout(world.member('approver', 'us_ann'), payout, { digest })).toMatchObject({
    status: 'awaiting_approval',
  });
  expect(await approvePayout(world.member('approver', 'us_bob'), payout, { digest })).toMatchObject({
    status: 'pending',
  });
  await disputeOrder(world.merchant(), id, { reason: 'Nothing has arrived' });
  const resolved = await resolveOrder(world.member('owner', 'us_maker'), id, { release: '45.00', refund: '45.00' });
  expect(resolved.payouts.map(({ status }) => status)).toEqual(['pending', 'awaiting_approval', 'awaiting_approval']);
  const refund = resolved.new_payouts[1]?.id ?? '';
  await rejectPayout(world.member('approver', 'us_ann'), refund, { reason: 'Too much' });
  expect(await viewOrder(world.merchant(), id)).toMatchObject({
    status: 'releasing',
    money: { held: '45.00', releasing: '55.00' },
  });
  await expectRightBooks();
});

test('a repetition of a request whose answer was lost makes no second payout', async () => {
  const { id } = await newOrder({ amount: '30.00' });
  const ctx = { ...world.merchant(), requestKey: 'ab'.repeat(32) };
  const first = await releaseOrder(ctx, id, { amount: '10.00' });
  const again = await releaseOrder(ctx, id, { amount: '10.00' });
  expect(again.new_payouts).toEqual([{ id: first.new_payouts[0]?.id, side: 'release', claim_url: null }]);
  expect(again.money.held).toBe('20.00');
  await world.passTime(31 * 86_400);
  const later = await releaseOrder(ctx, id, { amount: '10.00' });
  expect([later.new_payouts.length, later.money.held]).toEqual([1, '10.00']);
});

test('a refund goes to the buyer’s mailbox by a claim link, or to who has the link, and never to an address', async () => {
  const [known, unknown] = [
    await newOrder({ amount: '30.00' }),
    await newOrder({ amount: '30.00', buyer: { id: 'b' } }),
  ];
  const recipients: unknown[] = [];
  for (const { id } of [known, unknown]) {
    const { new_payouts: made } = await refundOrder(world.merchant(), id, {});
    recipients.push((await viewPayout(world.merchant(), made[0]?.id ?? '')).recipient);
  }
  expect(recipients).toEqual([{ type: 'email', email: 'buyer@example.com' }, { type: 'anyone' }]);
});

test('the mailbox of a release is its order’s, and not changed on the payout', async () => {
  const { id } = await newOrder({ amount: '30.00', seller: { id: 's', email: 'seller@example.com' } });
  const made = await releaseOrder(world.merchant(), id, { amount: '10.00' });
  const elsewhere = changeRecipientBody.parse({ email: 'other@example.com' });
  const changed = changeRecipient(world.merchant(), made.new_payouts[0]?.id ?? '', elsewhere);
  await expect(changed).rejects.toMatchObject({ code: 'payout_state' });
  const back = await refundOrder(world.merchant(), id, {});
  const refund = await changeRecipient(world.merchant(), back.new_payouts[0]?.id ?? '', elsewhere);
  expect(refund.recipient.email).toBe('other@example.com');
});

test('an order on the rail of wallets is paid by hand and refunded from the vault; books of both stay right', async () => {
  const { id } = await newOrder({ rail: 'wallet', amount: '40.00' });
  const released = await releaseOrder(world.merchant(), id, { amount: '20.00' });
  expect((await viewPayout(world.merchant(), released.new_payouts[0]?.id ?? '')).rail).toBe('wallet');
  const refunded = await refundOrder(world.merchant(), id, {});
  expect((await viewPayout(world.merchant(), refunded.new_payouts[0]?.id ?? '')).rail).toBe('contract');
  await expectRightBooks();
});

test('a seller without an address, on a rail that needs one, is paid nothing until it is named', async () => {
  const seller = { id: 'seller-2', email: 'seller@example.com' };
  const { id } = await newOrder({ rail: 'wallet', seller });
  const delivered = await deliverOrder(world.merchant(), id, {});
  expect(delivered).toMatchObject({ auto_release_at: null, frozen: { for: ['no_address'] } });
  const refused = releaseOrder(world.merchant(), id, {});
  await expect(refused).rejects.toMatchObject({ code: 'recipient_unsupported' });
});

test('what a vault has promised has in it what it keeps for orders', async () => {
  const promised = async () => {
    const { data } = await viewVaults(world.member('owner'));
    return Number(data[0]?.assets.find(({ asset }) => asset === 'USDT')?.committed);
  };
  const before = await promised();
  const { id } = await newOrder({ amount: '30.00' });
  expect(await promised()).toBe(before + 30);
  await releaseOrder(world.merchant(), id, { amount: '10.00' });
  expect(await promised()).toBe(before + 30);
});

test('the check of the books finds an order whose row, account and payouts are not alike, each by itself', async () => {
  const { database, merchantId } = world;
  const [one, other] = [await newOrder({ amount: '30.00' }), await newOrder({ amount: '30.00' })];
  const faults = async () => (await checkMerchant(world.system(), merchantId)).faults;
  const shift = (id: string, by: number) =>
    database.sql`update orders set held = held + ${by}, releasing = releasing - ${by} where id = ${id}`;
  await shift(one.id, -5_000_000);
  // The sum over all orders is as before: only each order's own account shows it.
  await database.sql`update orders set held = held + 5000000, funded = funded + 5000000 where id = ${other.id}`;
  const found = await faults();
  expect(found).toMatchObject([
    { kind: 'promise', account: 'escrow', booked: '30.00', expected: '25.00' },
    { kind: 'promise', account: 'escrow', booked: '30.00', expected: '35.00' },
  ]);
  await shift(one.id, 5_000_000);
  await database.sql`update orders set held = held - 5000000, funded = funded - 5000000 where id = ${other.id}`;
  expect(await faults()).toEqual([]);
});

test('orders are listed newest first, page by page, by seller, buyer and status; a cursor that is none is refused', async () => {
  const seller = { id: 'seller-of-a-list', address: demoAccount('customer').address };
  const made: string[] = [];
  for (const buyer of ['ann', 'bob', 'ann']) made.unshift((await newOrder({ seller, buyer: { id: buyer } })).id);
  const list = (query: Record<string, unknown>) =>
    listOrders(world.merchant(), listOrdersQuery.parse({ seller: seller.id, ...query }));
  const idsOf = ({ data }: Awaited<ReturnType<typeof list>>) => data.map(({ id }) => id);
  const first = await list({ limit: 2 });
  expect(idsOf(first)).toEqual(made.slice(0, 2));
  await newOrder({ seller });
  const rest = await list({ limit: 2, cursor: first.next_cursor });
  expect([idsOf(rest), rest.next_cursor]).toEqual([made.slice(2), null]);
  expect(idsOf(await list({ buyer: 'ann' }))).toEqual([made[0], made[2]]);
  expect(idsOf(await list({ status: 'delivered' }))).toEqual([]);
  const strange = list({ cursor: Buffer.from('po_1').toString('base64url') });
  await expect(strange).rejects.toMatchObject({ code: 'invalid_request' });
});

test('an order that could not be paid is not made, and one reference is one order', async () => {
  const made = await newOrder();
  const refused = async (given: Record<string, unknown>) =>
    newOrder(given).then(
      () => 'made',
      (error: { code: string }) => error.code,
    );
  expect(await refused({ reference: made.reference })).toBe('order_taken');
  expect(await refused({ amount: '0.20' })).toBe('amount_too_small');
  expect(await refused({ amount: '10000.01' })).toBe('amount_too_large');
  expect(await refused({ asset: 'NONE' })).toBe('asset_unavailable');
  expect(await refused({ seller: { id: 's', address: `0x${'0'.repeat(39)}1` } })).toBe('address_refused');
});

test('an order of a merchant with real money names no seller of the sandbox, neither as it is made nor later', async () => {
  const made = await newOrder();
  const target = { seller: { id: 's', address: sandboxAddresses.target_invalid } };
  await expect(newOrder(target)).rejects.toMatchObject({ code: 'address_refused', facts: { field: 'seller.address' } });
  expect(await newOrder({ seller: { id: 's', address: sandboxAddresses.paid } })).toMatchObject({ status: 'funded' });
  await world.database.sql`update merchants set test_mode = false where id = ${world.merchantId}`;
  const refusalAt = (field: string) => ({ code: 'sandbox_recipient', facts: { field } });
  for (const address of Object.values(sandboxAddresses)) {
    await expect(newOrder({ seller: { id: 's', address } })).rejects.toMatchObject(refusalAt('seller.address'));
    await expect(changeSeller(world.merchant(), made.id, { address })).rejects.toMatchObject(refusalAt('address'));
  }
  const email = sandboxMailboxes.bounced;
  await expect(newOrder({ seller: { id: 's', email } })).rejects.toMatchObject(refusalAt('seller.email'));
  await world.database.sql`update merchants set test_mode = true where id = ${world.merchantId}`;
});

test.each([
  [
    'another merchant',
    () => ({ ...world.merchant(), actor: { kind: 'api_key', keyId: 'k', merchantId: 'mer_other', scopes } as const }),
    'not_found',
  ],
  ['a claimant', () => world.claimant(), 'unauthenticated'],
  ['a viewer', () => world.member('viewer'), 'forbidden'],
  ['an approver', () => world.member('approver'), 'forbidden'],
  ['an owner who has not just confirmed that it is them', () => stale(world.member('owner')), 'step_up_required'],
])('%s is refused each verb that lets money leave', async (_who, ctxOf, code) => {
  const { id } = await newOrder();
  const asked = [
    (ctx: Context) => fundOrder(ctx, id, {}),
    (ctx: Context) => deliverOrder(ctx, id, {}),
    (ctx: Context) => releaseOrder(ctx, id, {}),
    (ctx: Context) => refundOrder(ctx, id, {}),
    (ctx: Context) => resumeOrder(ctx, id),
    (ctx: Context) => resolveOrder(ctx, id, { release: '100.00', refund: '0.00' }),
  ];
  for (const ask of asked) await expect(ask(ctxOf())).rejects.toMatchObject({ code });
  expect(await viewOrder(world.merchant(), id)).toMatchObject({ status: 'funded', money: { held: '100.00' } });
});

test('a payout that has the name of an order’s next part keeps nobody from being paid', async () => {
  const { id } = await newOrder();
  await world.newPayout({ reference: `${id}-1` });
  await releaseOrder(world.merchant(), id, { amount: '40.00' });
  const { payouts } = await refundOrder(world.merchant(), id, {});
  expect(payouts).toMatchObject([{ side: 'release' }, { side: 'refund' }]);
  await expectRightBooks();
});
