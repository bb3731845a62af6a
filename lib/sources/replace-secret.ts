import type { Tx } from '@/db/client';
import { type Context, requirePermission } from '@/lib/access/actor';
import { audit } from '@/lib/access/audit';
import { requireStepUp } from '@/lib/access/sessions/step-up';
import { dialectRules } from '@/lib/dialects/registry';
import { addSeconds } from '@/lib/kernel/clock';
import { Refusal } from '@/lib/kernel/errors';
import { seal } from '@/lib/kernel/secrets';
import { presentMade } from './create';
import { type CreatedSourceAnswer, isSecretOf, type ReplaceSourceSecretBody, secretFault } from './schema';
import { lockSource, type Source, writeSecret } from './store';

type Replacement = { secret?: string; overlapSeconds: number };

/**
 * Gives a source of a verb that asked for permission another secret. Until the overlap is over the one before proves
 * messages, too. Refuses: not_found.
 */
export async function changeSourceSecret(
  tx: Tx,
  ctx: Context,
  { merchantId, id }: Pick<Source, 'merchantId' | 'id'>,
  { secret, overlapSeconds }: Replacement,
): Promise<Source> {
  const now = ctx.clock.now();
  const found = await lockSource(tx, merchantId, id);
  if (!found) throw new Refusal('not_found');
  const isOver = overlapSeconds === 0;
  const changed = await writeSecret(tx, found, {
    secret: seal(secret ?? dialectRules[found.dialect].newSecret('hmac'), id),
    formerSecret: isOver ? null : found.secret,
    formerUntil: isOver ? null : addSeconds(now, overlapSeconds),
    replacementKey: ctx.requestKey ?? null,
  });
  const detail = { former_until: changed.formerUntil?.toISOString() ?? null };
  await audit(tx, ctx, { merchantId, action: 'source.secret_replaced', subjectId: id, detail, now });
  return changed;
}

/**
 * Gives a source another secret: theirs, or a new one that only this answer shows. A repetition of the very same request
 * answers what it made, and does not push out the one before. Refuses: not_found, invalid_request (not spelt as its dialect has it).
 */
export async function replaceSourceSecret(
  ctx: Context,
  id: string,
  { secret, overlap_seconds: overlapSeconds }: ReplaceSourceSecretBody,
): Promise<CreatedSourceAnswer> {
  const { merchantId } = requirePermission(ctx, 'webhooks:write');
  requireStepUp(ctx);
  const now = ctx.clock.now();
  return ctx.db.transaction(async (tx) => {
    const found = await lockSource(tx, merchantId, id);
    if (!found) throw new Refusal('not_found');
    if (secret !== undefined && !isSecretOf(found.dialect, secret)) {
      throw new Refusal('invalid_request', { detail: `secret ${secretFault}.` });
    }
    const isDone = ctx.requestKey !== undefined && found.replacementKey === ctx.requestKey;
    const source = isDone ? found : await changeSourceSecret(tx, ctx, found, { secret, overlapSeconds });
    return presentMade(source, secret, now);
  });
}
