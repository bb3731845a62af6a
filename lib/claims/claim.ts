import type { Tx } from '@/db/client';
import type { Context } from '@/lib/access/actor';
import { audit } from '@/lib/access/audit';
import { requireAttested } from '@/lib/attestations/of-payout';
import { checksumAddress, explainChecksum, readAddress, shortAddress } from '@/lib/chains/address';
import { chainOf } from '@/lib/chains/registry';
import { ensureWatched } from '@/lib/cursors/ensure-watched';
import { coverOf } from '@/lib/evm/network-fee';
import { addSeconds } from '@/lib/kernel/clock';
import { env } from '@/lib/kernel/env';
import { Refusal } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import { formatAmount } from '@/lib/kernel/money';
import { hashToken } from '@/lib/kernel/secrets';
import { refuseObstructed, refuseRehearsed, refuseUnsigned, unpark } from '@/lib/obstacles/park';
import { requireApproved } from '@/lib/payouts/approvals/approve';
import { insertVoucher, isLiveLink, type LockedPayout, lockPayout } from '@/lib/payouts/locked-store';
import { findByToken, type Payout, type Vault } from '@/lib/payouts/store';
import { refuseLost } from '@/lib/payouts/terms/refuse-destination';
import { countVouchers, findSignedUntil } from '@/lib/payouts/transfer-store';
import { claimFacts } from '@/lib/rails/contract/facts';
import { contractRail } from '@/lib/rails/contract/rail';
import type { Call } from '@/lib/rails/rail';
import { isClaimed } from '@/lib/rails/traits';
import { signerOf } from '@/lib/vaults/signing/signer-of';
import { isBurnt } from './burnt-store';
import type { ClaimAnswer, ClaimBody } from './schema';
import { refusalOfUsed } from './used-id';

/** The page offers nothing that lapses in its last 20 seconds. */
const leastSeconds = 25;
/** Wallets that one link may be tried with in a day, and again once their time is half over. */
const signedPerDay = 100;

type Linked = Omit<NonNullable<Awaited<ReturnType<typeof findByToken>>>, 'link'>;
type ClaimTarget = Linked & { vault: Vault };

/**
 * Hands out the call that pays this link's payout to `address`: signed for minutes, written down before anything of it
 * leaves the house, then tried against the chain. Asking again is always safe: the contract pays one of them, once.
 * Refuses: link_*, wrong_recipient, proof_required, address_refused, approval_changed, already_paid, transfer_in_progress, chain_unavailable,
 * and each cause of `obstacle-words.ts`.
 */
export async function claimPayout(ctx: Context, token: string, body: ClaimBody): Promise<ClaimAnswer> {
  const tokenHash = hashToken(token);
  const known = await findByToken(ctx.db, tokenHash);
  if (!known) throw new Refusal('link_unknown');
  refuseClosed(known.payout, ctx.clock.now());
  const found = claimable(known);
  const address = await readRecipient(ctx, found, body);
  await ensureWatched(ctx, found.payout.chain);
  await refuseObstructed(ctx, found, address);
  const { payout, deadline } = await recordVoucher(ctx, found.payout, tokenHash, address);
  const facts = claimFacts(payout, found.vault);
  const signed = await contractRail.claims.sign(facts, address, deadline, signerOf(ctx, found));
  if (!signed.ok) return refuseUnsigned(ctx, found, signed);
  const { call } = signed;
  const networkFee = await rehearse(ctx, found, call, address);
  return {
    status: payout.status,
    transfer: call,
    preview: preview(found, address),
    expires_at: deadline.toISOString(),
    network_fee: networkFee,
  };
}

/** Minutes from now, in whole seconds as the chain counts, and never past the link's own end. */
function deadlineOf(payout: Payout, now: Date): Date {
  const latest = Math.min(addSeconds(now, env.VOUCHER_TTL_SECONDS).getTime(), payout.expiresAt.getTime());
  return new Date(Math.floor(latest / 1000) * 1000);
}

export function refuseClosed(payout: Payout, now: Date): void {
  if (payout.status === 'completed') throw new Refusal('already_paid');
  if (payout.status === 'processing') throw new Refusal('transfer_in_progress');
  if (payout.status === 'cancelled' || payout.cancelRequestedAt) throw new Refusal('link_cancelled');
  if (payout.status === 'expired' || payout.expiresAt <= now) throw new Refusal('link_expired');
  if (payout.status !== 'pending') throw new Refusal('payout_state', { detail: `The payout is ${payout.status}.` });
}

