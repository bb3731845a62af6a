import type { Queryable } from '@/db/client';
import type { ChainKey } from '@/db/vocabulary';
import { approvalsNeeded } from '@/lib/approvals/rules';
import { explainChecksum, readAddress } from '@/lib/chains/address';
import type { Token } from '@/lib/chains/chain';
import { chainOf, findToken } from '@/lib/chains/registry';
import { findGatewayFor } from '@/lib/gateways/store';
import type { Clock } from '@/lib/kernel/clock';
import { Refusal } from '@/lib/kernel/errors';
import { maxFeeOf } from '@/lib/merchants/max-fee';
import { findTerms, type NewPayout, type Payout } from '@/lib/payouts/store';
import { isByPortal, isClaimed, termsOf } from '@/lib/rails/traits';
import { readPayoutAmount } from './amount-schema';
import type { PreviewPayoutBody } from './create-schema';
import { type FeeNow, feeOfTerms } from './fee-of-terms';
import { refuseLost } from './refuse-destination';
import { sendsOn } from './sends-on';

type Terms = NonNullable<Awaited<ReturnType<typeof findTerms>>>;
/** A context, or a transaction that terms are to be read in: from there no node is asked. */
type Reader = { db: Queryable; clock: Clock; inTransaction?: true };
type Recipient = Pick<Payout, 'recipientType'> &
  Partial<Pick<NewPayout, 'recipientAddress' | 'recipientEmail' | 'recipientProof' | 'recipientKey'>>;

/** What a payout would be before it is one: its money, who gets it, from where, and how many people must approve. */
export type Draft = {
  token: Token;
  money: Pick<Payout, 'gross' | 'fee' | 'net'>;
  /** What its fee was worked out from; null where it is flat. */
  computed: FeeNow['computed'];
  recipient: Recipient;
  vault: Terms['vault'];
  needed: number;
  rule: Terms['rule'];
  /** The smallest payout of this asset. */
  minimum: bigint;
};

/**
 * Holds what is asked for against the merchant's terms and rules; writes nothing, and reads the chain for a computed fee alone.
 * Refuses: asset_unavailable, amount_*, address_refused, recipient_unsupported, delivery_unavailable; where the fee is computed,
 * also rate_unavailable and chain_unavailable.
 */
export async function checkTerms(ctx: Reader, merchantId: string, body: PreviewPayoutBody): Promise<Draft> {
  const { terms, token } = await readOffered(ctx.db, merchantId, body);
  const { fee, computed } = await feeNow(ctx, body, terms, token.decimals);
  const money = readMoney(body, terms, { fee, decimals: token.decimals });
  const recipient = await readRecipient(ctx, body);
  if (body.delivery === 'send') await refuseUnsendable(ctx, body);
  if (recipient.recipientKey) refuseKey(body, terms.vault);
  const needed = await approvalsNeeded(ctx.db, terms.rule, { merchantId, gross: money.gross, ...recipient });
  const vault = termsOf(body.rail).needsVault ? terms.vault : null;
  return { token, money, computed, recipient, vault, needed, rule: terms.rule, minimum: terms.terms.minimum };
}

/** What a merchant pays out of an asset, and on which terms. Refuses: asset_unavailable. */
async function readOffered(
  db: Queryable,
  merchantId: string,
  { rail, chain, asset }: Pick<PreviewPayoutBody, 'rail' | 'chain' | 'asset'>,
): Promise<{ terms: Terms; token: Token }> {
  const terms = await findTerms(db, merchantId, chain, asset);
  const token = findToken(chain, asset);
  if (isByPortal(rail) && !(await findGatewayFor(db, merchantId, chain, asset))) {
    const detail = `None of your gateways pays ${asset} on ${chain}.`;
    throw new Refusal('asset_unavailable', { field: 'asset', detail });
  }
  if (terms && token && (terms.vault || !termsOf(rail).needsVault)) return { terms, token };
  throw new Refusal('asset_unavailable', { field: 'asset', detail: `${asset} on ${chain} is not set up.` });
}

