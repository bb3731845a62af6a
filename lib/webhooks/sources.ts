import type { Tx } from '@/db/client';
import { type Context, requirePermission } from '@/lib/access/actor';
import { audit } from '@/lib/access/audit';
import { addSeconds } from '@/lib/kernel/clock';
import { env } from '@/lib/kernel/env';
import { Refusal } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import { seal } from '@/lib/kernel/secrets';
import { holdMerchant } from './endpoint-store';
import type { CreateSourceBody, SourceAnswer, SourceList } from './source-schema';
import { findSourceByRequest, insertSource, markSourceDeleted, type Source, selectSources } from './source-store';

export const sourcesPerMerchant = 50;

/** As long as the API keeps its answers: after that the same Idempotency-Key means another request. */
const requestKeyDays = 30;

/** Where a source's messages arrive. */
export function sourcePath({ dialect, id }: Pick<Source, 'dialect' | 'id'>): string {
  return `/api/hooks/${dialect}/${id}`;
}

function answer(source: Source): SourceAnswer {
  const { id, dialect, description, createdAt } = source;
  const url = new URL(sourcePath(source), env.BASE_URL).href;
  return { id, dialect, description, url, created_at: createdAt.toISOString() };
}

async function refuseBeyondLimit(tx: Tx, merchantId: string): Promise<void> {
  const present = await selectSources(tx, merchantId);
  if (present.length < sourcesPerMerchant) return;
  throw new Refusal('invalid_request', {
    detail: `You have ${present.length} sources, the most there can be; delete one first.`,
  });
}

/**
 * Gives somebody who is to tell us things an address of their own. A repetition of the very same request finds what it
 * made. Refuses: invalid_request (too many).
 */
export async function createSource(ctx: Context, body: CreateSourceBody): Promise<SourceAnswer> {
  const { merchantId } = requirePermission(ctx, 'webhooks:write');
  const { dialect, description, secret } = body;
  const { requestKey } = ctx;
  const now = ctx.clock.now();
  const id = newId('source', now.getTime());
  return ctx.db.transaction(async (tx) => {
    await holdMerchant(tx, merchantId);
    const since = addSeconds(now, -requestKeyDays * 86_400);
    const earlier = requestKey ? await findSourceByRequest(tx, { merchantId, requestKey, since }) : null;
    if (earlier) return answer(earlier);
    await refuseBeyondLimit(tx, merchantId);
    const row = { id, merchantId, dialect, description, secret: seal(secret, id), requestKey, createdAt: now };
    const made = await insertSource(tx, row);
    await audit(tx, ctx, { merchantId, action: 'source.created', subjectId: id, detail: { dialect }, now });
    return answer(made);
  });
}

export async function listSources(ctx: Context): Promise<SourceList> {
  const { merchantId } = requirePermission(ctx, 'webhooks:read');
  return { data: (await selectSources(ctx.db, merchantId)).map(answer) };
}

/** Closes an address: what arrives there from now on is told that there is nothing. What came before stays. */
export async function deleteSource(ctx: Context, id: string): Promise<void> {
  const { merchantId } = requirePermission(ctx, 'webhooks:write');
  const now = ctx.clock.now();
  await ctx.db.transaction(async (tx) => {
    if (!(await markSourceDeleted(tx, merchantId, id, now))) throw new Refusal('not_found');
    await audit(tx, ctx, { merchantId, action: 'source.deleted', subjectId: id, now });
  });
}