function claimable({ payout, merchant, vault }: Linked): ClaimTarget {
  if (isClaimed(payout.rail) && vault) return { payout, merchant, vault };
  const detail = `${merchant.name} pays this payout by itself; there is nothing to claim.`;
  throw new Refusal('payout_state', { detail });
}

async function readRecipient(ctx: Context, { payout }: ClaimTarget, body: ClaimBody): Promise<string> {
  const field = 'address';
  const address = readAddress(body.address);
  if (!address) throw new Refusal('address_refused', { field, detail: explainChecksum(body.address) });
  await refuseLost(ctx.db, payout.chain, address, field);
  if (payout.recipientAddress && payout.recipientAddress !== address) {
    const expected = checksumAddress(payout.recipientAddress);
    throw new Refusal('wrong_recipient', { field, detail: `Only ${expected} can claim this payout.` });
  }
  return address;
}

async function rehearse(
  ctx: Context,
  found: ClaimTarget,
  call: Call,
  address: string,
): Promise<ClaimAnswer['network_fee']> {
  const { payout } = found;
  const { currency } = chainOf(payout.chain);
  const result = await contractRail.claims.rehearse(payout.chain, call, address);
  if (result.ok) {
    await unpark(ctx, payout);
    return {
      currency: currency.symbol,
      estimate: formatAmount(result.networkFee.estimate, currency.decimals),
      reserve: formatAmount(result.networkFee.reserve, currency.decimals),
      balance: formatAmount(result.balance, currency.decimals),
      ...coverOf(result.balance, result.networkFee),
    };
  }
  if (result.because === 'used') throw await refusalOfUsed(ctx, found);
  return refuseRehearsed(ctx, found, address, result.word);
}

/** Half of its time is left, or nothing longer can be had: then asking again gives the same call, and leaves no trace more. */
function standsLong(standing: Date, deadline: Date, now: Date): boolean {
  const enough = Math.max(env.VOUCHER_TTL_SECONDS / 2, leastSeconds);
  return standing >= deadline || standing >= addSeconds(now, enough);
}

/** Whom a payout is for is one, or anybody with the link: who could take it, so keeping them waiting costs them nothing. */
async function refuseTooMany(tx: Tx, payout: LockedPayout, now: Date): Promise<void> {
  if (payout.recipientAddress || (await countVouchers(tx, payout, addSeconds(now, -86_400))) < signedPerDay) return;
  const detail = `This link was used to ask for ${signedPerDay} payouts within a day. Use the wallet that you asked with, or wait until tomorrow.`;
  throw new Refusal('rate_limited', { detail, retryAfterSeconds: 3_600 });
}

/**
 * Before anything signed leaves the house it is known to have left. Whether the link may be claimed is decided here,
 * under the lock that a cancellation, a new link and an approval take, too.
 */
async function recordVoucher(ctx: Context, key: Payout, tokenHash: string, recipient: string) {
  const now = ctx.clock.now();
  return ctx.db.transaction(async (tx) => {
    const payout = await lockPayout(tx, key);
    if (!(await isLiveLink(tx, payout, tokenHash))) throw new Refusal('link_unknown');
    refuseClosed(payout, now);
    if (await isBurnt(tx, payout)) throw new Refusal('link_cancelled');
    await requireApproved(tx, payout);
    await requireAttested(tx, payout);
    const deadline = deadlineOf(payout, now);
    const standing = await findSignedUntil(tx, payout, recipient);
    if (standing && standsLong(standing, deadline, now)) return { payout, deadline: standing };
    await refuseTooMany(tx, payout, now);
    await insertVoucher(tx, payout, { id: newId('voucher', now.getTime()), recipient, deadline, createdAt: now });
    const { merchantId, id: subjectId } = payout;
    await audit(tx, ctx, { merchantId, action: 'payout.signed', subjectId, detail: { recipient, deadline }, now });
    return { payout, deadline };
  });
}

function preview({ payout, merchant }: ClaimTarget, address: string): string {
  const money = (units: bigint) => `${formatAmount(units, payout.decimals)} ${payout.symbol}`;
  const fee = {
    recipient: `The fee of ${money(payout.fee)} is already taken off.`,
    merchant: `${merchant.name} pays the fee of ${money(payout.fee)}.`,
  };
  return [
    `You receive ${money(payout.net)} from ${merchant.name} on ${chainOf(payout.chain).name},`,
    `in your wallet ${shortAddress(address)}.`,
    payout.fee === 0n ? 'There is no fee.' : fee[payout.feePayer],
    'Your wallet pays only the network fee.',
  ].join(' ');
}
