import { expect, test } from 'vitest';
import { type Role, roles, type Scope, scopes } from '@/db/vocabulary/people';
import type { Context } from '@/lib/access/actor';
import { testWorld } from '@/lib/payouts/testing/world';
import { cancelOrder } from './cancel';
import { deliverOrder } from './deliver';
import { fundOrder } from './fund';
import { refundOrder, releaseOrder } from './release';
import { resolveOrder } from './resolve';
import { disputeOrder, holdOrder, resumeOrder } from './stop';
import { orderWorld } from './testing/order-world';
import { listOrders, viewOrder } from './view';

const world = testWorld();
const { newOrder } = orderWorld(world);
const reason = { reason: 'By chance' };

const reads: Record<string, (ctx: Context, id: string) => Promise<unknown>> = {
  view: viewOrder,
  list: (ctx) => listOrders(ctx, { limit: 1 }),
};
const writes: typeof reads = {
  create: (ctx) => newOrder({}, ctx),
  fund: (ctx, id) => fundOrder(ctx, id, {}),
  cancel: cancelOrder,
  deliver: (ctx, id) => deliverOrder(ctx, id, {}),
  hold: (ctx, id) => holdOrder(ctx, id, reason),
  resume: resumeOrder,
  dispute: (ctx, id) => disputeOrder(ctx, id, reason),
  resolve: (ctx, id) => resolveOrder(ctx, id, { release: '100.00', refund: '0.00' }),
  release: (ctx, id) => releaseOrder(ctx, id, {}),
  refund: (ctx, id) => refundOrder(ctx, id, {}),
};

const mayWrite: Record<Role, boolean> = { owner: true, approver: false, payer: true, developer: true, viewer: false };

/** Whether the one who asks may: another refusal, such as for an order in another state, comes after that. */
const isLetIn = async (work: Promise<unknown>) =>
  work.then(
    () => true,
    (error: { code?: string }) => error.code === 'order_state',
  );

async function letIn(ctx: Context, verbs: typeof reads): Promise<string[]> {
  const entered: string[] = [];
  for (const [name, verb] of Object.entries(verbs)) {
    const { id } = await newOrder();
    entered.push(...((await isLetIn(verb(ctx, id))) ? [name] : []));
  }
  return entered;
}

test.each(roles)('a member who is %s reads orders, and asks of them what the table says', async (role) => {
  expect(await letIn(world.member(role), reads)).toEqual(Object.keys(reads));
  expect(await letIn(world.member(role), writes)).toEqual(mayWrite[role] ? Object.keys(writes) : []);
});

const withScopes = (...held: Scope[]): Context => {
  const ctx = world.merchant();
  return { ...ctx, actor: { kind: 'api_key', keyId: 'key_test', merchantId: world.merchantId, scopes: held } };
};

test('a key reads orders with payouts:read, writes them with payouts:write, and nothing with any other scope', async () => {
  expect(await letIn(withScopes('payouts:read'), { ...reads, ...writes })).toEqual(Object.keys(reads));
  expect(await letIn(withScopes('payouts:write'), { ...reads, ...writes })).toEqual(Object.keys(writes));
  const others = scopes.filter((scope) => scope !== 'payouts:read' && scope !== 'payouts:write');
  expect(await letIn(withScopes(...others), { ...reads, ...writes })).toEqual([]);
});
