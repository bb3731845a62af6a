import { type Context, requirePermission } from '@/lib/access/actor';
import { audit } from '@/lib/access/audit';
import { requireStepUp } from '@/lib/access/step-up';
import { addSeconds } from '@/lib/kernel/clock';
import { Refusal } from '@/lib/kernel/errors';
import { seal } from '@/lib/kernel/secrets';
import { dialectRules } from './dialects/registry';
import { changeEndpoint, holdEndpoint } from './endpoint-store';
import { presentWithSecret } from './present-endpoint';
import type { CreatedEndpointAnswer, RotateSecretBody } from './schema';

/**
 * Gives an endpoint a new secret, shown in this answer only. Until the overlap is over the one before signs, too.
 * A repetition of the same request answers the secret that it made, instead of pushing out the one in use.
 */
export async function rotateSecret(ctx: Context, id: string, body: RotateSecretBody): Promise<CreatedEndpointAnswer> {
  const { merchantId } = requirePermission(ctx, 'webhooks:write');
  requireStepUp(ctx);
  const now = ctx.clock.now();
  return ctx.db.transaction(async (tx) => {
    const found = await holdEndpoint(tx, merchantId, id);
    if (!found) throw new Refusal('not_found');
    if (ctx.requestKey && found.rotationKey === ctx.requestKey) return presentWithSecret(tx, found, now);
    const overlaps = body.overlap_seconds > 0;
    const previousUntil = overlaps ? addSeconds(now, body.overlap_seconds) : null;
    const rotated = await changeEndpoint(tx, merchantId, id, {
      secret: seal(dialectRules[found.dialect].newSecret(found.signing), id),
      previousSecret: overlaps ? found.secret : null,
      previousUntil,
      rotationKey: ctx.requestKey ?? null,
    });
    if (!rotated) throw new Refusal('not_found');
    const detail = { previous_until: previousUntil?.toISOString() ?? null };
    await audit(tx, ctx, { merchantId, action: 'endpoint.secret_rotated', subjectId: id, detail, now });
    return presentWithSecret(tx, rotated, now);
  });
}
