import type { ChainKey } from '@/db/vocabulary/chains';
import type { PayoutStatus } from '@/db/vocabulary/payouts';
import type { ScreeningLevel, ScreeningVerdict } from '@/db/vocabulary/screening';
import { checksumAddress } from '@/lib/chains/address';
import { chainOf, findToken } from '@/lib/chains/registry';
import { env } from '@/lib/kernel/env';
import { addDecimals, exactNumber, plainDecimal, shiftDecimal } from '@/lib/kernel/exact-json';
import { uuidOf } from '@/lib/kernel/ids';
import { derivedSecret } from '@/lib/kernel/secrets';
import type { PayoutFacts } from './payout-in';

/** A payout in Coindirect's words: what its webhooks tell, and what its API answers. */

export const coindirectStatus = {
  awaiting_approval: 'PENDING',
  pending: 'PENDING',
  processing: 'PROCESSING',
  completed: 'COMPLETE',
  failed: 'CANCELLED',
  cancelled: 'CANCELLED',
  expired: 'CANCELLED',
} as const satisfies Record<PayoutStatus, string>;

/** What it tells beside the payout itself. */
export type CoindirectFacts = {
  /** How the payout was called when it was asked for in Coindirect's words; null where it was not. */
  uuid: string | null;
  /** What the program that asked for it calls its merchant; null where that is unknown. */
  merchantId?: string | null;
  /** Whether the link that belongs to this uuid still opens. */
  linked: boolean;
  /** The address that pays it; null while nobody knows. */
  payer: string | null;
  /** Where its recipient has it sent, where it was made without an address. */
  address: string | null;
  /** What was last found about the address that it was paid to. */
  risk?: {
    verdict: ScreeningVerdict;
    level: ScreeningLevel | null;
    name: string | null;
    category: string | null;
  } | null;
};

/** The token of the claim link of a payout that goes by this uuid, so that every answer can name the page. */
export function linkTokenOf(uuid: string): string {
  return derivedSecret(`coindirect link ${uuid}`);
}

const protocols: Partial<Record<ChainKey, string>> = { ethereum: 'ERC20', bsc: 'BEP20' };

/** How networks are called: by their token standard where it names one of them, else by their own name. */
export const protocolOf = (chain: ChainKey) => protocols[chain] ?? chain.toUpperCase();

const millis = (time: string | null) => (time === null ? null : Date.parse(time));

/** About one divided by a decimal, to 18 places. */
function inverseOf(rate: string): string {
  const [whole = '0', places = ''] = (plainDecimal(rate) ?? '0').split('.');
  const units = BigInt(whole + places);
  return units === 0n ? '0' : `${10n ** BigInt(places.length + 18) / units}e-18`;
}

/**
 * What leaves the merchant and what is paid are one currency, so its rate is 1. Without a quote the displayed one is the same;
 * with one, a payout says what its own currency is worth in the displayed one, and a transaction the other way round.
 */
function ratesOf({ asset, display }: PayoutFacts, way: 'payout' | 'transaction') {
  const same = { base: asset, counter: asset, rate: exactNumber('1') };
  if (!display) return { displayRate: same, exchangeRate: same };
  const { currency, rate } = display;
  const displayRate =
    way === 'payout'
      ? { base: asset, counter: currency, rate: exactNumber(inverseOf(rate)) }
      : { base: currency, counter: asset, rate: exactNumber(rate) };
  return { displayRate, exchangeRate: same };
}

const riskLevels = { none: 'LOW', low: 'LOW', medium: 'MEDIUM', high: 'HIGH', severe: 'HIGH' } as const;

/** A word where nobody was asked about the address. */
function riskOf(risk: CoindirectFacts['risk']) {
  if (!risk) return 'UNKNOWN';
  const level = risk.verdict === 'unknown' || risk.level === null ? 'UNKNOWN' : riskLevels[risk.level];
  return { level, resourceName: risk.name, resourceCategory: risk.category };
}

function money(currency: string, amount: string, actual: boolean) {
  return { currency, amount: exactNumber(amount), actual: actual ? exactNumber(amount) : 0 };
}

/** EIP-681: what wallets read out of a QR code. */
function uriOf({ chain, asset, net }: PayoutFacts, address: string | null): string | null {
  const token = findToken(chain, asset);
  if (!token || address === null) return null;
  const units = shiftDecimal(net, token.decimals);
  // An asset that was listed with other decimals once is one that nobody can scan.
  if (units.includes('.')) return null;
  return `ethereum:${token.address}@${chainOf(chain).id}/transfer?address=${address}&uint256=${units}`;
}

function addressOf(payout: PayoutFacts, accepted: string | null) {
  const known = payout.recipient.address ?? payout.transfer?.recipient ?? accepted;
  const address = known === null ? null : checksumAddress(known);
  const protocol = protocolOf(payout.chain);
  return { protocol, address, tag: null, uri: uriOf(payout, address), alternatives: [] };
}

function transactionsOf(payout: PayoutFacts, { payer, risk }: CoindirectFacts) {
  const { transfer, net, completed_at, relay } = payout;
  if (!transfer) return [];
  const fee = relay?.network_fee;
  return [
    {
      dateCreated: millis(transfer.seen_at),
      dateConfirmed: payout.status === 'completed' ? millis(completed_at) : null,
      hash: transfer.hash,
      amount: exactNumber(net),
      risk: riskOf(risk),
      networkFeeCurrency: fee?.currency ?? null,
      networkFeeAmount: fee ? exactNumber(fee.amount) : null,
      sources: payer === null ? null : [checksumAddress(payer)],
      ...ratesOf(payout, 'transaction'),
    },
  ];
}

export function summaryOf(payout: PayoutFacts, merchantId: string, facts: CoindirectFacts) {
  const { asset, status, display } = payout;
  // As in Coindirect's samples, what is debited is actual once a transfer is under way; what is paid, once confirmed.
  const debited = status === 'processing' || status === 'completed';
  const { uuid, linked } = facts;
  return {
    uuid: uuid ?? uuidOf(payout.id),
    merchantId: facts.merchantId ?? uuidOf(merchantId),
    dateCreated: millis(payout.created_at),
    expiryDate: millis(payout.expires_at),
    quoteExpiryDate: millis(display?.valid_until ?? null),
    reference: payout.reference,
    type: 'OUT',
    status: coindirectStatus[status],
    displayCurrency: money(display?.currency ?? asset, display?.amount ?? payout.amount, debited),
    walletCurrency: money(asset, addDecimals(payout.net, payout.fee), debited),
    paidCurrency: money(asset, payout.net, status === 'completed'),
    feeCurrency: money(asset, payout.fee, debited),
    ...ratesOf(payout, 'payout'),
    address: addressOf(payout, facts.address),
    redirectUrl: uuid && linked ? `${env.BASE_URL}/p/${linkTokenOf(uuid)}` : null,
    returnUrl: payout.return_url,
    transactions: transactionsOf(payout, facts),
  };
}
