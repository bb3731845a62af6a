// What is read of what happened: the audit, events, deliveries, the first bytes of an export, and an operator's view of the merchant.
import { sql } from 'drizzle-orm';
import type { Context } from '@/lib/access/actor';
import { listAudit, listAuditActions } from '@/lib/access/trail/list-audit';
import { exportPayouts } from '@/lib/desk/list/export';
import { viewStatusCounts } from '@/lib/desk/overview/overview';
import { addSeconds } from '@/lib/kernel/clock';
import { listMerchants, lookAtPayouts } from '@/lib/operators/merchants/view';
import { listFees } from '@/lib/operators/state/fees';
import { pullEvents } from '@/lib/webhooks/events/pull-events';
import { listDeliveries } from '@/lib/webhooks/sending/deliveries';
import type { Read } from './desk-books';

const limit = 50;
const daySeconds = 86_400;

export async function trailReads(ctx: Context, merchantId: string, ids: readonly string[]): Promise<Read[]> {
  const reader = { kind: 'api_key', keyId: 'key_bench', merchantId } as const;
  const program: Context = { ...ctx, actor: { ...reader, scopes: ['webhooks:read', 'payouts:read'] } };
  const operator: Context = {
    ...ctx,
    actor: {
      kind: 'operator',
      userId: 'us_bench',
      role: 'admin',
      sessionId: 'se_bench',
      steppedUpAt: null,
      timeZone: 'UTC',
    },
  };
  const [newest] = await ctx.db.execute<{ id: string }>(sql`select max(id)::text as id from audit_lines`);
  const middle = (BigInt(newest?.id ?? '2') / 2n).toString();
  const back = (days: number) => addSeconds(ctx.clock.now(), -days * daySeconds).toISOString();
  const audit = (query: Partial<Parameters<typeof listAudit>[1]>) => listAudit(ctx, { limit, ...query });
  return [
    ['audit: newest', () => audit({})],
    ['audit: anywhere', () => audit({ after: middle })],
    ['audit: one action, anywhere', () => audit({ action: 'payout.processing', after: middle })],
    ['audit: an action that is not there', () => audit({ action: 'vault.added' })],
    ['audit: one key, anywhere', () => audit({ actor: 'key_bench', after: middle })],
    ['audit: a key that did nothing', () => audit({ actor: 'key_nobody' })],
    ['audit: of one payout', (run) => audit({ subject: ids[run % ids.length] })],
    ['audit: one day, a month ago', () => audit({ from: back(31), until: back(30) })],
    ['audit: actions to choose from', () => listAuditActions(ctx)],
    ['events: first page', () => pullEvents(program, { after: 0, limit: 100 })],
    ['events: anywhere', (run) => pullEvents(program, { after: 100 + run * 10, limit: 100 })],
    ['events: of one payout', (run) => pullEvents(program, { after: 0, limit: 100, payout: ids[run % ids.length] })],
    ['deliveries: newest', () => listDeliveries(program, { limit })],
    ['deliveries: of one payout', (run) => listDeliveries(program, { limit, payout: ids[run % ids.length] })],
    ['counts of statuses', () => viewStatusCounts(ctx)],
    ['export: first byte of rows', () => firstRows(ctx)],
    ['operator: merchants', () => listMerchants(operator, { limit })],
    ["operator: a merchant's payouts", () => lookAtPayouts(operator, merchantId)],
    ['operator: fees of this month', () => listFees(operator, {})],
    ['operator: fees of half a year', () => listFees(operator, { from: back(179).slice(0, 10) })],
  ];
}

/** Until the first rows are there; what is behind them is not read. */
async function firstRows(ctx: Context): Promise<void> {
  const rows = await exportPayouts(ctx, {});
  await rows.next();
  await rows.next();
  await rows.return(undefined);
}
