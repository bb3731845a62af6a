import type { Tx } from '@/db/client';
import type { Context } from '@/lib/access/actor';
import { audit } from '@/lib/access/audit';
import { spendByKey } from '@/lib/access/policies/spend';
import { addSeconds } from '@/lib/kernel/clock';
import { newId } from '@/lib/kernel/ids';
import { reserve } from '@/lib/payouts/books';
import { insertPayoutFee } from '@/lib/payouts/fees/store';
import { leavingOf } from '@/lib/payouts/limits/leaving';
import { findKeptToken, linkOf, openLink, replaceLink } from '@/lib/payouts/link';
import { insertPayout, insertVoucher, type LockedPayout, lockPayout } from '@/lib/payouts/locked-store';
import { openInvitation } from '@/lib/payouts/mails/invite-recipient';
import { tell } from '@/lib/payouts/move';
import { presentPayout, readAndPresent } from '@/lib/payouts/present';
import type { CreatedPayoutAnswer, CreatePayoutBody } from '@/lib/payouts/schema';
import { findByReference, findTerms, type NewPayout, type Payout } from '@/lib/payouts/store';
import { displayedBy } from '@/lib/quotes/displayed-by';
import { insertAccepted } from '@/lib/quotes/store';
import { screenSoon } from '@/lib/screening/due';
import { refuseSuspended } from '@/lib/stops/refuse-stopped';
import type { PayoutAnswer } from '@/lib/wire/payout';
import { checkCreate, referenceTaken } from './check-create';
import { type Draft, refuseKey } from './check-terms';
import { takeNumber } from './read-key-voucher';

/**
 * Promises a payout and answers with its claim link, which is shown this once. Its maker is the person who asks; one that
 * a server asks for with an API key has no maker in the team.
 * `also` writes what belongs to it, in the same transaction; `linkToken` is that of its link, where its caller made it. Refuses: what `checkTerms` refuses, reference_taken, step-up.
 */
export async function createPayout(
  ctx: Context,
  body: CreatePayoutBody,
  also?: (tx: Tx, made: CreatedPayoutAnswer) => Promise<void>,
  linkToken?: string,
): Promise<CreatedPayoutAnswer> {
  const { merchantId, draft, signed } = await checkCreate(ctx, body);
  const row = { ...rowOf(ctx, merchantId, body, draft), ...signed };
  return ctx.db.transaction(async (tx) => {
    const made = await writePayout(tx, ctx, { row, body, linkToken, ...draft });
    if (made) await also?.(tx, made);
    return made ?? answerRepeat(tx, ctx, row);
  });
}

type Written = {
  row: NewPayout & Pick<Payout, 'createdAt'>;
  body: CreatePayoutBody;
  /** Of its claim link; a new one without it. */
  linkToken?: string;
} & Pick<Draft, 'computed'> &
  Partial<Pick<Draft, 'quote' | 'choices'>>;

/**
 * Writes a payout whose terms were checked, reserves it, tells of it and answers with its claim link, in the caller's
 * transaction; null when the merchant has one of this reference. Refuses: merchant_suspended.
 */
export async function writePayout(
  tx: Tx,
  ctx: Context,
  { row, body, computed, quote, choices = [], linkToken }: Written,
): Promise<CreatedPayoutAnswer | null> {
  const { merchantId, createdAt: now } = row;
  const { vaultId, claimId, reference } = row;
  await refuseSuspended(tx, merchantId);
  if (vaultId && claimId) await takeNumber(tx, { merchantId, vaultId, claimId, reference });
  const payout = await insertPayout(tx, row);
  if (!payout) return null;
  // Which of its assets leaves is for its claimant to say: it counts against the day of each.
  for (const leaving of [leavingOf(payout), ...choices]) {
    await spendByKey(tx, ctx, leaving, { payoutId: payout.id, orderId: payout.orderId });
  }
  // Read again: making the claim id has locked the vault, so its signer stays as it is now.
  if (payout.recipientKey) refuseKey(body, (await findTerms(tx, merchantId, body.chain, body.asset))?.vault ?? null);
  if (payout.recipientKey && payout.keyVoucher) await noteSigned(tx, payout, payout.recipientKey, now);
  const data = presentPayout(payout, null, undefined);
  const after = factsOf(data, payout.approvalsNeeded);
  // Sent together, so that they travel in one round trip; the transaction keeps them one.
  const claimUrl = await openLink(tx, payout, now, null, linkToken);
  await Promise.all([
    computed && insertPayoutFee(tx, { payoutId: payout.id, ...computed.kept }),
    quote && insertAccepted(tx, payout, quote),
    openInvitation(tx, payout, invitationOf(body), now),
    reserve(tx, payout, now),
    tell(tx, payout, 'payout.created', data, now),
    payout.recipientAddress && screenSoon(tx, payout, now),
    audit(tx, ctx, { merchantId, action: 'payout.created', subjectId: payout.id, after, now }),
  ]);
  return { ...data, claim_url: claimUrl };
}

