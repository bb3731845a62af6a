import { type Context, requirePermission } from '@/lib/access/actor';
import { audit } from '@/lib/access/audit';
import type { AuditQuery } from '@/lib/access/schema';
import { csvOfAudit } from './list-audit';

/** The audit as CSV, to be kept elsewhere. Who took what of it is in it before the first line leaves. */
export async function exportAudit(
  ctx: Context,
  filters: Omit<AuditQuery, 'limit' | 'after'>,
): Promise<AsyncGenerator<string>> {
  const { merchantId } = requirePermission(ctx, 'audit:read');
  const now = ctx.clock.now();
  const line = { merchantId, action: 'audit.exported', subjectId: merchantId, detail: { filters }, now };
  await ctx.db.transaction((tx) => audit(tx, ctx, line));
  return csvOfAudit(ctx, filters);
}
