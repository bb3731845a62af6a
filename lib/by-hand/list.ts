import { type Context, requirePermission } from '@/lib/access/actor';
import { wasNeverAsked } from '@/lib/by-hand/sightings/free-unasked';
import type { PayableList } from '@/lib/by-hand/sightings/schema';
import { type Hold, selectPayable } from '@/lib/by-hand/sightings/store';
import { checksumAddress } from '@/lib/chains/address';
import { readHeads } from '@/lib/cursors/store';
import { failureWords } from '@/lib/payouts/failure';
import { presentPayout } from '@/lib/payouts/present';
import { latestTransfers, type Transfer } from '@/lib/payouts/transfer-store';

const open: readonly Transfer['status'][] = ['prepared', 'submitted', 'confirming', 'unknown'];

/** What is to be paid by hand, oldest first, with who is at it and which outcomes are open. `after` is a payout's id. */
export async function listPayable(
  ctx: Context,
  page: { after?: string; limit: number; ids?: string[] },
): Promise<PayableList> {
  const { actor } = ctx;
  const { merchantId } = requirePermission(ctx, 'payouts:read');
  const now = ctx.clock.now();
  const rows = await selectPayable(ctx.db, { merchantId, after: page.after, ids: page.ids, limit: page.limit + 1 });
  const shown = rows.slice(0, page.limit);
  const ids = shown.map(({ payout }) => payout.id);
  const [transfers, heads] = await Promise.all([latestTransfers(ctx.db, merchantId, ids), readHeads(ctx.db)]);
  const userId = actor.kind === 'user' ? actor.userId : null;
  const last = shown.at(-1);
  return {
    data: shown.map(({ payout, hold }) => {
      const transfer = transfers.get(payout.id) ?? null;
      return {
        payout: presentPayout(payout, transfer, heads.get(payout.chain)),
        hold: hold && hold.until > now ? presentHold(hold, userId) : null,
        payment: transfer && open.includes(transfer.status) && !wasNeverAsked(transfer) ? presentOpen(transfer) : null,
      };
    }),
    next_cursor: rows.length > shown.length && last ? last.payout.id : null,
  };
}

function presentHold(hold: Hold, userId: string | null) {
  return { user_id: hold.userId, until: hold.until.toISOString(), yours: hold.userId === userId };
}

function presentOpen(transfer: Transfer) {
  return {
    transfer_id: transfer.id,
    signing_id: transfer.signingId,
    status: transfer.status,
    sender: transfer.sender && checksumAddress(transfer.sender),
    hash: transfer.hash,
    since: transfer.createdAt.toISOString(),
    failure_reason: failureWords(transfer),
  };
}
