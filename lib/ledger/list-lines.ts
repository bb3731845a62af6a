import { type Context, requirePermission, timeZoneOf } from '@/lib/access/actor';
import { chainOf, explorerLink } from '@/lib/chains/registry';
import { Refusal } from '@/lib/kernel/errors';
import { firstIdAt, timeOfId } from '@/lib/kernel/ids';
import { formatAmount } from '@/lib/kernel/money';
import { endOfDayIn, startOfDayIn } from '@/lib/kernel/time-zone';
import { logOf, printOrigin } from './origin';
import { findPostingOf, type LineFilter, type LineRow, selectLines, walkPostings } from './page-store';
import type { BookFilters, BookLine, BookPage, BookQuery, PostingOnPage } from './schema';

export const postingsPerPage = 50;

/** One page of the lines of the books, the newest first; the lines of one posting are never torn apart. */
export async function listLines(ctx: Context, { after, ...filters }: BookQuery): Promise<BookPage> {
  const { merchantId } = requirePermission(ctx, 'ledger:read');
  const wanted = wantedFrom(ctx, merchantId, filters);
  const { ids, stoppedAt } = await walkPostings(ctx.db, wanted, after ?? null, postingsPerPage + 1);
  const shown = ids.slice(0, postingsPerPage);
  const more = ids.length > postingsPerPage ? (shown.at(-1) ?? null) : null;
  const rows = await selectLines(ctx.db, wanted, shown);
  return {
    lines: rows.map(presentLine),
    next: more ?? stoppedAt,
    looked_back_to: more === null && stoppedAt ? timeOfId(stoppedAt).toISOString() : null,
  };
}

export function wantedFrom(ctx: Context, merchantId: string, filters: BookFilters): LineFilter {
  const { from, to, asset: symbol, ...rest } = filters;
  const zone = timeZoneOf(ctx);
  return {
    ...{ merchantId, symbol, ...rest },
    from: from && firstIdAt('posting', startOfDayIn(zone, from)),
    to: to && firstIdAt('posting', endOfDayIn(zone, to)),
  };
}

export function presentLine({ line, posting, reference, decimals }: LineRow): BookLine {
  const { chain, symbol: asset, credit: from, debit: to } = line;
  const { payoutId, kind } = posting;
  return {
    ...{ id: line.id.toString(), posting: posting.id, kind, at: posting.createdAt.toISOString() },
    ...{ chain, asset, from, to, amount: formatAmount(line.amount, decimals) },
    payout: payoutId && reference !== null ? { id: payoutId, reference } : null,
  };
}

/** One posting with its lines and where the chain says it. Refuses: not_found. */
export async function viewPosting(ctx: Context, id: string): Promise<PostingOnPage> {
  const { merchantId } = requirePermission(ctx, 'ledger:read');
  const found = await findPostingOf(ctx.db, merchantId, id);
  if (!found) throw new Refusal('not_found', { detail: `There is no posting ${id}.` });
  const log = logOf(found);
  const { chain } = found;
  return {
    ...{ id, kind: found.kind, at: found.createdAt.toISOString(), origin_ref: printOrigin(found) },
    ...{ payout: found.payout, reverses: found.reverses, reversed_by: found.reversedBy },
    log: log &&
      chain && {
        ...{ chain, chain_name: chainOf(chain).name, hash: log.hash, log_index: log.logIndex },
        explorer_url: explorerLink(chain, log.hash),
      },
    lines: (await selectLines(ctx.db, { merchantId }, [id])).map(presentLine),
  };
}
