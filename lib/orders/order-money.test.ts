import { expect, test, vi } from 'vitest';
import { byDepth } from '@/db/testing/depth';
import type { OrderSide } from '@/db/vocabulary/orders';
import { Refusal } from '@/lib/kernel/errors';
import { testWorld } from '@/lib/payouts/testing/world';
import { randomFrom } from '@/lib/rates/testing/random';
import { cancelPayout } from '@/lib/unpaid/cancel';
import { cancelOrder } from './cancel';
import { deliverOrder } from './deliver';
import { fundOrder } from './fund';
import { refundOrder, releaseOrder } from './release';
import { resolveOrder } from './resolve';
import { disputeOrder, holdOrder, resumeOrder } from './stop';
import { orderWorld } from './testing/order-world';
import { payOut, takeBack } from './testing/play-chain';
import { viewOrder } from './view';

const operations = byDepth({ quick: 200, deep: 20_000 });
vi.setConfig({ testTimeout: 1_800_000 });

const world = testWorld();
const { newOrder, expectRightBooks } = orderWorld(world);
const random = randomFrom(20_261_129);
const fee = 50n;

/** What we believe of an order by our own counting, in hundredths. */
type Believed = { id: string; funded: bigint; amount: bigint; parts: Map<string, Part> };
type Part = { side: OrderSide; gross: bigint; place: 'open' | 'paid' | 'back' };

const text = (cents: bigint) => `${cents / 100n}.${String(cents % 100n).padStart(2, '0')}`;

function sumOf(order: Believed, place: Part['place'], side?: OrderSide): bigint {
  const parts = [...order.parts.values()].filter((part) => part.place === place && (!side || part.side === side));
  const less = place === 'paid' ? fee : 0n;
  return parts.reduce((sum, { gross }) => sum + gross - less, 0n);
}

function moneyOf(order: Believed) {
  const paid = [...order.parts.values()].filter(({ place }) => place === 'paid').length;
  const [releasing, fees] = [sumOf(order, 'open'), fee * BigInt(paid)];
  const [released, refunded] = [sumOf(order, 'paid', 'release'), sumOf(order, 'paid', 'refund')];
  const held = order.funded - releasing - released - refunded - fees;
  return { held, funded: order.funded, releasing, refunding: sumOf(order, 'open', 'refund'), released, refunded, fees };
}

const merchant = world.merchant;
const words = { reason: 'By chance' };

async function send(order: Believed, side: OrderSide, amount: bigint): Promise<void> {
  const body = random(4) === 0 ? {} : { amount: text(amount) };
  const verb = side === 'release' ? releaseOrder : refundOrder;
  const gross = body.amount === undefined ? moneyOf(order).held : amount;
  const { new_payouts: made } = await verb(merchant(), order.id, body);
  for (const { id } of made) order.parts.set(id, { side, gross, place: 'open' });
}

async function resolve(order: Believed, amount: bigint): Promise<void> {
  const { held } = moneyOf(order);
  const grosses = { release: held - amount, refund: amount };
  const body = { release: text(grosses.release), refund: text(grosses.refund) };
  const { new_payouts: made } = await resolveOrder(merchant(), order.id, body);
  for (const { id, side } of made) order.parts.set(id, { side, gross: grosses[side], place: 'open' });
}

function anyPart(order: Believed): [string, Part] {
  const parts = [...order.parts];
  const found = parts[random(parts.length)];
  if (!found) throw new Refusal('not_found');
  return found;
}

/** What the chain paid of a part that had come back is missing, where less than that is held by then. */
function cover(order: Believed): void {
  const { held } = moneyOf(order);
  order.funded += held < 0n ? -held : 0n;
}

type Operation = (order: Believed, amount: bigint) => Promise<unknown>;

const what: Record<string, Operation> = {
  fund: async (order) => {
    await fundOrder(merchant(), order.id, {});
    order.funded = order.funded === 0n ? order.amount : order.funded;
  },
  release: (order, amount) => send(order, 'release', amount),
  refund: (order, amount) => send(order, 'refund', amount),
  deliver: (order) => deliverOrder(merchant(), order.id, {}),
  hold: (order) => holdOrder(merchant(), order.id, words),
  resume: (order) => resumeOrder(merchant(), order.id),
  dispute: (order) => disputeOrder(merchant(), order.id, words),
  resolve,
  cancel: (order) => cancelOrder(merchant(), order.id),
  'cancel a payout': async (order) => {
    const [id, part] = anyPart(order);
    await cancelPayout(merchant(), id);
    part.place = 'back';
  },
  'the chain pays': async (order) => {
    const [id, part] = anyPart(order);
    await payOut(world.system(), { merchantId: world.merchantId, id });
    part.place = 'paid';
    cover(order);
  },
  'a block is lost': async (order) => {
    const [id, part] = anyPart(order);
    await takeBack(world.system(), { merchantId: world.merchantId, id });
    part.place = part.place === 'paid' ? 'back' : part.place;
  },
};
/** What ends a stop, and what sends, comes more often than the rest. */
const names = [...Object.keys(what), 'fund', 'release', 'resume', 'resolve', 'resolve'];

async function newBelief(): Promise<Believed> {
  const amount = BigInt(200 + random(50_000));
  const { id } = await newOrder({ amount: text(amount), pay_in: undefined });
  return { id, funded: 0n, amount, parts: new Map() };
}

const refusals = new Set<string>();
const done = new Set<string>();

async function attempt(order: Believed): Promise<void> {
  const { held } = moneyOf(order);
  const amount = BigInt(1 + random(Number(held) + 200));
  try {
    const name = names[random(names.length)] ?? '';
    await what[name]?.(order, amount);
    done.add(name);
  } catch (error) {
    // A refusal changes nothing, so what is believed stays.
    refusals.add(error instanceof Refusal ? error.code : String(error));
  }
}

test(`${operations} random operations leave each order with the money that our own counting says`, async () => {
  const orders = await Promise.all(Array.from({ length: byDepth({ quick: 3, deep: 12 }) }, newBelief));
  for (let turn = 0; turn < operations; turn++) {
    const at = random(orders.length);
    const order = orders[at] ?? expect.unreachable();
    await attempt(order);
    const { money } = await viewOrder(merchant(), order.id);
    const believed = Object.entries(moneyOf(order)).map(([name, cents]) => [name, text(cents)]);
    expect(money).toEqual(Object.fromEntries(believed));
    // An order that has had its time gives way, so that young ones are always among them.
    orders[at] = random(40) === 0 ? await newBelief() : order;
  }
  await expectRightBooks();
  expect([...done].toSorted()).toEqual(Object.keys(what).toSorted());
  expect([...refusals].filter((code) => !/^(order_|amount_|payout_state|not_found|transfer_in)/.test(code))).toEqual(
    [],
  );
});
