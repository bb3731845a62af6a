import { type Context, requirePermission } from '@/lib/access/actor';
import { audit } from '@/lib/access/audit';
import { csvLine } from '@/lib/kernel/csv';
import { presentLine, wantedFrom } from './list-lines';
import { printOrigin } from './origin';
import { type LineFilter, type LineRow, selectLines, walkPostings } from './page-store';
import type { BookFilters } from './schema';

const postingsAtOnce = 500;

const columns = [
  ...['posting', 'kind', 'at', 'chain', 'asset', 'credit', 'debit', 'amount'],
  ...['payout', 'payout_reference', 'source'],
];

/**
 * Every line that the list with these filters would show, page by page, as CSV. Reads as fast as its reader takes it.
 * Who took what is in the audit before the first line leaves.
 */
export async function exportLines(ctx: Context, filters: BookFilters): Promise<AsyncGenerator<string>> {
  const { merchantId } = requirePermission(ctx, 'ledger:read');
  const now = ctx.clock.now();
  const line = { merchantId, action: 'ledger.exported', subjectId: merchantId, detail: { filters }, now };
  await ctx.db.transaction((tx) => audit(tx, ctx, line));
  return recordsOf(ctx, wantedFrom(ctx, merchantId, filters));
}

async function* recordsOf(ctx: Context, wanted: LineFilter): AsyncGenerator<string> {
  yield csvLine(columns);
  let after: string | null = null;
  do {
    const { ids, stoppedAt } = await walkPostings(ctx.db, wanted, after, postingsAtOnce);
    yield (await selectLines(ctx.db, wanted, ids)).map(recordOf).join('');
    after = ids.length === postingsAtOnce ? (ids.at(-1) ?? null) : stoppedAt;
  } while (after);
}

function recordOf(row: LineRow): string {
  const { posting, kind, at, chain, asset, from, to, amount, payout } = presentLine(row);
  const { payoutId } = row.posting;
  return csvLine([
    ...[posting, kind, at, chain, asset, from, to, amount],
    ...[payoutId, payout?.reference ?? null, printOrigin(row.posting)],
  ]);
}
