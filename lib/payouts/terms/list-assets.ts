import { type Context, requirePermission } from '@/lib/access/actor';
import { chainOf, findToken } from '@/lib/chains/registry';
import { selectPaid } from '@/lib/gateways/store';
import { formatAmount } from '@/lib/kernel/money';
import { selectAllTerms } from '@/lib/payouts/store';
import type { PayoutAsset } from './create-schema';
import { sendsOn } from './sends-on';

/** What this merchant can pay out, and on which terms; for choosing one. */
export async function listPayoutAssets(ctx: Context): Promise<PayoutAsset[]> {
  const { merchantId } = requirePermission(ctx, 'payouts:write');
  const [rows, byGateway] = await Promise.all([selectAllTerms(ctx.db, merchantId), selectPaid(ctx.db, merchantId)]);
  const chains = [...new Set(rows.map(({ terms }) => terms.chain))];
  const sending = new Map(
    await Promise.all(chains.map(async (chain) => [chain, await sendsOn(ctx.db, chain)] as const)),
  );
  return rows.flatMap(({ terms, vaultId }) => {
    const { chain, symbol: asset } = terms;
    const token = findToken(chain, asset);
    if (!token) return [];
    const money = (units: bigint) => formatAmount(units, token.decimals);
    const bounds = { minimum: money(terms.minimum), maximum: money(terms.maximum), fee: money(terms.fee) };
    const fee_ceiling = terms.feeCeiling === null ? null : money(terms.feeCeiling);
    return [
      {
        chain,
        chain_name: chainOf(chain).name,
        asset,
        ...{ decimals: token.decimals },
        ...bounds,
        fee_ceiling,
        by_link: vaultId !== null,
        by_gateway: byGateway.some((paid) => paid.chain === chain && paid.symbol === asset),
        by_sending: vaultId !== null && (sending.get(chain) ?? false),
      },
    ];
  });
}
