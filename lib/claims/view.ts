import type { Context } from '@/lib/access/actor';
import { audit } from '@/lib/access/audit';
import { lacksAttestation } from '@/lib/attestations/of-payout';
import { checksumAddress } from '@/lib/chains/address';
import type { ChainFacts } from '@/lib/chains/chain';
import { viewChain } from '@/lib/chains/chain-view';
import { chainOf } from '@/lib/chains/registry';
import { readHeads } from '@/lib/cursors/store';
import { Refusal } from '@/lib/kernel/errors';
import { formatAmount } from '@/lib/kernel/money';
import { hashToken } from '@/lib/kernel/secrets';
import { logoUrlOf } from '@/lib/merchants/logo-url';
import { showObstacle } from '@/lib/obstacles/park';
import { failureWords } from '@/lib/payouts/failure';
import { lockPayout, markLink } from '@/lib/payouts/locked-store';
import { isRefillable } from '@/lib/payouts/obstacle-words';
import { presentCancellation, presentDisplay, presentTransfer } from '@/lib/payouts/present';
import { findByToken, type Merchant, type Payout, type Vault } from '@/lib/payouts/store';
import { findLatestTransfer } from '@/lib/payouts/transfer-store';
import { maskEmail } from '@/lib/proofs/mask';
import { hasProof } from '@/lib/proofs/store';
import { assetKey, readAssetKey } from '@/lib/quotes/asset-key';
import { showRelay } from '@/lib/relay/claims/show-relay';
import { findStop } from '@/lib/stops/store';
import type { ClaimView } from './schema';

/** How old a shown coverage may be, in milliseconds; many open pages then ask the node once. */
const shownForMs = 1_000;

type LinkedPayout = NonNullable<Awaited<ReturnType<typeof findByToken>>>;

/** What the holder of a claim link may see; the same facts feed the page and the API. Refuses: link_unknown. */
export async function viewClaim(
  ctx: Context,
  token: string,
  browser: string | null = null,
  shown = false,
): Promise<ClaimView> {
  const found = await findByToken(ctx.db, hashToken(token));
  if (!found) throw new Refusal('link_unknown');
  const { payout, merchant, vault } = found;
  if (shown && found.link.openedAt === null) await noteOpened(ctx, payout, found.link.tokenHash);
  const open = isOpen(payout, ctx.clock.now());
  const [transfer, heads, standing, lacksProof, lacksMail, relay] = await Promise.all([
    findLatestTransfer(ctx.db, payout),
    readHeads(ctx.db),
    standingOf(ctx, payout, open ? vault : null),
    lacksAttestation(ctx.db, payout),
    lacksMailProof(ctx, payout, browser),
    showRelay(ctx.db, payout, open && vault !== null, ctx.clock.now()),
  ]);
  const chain = chainOf(payout.chain);
  const money = (units: bigint) => formatAmount(units, payout.decimals);
  return {
    status: payout.status,
    version: payout.version,
    merchant: presentMerchant(merchant),
    test_mode: chain.test,
    amount: money(payout.feePayer === 'recipient' ? payout.gross : payout.net),
    fee: money(payout.fee),
    net: money(payout.net),
    fee_payer: payout.feePayer,
    display: displayOf(payout, open, ctx.clock.now()),
    options: open && payout.quotedUntil ? optionsOf(payout) : [],
    asset: { symbol: payout.symbol, decimals: payout.decimals, address: checksumAddress(payout.token) },
    chain: presentChain(chain),
    rail: payout.rail,
    delivery: payout.delivery,
    vault: vault && checksumAddress(vault.address),
    recipient: recipientOf(found),
    proof_needed: lacksProof ? 'signature' : open && lacksMail ? 'email' : null,
    reference: payout.reference,
    description: payout.description,
    expires_at: payout.expiresAt.toISOString(),
    expired: payout.status === 'expired' || (payout.status === 'pending' && payout.expiresAt <= ctx.clock.now()),
    created_at: payout.createdAt.toISOString(),
    completed_at: payout.completedAt?.toISOString() ?? null,
    ...standing,
    cancellation: presentCancellation(payout),
    earlier_claim_until: earlierUntil(found, ctx.clock.now()),
    transfer: presentTransfer(transfer, heads.get(payout.chain)),
    relay,
    failure_code: payout.failureCode,
    failure_reason: failureWords(payout),
    return_url: payout.returnUrl,
    cancel_url: payout.cancelUrl,
  };
}

