import { type Context, requirePermission } from '@/lib/access/actor';
import { selectHeads } from './audit-store';

export type AuditHead = { sequence: string; hash: string };

/** Returns how far the acting merchant's audit is sealed: a reader who keeps it elsewhere can prove later that nothing changed. */
export async function viewAuditHead(ctx: Context): Promise<AuditHead | null> {
  const { merchantId } = requirePermission(ctx, 'audit:read');
  const [head] = await selectHeads(ctx.db, [merchantId]);
  return head ? { sequence: head.sequence.toString(), hash: head.hash } : null;
}
