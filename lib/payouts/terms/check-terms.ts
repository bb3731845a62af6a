import type { Queryable } from '@/db/client';
import type { ChainKey } from '@/db/vocabulary/chains';
import type { SandboxOutcome } from '@/db/vocabulary/sandbox';
import type { Leaving } from '@/lib/access/policies/spend';
import { approvalsNeeded } from '@/lib/approvals/rules';
import { explainChecksum, readAddress } from '@/lib/chains/address';
import type { Token } from '@/lib/chains/chain';
import { chainOf } from '@/lib/chains/registry';
import { Refusal } from '@/lib/kernel/errors';
import { refuseSandbox } from '@/lib/merchants/refuse-sandbox';
import type { NewPayout, Payout } from '@/lib/payouts/store';
import type { NewQuote } from '@/lib/quotes/store';
import { isClaimed, termsOf } from '@/lib/rails/traits';
import type { PreviewPayoutBody } from './create-schema';
import type { FeeNow } from './fee-of-terms';
import type { Known } from './known';
import { readMoney } from './read-money';
import type { OfferedTerms, Reader } from './read-offered';
import { refuseLost } from './refuse-destination';
import { sendsOn } from './sends-on';

type Recipient = Pick<Payout, 'recipientType'> &
  Partial<Pick<NewPayout, 'recipientAddress' | 'recipientEmail' | 'recipientProof' | 'recipientKey'>>;

/** What a payout would be before it is one: its money, who gets it, from where, and how many people must approve. */
export type Draft = {
  token: Token;
  money: Pick<Payout, 'gross' | 'fee' | 'net'>;
  /** What its fee was worked out from; null where it is flat. */
  computed: FeeNow['computed'];
  /** What its amounts come from where they are said in another currency; not written yet. */
  quote: NewQuote | null;
  /** What its claimant may be quoted in, as `chain:symbol`; null where its amounts stand. */
  payableIn: string[] | null;
  /** What it would let leave in each other asset that its claimant may choose. */
  choices: Leaving[];
  recipient: Recipient;
  /** Which end is played for it; null for all that are no test of one. */
  played: SandboxOutcome | null;
  vault: OfferedTerms['vault'];
  needed: number;
  rule: OfferedTerms['rule'];
  /** The smallest payout of this asset. */
  minimum: bigint;
};

/**
 * Holds what is asked for against the merchant's terms and rules; writes nothing, and reads the chain for a computed fee alone.
 * Refuses: asset_unavailable, amount_*, address_refused, sandbox_recipient, recipient_unsupported,
 * delivery_unavailable, currency_unavailable; where the fee is computed or a rate is needed, also rate_unavailable and chain_unavailable.
 */
export async function checkTerms(
  ctx: Reader,
  merchantId: string,
  body: PreviewPayoutBody,
  known: Known = {},
): Promise<Draft> {
  refuseKeyed(body);
  const { terms, token, money, computed, quote } = await readMoney(ctx, merchantId, body, known);
  const played = await refuseSandbox(ctx.db, merchantId, body.chain, body.recipient);
  const recipient = await readRecipient(ctx, body, known);
  if (body.delivery === 'send') await refuseUnsendable(ctx, body, known);
  if (recipient.recipientKey) refuseKey(body, terms.vault);
  const needed = await approvalsNeeded(
    ctx.db,
    terms.rule,
    { merchantId, gross: money.gross, ...recipient },
    known.paid,
  );
  const vault = termsOf(body.rail).needsVault ? terms.vault : null;
  return {
    token,
    money,
    computed,
    quote,
    payableIn: null,
    choices: [],
    recipient,
    played,
    vault,
    needed,
    rule: terms.rule,
    minimum: terms.terms.minimum,
  };
}

/** The key of such a link names a payout whose amounts never change. */
function refuseKeyed({ display, recipient }: PreviewPayoutBody): void {
  if (!display || recipient.type !== 'anyone' || !recipient.claim_key) return;
  const detail = 'A link with a key of its own needs an `amount` in the asset.';
  throw new Refusal('recipient_unsupported', { field: 'recipient.claim_key', detail });
}

async function refuseUnsendable(ctx: Reader, body: PreviewPayoutBody, known: Known): Promise<void> {
  const { rail, chain, recipient } = body;
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
  if (known.sends ?? (await sendsOn(ctx.db, chain))) return;
  const detail = `This portal sends nothing on ${chainOf(chain).name} by itself.`;
  throw new Refusal('delivery_unavailable', { field, detail });
}

function keyOf(text: string): string {
  const address = readAddress(text);
  if (address) return address;
  throw new Refusal('address_refused', { field: 'recipient.claim_key', detail: explainChecksum(text) });
}

/** A portal that signs for the vault itself could name a key of its own. */
export function refuseKey({ rail }: Pick<PreviewPayoutBody, 'rail'>, vault: OfferedTerms['vault']): void {
  if (isClaimed(rail) && vault?.remoteSignerId) return;
  const detail = 'A link with a key of its own needs a vault whose signer you keep yourself.';
  throw new Refusal('recipient_unsupported', { field: 'recipient.claim_key', detail });
}

/** The wallet that a text names, where money can be sent to it. Refuses: address_refused. */
export async function readWallet(
  db: Queryable,
  chain: ChainKey,
  text: string,
  field: string,
  vaults?: Known['vaults'],
): Promise<string> {
  const address = readAddress(text);
  if (!address) throw new Refusal('address_refused', { field, detail: explainChecksum(text) });
  await refuseLost(db, chain, address, field, vaults);
  return address;
}

async function readRecipient(ctx: Reader, body: PreviewPayoutBody, known: Known): Promise<Recipient> {
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
  const address = await readWallet(ctx.db, body.chain, recipient.address, 'recipient.address', known.vaults);
  if (recipient.prove === 'signature' && !isClaimed(body.rail)) {
    const detail = 'Only a payout that its recipient claims can ask for their signature.';
    throw new Refusal('recipient_unsupported', { field: 'recipient.prove', detail });
  }
  return { recipientType: recipient.type, recipientAddress: address, recipientProof: recipient.prove ?? 'none' };
}
