import { auditQuery } from '@/lib/access/schema';
import { exportAudit } from '@/lib/access/trail/export-audit';
import { csvDownload } from '@/lib/http/pipeline/csv-download';
import { streamResource } from '@/lib/http/pipeline/stream-resource';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = streamResource('/api/desk/audit/export', {
  permission: { member: 'audit:read' },
  query: auditQuery.omit({ limit: true, after: true }),
  open: async (ctx, filters) => csvDownload('audit', ctx.clock.now(), await exportAudit(ctx, filters)),
});
