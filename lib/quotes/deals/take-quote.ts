import type { Tx } from '@/db/client';
import type { Context } from '@/lib/access/actor';
import { audit } from '@/lib/access/audit';
import { approvalsNeeded } from '@/lib/approvals/rules';
import { refuseElsewhere } from '@/lib/attestations/of-payout';
import { Refusal } from '@/lib/kernel/errors';
import { hashToken } from '@/lib/kernel/secrets';
import { reserveAgain } from '@/lib/payouts/books';
import { replacePayoutFee } from '@/lib/payouts/fees/store';
import { isLiveLink, type LockedPayout, lockPayout, nextClaimId, updatePayout } from '@/lib/payouts/locked-store';
import { tell } from '@/lib/payouts/move';
import { presentDisplay, readAndPresent } from '@/lib/payouts/present';
import { refuseClosed } from '@/lib/payouts/refuse-closed';
import { findByToken, findTerms, type Key, type NewPayout } from '@/lib/payouts/store';
import { readOffered } from '@/lib/payouts/terms/read-offered';
import { readLiveTransfer } from '@/lib/payouts/transfer-store';
import { requireProof } from '@/lib/proofs/require-proof';
import { displayedBy } from '@/lib/quotes/displayed-by';
import { feeOfQuote } from '@/lib/quotes/kept';
import type { OfferedQuote, TakeQuoteBody } from '@/lib/quotes/schema';
import { acceptLocked, lockQuote, type Quote } from '@/lib/quotes/store';
import { refuseStopped } from '@/lib/stops/refuse-stopped';
import { refuseExpired } from './accept-quote';
import { quoteUnknown } from './make-quote';
import { presentOffer, refuseStanding } from './offer-quote';

/**
 * Accepts what this link's payout was quoted: from now on it comes to exactly that, and is claimed for it until the quote lapses. Taking
 * the same one again changes nothing. Refuses: link_*, already_paid, transfer_in_progress, payout_state, proof_required, not_found,
 * quote_stands, quote_expired, stopped, approval_changed, asset_unavailable.
 */
export async function takeQuote(
  ctx: Context,
  token: string,
  body: TakeQuoteBody,
  browser: string | null = null,
): Promise<OfferedQuote> {
  const linkHash = hashToken(token);
  const found = await findByToken(ctx.db, linkHash);
  if (!found) throw new Refusal('link_unknown');
  return takeQuoteOf(ctx, found.payout, { ...body, linkHash, browser });
}

/** The same for a payout that is known; `linkHash`: the link by which it is asked for, null where it is none. */
export async function takeQuoteOf(
  ctx: Context,
  key: Key,
  { quote: id, linkHash, browser }: TakeQuoteBody & { linkHash: string | null; browser: string | null },
): Promise<OfferedQuote> {
  const now = ctx.clock.now();
  return ctx.db.transaction(async (tx) => {
    const payout = await lockPayout(tx, key);
    if (linkHash !== null && !(await isLiveLink(tx, payout, linkHash))) throw new Refusal('link_unknown');
    const quote = await lockQuote(tx, { merchantId: payout.merchantId, id });
    if (!quote || quote.payoutId !== payout.id) throw quoteUnknown(id);
    if (payout.quoteId === quote.id) return presentOffer(quote, payout.quoteId);
    refuseClosed(payout, now);
    await requireProof(tx, payout, { browser }, now);
    refuseStanding(payout);
    if (quote.acceptedAt) throw new Refusal('quote_lapsed', { detail: 'Another quote took its place.' });
    refuseExpired(quote, now);
    await refuseStopped(tx, quote);
    const changed = await change(tx, payout, quote, now);
    await reserveAgain(tx, payout, changed, now);
    await acceptLocked(tx, quote, changed, now);
    const { merchantId, id: subjectId } = changed;
    const data = await readAndPresent(tx, changed);
    const detail = {
      quote: id,
      asset: data.asset,
      chain: data.chain,
      amount: data.amount,
      display: presentDisplay(changed),
    };
    await audit(tx, ctx, { merchantId, action: 'payout.requoted', subjectId, detail, now });
    await tell(tx, changed, 'payout.requoted', data, now);
    return presentOffer(quote, changed.quoteId);
  });
}

/** Its approvals are for what it is said to come to; in more of the asset than so many people may let go it is not paid. */
async function change(tx: Tx, payout: LockedPayout, quote: Quote, now: Date): Promise<LockedPayout> {
  const { merchantId, recipientAddress } = payout;
  const terms = await findTerms(tx, merchantId, quote.chain, quote.symbol);
  const needed = await approvalsNeeded(tx, terms?.rule ?? null, { merchantId, gross: quote.gross, recipientAddress });
  if (needed > payout.approvalsNeeded) {
    const detail = 'It comes to so much now that more people would have to approve it than did.';
    throw new Refusal('approval_changed', { detail });
  }
  const { gross, fee, net, chain, symbol } = quote;
  const isOwn = chain === payout.chain && symbol === payout.symbol;
  const elsewhere = isOwn ? {} : await moveTo(tx, payout, quote);
  const set = { gross, fee, net, ...displayedBy(quote), quotedUntil: quote.expiresAt, ...elsewhere };
  const changed = await updatePayout(tx, payout, set, now);
  if (!isOwn) await replacePayoutFee(tx, changed, feeOfQuote(quote).computed?.kept ?? null);
  return changed;
}

/** It goes on in another asset: nothing was ever signed for it, so that its former id in the contract pays nothing. */
async function moveTo(tx: Tx, payout: LockedPayout, { chain, symbol }: Quote): Promise<Partial<NewPayout>> {
  if (await readLiveTransfer(tx, payout)) throw new Refusal('transfer_in_progress');
  await refuseElsewhere(tx, payout, chain);
  const asked = { rail: payout.rail, chain, asset: symbol };
  const { terms, token } = await readOffered(tx, payout.merchantId, asked);
  const { vault } = terms;
  if (!vault) throw new Refusal('asset_unavailable', { detail: `There is no vault on ${chain}.` });
  return {
    ...{ chain, symbol, token: token.address.toLowerCase(), decimals: token.decimals },
    ...{ vaultId: vault.id, feeCollector: vault.feeCollector },
    ...(vault.id !== payout.vaultId && { claimId: await nextClaimId(tx, vault.id) }),
    // What its vault could not pay is over, and what a screening raised is not.
    ...(payout.obstacle !== 'screening' && { obstacle: null, obstacleSince: null, obstacleHeld: null }),
  };
}
