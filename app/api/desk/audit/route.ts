import { auditPageOnWire, auditQuery } from '@/lib/access/schema';
import { listAudit } from '@/lib/access/trail/list-audit';
import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/desk/audit', {
  GET: route(
    {
      id: 'listAudit',
      summary: 'See who did what',
      tag: 'Desk',
      permission: { member: 'audit:read' },
      query: auditQuery,
      returns: auditPageOnWire,
      refuses: [],
    },
    (ctx, { query }) => listAudit(ctx, query),
  ),
});