/** Who has it and the link's secret can be paid from now on, without us: so it is known to be out, until its deadline. */
async function noteSigned(tx: Tx, payout: LockedPayout, recipient: string, now: Date): Promise<void> {
  await insertVoucher(tx, payout, {
    id: newId('voucher', now.getTime()),
    recipient,
    deadline: payout.expiresAt,
    createdAt: now,
  });
}

function invitationOf({ recipient, notify }: CreatePayoutBody) {
  return { language: recipient.type === 'email' ? (recipient.language ?? null) : null, notify };
}

/** A test payout that is to run out does so after these. */
const playedSeconds = 2;

/** The payout as it will be written, still without its claim id. */
export function rowOf(ctx: Context, merchantId: string, body: CreatePayoutBody, draft: Draft) {
  const { actor } = ctx;
  const { token, money, recipient, vault, needed } = draft;
  const now = ctx.clock.now();
  return {
    id: newId('payout', now.getTime()),
    merchantId,
    ...(vault && { vaultId: vault.id, feeCollector: vault.feeCollector }),
    status: needed > 0 ? ('awaiting_approval' as const) : ('pending' as const),
    approvalsNeeded: needed,
    createdBy: actor.kind === 'user' ? actor.userId : null,
    createdByKey: actor.kind === 'api_key' ? actor.keyId : null,
    rail: body.rail,
    delivery: body.delivery,
    ...(draft.quote && displayedBy(draft.quote)),
    ...(draft.quote && draft.payableIn && { quotedUntil: draft.quote.expiresAt, payableIn: draft.payableIn }),
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
    expiresAt: addSeconds(now, draft.played === 'expired' ? playedSeconds : body.expires_in),
    createdAt: now,
    updatedAt: now,
  } satisfies Omit<NewPayout, 'claimId'>;
}

/** What the audit keeps of a new payout: what was promised to whom, and never its link. */
function factsOf(made: PayoutAnswer, approvals_needed: number) {
  const { status, rail, delivery, chain, asset, amount, fee, net, fee_payer, recipient, reference, expires_at } = made;
  const to = recipient.address ?? recipient.email ?? recipient.type;
  return {
    status,
    approvals_needed,
    rail,
    delivery,
    chain,
    asset,
    amount,
    fee,
    net,
    fee_payer,
    to,
    reference,
    expires_at,
  };
}

type Asked = Pick<Payout, 'merchantId' | 'reference' | 'createdBy'> & { requestKey?: string | null | undefined };

/**
 * A reference that exists is refused, unless this very request of the same person or server made it, and its answer was
 * lost: then it is answered with a new link in place of the one that nobody has seen.
 */
export async function answerRepeat(tx: Tx, ctx: Context, row: Asked): Promise<CreatedPayoutAnswer> {
  const { merchantId, reference, requestKey, createdBy } = row;
  const existing = await findByReference(tx, merchantId, reference);
  if (existing && requestKey && existing.requestKey === requestKey && existing.createdBy === createdBy) {
    const payout = await lockPayout(tx, existing);
    await spendByKey(tx, ctx, leavingOf(payout), { payoutId: payout.id, orderId: payout.orderId });
    // A link that was kept is the one that was mailed, so it goes on.
    const kept = await findKeptToken(tx, payout);
    const claim_url = kept === null ? (await replaceLink(tx, ctx, payout)).claim_url : linkOf(kept);
    return { ...(await readAndPresent(tx, payout)), claim_url };
  }
  throw referenceTaken(reference, existing);
}
