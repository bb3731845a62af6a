import type { Context } from '@/lib/access/actor';
import { audit } from '@/lib/access/audit';
import { addSeconds } from '@/lib/kernel/clock';
import { Refusal } from '@/lib/kernel/errors';
import { formatAmount } from '@/lib/kernel/money';
import { cursorAt, readCursor } from '@/lib/kernel/page-cursor';
import { findMerchant, type Merchant } from '@/lib/merchants/store';
import { auditOperator } from '@/lib/operators/audit-operator';
import { requireOperator } from '@/lib/operators/require-operator';
import type { MerchantForOperator, SeenPayouts } from './schema';
import {
  selectLimits,
  selectMerchantStops,
  selectMerchants,
  selectOpenCounts,
  selectSeenPayouts,
  selectTeamSizes,
  selectVolumes,
} from './store';

const volumeDays = 30;
/** A worker counts what is open of a merchant with very many about once a minute; an older count is not shown. */
const openFreshForSeconds = 5 * 60;
const seenPayouts = 50;

function stateOf({ closingSince, closedAt }: Merchant): MerchantForOperator['state'] {
  if (closedAt) return 'closed';
  return closingSince ? 'closing' : 'open';
}

async function present({ db, clock }: Context, rows: readonly Merchant[]): Promise<MerchantForOperator[]> {
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const since = addSeconds(clock.now(), -volumeDays * 86_400);
  const [teams, limits, volumes, open, stopped] = await Promise.all([
    selectTeamSizes(db, ids),
    selectLimits(db, ids),
    selectVolumes(db, ids, since),
    selectOpenCounts(db, ids, addSeconds(clock.now(), -openFreshForSeconds)),
    selectMerchantStops(db, ids),
  ]);
  const of = <Row extends { merchantId: string }>(all: readonly Row[], id: string) =>
    all.filter(({ merchantId }) => merchantId === id);
  return rows.map((row) => {
    const [limit] = of(limits, row.id);
    return {
      ...{ id: row.id, business_id: row.businessId ?? '', reference: row.reference, name: row.name },
      ...{ mode: row.testMode ? ('test' as const) : ('live' as const), created_at: row.createdAt.toISOString() },
      ...{ state: stateOf(row), people: of(teams, row.id)[0]?.people ?? 0 },
      stops: stopped
        .filter(({ merchantId }) => merchantId === row.id)
        .map(({ id, suspends, reason, byKind, byId }) => ({ id, suspends, reason, by: { kind: byKind, id: byId } })),
      limits: limit ? { payouts_per_day: limit.payoutsPerDay, coins_per_payout: limit.coinsPerPayout } : null,
      open_payouts: of(open, row.id)[0]?.open ?? 0,
      volume: of(volumes, row.id).map(({ chain, symbol, decimals, payouts, net, fee }) => ({
        ...{ chain, asset: symbol, payouts, amount: formatAmount(net, decimals), fees: formatAmount(fee, decimals) },
      })),
    };
  });
}

/** How the merchants are, the newest first. */
export async function listMerchants(ctx: Context, { cursor, limit }: { cursor?: string; limit: number }) {
  requireOperator(ctx, 'merchants:read');
  const before = cursor === undefined ? undefined : readCursor('merchant', cursor);
  const rows = await selectMerchants(ctx.db, before, limit + 1);
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { data: await present(ctx, shown), next_cursor: rows.length > limit && last ? cursorAt(last.id) : null };
}

export async function viewMerchant(ctx: Context, id: string): Promise<MerchantForOperator> {
  requireOperator(ctx, 'merchants:read');
  const row = await findMerchant(ctx.db, id);
  const [seen] = row ? await present(ctx, [row]) : [];
  if (!seen) throw new Refusal('not_found', { detail: 'There is no such merchant.' });
  return seen;
}

/** How its newest payouts are, never to whom they go. That an operator looked is in the merchant's own audit. */
export async function lookAtPayouts(ctx: Context, merchantId: string): Promise<SeenPayouts> {
  requireOperator(ctx, 'merchants:read');
  const now = ctx.clock.now();
  return ctx.db.transaction(async (tx) => {
    if (!(await findMerchant(tx, merchantId))) throw new Refusal('not_found', { detail: 'There is no such merchant.' });
    await audit(tx, ctx, { merchantId, action: 'merchant.looked_at', subjectId: merchantId, now });
    await auditOperator(tx, ctx, { action: 'merchant.looked_at', subjectId: merchantId, now });
    const rows = await selectSeenPayouts(tx, merchantId, seenPayouts);
    return {
      data: rows.map(({ id, status, rail, chain, symbol, decimals, net, createdAt }) => ({
        ...{ id, status, rail, chain, asset: symbol, amount: formatAmount(net, decimals) },
        created_at: createdAt.toISOString(),
      })),
    };
  });
}
