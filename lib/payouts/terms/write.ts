import { writeAsOne } from '@/db/as-one';
import type { Tx } from '@/db/client';
import { allEnded } from '@/db/together';
import type { Context } from '@/lib/access/actor';
import { auditPart } from '@/lib/access/audit';
import { findPolicyOf, spendByKey } from '@/lib/access/policies/spend';
import { newId } from '@/lib/kernel/ids';
import { lockLimits } from '@/lib/merchants/registration-store';
import { reserveParts } from '@/lib/payouts/books';
import { insertPayoutFee } from '@/lib/payouts/fees/store';
import { leavingOf } from '@/lib/payouts/limits/leaving';
import { refuseOverLimits } from '@/lib/payouts/limits/merchant-limits';
import { firstLinks } from '@/lib/payouts/link';
import { insertPayout, insertPayouts, insertVoucher, type LockedPayout } from '@/lib/payouts/locked-store';
import { openInvitation } from '@/lib/payouts/mails/invite-recipient';
import { tellPart } from '@/lib/payouts/move';
import { presentPayout } from '@/lib/payouts/present';
import type { CreatedPayoutAnswer, CreatePayoutBody } from '@/lib/payouts/schema';
import { findTerms, type NewPayout, type Payout } from '@/lib/payouts/store';
import { insertAccepted } from '@/lib/quotes/store';
import { screenSoon } from '@/lib/screening/due';
import { refuseSuspended } from '@/lib/stops/refuse-stopped';
import type { PayoutAnswer } from '@/lib/wire/payout';
import { type Draft, refuseKey } from './check-terms';
import { takeNumber } from './read-key-voucher';

export type ToWrite = {
  row: NewPayout & Pick<Payout, 'createdAt'>;
  body: CreatePayoutBody;
  /** Of its claim link; a new one without it. */
  linkToken?: string;
} & Pick<Draft, 'computed'> &
  Partial<Pick<Draft, 'quote' | 'choices'>>;

/**
 * Writes a payout whose terms were checked, reserves it, tells of it and answers with its claim link, in the caller's
 * transaction; null when the merchant has one of this reference. Refuses: merchant_suspended, stopped, merchant_limit.
 */
export async function writePayout(tx: Tx, ctx: Context, one: ToWrite): Promise<CreatedPayoutAnswer | null> {
  const { merchantId, vaultId, claimId, reference, orderId } = one.row;
  const numbered = vaultId && claimId ? { merchantId, vaultId, claimId, reference } : null;
  const bounds = readBounds(tx, ctx, [one], Boolean(orderId));
  if (numbered) await bounds.then(() => takeNumber(tx, numbered));
  // On its way beside what may refuse it: then the transaction goes back, and the row with it.
  const [held, payout] = await allEnded([bounds, insertPayout(tx, one.row)]);
  if (!payout) return null;
  const [made] = await writeBeside(tx, ctx, [{ ...one, payout }], held);
  return made ?? null;
}

/** What payouts of one merchant are held against, held themselves, in one trip. Refuses: merchant_suspended, stopped. */
async function readBounds(tx: Tx, ctx: Context, many: readonly [ToWrite, ...ToWrite[]], ofOrder: boolean) {
  const { merchantId } = many[0].row;
  const assetIds = [...new Set(many.map(({ row }) => `${row.chain}:${row.symbol}`))];
  const suspended = refuseSuspended(tx, merchantId, { assetIds, ofOrder });
  const [, limits, policy] = await allEnded([suspended, lockLimits(tx, merchantId), findPolicyOf(tx, ctx)]);
  return { limits, policy };
}
type Bounds = Awaited<ReturnType<typeof readBounds>>;

/**
 * The same of many payouts of one merchant and chain, in statements for all of them; none brings a claim id. Answers by reference,
 * without those that the merchant has already. Refuses: merchant_suspended, stopped, merchant_limit.
 */
export async function writePayouts(
  tx: Tx,
  ctx: Context,
  many: readonly ToWrite[],
): Promise<Map<string, CreatedPayoutAnswer>> {
  const [first, ...others] = many;
  if (!first) return new Map();
  const ofOrder = many.every(({ row }) => row.orderId);
  const bounds = await readBounds(tx, ctx, [first, ...others], ofOrder);
  const asked = new Map(many.map((one) => [one.row.id, one]));
  const payouts = await insertPayouts(
    tx,
    many.map(({ row }) => row),
  );
  const inserted = payouts.flatMap((payout) => {
    const one = asked.get(payout.id);
    return one ? [{ ...one, payout }] : [];
  });
  const made = await writeBeside(tx, ctx, inserted, bounds);
  return new Map(made.map((answer) => [answer.reference, answer]));
}

type Inserted = ToWrite & { payout: LockedPayout };

/** What belongs to payouts that were inserted just now. */
async function writeBeside(
  tx: Tx,
  ctx: Context,
  many: readonly Inserted[],
  { limits, policy }: Bounds,
): Promise<CreatedPayoutAnswer[]> {
  const [first] = many;
  if (!first) return [];
  const { merchantId, chain, createdAt: now } = first.payout;
  const made = many.map(({ payout }) => payout);
  await refuseOverLimits(tx, limits, made, now);
  for (const one of many) await countAndSign(tx, ctx, one, policy);
  const told = many.map(({ payout }) => ({ payout, data: presentPayout(payout, null, undefined) }));
  const toScreen = many.flatMap(({ payout }) => (payout.recipientAddress ? [payout.id] : []));
  const lines = told.map(({ payout: { id: subjectId, approvalsNeeded }, data }) => {
    return { merchantId, action: 'payout.created', subjectId, after: factsOf(data, approvalsNeeded), now };
  });
  const links = firstLinks(many, now);
  const telling = tellPart('payout.created', told, now);
  // Sent together, so that they travel in one round trip; the transaction keeps them one.
  await allEnded([
    writeAsOne(tx, [links.part, ...reserveParts(made, now), telling, auditPart(ctx, lines)]),
    ...many.map((one) => writeOwn(tx, one, now)),
    screenSoon(tx, { merchantId, chain, ids: toScreen }, now),
  ]);
  return told.map(({ data }, index) => ({ ...data, claim_url: links.urls[index] ?? '' }));
}

async function countAndSign(
  tx: Tx,
  ctx: Context,
  { payout, body, choices = [] }: Inserted,
  policy: Bounds['policy'],
): Promise<void> {
  // Which of its assets leaves is for its claimant to say: it counts against the day of each.
  for (const leaving of [leavingOf(payout), ...choices]) {
    await spendByKey(tx, ctx, leaving, { payoutId: payout.id, orderId: payout.orderId }, policy);
  }
  const { merchantId, recipientKey, keyVoucher, createdAt } = payout;
  if (!recipientKey) return;
  // Read again: making the claim id has locked the vault, so its signer stays as it is now.
  refuseKey(body, (await findTerms(tx, merchantId, body.chain, body.asset))?.vault ?? null);
  if (keyVoucher) await noteSigned(tx, payout, recipientKey, createdAt);
}

/** What few payouts have. */
async function writeOwn(tx: Tx, { payout, body, computed, quote }: Inserted, now: Date): Promise<void> {
  if (computed) await insertPayoutFee(tx, { payoutId: payout.id, ...computed.kept });
  if (quote) await insertAccepted(tx, payout, quote);
  await openInvitation(tx, payout, invitationOf(body), now);
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
