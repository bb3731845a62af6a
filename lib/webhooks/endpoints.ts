import type { Database } from '@/db/client';
import { type Context, requirePermission } from '@/lib/access/actor';
import { audit } from '@/lib/access/audit';
import { Refusal } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import { seal } from '@/lib/kernel/secrets';
import {
  callOffDeliveries,
  changeEndpoint,
  type Endpoint,
  findEndpoint,
  insertEndpoint,
  selectEndpoints,
} from './endpoint-store';
import type {
  CreatedEndpointAnswer,
  CreateEndpointBody,
  EndpointAnswer,
  EndpointList,
  UpdateEndpointBody,
} from './schema';
import { newSigningSecret } from './sign';
import { wakeDeliverers } from './store';
import { checkTarget, operatorRules } from './target-url';

/** More than anyone needs, few enough that one event cannot become a flood. */
export const endpointsPerMerchant = 20;

function answer(endpoint: Endpoint): EndpointAnswer {
  const { id, url, dialect, events, description, status } = endpoint;
  return { id, url, dialect, events, description, status, created_at: endpoint.createdAt.toISOString() };
}

async function refuseBeyondLimit(db: Database, merchantId: string): Promise<void> {
  const present = await selectEndpoints(db, merchantId);
  if (present.length < endpointsPerMerchant) return;
  throw new Refusal('invalid_request', {
    detail: `You have ${present.length} webhook endpoints, the most there can be; delete one first.`,
  });
}

/** Adds an endpoint. Its secret is in this answer and in no later one. */
export async function createEndpoint(ctx: Context, body: CreateEndpointBody): Promise<CreatedEndpointAnswer> {
  const { merchantId } = requirePermission(ctx, 'webhooks:write');
  await refuseBeyondLimit(ctx.db, merchantId);
  const url = await checkTarget(body.url, operatorRules);
  const now = ctx.clock.now();
  const id = newId('endpoint', now.getTime());
  const secret = newSigningSecret();
  const { dialect, events, description = null } = body;
  const made = await ctx.db.transaction(async (tx) => {
    await audit(tx, ctx.actor, {
      merchantId,
      action: 'endpoint.created',
      subjectId: id,
      detail: { url: url.href },
      now,
    });
    const sealed = seal(secret, id);
    return insertEndpoint(tx, {
      id,
      merchantId,
      url: url.href,
      dialect,
      events,
      description,
      secret: sealed,
      createdAt: now,
    });
  });
  return { ...answer(made), secret };
}

export async function listEndpoints(ctx: Context): Promise<EndpointList> {
  const { merchantId } = requirePermission(ctx, 'webhooks:read');
  return { data: (await selectEndpoints(ctx.db, merchantId)).map(answer) };
}

async function viewOwn(ctx: Context, merchantId: string, id: string): Promise<EndpointAnswer> {
  const found = await findEndpoint(ctx.db, merchantId, id);
  if (!found) throw new Refusal('not_found');
  return answer(found);
}

export async function viewEndpoint(ctx: Context, id: string): Promise<EndpointAnswer> {
  const { merchantId } = requirePermission(ctx, 'webhooks:read');
  return viewOwn(ctx, merchantId, id);
}

/** Changes what is given and leaves the rest. A resumed endpoint gets at once what waited for it. */
export async function updateEndpoint(ctx: Context, id: string, body: UpdateEndpointBody): Promise<EndpointAnswer> {
  const { merchantId } = requirePermission(ctx, 'webhooks:write');
  const url = body.url === undefined ? undefined : (await checkTarget(body.url, operatorRules)).href;
  if (Object.keys(body).length === 0) return viewOwn(ctx, merchantId, id);
  return ctx.db.transaction(async (tx) => {
    const changed = await changeEndpoint(tx, merchantId, id, { ...body, url });
    if (!changed) throw new Refusal('not_found');
    const now = ctx.clock.now();
    await audit(tx, ctx.actor, { merchantId, action: 'endpoint.updated', subjectId: id, detail: { ...body }, now });
    await wakeDeliverers(tx);
    return answer(changed);
  });
}

/** Removes an endpoint; what it still had to get is called off. */
export async function deleteEndpoint(ctx: Context, id: string): Promise<void> {
  const { merchantId } = requirePermission(ctx, 'webhooks:write');
  const now = ctx.clock.now();
  await ctx.db.transaction(async (tx) => {
    const deleted = await changeEndpoint(tx, merchantId, id, { deletedAt: now });
    if (!deleted) throw new Refusal('not_found');
    await callOffDeliveries(tx, merchantId, id);
    await audit(tx, ctx.actor, { merchantId, action: 'endpoint.deleted', subjectId: id, now });
  });
}
