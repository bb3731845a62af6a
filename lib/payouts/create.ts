import type { Tx } from '@/db/client';
import { type Context, requirePermission } from '@/lib/access/actor';
import { audit } from '@/lib/access/audit';
import { readAddress } from '@/lib/chains/address';
import type { Token } from '@/lib/chains/chain';
import { drawbridgeAddress } from '@/lib/chains/deployments';
import { findToken } from '@/lib/chains/registry';
import { addSeconds } from '@/lib/kernel/clock';
import { Refusal } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import { formatAmount, parseAmount } from '@/lib/kernel/money';
import { approvalsNeeded } from './approval-rules';
import { reserve } from './books';
import { openLink } from './link';
import { tell } from './move';
import { presentPayout, readAndPresent } from './present';
import type { CreatedPayoutAnswer, CreatePayoutBody } from './schema';
import { findByReference, findTerms, insertPayout, type NewPayout, type Payout, revokeLinks } from './store';

type Terms = NonNullable<Awaited<ReturnType<typeof findTerms>>>;

/**
 * Promises a payout and answers with its claim link, which is shown this once.
 * Refuses: asset_unavailable, amount_*, address_refused, recipient_unsupported, reference_taken.
 */
export async function createPayout(ctx: Context, body: CreatePayoutBody): Promise<CreatedPayoutAnswer> {
  const { merchantId } = requirePermission(ctx, 'payouts:write');
  const terms = await findTerms(ctx.db, merchantId, body.chain, body.asset);
  const token = findToken(body.chain, body.asset);
  if (!terms || !token || (body.rail === 'contract' && !terms.vault)) {
    throw new Refusal('asset_unavailable', { field: 'asset', detail: `${body.asset} on ${body.chain} is not set up.` });
  }
  const row = await draft(ctx, body, terms, token);
  const now = row.createdAt;
  return ctx.db.transaction(async (tx) => {
    const payout = await insertPayout(tx, row);
    if (!payout) return answerRepeat(tx, ctx, merchantId, body.reference);
    const data = presentPayout(payout, null, undefined);
    // Sent together, so that they travel in one round trip; the transaction keeps them one.
    const [claimUrl] = await Promise.all([
      openLink(tx, payout, now),
      reserve(tx, payout, now),
      tell(tx, payout, 'payout.created', data, now),
      audit(tx, ctx, { merchantId, action: 'payout.created', subjectId: row.id, now }),
    ]);
    return { ...data, claim_url: claimUrl };
  });
}

/** The payout as it will be written, still without its claim id. */
async function draft(ctx: Context, body: CreatePayoutBody, terms: Terms, token: Token) {
  const { actor } = ctx;
  const { merchantId } = terms.terms;
  const now = ctx.clock.now();
  const id = newId('payout', now.getTime());
  const money = readMoney(body, terms, token.decimals);
  const recipient = readRecipient(body, terms, token.address);
  const needed = await approvalsNeeded(ctx.db, terms.rule, { merchantId, gross: money.gross, ...recipient });
  return {
    id,
    merchantId,
    ...readVault(body, terms),
    status: needed > 0 ? ('awaiting_approval' as const) : ('pending' as const),
    approvalsNeeded: needed,
    createdBy: actor.kind === 'user' ? actor.userId : null,
    rail: body.rail,
    chain: body.chain,
    symbol: body.asset,
    token: token.address.toLowerCase(),
    decimals: token.decimals,
    ...money,
    feePayer: body.fee_payer,
    ...recipient,
    reference: body.reference,
    description: body.description,
    returnUrl: body.return_url,
    cancelUrl: body.cancel_url,
    metadata: body.metadata,
    requestKey: ctx.requestKey,
    expiresAt: addSeconds(now, body.expires_in),
    createdAt: now,
    updatedAt: now,
  };
}

/** A reference that exists is refused, unless this very request made it and died before it could answer. */
async function answerRepeat(tx: Tx, ctx: Context, merchantId: string, reference: string): Promise<CreatedPayoutAnswer> {
  const existing = await findByReference(tx, merchantId, reference);
  if (existing && ctx.requestKey && existing.requestKey === ctx.requestKey) {
    await revokeLinks(tx, existing, ctx.clock.now());
    const claimUrl = await openLink(tx, existing, ctx.clock.now());
    return { ...(await readAndPresent(tx, existing)), claim_url: claimUrl };
  }
  throw new Refusal('reference_taken', {
    field: 'reference',
    detail: `You have a payout with the reference "${reference}".`,
    extra: existing ? { payout_id: existing.id } : {},
  });
}

/** Only the contract pays out of a vault. */
function readVault(body: CreatePayoutBody, { vault }: Terms): Pick<NewPayout, 'vaultId' | 'feeCollector'> {
  return body.rail === 'contract' && vault ? { vaultId: vault.id, feeCollector: vault.feeCollector } : {};
}

/** What is paid by hand costs the merchant the network fee and nothing else. */
function readMoney(body: CreatePayoutBody, { terms }: Terms, decimals: number): Pick<Payout, 'gross' | 'fee' | 'net'> {
  const amount = parseAmount(body.amount, decimals);
  const { minimum, maximum } = terms;
  const fee = body.rail === 'contract' ? terms.fee : 0n;
  const text = (units: bigint) => `${formatAmount(units, decimals)} ${terms.symbol}`;
  if (amount < minimum) {
    throw new Refusal('amount_too_small', { field: 'amount', detail: `The smallest payout is ${text(minimum)}.` });
  }
  if (amount > maximum) {
    throw new Refusal('amount_too_large', { field: 'amount', detail: `The largest payout is ${text(maximum)}.` });
  }
  if (amount <= fee) {
    throw new Refusal('amount_too_small', {
      field: 'amount',
      detail: `The amount must be above the fee of ${text(fee)}.`,
    });
  }
  return body.fee_payer === 'recipient'
    ? { gross: amount, fee, net: amount - fee }
    : { gross: amount + fee, fee, net: amount };
}

function readRecipient(body: CreatePayoutBody, { vault }: Terms, token: string) {
  const { recipient } = body;
  if (recipient.type === 'email') {
    throw new Refusal('recipient_unsupported', {
      field: 'recipient.type',
      detail: 'E-mail recipients are not offered yet.',
    });
  }
  if (recipient.type === 'anyone') {
    if (body.rail === 'contract') return { recipientType: recipient.type };
    const detail = 'A payout by hand needs the wallet that it is paid to.';
    throw new Refusal('recipient_unsupported', { field: 'recipient.type', detail });
  }
  const field = 'recipient.address';
  const address = readAddress(recipient.address);
  if (!address) throw new Refusal('address_refused', { field, detail: 'The checksum of this address is wrong.' });
  refuseAddress(address, { vault: vault?.address, token: token.toLowerCase() }, field);
  return { recipientType: recipient.type, recipientAddress: address };
}

/** Addresses that the contract refuses too, said before anything is promised to them. */
export function refuseAddress(address: string, own: { vault?: string; token: string }, field: string): void {
  const names: Record<string, string> = {
    [`0x${'0'.repeat(40)}`]: 'the zero address, from which nothing comes back',
    [own.vault ?? '']: 'the vault that pays',
    [own.token]: 'the token itself',
    [drawbridgeAddress.toLowerCase()]: 'the payout contract',
  };
  const name = names[address];
  if (name) throw new Refusal('address_refused', { field, detail: `This is ${name}.` });
}
