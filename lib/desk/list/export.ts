import { type Context, requirePermission } from '@/lib/access/actor';
import { audit } from '@/lib/access/audit';
import { csvLine } from '@/lib/kernel/csv';
import type { PayoutAnswer } from '@/lib/wire/payout';
import type { Mark } from './cursor';
import { findPage, readPayouts, sortOf, wantedFrom } from './list';
import type { PayoutFilters } from './schema';

const rowsAtOnce = 500;
/** Few, so that the first of them are on their way soon. */
const rowsAtFirst = 50;

const columns = [
  ...['id', 'reference', 'status', 'chain', 'asset', 'amount', 'fee', 'net', 'fee_payer', 'rail'],
  ...['recipient_type', 'recipient_address', 'recipient_email', 'paid_to', 'transfer_hash', 'description'],
  ...['failure_reason', 'created_at', 'expires_at', 'completed_at', 'delivery'],
];

/**
 * Everything that the list with these filters would show, page by page, as CSV. Reads as fast as its reader takes it,
 * so that its size never lies in memory. Who took what is in the audit before the first line leaves.
 */
export async function exportPayouts(ctx: Context, filters: PayoutFilters): Promise<AsyncGenerator<string>> {
  const { merchantId } = requirePermission(ctx, 'payouts:read');
  const now = ctx.clock.now();
  const line = { merchantId, action: 'payouts.exported', subjectId: merchantId, detail: { filters }, now };
  await ctx.db.transaction((tx) => audit(tx, ctx, line));
  return linesOf(ctx, merchantId, filters);
}

async function* linesOf(ctx: Context, merchantId: string, filters: PayoutFilters): AsyncGenerator<string> {
  yield csvLine(columns);
  const wanted = wantedFrom(ctx, merchantId, filters);
  let mark: Mark | null = null;
  let limit = rowsAtFirst;
  do {
    const { step, foundBy } = await findPage(ctx.db, wanted, { mark, forward: true }, limit);
    const ids = step.found.map(({ id }) => id);
    yield (await readPayouts(ctx.db, merchantId, ids)).map(lineOf).join('');
    const key = step.found.length === limit ? step.found.at(-1)?.key : step.stoppedAt?.key;
    const begins = foundBy === 'reference';
    mark = key ? { sort: sortOf(filters, begins), begins, key } : null;
    limit = rowsAtOnce;
  } while (mark);
}

function lineOf(payout: PayoutAnswer): string {
  const { recipient, transfer } = payout;
  const cells = [
    ...[payout.id, payout.reference, payout.status, payout.chain, payout.asset, payout.amount, payout.fee, payout.net],
    ...[payout.fee_payer, payout.rail, recipient.type, recipient.address, recipient.email, transfer?.recipient],
    ...[transfer?.hash, payout.description, payout.failure_reason, payout.created_at, payout.expires_at],
    ...[payout.completed_at, payout.delivery],
  ];
  return csvLine(cells.map((value) => value ?? null));
}
