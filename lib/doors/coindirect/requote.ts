import type { Context } from '@/lib/access/actor';
import { knownChains } from '@/lib/chains/registry';
import { Refusal } from '@/lib/kernel/errors';
import type { Payout } from '@/lib/payouts/store';
import { assetKey } from '@/lib/quotes/asset-key';
import { offerQuoteOf } from '@/lib/quotes/deals/offer-quote';
import { takeQuoteOf } from '@/lib/quotes/deals/take-quote';
import { chooseChain } from './choose-chain';

export type Wish = { currency: string; protocol: string | null | undefined; linkHash: string };

/**
 * Brings what a payout comes to up to date, in the currency that its recipient chose. While its quote is good, or where its amounts
 * stand for good, nothing changes. Refuses: as `offerQuote` and `takeQuote` do.
 */
export async function requote(ctx: Context, payout: Payout, { currency, protocol, linkHash }: Wish): Promise<void> {
  const { payableIn, quotedUntil, signedUntil } = payout;
  if (!payableIn || !quotedUntil || signedUntil) {
    if (currency === payout.symbol) return;
    throw new Refusal('asset_unavailable', { field: 'asset', detail: `This payout is paid in ${payout.symbol}.` });
  }
  const offered = knownChains()
    .map(({ key }) => key)
    .filter((chain) => payableIn.includes(assetKey({ chain, asset: currency })));
  const isOwn = currency === payout.symbol && !protocol;
  const chain = isOwn ? payout.chain : chooseChain(currency, protocol, offered);
  const isSame = currency === payout.symbol && chain === payout.chain;
  if (isSame && quotedUntil > ctx.clock.now()) return;
  const offer = await offerQuoteOf(ctx, payout, { asset: currency, chain });
  if (!offer.accepted) await takeQuoteOf(ctx, payout, { quote: offer.id, linkHash, browser: null });
}
