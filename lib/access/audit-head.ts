import { type Context, requirePermission } from './actor';
import { selectHeads } from './audit-store';

export type AuditHead = { sequence: string; hash: string };

/** How far the acting merchant's audit is sealed: whoever keeps this elsewhere can tell later that nothing was changed. */
export async function viewAuditHead(ctx: Context): Promise<AuditHead | null> {
  const { merchantId } = requirePermission(ctx, 'audit:read');
  const [head] = await selectHeads(ctx.db, [merchantId]);
  return head ? { sequence: head.sequence.toString(), hash: head.hash } : null;
}
