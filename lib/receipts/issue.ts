import type { Tx } from '@/db/client';
import type { payouts, transfers } from '@/db/schema';
import { checksumAddress, hex } from '@/lib/chains/address';
import { drawbridgeAddress } from '@/lib/chains/deployments';
import { chainOf } from '@/lib/chains/registry';
import { env } from '@/lib/kernel/env';
import { newId } from '@/lib/kernel/ids';
import { formatAmount } from '@/lib/kernel/money';
import { termsOf } from '@/lib/rails/traits';
import { readKeptRatio, showRatio, writeRatio } from '@/lib/rates/ratio';
import { screeningEvidence } from '@/lib/screening/evidence';
import { signReceipt } from './jws';
import { keyInUse } from './portal-keys';
import type { ReceiptContent } from './schema';
import { findPayer, insertReceipt, markVoid } from './store';

/** A completed payout, and the transfer that paid it. */
export type Paid = { payout: typeof payouts.$inferSelect; transfer: typeof transfers.$inferSelect };

/**
 * Signs what was paid and keeps it, in the transaction that completes the payout, under its lock. Null where a person took
 * for paid what the chain paid otherwise than agreed: of that nothing could be signed that the chain would confirm.
 */
export async function issueReceipt(tx: Tx, paid: Paid, now: Date): Promise<string | null> {
  if (paid.transfer.failureCode) return null;
  const { merchantId, id: payoutId, vaultId } = paid.payout;
  const id = newId('receipt', now.getTime());
  const payer = await findPayer(tx, merchantId, vaultId);
  if (!payer) throw new Error(`There is no merchant ${merchantId}`);
  const key = await keyInUse(tx, now);
  const address = recipientOf(paid);
  const screening = await screeningEvidence(tx, paid.payout, address);
  const jws = signReceipt(contentOf(id, paid, { ...payer, address, screening }, now), key);
  await insertReceipt(tx, { id, merchantId, payoutId, transferId: paid.transfer.id, kid: key.kid, jws, issuedAt: now });
  return jws;
}

/** What was signed stays as it is; from now on we say that it is void. */
export async function voidReceipt(tx: Tx, payout: Paid['payout'], now: Date): Promise<void> {
  await markVoid(tx, payout.merchantId, payout.id, now);
}

function recipientOf({ payout, transfer }: Paid): string {
  const recipient = transfer.recipient ?? payout.recipientAddress;
  if (!recipient) throw new Error(`Nobody knows whom ${transfer.id} paid`);
  return recipient;
}

/** Who paid, whom, and what was found about them. */
type Known = { name: string; vault: string | null; address: string; screening: ReceiptContent['screening'] };

function contentOf(id: string, { payout, transfer }: Paid, known: Known, now: Date): ReceiptContent {
  const { name, vault, address, screening } = known;
  const amount = (units: bigint) => ({ units: units.toString(), text: formatAmount(units, payout.decimals) });
  const { key, id: chainId, name: chainName, test } = chainOf(payout.chain);
  const ofContract = termsOf(payout.rail).hasClaimId;
  return {
    iss: env.BASE_URL,
    jti: id,
    sub: payout.id,
    iat: Math.floor(now.getTime() / 1000),
    reference: payout.reference,
    description: payout.description,
    merchant: { id: payout.merchantId, name },
    rail: payout.rail,
    asset: { symbol: payout.symbol, decimals: payout.decimals, token: checksumAddress(payout.token) },
    gross: amount(payout.gross),
    fee: amount(payout.fee),
    net: amount(payout.net),
    fee_payer: payout.feePayer,
    rates: ratesOf(payout),
    recipient: { address: checksumAddress(address) },
    chain: { key, id: chainId, name: chainName, test },
    contract: ofContract ? drawbridgeAddress : null,
    vault: vault && checksumAddress(vault),
    claim_id: payout.claimId?.toString() ?? null,
    transfer: placeOf(transfer, vault),
    screening,
    created_at: payout.createdAt.toISOString(),
    completed_at: (payout.completedAt ?? now).toISOString(),
  };
}

/** The rate of the quote that it was paid by, as its recipient was shown it; all readings stay with the quote. */
function ratesOf(payout: Paid['payout']): ReceiptContent['rates'] {
  const { displayCurrency: currency, displayAmount, displayDecimals, displayRate, quoteId, symbol } = payout;
  if (currency === null || displayAmount === null || displayDecimals === null || displayRate === null) return null;
  const rate = readKeptRatio(displayRate);
  return {
    quote: quoteId,
    display: { currency, amount: formatAmount(displayAmount, displayDecimals) },
    ...{ base: currency, counter: symbol, rate: showRatio(rate, 12), exact: writeRatio(rate) },
  };
}

function placeOf(transfer: Paid['transfer'], vault: string | null): ReceiptContent['transfer'] {
  const { hash, logIndex, blockNumber, blockHash } = transfer;
  const from = vault ?? transfer.sender;
  if (!hash || logIndex === null || blockNumber === null || !blockHash || !from) {
    throw new Error(`The transfer ${transfer.id} paid without a place in the chain`);
  }
  return {
    hash: hex(hash),
    log_index: logIndex,
    from: checksumAddress(from),
    block_number: blockNumber.toString(),
    block_hash: hex(blockHash),
  };
}
