import { type Context, requirePermission } from '@/lib/access/actor';
import { findToken } from '@/lib/chains/registry';
import { idPattern } from '@/lib/kernel/ids';
import { formatAmount } from '@/lib/kernel/money';
import type { SubjectName } from './subject-schema';
import {
  selectDeliveryNames,
  selectEndpointNames,
  selectPayoutNames,
  selectSigningNames,
  selectTransferNames,
} from './subject-store';

type PayoutName = Omit<Awaited<ReturnType<typeof selectPayoutNames>>[number], 'id'>;
type Named = [id: string, name: SubjectName];

/** What these things are called by people, by their ids. What is not the merchant's or has no name is left out. */
export async function nameSubjects(ctx: Context, ids: readonly string[]): Promise<ReadonlyMap<string, SubjectName>> {
  const { merchantId } = requirePermission(ctx, 'payouts:read');
  const ofKind = async (kind: Parameters<typeof idPattern>[0], name: (wanted: string[]) => Promise<Named[]>) => {
    const pattern = idPattern(kind);
    const wanted = [...new Set(ids)].filter((id) => pattern.test(id));
    return wanted.length > 0 ? name(wanted) : [];
  };
  const named = await Promise.all([
    ofKind('payout', async (of) =>
      (await selectPayoutNames(ctx.db, merchantId, of)).map((row): Named => [row.id, ofPayout(row)]),
    ),
    ofKind('transfer', async (of) =>
      (await selectTransferNames(ctx.db, merchantId, of)).map((row): Named => [row.id, ofPayout(row)]),
    ),
    ofKind('signing', async (of) =>
      (await selectSigningNames(ctx.db, merchantId, of)).map((row): Named => [row.id, ofSigning(row)]),
    ),
    ofKind('endpoint', async (of) =>
      (await selectEndpointNames(ctx.db, merchantId, of)).map(
        (row): Named => [row.id, { name: row.description || row.url, money: null }],
      ),
    ),
    ofKind('delivery', async (of) =>
      (await selectDeliveryNames(ctx.db, merchantId, of)).map(
        ({ id, type, reference }): Named => [id, { name: reference ? `${type}, ${reference}` : type, money: null }],
      ),
    ),
  ]);
  return new Map(named.flat());
}

function ofPayout({ reference, gross, net, feePayer, symbol, decimals }: PayoutName): SubjectName {
  const amount = formatAmount(feePayer === 'recipient' ? gross : net, decimals);
  return { name: reference, money: { amount, asset: symbol } };
}

function ofSigning({
  count,
  total,
  chain,
  symbol,
}: Awaited<ReturnType<typeof selectSigningNames>>[number]): SubjectName {
  const token = findToken(chain, symbol);
  const money = token && { amount: formatAmount(total, token.decimals), asset: symbol };
  return { name: count === 1 ? '1 payout' : `${count} payouts`, money };
}
