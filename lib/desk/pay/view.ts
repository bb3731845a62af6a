import { type Context, requirePermission } from '@/lib/access/actor';
import { listPayable } from '@/lib/by-hand/list';
import type { PayableList } from '@/lib/by-hand/sightings/schema';
import { readPayouts } from '@/lib/desk/list/list';
import { nameActors } from '@/lib/desk/story/names';
import { latestTransfers } from '@/lib/payouts/transfer-store';
import type { PayLine, PayPage } from './schema';
import { selectTakenSignings } from './store';

type PayableFilter = { ids?: readonly string[]; after?: string };

/** A page of it takes this many; those that are asked for by id come besides, and first. */
const pageSize = 100;

/** What is to be paid by hand, with the names of those who are at it, and how far what is under way has come. */
export async function viewPay(ctx: Context, { ids = [], after }: PayableFilter): Promise<PayPage> {
  const { merchantId } = requirePermission(ctx, 'payouts:read');
  const wanted = [...new Set(ids)].slice(0, 200);
  const [page, chosen] = await Promise.all([
    listPayable(ctx, { after, limit: pageSize }),
    wanted.length > 0 ? listPayable(ctx, { limit: wanted.length, ids: wanted }) : null,
  ]);
  const first = chosen?.data ?? [];
  const known = new Set(first.map(({ payout }) => payout.id));
  const lines = [...first, ...page.data.filter(({ payout }) => !known.has(payout.id))];
  const missing = wanted.filter((id) => !known.has(id));
  const others = missing.length > 0 ? await readPayouts(ctx.db, merchantId, missing) : [];
  return {
    lines: await tellMore(ctx, merchantId, lines),
    next_cursor: page.next_cursor,
    left_out: others.map(({ id, reference, status }) => ({ id, reference, status })),
  };
}

async function tellMore(ctx: Context, merchantId: string, lines: PayableList['data']): Promise<PayLine[]> {
  const holders = lines.flatMap(({ hold }) => (hold ? [{ kind: 'user' as const, id: hold.user_id }] : []));
  const open = lines.flatMap(({ payout, payment }) => (payment ? [payout.id] : []));
  const signings = lines.flatMap(({ payment }) => payment?.signing_id ?? []);
  const [name, transfers, taken] = await Promise.all([
    nameActors(ctx.db, merchantId, holders),
    latestTransfers(ctx.db, merchantId, open),
    selectTakenSignings(ctx.db, merchantId, signings),
  ]);
  return lines.map((line) => {
    const transfer = line.payment ? transfers.get(line.payout.id) : undefined;
    return {
      ...line,
      holder: line.hold ? name({ kind: 'user', id: line.hold.user_id }).name : null,
      unsigned_from_block: transfer?.deniedAtBlock?.toString() ?? null,
      taken_as: transfer?.proposal ? 'proposal' : taken.has(line.payment?.signing_id ?? '') ? 'batch' : null,
      seen_at: transfer?.seenAt?.toISOString() ?? null,
    };
  });
}
