import type { Tx } from '@/db/client';
import { type Context, requirePermission } from '@/lib/access/actor';
import { audit } from '@/lib/access/audit';
import { requireStepUp } from '@/lib/access/sessions/step-up';
import { dialectRules } from '@/lib/dialects/registry';
import { addSeconds } from '@/lib/kernel/clock';
import { env } from '@/lib/kernel/env';
import { Refusal } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import { seal, unseal } from '@/lib/kernel/secrets';
import { lockMerchant } from '@/lib/webhooks/endpoints/endpoint-store';
import { lastHeard } from './message-store';
import type { CreatedSourceAnswer, CreateSourceBody, SourceAnswer, SourceList } from './schema';
import {
  findGatewayBehind,
  findSourceByRequest,
  insertSource,
  markSourceDeleted,
  type Source,
  selectSources,
} from './store';

export const sourcesPerMerchant = 50;

/** As long as the API keeps its answers: after that the same Idempotency-Key means another request. */
const requestKeyDays = 30;

/** Where a source's messages arrive. */
export function sourcePath({ dialect, id }: Pick<Source, 'dialect' | 'id'>): string {
  return `/api/hooks/${dialect}/${id}`;
}

export function sourceUrl(source: Pick<Source, 'dialect' | 'id'>): string {
  return new URL(sourcePath(source), env.BASE_URL).href;
}

export function presentSource(source: Source, heard: ReadonlyMap<string, Date>, now: Date): SourceAnswer {
  const { id, dialect, description, formerUntil, createdAt } = source;
  return {
    ...{ id, dialect, description, url: sourceUrl(source) },
    former_secret_until: formerUntil && formerUntil > now ? formerUntil.toISOString() : null,
    last_notice_at: heard.get(id)?.toISOString() ?? null,
    created_at: createdAt.toISOString(),
  };
}

/** The answer to making it or its secret. A secret of ours is in it; one that they gave us is not. */
export function presentMade(source: Source, given: string | undefined, now: Date): CreatedSourceAnswer {
  const secret = given === undefined ? unseal(source.secret, source.id) : null;
  return { ...presentSource(source, new Map(), now), secret };
}

async function refuseBeyondLimit(tx: Tx, merchantId: string): Promise<void> {
  const present = await selectSources(tx, merchantId);
  if (present.length < sourcesPerMerchant) return;
  throw new Refusal('invalid_request', {
    detail: `You have ${present.length} sources, the most there can be; delete one first.`,
  });
}

type NewSource = Pick<Source, 'merchantId' | 'dialect'> & {
  description?: string;
  secret?: string;
  requestKey?: string;
};

/** Writes a source down for a verb that asked for permission. Without a secret it gets a new one. */
export async function addSource(
  tx: Tx,
  ctx: Context,
  { secret, requestKey, merchantId, dialect, description }: NewSource,
): Promise<Source> {
  const now = ctx.clock.now();
  const id = newId('source', now.getTime());
  const sealed = seal(secret ?? dialectRules[dialect].newSecret('hmac'), id);
  const row = { id, merchantId, dialect, description, secret: sealed, requestKey, createdAt: now };
  const made = await insertSource(tx, row);
  await audit(tx, ctx, { merchantId, action: 'source.created', subjectId: id, detail: { dialect }, now });
  return made;
}

/**
 * Gives a new source an address of its own, and a secret where it brought none, which only this
 * answer shows. A repetition of the very same request finds what it made. Refuses: invalid_request (too many).
 */
export async function createSource(ctx: Context, body: CreateSourceBody): Promise<CreatedSourceAnswer> {
  const { merchantId } = requirePermission(ctx, 'webhooks:write');
  requireStepUp(ctx);
  const { dialect, description, secret: given } = body;
  const { requestKey } = ctx;
  const now = ctx.clock.now();
  return ctx.db.transaction(async (tx) => {
    await lockMerchant(tx, merchantId);
    const since = addSeconds(now, -requestKeyDays * 86_400);
    const earlier = requestKey ? await findSourceByRequest(tx, { merchantId, requestKey, since }) : null;
    if (earlier) return presentMade(earlier, given, now);
    await refuseBeyondLimit(tx, merchantId);
    const made = await addSource(tx, ctx, { merchantId, dialect, description, secret: given, requestKey });
    return presentMade(made, given, now);
  });
}

export async function listSources(ctx: Context): Promise<SourceList> {
  const { merchantId } = requirePermission(ctx, 'webhooks:read');
  const found = await selectSources(ctx.db, merchantId);
  const heard = await lastHeard(
    ctx.db,
    found.map(({ id }) => id),
  );
  return { data: found.map((source) => presentSource(source, heard, ctx.clock.now())) };
}

/**
 * Closes an address: what arrives there from now on is told that there is nothing. What came before stays. That of a gateway
 * lives as long as it pays. Refuses: not_found, gateway_state, step-up.
 */
export async function deleteSource(ctx: Context, id: string): Promise<void> {
  const { merchantId } = requirePermission(ctx, 'webhooks:write');
  requireStepUp(ctx);
  const now = ctx.clock.now();
  await ctx.db.transaction(async (tx) => {
    const gateway = await findGatewayBehind(tx, merchantId, id);
    if (gateway) {
      const detail = 'A gateway tells by it what became of payouts. Disable the gateway first.';
      throw new Refusal('gateway_state', { detail, extra: { gateway_id: gateway } });
    }
    if (!(await markSourceDeleted(tx, merchantId, id, now))) throw new Refusal('not_found');
    await audit(tx, ctx, { merchantId, action: 'source.deleted', subjectId: id, now });
  });
}
