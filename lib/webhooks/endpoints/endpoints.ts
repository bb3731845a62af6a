import { despiteDeadlock } from '@/db/despite-deadlock';
import { wakeWorkers } from '@/db/wake';
import { type Context, requirePermission } from '@/lib/access/actor';
import { audit } from '@/lib/access/audit';
import { requireStepUp } from '@/lib/access/sessions/step-up';
import { Refusal } from '@/lib/kernel/errors';
import { refuseUntold } from './add-endpoint';
import { checkAddress } from './check-address';
import { changeBetween, factsOf } from './endpoint-facts';
import {
  callOffDeliveries,
  changeEndpoint,
  closeBreaker,
  type EndpointChange,
  findEndpoint,
  lockEndpoint,
  readHealth,
  selectEndpoints,
} from './endpoint-store';
import { sealHeaders } from './own-headers';
import { presentEndpoint, readAndPresent } from './present-endpoint';
import type { EndpointAnswer, EndpointList, UpdateEndpointBody } from './schema';

export async function listEndpoints(ctx: Context): Promise<EndpointList> {
  const { merchantId } = requirePermission(ctx, 'webhooks:read');
  const rows = await selectEndpoints(ctx.db, merchantId);
  const health = await readHealth(
    ctx.db,
    rows.map((row) => row.id),
  );
  return { data: rows.map((row) => presentEndpoint(row, health.get(row.id), ctx.clock.now())) };
}

export async function viewEndpoint(ctx: Context, id: string): Promise<EndpointAnswer> {
  const { merchantId } = requirePermission(ctx, 'webhooks:read');
  const found = await findEndpoint(ctx.db, merchantId, id);
  if (!found) throw new Refusal('not_found');
  return readAndPresent(ctx.db, found, ctx.clock.now());
}

function changeOf(id: string, body: UpdateEndpointBody, url: string | undefined): EndpointChange {
  const { status, headers } = body;
  return {
    url,
    events: body.events,
    description: body.description,
    status,
    pauseReason: status && (status === 'paused' ? 'by_merchant' : null),
    ordered: body.ordered,
    retryHours: body.retry_hours,
    alertEmail: body.notice_email,
    ...(headers && sealHeaders(headers, id)),
  };
}

function addressOfPayouts(): Refusal {
  const detail = 'What this endpoint sends goes to the address that came with each payout.';
  return new Refusal('endpoint_state', { field: 'url', detail });
}

/**
 * Changes what is given and leaves the rest. A resumed endpoint gets at once what waited for it. A person confirms who
 * they are before they change anything but its description: who hears of payouts, or of failures, is not for a desk left open.
 */
export async function updateEndpoint(ctx: Context, id: string, body: UpdateEndpointBody): Promise<EndpointAnswer> {
  const { merchantId } = requirePermission(ctx, 'webhooks:write');
  if (Object.keys(body).some((name) => name !== 'description')) requireStepUp(ctx);
  const found = await findEndpoint(ctx.db, merchantId, id);
  if (!found) throw new Refusal('not_found');
  refuseUntold(found.dialect, body.events);
  if (found.keyId !== null && body.url !== undefined) throw addressOfPayouts();
  const now = ctx.clock.now();
  if (Object.keys(body).length === 0) return readAndPresent(ctx.db, found, now);
  const url = body.url === undefined ? undefined : await checkAddress(merchantId, found.dialect, body.url);
  return ctx.db.transaction(async (tx) => {
    const former = await lockEndpoint(tx, merchantId, id);
    const changed = await changeEndpoint(tx, merchantId, id, changeOf(id, body, url));
    if (!former || !changed) throw new Refusal('not_found');
    // Another address, or a merchant who says that it works again: what failed before says nothing about it.
    if (url !== undefined || body.status === 'active') await closeBreaker(tx, merchantId, id);
    const detail = body.headers ? { headers_replaced: true } : {};
    const facts = { ...changeBetween(former, changed), detail };
    await audit(tx, ctx, { merchantId, action: 'endpoint.updated', subjectId: id, ...facts, now });
    await wakeWorkers(tx, 'deliveries');
    return readAndPresent(tx, changed, now);
  });
}

/** Removes an endpoint; what it still had to get is called off. Asks a person for a fresh proof. */
export async function deleteEndpoint(ctx: Context, id: string): Promise<void> {
  const { merchantId } = requirePermission(ctx, 'webhooks:write');
  requireStepUp(ctx);
  const now = ctx.clock.now();
  const run = () =>
    ctx.db.transaction(async (tx) => {
      // Without its key: the request that made it, sent once more, makes a new one.
      const deleted = await changeEndpoint(tx, merchantId, id, { deletedAt: now, requestKey: null });
      if (!deleted) throw new Refusal('not_found');
      await callOffDeliveries(tx, merchantId, id);
      await closeBreaker(tx, merchantId, id);
      const before = factsOf(deleted);
      await audit(tx, ctx, { merchantId, action: 'endpoint.deleted', subjectId: id, before, now });
    });
  await despiteDeadlock(run);
}
