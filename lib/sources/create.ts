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
import { findSourceByRequest, insertSource, markSourceDeleted, type Source, selectSources } from './store';

export const sourcesPerMerchant = 50;

/** As long as the API keeps its answers: after that the same Idempotency-Key means another request. */
const requestKeyDays = 30;

/** Where a source's messages arrive. */
export function sourcePath({ dialect, id }: Pick<Source, 'dialect' | 'id'>): string {
  return `/api/hooks/${dialect}/${id}`;
}

export function presentSource(source: Source, heard: ReadonlyMap<string, Date>): SourceAnswer {
  const { id, dialect, description, createdAt } = source;
  const url = new URL(sourcePath(source), env.BASE_URL).href;
  const lastMessageAt = heard.get(id)?.toISOString() ?? null;
  return { id, dialect, description, url, last_notice_at: lastMessageAt, created_at: createdAt.toISOString() };
}

/** The answer to the making. A secret of ours is in it; one that they gave us is not. */
function presentMade(source: Source, given: string | undefined): CreatedSourceAnswer {
  const secret = given === undefined ? unseal(source.secret, source.id) : null;
  return { ...presentSource(source, new Map()), secret };
}

async function refuseBeyondLimit(tx: Tx, merchantId: string): Promise<void> {
  const present = await selectSources(tx, merchantId);
  if (present.length < sourcesPerMerchant) return;
  throw new Refusal('invalid_request', {
    detail: `You have ${present.length} sources, the most there can be; delete one first.`,
  });
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
  const id = newId('source', now.getTime());
  return ctx.db.transaction(async (tx) => {
    await lockMerchant(tx, merchantId);
    const since = addSeconds(now, -requestKeyDays * 86_400);
    const earlier = requestKey ? await findSourceByRequest(tx, { merchantId, requestKey, since }) : null;
    if (earlier) return presentMade(earlier, given);
    await refuseBeyondLimit(tx, merchantId);
    const secret = seal(given ?? dialectRules[dialect].newSecret('hmac'), id);
    const row = { id, merchantId, dialect, description, secret, requestKey, createdAt: now };
    const made = await insertSource(tx, row);
    await audit(tx, ctx, { merchantId, action: 'source.created', subjectId: id, detail: { dialect }, now });
    return presentMade(made, given);
  });
}

export async function listSources(ctx: Context): Promise<SourceList> {
  const { merchantId } = requirePermission(ctx, 'webhooks:read');
  const found = await selectSources(ctx.db, merchantId);
  const heard = await lastHeard(
    ctx.db,
    found.map(({ id }) => id),
  );
  return { data: found.map((source) => presentSource(source, heard)) };
}

/** Closes an address: what arrives there from now on is told that there is nothing. What came before stays. */
export async function deleteSource(ctx: Context, id: string): Promise<void> {
  const { merchantId } = requirePermission(ctx, 'webhooks:write');
  requireStepUp(ctx);
  const now = ctx.clock.now();
  await ctx.db.transaction(async (tx) => {
    if (!(await markSourceDeleted(tx, merchantId, id, now))) throw new Refusal('not_found');
    await audit(tx, ctx, { merchantId, action: 'source.deleted', subjectId: id, now });
  });
}
