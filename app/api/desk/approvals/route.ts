import { approvalList } from '@/lib/approvals/schema';
import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';
import { listAwaitingApproval } from '@/lib/payouts/approvals/list-approvals';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/desk/approvals', {
  GET: route(
    {
      id: 'listAwaitingApproval',
      summary: 'See what waits for approval',
      tag: 'Desk',
      permission: { member: 'payouts:read' },
      returns: approvalList,
      refuses: [],
    },
    (ctx) => listAwaitingApproval(ctx),
  ),
});
