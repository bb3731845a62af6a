import { expect, test } from 'vitest';
import { demoAccount } from '@/demo/accounts';
import { deliverOrder } from '@/lib/orders/deliver';
import { releaseOrder } from '@/lib/orders/release';
import { holdOrder, resumeOrder } from '@/lib/orders/stop';
import { testWorld } from '@/lib/payouts/testing/world';
import { objectToOrder, takeMoreTime, viewForBuyer } from './buyer';
import { linkBuyer } from './change-seller';
import { releaseDue } from './release-due';
import { clockWorld } from './testing/clock-world';

const world = testWorld();
const { newOrder, delivered, seen, events, expectRightBooks, mailsTo, tell } = clockWorld(world);
const day = 86_400;
const other = demoAccount('other').address;
const reason = 'It arrived broken.';

async function tokenOf(id: string): Promise<string> {
  const { url } = await linkBuyer(world.merchant(), id);
  return new URL(url).pathname.split('/')[2] ?? '';
}

test('both sides are told three days and one day before, each once, in their own language', async () => {
  const buyer = { id: 'b', contact: 'b1@example.com', language: 'fr' };
  const seller = { id: 's', address: other, contact: 's1@example.com', language: 'ru' };
  await delivered({ buyer, seller });
  await tell();
  for (const wait of [10 * day, day + 60, day, day]) {
    await world.passTime(wait);
    await tell();
    await tell();
  }
  expect((await mailsTo('b1@example.com')).map(({ subject }) => subject)).toEqual([
    expect.stringMatching(/^La commande “.*” a été livrée$/),
    expect.stringMatching(/encore 3 jours/),
    expect.stringMatching(/encore 1 jour/),
  ]);
  const toSeller = await mailsTo('s1@example.com');
  expect(toSeller.map(({ subject }) => subject)).toEqual([
    expect.stringMatching(/ доставлен$/),
    expect.stringMatching(/3 дня$/),
    expect.stringMatching(/1 день$/),
  ]);
  expect(toSeller[0]?.text).toContain(other);
});

test('a side whose language nobody named is written to in the one that the merchant chose', async () => {
  await world.database.sql`update merchants set language = 'fr'`;
  const seller = { id: 's', address: other, contact: 's7@example.com', language: 'ru' };
  await delivered({ buyer: { id: 'b', contact: 'b7@example.com' }, seller });
  await tell();
  await world.database.sql`update merchants set language = null`;
  expect((await mailsTo('b7@example.com')).map(({ subject }) => subject)).toEqual([expect.stringMatching(/livrée$/)]);
  expect((await mailsTo('s7@example.com')).map(({ subject }) => subject)).toEqual([
    expect.stringMatching(/доставлен$/),
  ]);
});

test('who is told of a delivery is not told the same time again: three days of grace need no first announcement', async () => {
  await delivered({ category: 'digital', buyer: { id: 'b', contact: 'b2@example.com' } });
  await tell();
  await world.passTime(2 * day + 60);
  await tell();
  const subjects = (await mailsTo('b2@example.com')).map(({ subject }) => subject);
  expect(subjects).toEqual([expect.stringMatching(/was delivered$/), expect.stringMatching(/1 day left/)]);
});

test('seller and buyer hear of each state once, and the seller gets the link to their payout', async () => {
  const seller = { id: 's', address: other, contact: 's3@example.com' };
  const { id } = await newOrder({ seller, buyer: { id: 'b', contact: 'b3@example.com' } });
  await tell();
  await deliverOrder(world.merchant(), id, {});
  await tell();
  await holdOrder(world.merchant(), id, { reason });
  await tell();
  await resumeOrder(world.merchant(), id);
  await tell();
  await releaseOrder(world.merchant(), id, {});
  await tell();
  const told = await mailsTo('s3@example.com');
  expect(told.map(({ subject }) => subject.replace(/“.*”/, 'X'))).toEqual([
    'Order X is paid for',
    'Order X was delivered',
    'Order X: nothing is paid out for now',
    'Order X goes on',
    'Order X: you are being paid',
  ]);
  expect(told.at(-1)?.text).toMatch(/\/p\/[\w-]{43}/);
  expect(await mailsTo('b3@example.com')).toHaveLength(3);
});

