import { listApprovalRules, saveApprovalRule } from '@/lib/approvals/rules';
import { approvalRuleBody, approvalRuleList } from '@/lib/approvals/schema';
import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/desk/approval-rules', {
  GET: route(
    {
      id: 'listApprovalRules',
      summary: 'See who must approve what',
      tag: 'Desk',
      permission: { member: 'settings:read' },
      returns: approvalRuleList,
      refuses: [],
    },
    (ctx) => listApprovalRules(ctx),
  ),
  PUT: route(
    {
      id: 'saveApprovalRule',
      summary: 'Set who must approve payouts of one asset',
      tag: 'Desk',
      permission: { member: 'settings:write' },
      body: approvalRuleBody,
      returns: approvalRuleList,
      refuses: ['asset_unavailable', 'amount_malformed', 'amount_too_precise'],
    },
    (ctx, { body }) => saveApprovalRule(ctx, body),
  ),
});