function presentMerchant(merchant: Merchant): ClaimView['merchant'] {
  const { name, accentColor, supportUrl } = merchant;
  return { name, logo_url: logoUrlOf(merchant), accent_color: accentColor, support_url: supportUrl };
}

function presentChain({ key, blockSeconds }: ChainFacts): ClaimView['chain'] {
  return { ...viewChain(key), block_seconds: blockSeconds };
}

function isOpen({ status, cancelRequestedAt, expiresAt }: Payout, now: Date): boolean {
  return status === 'pending' && !cancelRequestedAt && expiresAt > now;
}

function optionsOf({ chain, symbol, payableIn }: Payout): ClaimView['options'] {
  const own = assetKey({ chain, asset: symbol });
  return [own, ...(payableIn ?? []).filter((key) => key !== own)].map((key) => {
    const option = readAssetKey(key);
    return { ...option, network: chainOf(option.chain).name };
  });
}

function displayOf(payout: Payout, open: boolean, now: Date): ClaimView['display'] {
  const display = presentDisplay(payout);
  const { quotedUntil } = payout;
  return display && { ...display, lapsed: open && quotedUntil !== null && quotedUntil <= now };
}

/**
 * The page was run by a browser, which asked for news with it. A mail scanner may be one, too: the desk says so. What only
 * fetches the address does not get here.
 */
async function noteOpened(ctx: Context, key: Payout, tokenHash: string): Promise<void> {
  const now = ctx.clock.now();
  await ctx.db.transaction(async (tx) => {
    const payout = await lockPayout(tx, key);
    if (!(await markLink(tx, payout, { tokenHash, mark: 'openedAt', now }))) return;
    const { merchantId, id: subjectId } = payout;
    await audit(tx, ctx, { merchantId, action: 'claim.opened', subjectId, now });
  });
}

/** Whether the reader has yet to show, in this browser, that the mailbox is theirs. */
async function lacksMailProof({ db, clock }: Context, payout: Payout, browser: string | null): Promise<boolean> {
  const { recipientType, recipientEmail: email } = payout;
  if (recipientType !== 'email') return false;
  return browser === null || email === null || !(await hasProof(db, payout.id, { browser, email, now: clock.now() }));
}

function recipientOf({ payout, link }: LinkedPayout): ClaimView['recipient'] {
  const { recipientType: type, recipientAddress: address, recipientEmail: email } = payout;
  return {
    type,
    ...(address && { address: checksumAddress(address) }),
    ...(email && { email: maskEmail(email), disputed: link.disputedAt !== null }),
  };
}

/** Only while the link that was replaced could still be ahead of this one. */
function earlierUntil({ payout, link }: Pick<LinkedPayout, 'payout' | 'link'>, now: Date): string | null {
  const until = payout.status === 'pending' ? link.earlierUntil : null;
  return until && until >= now ? until.toISOString() : null;
}

/** Asked of the chain only while it matters; a silent node is `unknown`, never a failed page. */
async function standingOf(
  ctx: Context,
  payout: Payout,
  vault: Vault | null,
): Promise<Pick<ClaimView, 'coverage' | 'obstacle'>> {
  if (await findStop(ctx.db, payout)) return { coverage: { state: 'blocked' }, obstacle: 'stopped' };
  if (!vault) return { coverage: { state: 'funded' }, obstacle: null };
  try {
    const obstacle = await showObstacle(ctx, { payout, vault }, shownForMs);
    const state = obstacle === null ? 'funded' : isRefillable(obstacle) ? 'short' : 'blocked';
    return { coverage: { state }, obstacle };
  } catch (error) {
    if (error instanceof Refusal && error.code === 'chain_unavailable') {
      return { coverage: { state: 'unknown' }, obstacle: null };
    }
    throw error;
  }
}
