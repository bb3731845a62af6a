import { asc, eq } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { auditLines, deliveries, events, merchants } from '@/db/schema';
import type { EventType } from '@/db/vocabulary/events';
import type { Scope } from '@/db/vocabulary/people';
import type { DeliveryStatus } from '@/db/vocabulary/webhooks';
import type { Context } from '@/lib/access/actor';
import { newId } from '@/lib/kernel/ids';
import { createEndpoint } from '@/lib/webhooks/endpoints/add-endpoint';
import { createEndpointBody } from '@/lib/webhooks/endpoints/schema';
import { systemContext } from './fixtures';

/** What the verbs of merchants are tried on: an actor, an endpoint, events that have their numbers. */

export const everyWebhookScope: Scope[] = ['webhooks:read', 'webhooks:write'];

/** A key of this merchant acting. */
export function actingFor(
  db: Database,
  clock: Context['clock'],
  merchantId: string,
  scopes: readonly Scope[] = everyWebhookScope,
): Context {
  const actor = { kind: 'api_key', keyId: 'key_test', merchantId, scopes } as const;
  return { ...systemContext(db, clock), actor };
}

export async function makeTestMerchant(db: Database): Promise<string> {
  const id = newId('merchant');
  await db.insert(merchants).values({ id, name: 'Test merchant', testMode: true });
  return id;
}

/** The body of a create with what it leaves out filled in. */
export const endpointBody = (change: object = {}) =>
  createEndpointBody.parse({ url: 'https://93.184.215.14/hooks', ...change });

export const addEndpoint = (ctx: Context, change: object = {}) => createEndpoint(ctx, endpointBody(change));

export type ToldEvent = { merchantId: string; sequence: number; at: Date; type?: EventType; payoutId?: string };

/** An event that was fanned out to nobody. */
export async function writeEvent(db: Database, { merchantId, sequence, at, ...rest }: ToldEvent): Promise<string> {
  const id = newId('event', at.getTime());
  const { type = 'payout.completed', payoutId = newId('payout', at.getTime()) } = rest;
  await db.insert(events).values({
    ...{ id, merchantId, type, subjectKind: 'payout', subjectId: payoutId, sequence, createdAt: at, fannedOutAt: at },
    ...{ subjectVersion: 3, data: { id: payoutId, status: 'completed', version: 3 } },
  });
  return id;
}

export type Owed = { endpointId: string; eventId: string; status: DeliveryStatus; at: Date };

/** A delivery of an event as the worker may have left it. */
export async function writeDelivery(db: Database, merchantId: string, owed: Owed): Promise<string> {
  const { endpointId, eventId, status, at } = owed;
  const id = newId('delivery', at.getTime());
  const [event] = await db
    .select({ position: events.position, subjectId: events.subjectId })
    .from(events)
    .where(eq(events.id, eventId));
  if (!event) throw new Error('There is no such event');
  await db.insert(deliveries).values({
    ...{ id, merchantId, eventId, endpointId, status, ...event },
    ...{ attempts: 9, tries: 9, startedAt: at, nextAttemptAt: at, createdAt: at },
    deliveredAt: status === 'delivered' ? at : null,
  });
  return id;
}

/** What was written down of a merchant's changes, in their order. */
export function auditOf(db: Database, merchantId: string) {
  return db
    .select({ action: auditLines.action, subjectId: auditLines.subjectId, detail: auditLines.detail })
    .from(auditLines)
    .where(eq(auditLines.merchantId, merchantId))
    .orderBy(asc(auditLines.id));
}