test('a buyer objects by the link of their mail, once; looking changes nothing', async () => {
  const { id } = await delivered({ buyer: { id: 'b', contact: 'b4@example.com' } });
  await tell();
  const token = await tokenOf(id);
  expect((await mailsTo('b4@example.com'))[0]?.text).toContain(`/o/${token}`);
  const before = await seen(id);
  for (let look = 0; look < 3; look++)
    expect(await viewForBuyer(world.claimant(), token)).toMatchObject({ stage: 'running' });
  expect(await seen(id)).toEqual(before);
  const answer = await objectToOrder(world.claimant(), token, { reason });
  expect(answer).toMatchObject({ stage: 'disputed', may_object: false, pays_at: null });
  await objectToOrder(world.claimant(), token, {});
  expect(await seen(id)).toMatchObject({ status: 'disputed', dispute: { reason } });
  expect((await events(id)).filter((type) => type === 'order.disputed')).toHaveLength(1);
  const [line] = await world.database.sql`select actor_kind, detail from audit_lines
    where subject_id = ${id} and action = 'order.disputed'`;
  expect(line).toMatchObject({ actor_kind: 'claimant', detail: { by: 'buyer' } });
});

test('the link keeps only a hash and what is sealed, leads to one order, and ends with it', async () => {
  const { id } = await delivered();
  const token = await tokenOf(id);
  expect(await tokenOf(id)).toBe(token);
  const [row] = await world.database.sql`select token_hash, sealed_link from order_links where order_id = ${id}`;
  expect(`${row?.token_hash} ${row?.sealed_link}`).not.toContain(token);
  const unknown = objectToOrder(world.claimant(), 'x'.repeat(43), {});
  await expect(unknown).rejects.toMatchObject({ code: 'link_unknown' });
  await releaseOrder(world.merchant(), id, {});
  expect(await viewForBuyer(world.claimant(), token)).toMatchObject({
    stage: 'paying',
    may_object: false,
    more_days: null,
  });
  await expect(objectToOrder(world.claimant(), token, {})).rejects.toMatchObject({ code: 'order_state' });
  await expect(takeMoreTime(world.claimant(), token)).rejects.toMatchObject({ code: 'order_state' });
});

test('a buyer takes more time once, never beyond 30 days in all, and the new time is announced', async () => {
  const { id, auto_release_at: first } = await delivered({ buyer: { id: 'b', contact: 'b5@example.com' } });
  const token = await tokenOf(id);
  await tell();
  await world.passTime(12 * day);
  await tell();
  const answer = await takeMoreTime(world.claimant(), token);
  expect(answer).toMatchObject({ extended: true, more_days: null });
  expect(Date.parse(answer.pays_at ?? '') - Date.parse(first ?? '')).toBe(7 * day * 1000);
  await expect(takeMoreTime(world.claimant(), token)).rejects.toMatchObject({ code: 'order_state' });
  await world.passTime(6.5 * day);
  await tell();
  expect((await mailsTo('b5@example.com')).map(({ subject }) => subject.replace(/“.*”/, 'X'))).toEqual([
    'Order X was delivered',
    'Order X: 3 days left until the seller is paid',
    'Order X: the buyer takes more time',
    'Order X: 3 days left until the seller is paid',
  ]);
});

test.each([
  [25, 5],
  [30, null],
  [40, null],
])('of a grace period of %i days a buyer may add %s', async (grace_days, days) => {
  const { id } = await delivered({ grace_days });
  expect((await viewForBuyer(world.claimant(), await tokenOf(id))).more_days).toBe(days);
});

test('an objection and a release at the same time: one of them wins, and the money is where it says', async () => {
  const tokens: string[] = [];
  const ids: string[] = [];
  for (let turn = 0; turn < 6; turn++) {
    const { id } = await delivered();
    ids.push(id);
    tokens.push(await tokenOf(id));
  }
  await world.passTime(14 * day + 1);
  const objections = tokens.map((token) => objectToOrder(world.claimant(), token, {}).catch(() => null));
  const [answers] = await Promise.all([
    Promise.all(objections),
    releaseDue(world.system()),
    releaseDue(world.system()),
  ]);
  await releaseDue(world.system());
  const after = await Promise.all(ids.map(seen));
  expect(after.map(({ status, payouts }) => [status, payouts.length])).toEqual(
    answers.map((answer) => (answer ? ['disputed', 0] : ['releasing', 1])),
  );
  await expectRightBooks();
});
