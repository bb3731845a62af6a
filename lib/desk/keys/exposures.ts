import { type Context, requirePermission } from '@/lib/access/actor';
import { selectKeys } from '@/lib/access/key-store';
import { readPolicies } from '@/lib/access/policies/policies';
import type { PolicyOnWire } from '@/lib/access/policies/schema';
import { dayS } from '@/lib/access/policies/spend';
import { selectSpent } from '@/lib/access/policies/store';
import { chainOf, findToken } from '@/lib/chains/registry';
import { addSeconds } from '@/lib/kernel/clock';
import { formatAmount, parseAmount } from '@/lib/kernel/money';
import { selectTerms } from '@/lib/merchants/store';
import type { ExposedAsset, Exposures } from './schema';
import { selectThere, type There } from './store';

type Spent = Awaited<ReturnType<typeof selectSpent>>;
type Read = { terms: Awaited<ReturnType<typeof selectTerms>>; spent: Spent; there: readonly There[] };

/** What each live key could cost if it got out. */
export async function viewExposures(ctx: Context): Promise<Exposures> {
  const { merchantId } = requirePermission(ctx, 'keys:read');
  const [keys, policies, terms, spent, there] = await Promise.all([
    selectKeys(ctx.db, merchantId),
    readPolicies(ctx.db, merchantId),
    selectTerms(ctx.db, merchantId),
    selectSpent(ctx.db, merchantId, addSeconds(ctx.clock.now(), -dayS)),
    selectThere(ctx.db, merchantId),
  ]);
  const exposed = keys
    .filter(({ revokedAt }) => revokedAt === null)
    .map(({ id, scopes }) => {
      const policy = policies.get(id) ?? null;
      const pays = scopes.includes('payouts:write');
      return { key_id: id, policy, assets: pays ? exposedOf(id, policy, { terms, spent, there }) : [] };
    });
  const assets = terms.map(({ chain, symbol: asset }) => ({ chain, chain_name: chainOf(chain).name, asset }));
  return { assets, keys: exposed };
}

function exposedOf(keyId: string, policy: PolicyOnWire | null, { terms, spent, there }: Read): ExposedAsset[] {
  return terms.flatMap(({ chain, symbol: asset }) => {
    const token = findToken(chain, asset);
    const limit = policy?.assets?.find((one) => one.chain === chain && one.asset === asset) ?? null;
    if (!token || (policy?.assets && !limit)) return [];
    const money = (units: bigint) => formatAmount(units, token.decimals);
    const isIt = (one: { chain: string; symbol: string }) => one.chain === chain && one.symbol === asset;
    const max = limit?.max_day ? parseAmount(limit.max_day, token.decimals) : null;
    const used = BigInt(spent.find((one) => one.keyId === keyId && isIt(one))?.spent ?? 0);
    const sum = there.filter(isIt).reduce((total, { amount }) => total + amount, 0n);
    return [
      {
        ...{ chain, chain_name: chainOf(chain).name, asset, max_payout: limit?.max_payout ?? null },
        max_day: max === null ? null : money(max),
        left: max === null ? null : money(max > used ? max - used : 0n),
        there: money(sum),
      },
    ];
  });
}
