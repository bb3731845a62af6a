import type { Queryable } from '@/db/client';
import { type Context, requirePermission } from '@/lib/access/actor';
import { chainOf, findToken } from '@/lib/chains/registry';
import { Refusal } from '@/lib/kernel/errors';
import { formatAmount } from '@/lib/kernel/money';
import { logoUrlOf } from './logo-url';
import type { AssetTerms, SettingsAnswer } from './schema';
import { findMerchant, selectTerms, type Terms } from './store';

/** What the merchant has set: how its claim page looks, who may embed it, what a payout costs and may be. */
export async function viewSettings(ctx: Context): Promise<SettingsAnswer> {
  const { merchantId } = requirePermission(ctx, 'settings:read');
  return readSettings(ctx.db, merchantId);
}

export async function readSettings(db: Queryable, merchantId: string): Promise<SettingsAnswer> {
  const [merchant, terms] = await Promise.all([findMerchant(db, merchantId), selectTerms(db, merchantId)]);
  if (!merchant) throw new Refusal('not_found');
  return {
    name: merchant.name,
    logo_url: merchant.logoUrl,
    uploaded_logo: merchant.logoHash && logoUrlOf(merchant),
    accent_color: merchant.accentColor,
    support_url: merchant.supportUrl,
    language: merchant.language,
    embed_origins: merchant.embedOrigins,
    notice_email: merchant.alertEmail,
    test_mode: merchant.testMode,
    assets: terms.map(presentTerms),
  };
}

/** Refuses what this portal does not know: its decimals would be a guess. */
export function decimalsOf({ chain, symbol }: Pick<Terms, 'chain' | 'symbol'>): number {
  const token = findToken(chain, symbol);
  if (!token) throw new Refusal('asset_unavailable', { field: 'asset', detail: `There is no ${symbol} on ${chain}.` });
  return token.decimals;
}

export function presentTerms(terms: Terms): AssetTerms {
  const decimals = decimalsOf(terms);
  const money = (units: bigint) => formatAmount(units, decimals);
  return {
    chain: terms.chain,
    chain_name: chainOf(terms.chain).name,
    asset: terms.symbol,
    decimals,
    fee: money(terms.fee),
    minimum: money(terms.minimum),
    maximum: money(terms.maximum),
    ...{ fee_kind: terms.feeKind, fee_margin: terms.feeMargin },
    fee_ceiling: terms.feeCeiling === null ? null : money(terms.feeCeiling),
  };
}
