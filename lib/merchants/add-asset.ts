import type { Tx } from '@/db/client';
import type { ChainKey } from '@/db/vocabulary/chains';
import { type Context, requirePermission } from '@/lib/access/actor';
import { audit } from '@/lib/access/audit';
import { requireStepUp } from '@/lib/access/sessions/step-up';
import { chainOf } from '@/lib/chains/registry';
import { configuredChains } from '@/lib/chains/served';
import { Refusal } from '@/lib/kernel/errors';
import { findLimits } from './registration-store';
import type { AssetBody, SettingsAnswer } from './schema';
import { findMerchant, insertTerms, type Merchant } from './store';
import { decimalsOf, readSettings } from './view-settings';

/** What a payout of a newly chosen asset may be, in whole coins, until the merchant says otherwise. */
const usualMaximum = 1_000;

/** Where a merchant pays: a test merchant on test networks alone, a live one on no test network. */
export function paysOn({ testMode }: Pick<Merchant, 'testMode'>, chain: ChainKey): boolean {
  return chainOf(chain).test === testMode;
}

/** Networks that this portal serves and this merchant may pay on, with the tokens that are offered there. */
export function offeredChains(merchant: Pick<Merchant, 'testMode'>) {
  return configuredChains()
    .filter((chain) => paysOn(merchant, chain))
    .map(chainOf);
}

/** Refuses a network that is not served, or not in this merchant's mode: asset_unavailable. */
export function refuseChain(merchant: Pick<Merchant, 'testMode'>, chain: ChainKey): void {
  if (configuredChains().includes(chain) && paysOn(merchant, chain)) return;
  const { name, test } = chainOf(chain);
  const detail = !configuredChains().includes(chain)
    ? `This portal does not serve ${name}.`
    : test
      ? `${name} is a test network: it is for your test merchant.`
      : 'A test merchant pays on test networks only.';
  throw new Refusal('asset_unavailable', { field: 'chain', detail });
}

/**
 * Pays out an asset from now on, without a fee and within bounds that the merchant can change. Twice is once.
 * Refuses: asset_unavailable, step-up.
 */
export async function addAsset(ctx: Context, { chain, asset: symbol }: AssetBody): Promise<SettingsAnswer> {
  const { merchantId } = requirePermission(ctx, 'settings:write');
  requireStepUp(ctx);
  const merchant = await findMerchant(ctx.db, merchantId);
  if (!merchant) throw new Refusal('not_found');
  refuseChain(merchant, chain);
  await ctx.db.transaction((tx) => writeAsset(tx, ctx, { merchantId, chain, symbol }));
  return readSettings(ctx.db, merchantId);
}

/** The same for a verb that decided who may, in its transaction. */
export async function writeAsset(tx: Tx, ctx: Context, asset: { merchantId: string; chain: ChainKey; symbol: string }) {
  const { merchantId, chain, symbol } = asset;
  const coin = 10n ** BigInt(decimalsOf({ chain, symbol }));
  const now = ctx.clock.now();
  const limits = await findLimits(tx, merchantId);
  const maximum = BigInt(Math.min(usualMaximum, limits?.coinsPerPayout ?? usualMaximum)) * coin;
  const terms = { merchantId, chain, symbol, fee: 0n, minimum: coin, maximum };
  if (!(await insertTerms(tx, terms))) return;
  const subjectId = `${chain}:${symbol}`;
  await audit(tx, ctx, { merchantId, action: 'settings.asset_added', subjectId, after: { chain, symbol }, now });
}
