import type { Context } from '@/lib/access/actor';
import { findToken } from '@/lib/chains/registry';
import { protocolOf } from '@/lib/dialects/coindirect-summary';
import { selectOffered } from './store';

/** What can be paid out here, as Coindirect lists its currencies; the hosted page offers these. */
export async function listCurrencies(ctx: Context): Promise<object[]> {
  const offered = await selectOffered(ctx.db);
  const symbols = [...new Set(offered.map(({ symbol }) => symbol))];
  return symbols.flatMap((code, index) => {
    const chains = offered.filter(({ symbol }) => symbol === code).map(({ chain }) => chain);
    const tokens = chains.map((chain) => findToken(chain, code));
    const [token] = tokens;
    if (!token) return [];
    return [
      {
        ...{ id: index + 1, code, name: token.name, fiat: false, icon: null, options: {} },
        ...{ depositFee: 0, withdrawalFee: 0, supportsDeposits: false, supportsWithdrawals: true },
        ...{ pricePrecision: token.decimals, quantityPrecision: token.decimals },
        protocols: chains.map((chain) => ({ code: protocolOf(chain), network: chain })),
        withdrawalParameters: [],
      },
    ];
  });
}
