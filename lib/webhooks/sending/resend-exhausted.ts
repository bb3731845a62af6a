import { despiteDeadlock } from '@/db/despite-deadlock';
import { wakeWorkers } from '@/db/wake';
import { type Context, requirePermission } from '@/lib/access/actor';
import { audit } from '@/lib/access/audit';
import { Refusal } from '@/lib/kernel/errors';
import type { ExhaustedResent } from '@/lib/webhooks/events/delivery-schema';
import { keepEndpoint } from '@/lib/webhooks/events/delivery-store';
import { restartExhausted } from './exhausted-store';
import { maxResentAtOnce } from './resend';

/**
 * Sends what was given up on the way to one endpoint again, at most `batch` deliveries at a time, and nothing else. While
 * the endpoint is paused they wait. Refuses: not_found.
 */
export async function resendExhausted(
  ctx: Context,
  endpointId: string,
  batch = maxResentAtOnce,
): Promise<ExhaustedResent> {
  const { merchantId } = requirePermission(ctx, 'webhooks:write');
  const now = ctx.clock.now();
  return despiteDeadlock(() =>
    ctx.db.transaction(async (tx) => {
      const endpoint = await keepEndpoint(tx, merchantId, endpointId);
      if (!endpoint || endpoint.deletedAt) throw new Refusal('not_found');
      const queued = await restartExhausted(tx, { endpointId, now, limit: batch });
      const line = { merchantId, action: 'endpoint.resent', subjectId: endpointId, now };
      if (queued > 0) await audit(tx, ctx, { ...line, detail: { only: 'exhausted', queued } });
      await wakeWorkers(tx, 'deliveries');
      return { queued, more: queued === batch };
    }),
  );
}
