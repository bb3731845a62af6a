import type { Tx } from '@/db/client';
import type { Context } from '@/lib/access/actor';
import { spendByKey } from '@/lib/access/policies/spend';
import { addSeconds } from '@/lib/kernel/clock';
import { newId } from '@/lib/kernel/ids';
import { leavingOf } from '@/lib/payouts/limits/leaving';
import { findKeptToken, linkOf, replaceLink } from '@/lib/payouts/link';
import { lockPayout } from '@/lib/payouts/locked-store';
import { readAndPresent } from '@/lib/payouts/present';
import type { CreatedPayoutAnswer, CreatePayoutBody } from '@/lib/payouts/schema';
import { findByReference, type NewPayout, type Payout } from '@/lib/payouts/store';
import { displayedBy } from '@/lib/quotes/displayed-by';
import { checkCreate, referenceTaken } from './check-create';
import type { Draft } from './check-terms';
import { writePayout } from './write';

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
  return writeChecked(ctx, body, await checkCreate(ctx, body), also, linkToken);
}

/** Writes what `checkCreate` found good. */
export async function writeChecked(
  ctx: Context,
  body: CreatePayoutBody,
  { merchantId, draft, signed }: Awaited<ReturnType<typeof checkCreate>>,
  also?: (tx: Tx, made: CreatedPayoutAnswer) => Promise<void>,
  linkToken?: string,
): Promise<CreatedPayoutAnswer> {
  const row = { ...rowOf(ctx, merchantId, body, draft), ...signed };
  return ctx.db.transaction(async (tx) => {
    const made = await writePayout(tx, ctx, { row, body, linkToken, ...draft });
    if (made) await also?.(tx, made);
    return made ?? answerRepeat(tx, ctx, row);
  });
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
