import { beforeAll, expect, test } from 'vitest';
import { deliverOrder } from '@/lib/orders/deliver';
import { refundOrder } from '@/lib/orders/release';
import { resolveOrder } from '@/lib/orders/resolve';
import { disputeOrder, holdOrder, resumeOrder } from '@/lib/orders/stop';
import { orderWorld } from '@/lib/orders/testing/order-world';
import { testWorld } from '@/lib/payouts/testing/world';
import type { OrderAnswer } from '@/lib/wire/order';
import { tellOrderStory } from './order-story';

const world = testWorld();
const { newOrder } = orderWorld(world);
let order: OrderAnswer;
const tell = (id = order.id) => tellOrderStory(world.member('viewer'), id);
const owner = () => world.member('owner');

beforeAll(async () => {
  order = await newOrder();
});

test('the page of an order offers what can be asked of it as it stands, and nothing else', async () => {
  const offers = async () => [...(await tell()).can].toSorted();
  expect(await offers()).toEqual(['deliver', 'dispute', 'hold', 'refund', 'release']);
  await holdOrder(owner(), order.id, { reason: 'Odd address' });
  expect(await offers()).toEqual(['dispute', 'resume']);
  await resumeOrder(owner(), order.id);
  await deliverOrder(owner(), order.id, {});
  expect(await offers()).toEqual(['dispute', 'hold', 'refund', 'release']);
  await refundOrder(owner(), order.id, { amount: '10.00' });
  await disputeOrder(owner(), order.id, { reason: 'Scratched' });
  expect(await offers()).toEqual(['resolve']);
  await resolveOrder(owner(), order.id, { release: '60.00', refund: '30.00' });
  expect(await offers()).toEqual([]);
});

test('its story names who did what, what they wrote, what was booked and who was told', async () => {
  const { moments, decimals, order: now } = await tell();
  expect([decimals, now.money]).toMatchObject([6, { held: '0.00', releasing: '100.00', refunding: '40.00' }]);
  const lines = moments.flatMap((moment) => moment.lines);
  const changes = lines.flatMap((line) => (line.type === 'change' ? [line] : []));
  expect(changes.map(({ action }) => action)).toEqual(
    ['created', 'funded', 'on_hold', 'resumed', 'delivered', 'refund', 'disputed', 'release', 'refund'].map(
      (word) => `order.${word}`,
    ),
  );
  expect(changes.find(({ action }) => action === 'order.disputed')?.because).toBe('Scratched');
  const booked = lines.flatMap((line) => (line.type === 'posting' ? line.lines : []));
  expect(booked).toContainEqual({ from: 'available', to: 'escrow', amount: '100.00', asset: 'USDT' });
  expect(lines.some((line) => line.type === 'event' && line.event === 'order.disputed')).toBe(true);
});

test('nobody reads the story of another merchant’s order', async () => {
  const { actor, ...ctx } = world.member('owner');
  const elsewhere = { ...ctx, actor: { ...actor, merchantId: 'mer_other' } };
  await expect(tellOrderStory(elsewhere, order.id)).rejects.toMatchObject({ code: 'not_found' });
});
