import type { Queryable } from '@/db/client';
import { checksumAddress, hex } from '@/lib/chains/address';
import { chainOf, confirmationsNeeded, explorerLink } from '@/lib/chains/registry';
import { readHeads } from '@/lib/cursors/store';
import { formatAmount } from '@/lib/kernel/money';
import { readKeptRatio, showRatio } from '@/lib/rates/ratio';
import type { PayoutAnswer } from '@/lib/wire/payout';
import { failureWords } from './failure';
import { isRefillable } from './obstacle-words';
import { type RelayedFacts, readRelayed } from './relayed-store';
import type { Payout } from './store';
import { findLatestTransfer, latestTransfers, type Transfer } from './transfer-store';

const iso = (time: Date | null) => time?.toISOString() ?? null;

/** While a signed payout is out, a cancelled one may still be paid; this says until when. */
export function presentCancellation(payout: Payout): PayoutAnswer['cancellation'] {
  if (!payout.cancelRequestedAt || (payout.status !== 'pending' && payout.status !== 'failed')) return null;
  const effective = payout.signedUntil ?? payout.cancelRequestedAt;
  const waiting = { state: 'waiting' as const, effective_at: effective.toISOString() };
  const { recipientKey, claimId } = payout;
  if (recipientKey === null || claimId === null) return waiting;
  const on_chain = { word: String(claimId >> 8n), mask: String(1n << (claimId & 255n)) };
  return { ...waiting, on_chain };
}

/** Only what is open can be held up. */
function presentObstacle(payout: Payout): PayoutAnswer['obstacle'] {
  const { status, obstacle, obstacleSince, obstacleHeld, net, decimals, chain } = payout;
  if (status !== 'pending' || !obstacle || !obstacleSince) return null;
  const told = { cause: obstacle, since: obstacleSince.toISOString() };
  if (obstacleHeld === null) return told;
  if (obstacle === 'gateway_coins')
    return { ...told, held: formatAmount(obstacleHeld, chainOf(chain).currency.decimals) };
  return { ...told, held: formatAmount(obstacleHeld, decimals), needed: formatAmount(net, decimals) };
}

export function presentTransfer(transfer: Transfer | null, head: bigint | undefined): PayoutAnswer['transfer'] {
  // A payment by hand of which nobody knows a hash yet is nothing that could be looked at.
  if (!transfer?.hash) return null;
  const needed = confirmationsNeeded(transfer.chain);
  const mined = transfer.status === 'confirming' && transfer.blockNumber !== null && head !== undefined;
  const depth = mined ? Number(head - (transfer.blockNumber ?? head)) + 1 : 0;
  return {
    id: transfer.id,
    status: transfer.status,
    hash: hex(transfer.hash),
    recipient: transfer.recipient && checksumAddress(transfer.recipient),
    block_number: transfer.blockNumber?.toString() ?? null,
    confirmations: transfer.status === 'confirmed' ? needed : Math.max(0, Math.min(depth, needed)),
    confirmations_needed: needed,
    explorer_url: explorerLink(transfer.chain, transfer.hash),
    failure_code: transfer.failureCode,
    failure_reason: failureWords(transfer),
    seen_at: iso(transfer.seenAt),
    created_at: transfer.createdAt.toISOString(),
  };
}

function presentRelay({ chain }: Payout, relayed: RelayedFacts | null): PayoutAnswer['relay'] {
  if (!relayed) return null;
  const { symbol, decimals } = chainOf(chain).currency;
  return {
    state: relayed.status,
    reason: relayed.because,
    network_fee: { amount: formatAmount(relayed.cost, decimals), currency: symbol },
  };
}

export function presentDisplay(payout: Payout): PayoutAnswer['display'] {
  const { displayCurrency: currency, displayAmount, displayDecimals, displayRate } = payout;
  if (currency === null || displayAmount === null || displayDecimals === null || displayRate === null) return null;
  return {
    currency,
    amount: formatAmount(displayAmount, displayDecimals),
    rate: showRatio(readKeptRatio(displayRate), 12),
    quote_id: payout.quoteId,
    valid_until: iso(payout.quotedUntil),
  };
}

/** The payout in the words of the API. */
export function presentPayout(
  payout: Payout,
  transfer: Transfer | null,
  head: bigint | undefined,
  relayed: RelayedFacts | null = null,
): PayoutAnswer {
  const money = (units: bigint) => formatAmount(units, payout.decimals);
  return {
    id: payout.id,
    status: payout.status,
    version: payout.version,
    rail: payout.rail,
    delivery: payout.delivery,
    chain: payout.chain,
    asset: payout.symbol,
    amount: money(payout.feePayer === 'recipient' ? payout.gross : payout.net),
    fee: money(payout.fee),
    net: money(payout.net),
    fee_payer: payout.feePayer,
    display: presentDisplay(payout),
    recipient: {
      type: payout.recipientType,
      ...(payout.recipientAddress && { address: checksumAddress(payout.recipientAddress) }),
      ...(payout.recipientEmail && { email: payout.recipientEmail }),
      ...(payout.recipientKey && { claim_key: checksumAddress(payout.recipientKey) }),
      ...(payout.recipientProof === 'signature' && { prove: payout.recipientProof }),
    },
    reference: payout.reference,
    description: payout.description,
    return_url: payout.returnUrl,
    cancel_url: payout.cancelUrl,
    metadata: payout.metadata,
    awaiting_funds: payout.status === 'pending' && isRefillable(payout.obstacle),
    obstacle: presentObstacle(payout),
    cancellation: presentCancellation(payout),
    transfer: presentTransfer(transfer, head),
    relay: presentRelay(payout, relayed),
    failure_code: payout.failureCode,
    failure_reason: failureWords(payout),
    expires_at: payout.expiresAt.toISOString(),
    completed_at: iso(payout.completedAt),
    created_at: payout.createdAt.toISOString(),
    updated_at: payout.updatedAt.toISOString(),
  };
}

/** Reads what belongs to a payout and presents the whole. */
export async function readAndPresent(db: Queryable, payout: Payout): Promise<PayoutAnswer> {
  const [transfer, heads, relayed] = await Promise.all([
    findLatestTransfer(db, payout),
    readHeads(db),
    readRelayed(db, payout.merchantId, [payout]),
  ]);
  return presentPayout(payout, transfer, heads.get(payout.chain), relayed.get(payout.id));
}

/** The same for payouts of one merchant, with one query for each kind of thing that belongs to them. */
export async function presentAll(db: Queryable, merchantId: string, rows: readonly Payout[]): Promise<PayoutAnswer[]> {
  const ids = rows.map(({ id }) => id);
  const [transfers, heads, relayed] = await Promise.all([
    latestTransfers(db, merchantId, ids),
    readHeads(db),
    readRelayed(db, merchantId, rows),
  ]);
  return rows.map((row) =>
    presentPayout(row, transfers.get(row.id) ?? null, heads.get(row.chain), relayed.get(row.id)),
  );
}
