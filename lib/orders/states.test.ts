import { afterAll, expect, test } from 'vitest';
import { type OrderStatus, orderStatuses } from '@/db/vocabulary/orders';
import type { Context } from '@/lib/access/actor';
import { testWorld } from '@/lib/payouts/testing/world';
import { cancelOrder } from './cancel';
import type { OrderVerb } from './core/status';
import { deliverOrder } from './deliver';
import { fundOrder } from './fund';
import { refundOrder, releaseOrder } from './release';
import { resolveOrder } from './resolve';
import { disputeOrder, holdOrder, resumeOrder } from './stop';
import { orderWorld } from './testing/order-world';
import { payOut } from './testing/play-chain';
import { viewOrder } from './view';

const world = testWorld();
const { newOrder, expectRightBooks } = orderWorld(world);

const part = { amount: '30.00' };
const reason = { reason: 'As agreed' };
const verbs: Record<OrderVerb, (ctx: Context, id: string) => Promise<{ status: OrderStatus }>> = {
  fund: (ctx, id) => fundOrder(ctx, id, {}),
  cancel: cancelOrder,
  deliver: (ctx, id) => deliverOrder(ctx, id, {}),
  hold: (ctx, id) => holdOrder(ctx, id, reason),
  resume: resumeOrder,
  dispute: (ctx, id) => disputeOrder(ctx, id, reason),
  resolve: (ctx, id) => resolveOrder(ctx, id, { release: '60.00', refund: '40.00' }),
  release: (ctx, id) => releaseOrder(ctx, id, part),
  refund: (ctx, id) => refundOrder(ctx, id, part),
};

type Step = OrderVerb | 'release all' | 'refund all' | 'paid';
/** The way to each status; in `releasing` and `refunding` a part is still held. */
const wayTo: Record<OrderStatus, readonly Step[]> = {
  awaiting_funds: [],
  funded: ['fund'],
  delivered: ['fund', 'deliver'],
  releasing: ['fund', 'deliver', 'release'],
  partially_released: ['fund', 'deliver', 'release', 'paid'],
  released: ['fund', 'release all', 'paid'],
  on_hold: ['fund', 'deliver', 'hold'],
  disputed: ['fund', 'deliver', 'dispute'],
  refunding: ['fund', 'deliver', 'refund'],
  refunded: ['fund', 'refund all', 'paid'],
  cancelled: ['cancel'],
};

async function take(id: string, step: Step): Promise<void> {
  const ctx = world.merchant();
  const { merchantId } = world;
  const { payouts } = await viewOrder(ctx, id);
  const steps = {
    ...verbs,
    'release all': () => releaseOrder(ctx, id, {}),
    'refund all': () => refundOrder(ctx, id, {}),
    paid: () => Promise.all(payouts.map((one) => payOut(world.system(), { merchantId, id: one.id }))),
  };
  await steps[step](ctx, id);
}

async function orderIn(status: OrderStatus): Promise<string> {
  const { id } = await newOrder({ pay_in: undefined });
  for (const step of wayTo[status]) await take(id, step);
  expect(await viewOrder(world.merchant(), id)).toMatchObject({ status });
  return id;
}

afterAll(expectRightBooks);

const no = 'order_state';
/** By status, what each verb makes of it: fund, cancel, deliver, hold, resume, dispute, resolve, release, refund. */
const columns = ['fund', 'cancel', 'deliver', 'hold', 'resume', 'dispute', 'resolve', 'release', 'refund'] as const;
const table: Record<OrderStatus, readonly string[]> = {
  awaiting_funds: ['funded', 'cancelled', no, no, no, no, no, no, no],
  funded: ['funded', no, 'delivered', 'on_hold', no, 'disputed', no, 'releasing', 'refunding'],
  delivered: ['delivered', no, 'delivered', 'on_hold', no, 'disputed', no, 'releasing', 'refunding'],
  releasing: ['releasing', no, 'releasing', 'on_hold', no, 'disputed', no, 'releasing', 'releasing'],
  partially_released: [
    'partially_released',
    no,
    'partially_released',
    'on_hold',
    no,
    'disputed',
    no,
    'releasing',
    'refunding',
  ],
  released: ['released', no, no, no, no, no, no, no, no],
  on_hold: ['on_hold', no, 'on_hold', 'on_hold', 'delivered', 'disputed', no, no, no],
  disputed: ['disputed', no, 'disputed', no, no, 'disputed', 'releasing', no, no],
  refunding: ['refunding', no, 'refunding', 'on_hold', no, 'disputed', no, 'releasing', 'refunding'],
  refunded: ['refunded', no, no, no, no, no, no, no, no],
  cancelled: [no, 'cancelled', no, no, no, no, no, no, no],
};
const cells = orderStatuses.flatMap((status) =>
  columns.map((verb, column) => ({ status, verb, outcome: table[status][column] ?? '' })),
);

const answered = async (work: Promise<{ status: string }>) =>
  work.then(({ status }) => status).catch((error: { code?: string }) => error.code ?? String(error));

test.each(cells.filter(({ outcome }) => outcome !== no))('$status, asked to $verb: $outcome', async (cell) => {
  const id = await orderIn(cell.status);
  expect(await answered(verbs[cell.verb](world.merchant(), id))).toBe(cell.outcome);
});

test.each(orderStatuses)('an order that is %s refuses everything else and stays as it is', async (status) => {
  const id = await orderIn(status);
  const before = await viewOrder(world.merchant(), id);
  const refused = cells.filter((cell) => cell.status === status && cell.outcome === no);
  for (const { verb } of refused) expect(await answered(verbs[verb](world.merchant(), id))).toBe(no);
  expect(await viewOrder(world.merchant(), id)).toEqual(before);
});
