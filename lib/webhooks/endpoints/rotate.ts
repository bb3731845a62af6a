import type { PreviousSecret } from '@/db/schema/webhooks';
import { type Context, requirePermission } from '@/lib/access/actor';
import { audit } from '@/lib/access/audit';
import { requireStepUp } from '@/lib/access/sessions/step-up';
import { dialectRules } from '@/lib/dialects/registry';
import { addSeconds } from '@/lib/kernel/clock';
import { Refusal } from '@/lib/kernel/errors';
import { seal } from '@/lib/kernel/secrets';
import { changeEndpoint, type Endpoint, lockEndpoint } from './endpoint-store';
import { presentWithSecret } from './present-endpoint';
import type { CreatedEndpointAnswer, RotateSecretBody } from './schema';
import { stillSigning } from './still-signing';

/** What goes on signing; a rotation never ends a former secret before its time, unless it is to end them all. */
function formerOnes(found: Endpoint, overlapSeconds: number, now: Date): PreviousSecret[] {
  if (overlapSeconds === 0) return [];
  const still = stillSigning(found.previousSecrets, now);
  if (still.length + 2 > dialectRules[found.dialect].secretsAtOnce) {
    const free = still.map(({ until }) => until).toSorted()[0];
    throw new Refusal('endpoint_state', {
      detail: `The secret from before the last rotation signs until ${free}, and this dialect proves a message by no more. Rotate again after that, or with overlap_seconds 0, which ends all former secrets at once.`,
    });
  }
  return [{ secret: found.secret, until: addSeconds(now, overlapSeconds).toISOString() }, ...still];
}

/** What a door made is signed with the key that its program has: only another key changes it. */
function refuseOfKey({ keyId }: Endpoint): void {
  if (keyId === null) return;
  const detail =
    'What this endpoint sends is signed with the key of a door. Make another key there, and revoke this one.';
  throw new Refusal('endpoint_state', { detail });
}

/**
 * Gives an endpoint a new secret, shown in this answer only. Until the overlap is over the one before signs, too, and so do
 * those before it, each until its own end. Refuses: not_found, endpoint_state (no room for one more).
 * A repetition of the same request answers the secret that it made, instead of pushing out the one in use.
 */
export async function rotateSecret(ctx: Context, id: string, body: RotateSecretBody): Promise<CreatedEndpointAnswer> {
  const { merchantId } = requirePermission(ctx, 'webhooks:write');
  requireStepUp(ctx);
  const now = ctx.clock.now();
  return ctx.db.transaction(async (tx) => {
    const found = await lockEndpoint(tx, merchantId, id);
    if (!found) throw new Refusal('not_found');
    refuseOfKey(found);
    if (ctx.requestKey && found.rotationKey === ctx.requestKey) return presentWithSecret(tx, found, now);
    const previousSecrets = formerOnes(found, body.overlap_seconds, now);
    const rotated = await changeEndpoint(tx, merchantId, id, {
      secret: seal(dialectRules[found.dialect].newSecret(found.signing), id),
      previousSecrets,
      rotationKey: ctx.requestKey ?? null,
    });
    if (!rotated) throw new Refusal('not_found');
    const detail = { previous_until: previousSecrets[0]?.until ?? null };
    await audit(tx, ctx, { merchantId, action: 'endpoint.secret_rotated', subjectId: id, detail, now });
    return presentWithSecret(tx, rotated, now);
  });
}
