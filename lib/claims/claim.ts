import type { Context } from '@/lib/access/actor';
import { checksumAddress, explainChecksum, readAddress, shortAddress } from '@/lib/chains/address';
import { chainOf } from '@/lib/chains/registry';
import { ensureWatched } from '@/lib/cursors/ensure-watched';
import { coverOf } from '@/lib/evm/network-fee';
import { Refusal } from '@/lib/kernel/errors';
import { formatAmount } from '@/lib/kernel/money';
import { hashToken } from '@/lib/kernel/secrets';
import { refuseObstructed, refuseRehearsed, refuseUnsigned, unpark } from '@/lib/obstacles/park';
import { refuseClosed } from '@/lib/payouts/refuse-closed';
import { findByToken, type Vault } from '@/lib/payouts/store';
import { refuseLost } from '@/lib/payouts/terms/refuse-destination';
import { readNamed } from '@/lib/payouts/vouchers/named-by-key';
import { recordVoucher } from '@/lib/payouts/vouchers/record-voucher';
import { claimFacts } from '@/lib/rails/contract/facts';
import { contractRail } from '@/lib/rails/contract/rail';
import type { Call } from '@/lib/rails/rail';
import { isClaimed } from '@/lib/rails/traits';
import { refusalOfStop } from '@/lib/stops/refuse-stopped';
import { findStop } from '@/lib/stops/store';
import { signerOf } from '@/lib/vaults/signing/signer-of';
import type { ClaimAnswer, ClaimBody } from './schema';
import { refusalOfUsed } from './used-id';

type Linked = Omit<NonNullable<Awaited<ReturnType<typeof findByToken>>>, 'link'>;
export type ClaimTarget = Linked & { vault: Vault };

/**
 * Hands out the call that pays this link's payout to `address`: signed for minutes, written down before anything of it
 * leaves the house, then tried against the chain. Asking again is always safe: the contract pays one of them, once.
 * Refuses: link_*, wrong_recipient, proof_required, key_signature_needed, address_refused, stopped, screening_held, approval_changed, already_paid,
 * transfer_in_progress, chain_unavailable, and each cause of `obstacle-words.ts`.
 */
export async function claimPayout(
  ctx: Context,
  token: string,
  body: ClaimBody,
  browser: string | null = null,
): Promise<ClaimAnswer> {
  const tokenHash = hashToken(token);
  const known = await findByToken(ctx.db, tokenHash);
  if (!known) throw new Refusal('link_unknown');
  refuseClosed(known.payout, ctx.clock.now());
  const found = claimable(known);
  const address = await readRecipient(ctx, found, body);
  const named = await readNamed(found, address, body.key_signature);
  await ensureWatched(ctx, found.payout.chain);
  await refuseObstructed(ctx, found, address);
  const { payout, deadline } = await recordVoucher(
    ctx,
    found.payout,
    { linkHash: tokenHash, brought: { proof: body.proof, browser } },
    address,
  );
  const facts = claimFacts(payout, found.vault);
  const signer = signerOf(ctx, found);
  const signed = named
    ? await contractRail.claims.signForKey(facts, named, deadline, signer)
    : await contractRail.claims.sign(facts, address, deadline, signer);
  if (!signed.ok) return refuseUnsigned(ctx, found, signed);
  const { call } = signed;
  const networkFee = await rehearse(ctx, found, call, address);
  // Signing and trying may take seconds: what was stopped meanwhile does not leave.
  const stop = await findStop(ctx.db, payout);
  if (stop) throw refusalOfStop(stop);
  return {
    status: payout.status,
    transfer: call,
    preview: preview(found, address),
    expires_at: deadline.toISOString(),
    network_fee: networkFee,
  };
}

export function claimable({ payout, merchant, vault }: Linked): ClaimTarget {
  if (isClaimed(payout.rail) && vault) return { payout, merchant, vault };
  const detail = `${merchant.name} pays this payout by itself; there is nothing to claim.`;
  throw new Refusal('payout_state', { detail });
}

export async function readRecipient(
  ctx: Context,
  { payout }: ClaimTarget,
  body: Pick<ClaimBody, 'address'>,
): Promise<string> {
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