/** What could be paid out in one payout, once whom it is for is known and what its fee is then. Refuses: asset_unavailable, amount_*. */
export async function checkMoney(db: Queryable, merchantId: string, body: Omit<PreviewPayoutBody, 'recipient'>) {
  const { terms, token } = await readOffered(db, merchantId, body);
  const fee = hasFee(body) ? maxFeeOf(terms.terms) : 0n;
  return { token, money: readMoney(body, terms, { fee, decimals: token.decimals }) };
}

const hasFee = ({ rail }: Pick<PreviewPayoutBody, 'rail'>) => termsOf(rail).fee === 'terms';

async function feeNow(ctx: Reader, body: PreviewPayoutBody, { terms }: Terms, decimals: number): Promise<FeeNow> {
  return hasFee(body) ? feeOfTerms(ctx, terms, decimals) : { fee: 0n, computed: null };
}

type Charged = { fee: bigint; decimals: number };

function readMoney(
  body: Omit<PreviewPayoutBody, 'recipient'>,
  { terms }: Terms,
  { fee, decimals }: Charged,
): Draft['money'] {
  const { symbol, minimum, maximum } = terms;
  const amount = readPayoutAmount(body.amount, { symbol, decimals, minimum, maximum, fee });
  return body.fee_payer === 'recipient'
    ? { gross: amount, fee, net: amount - fee }
    : { gross: amount + fee, fee, net: amount };
}

async function refuseUnsendable(ctx: Reader, { rail, chain, recipient }: PreviewPayoutBody): Promise<void> {
  const field = 'delivery';
  if (!termsOf(rail).deliveries.includes('send')) {
    throw new Refusal('delivery_unavailable', {
      field,
      detail: 'A payout of this rail is sent otherwise, and not by us.',
    });
  }
  if (recipient.type !== 'wallet') {
    const detail = 'A payout that is sent needs the wallet that it goes to.';
    throw new Refusal('recipient_unsupported', { field: 'recipient.type', detail });
  }
  if (recipient.prove === 'signature') {
    const detail = 'A payout that is sent waits for nobody’s signature.';
    throw new Refusal('recipient_unsupported', { field: 'recipient.prove', detail });
  }
  if (await sendsOn(ctx.db, chain)) return;
  const detail = `This portal sends nothing on ${chainOf(chain).name} by itself.`;
  throw new Refusal('delivery_unavailable', { field, detail });
}

function keyOf(text: string): string {
  const address = readAddress(text);
  if (address) return address;
  throw new Refusal('address_refused', { field: 'recipient.claim_key', detail: explainChecksum(text) });
}

/** A portal that signs for the vault itself could name a key of its own. */
export function refuseKey({ rail }: Pick<PreviewPayoutBody, 'rail'>, vault: Terms['vault']): void {
  if (isClaimed(rail) && vault?.remoteSignerId) return;
  const detail = 'A link with a key of its own needs a vault whose signer you keep yourself.';
  throw new Refusal('recipient_unsupported', { field: 'recipient.claim_key', detail });
}

/** The wallet that a text names, where money can be sent to it. Refuses: address_refused. */
export async function readWallet(db: Queryable, chain: ChainKey, text: string, field: string): Promise<string> {
  const address = readAddress(text);
  if (!address) throw new Refusal('address_refused', { field, detail: explainChecksum(text) });
  await refuseLost(db, chain, address, field);
  return address;
}

async function readRecipient(ctx: Reader, body: PreviewPayoutBody): Promise<Recipient> {
  const { recipient } = body;
  if (recipient.type !== 'wallet') {
    if (!termsOf(body.rail).recipients.includes(recipient.type)) {
      const detail = 'A payout of this rail needs the wallet that it is paid to.';
      throw new Refusal('recipient_unsupported', { field: 'recipient.type', detail });
    }
    const { type: recipientType } = recipient;
    if (recipient.type === 'email') return { recipientType, recipientEmail: recipient.email };
    return recipient.claim_key ? { recipientType, recipientKey: keyOf(recipient.claim_key) } : { recipientType };
  }
  const address = await readWallet(ctx.db, body.chain, recipient.address, 'recipient.address');
  if (recipient.prove === 'signature' && !isClaimed(body.rail)) {
    const detail = 'Only a payout that its recipient claims can ask for their signature.';
    throw new Refusal('recipient_unsupported', { field: 'recipient.prove', detail });
  }
  return { recipientType: recipient.type, recipientAddress: address, recipientProof: recipient.prove ?? 'none' };
}
