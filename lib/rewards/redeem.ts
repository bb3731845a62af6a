import type { Queryable, Tx } from '@/db/client';
import { type Context, requirePermission } from '@/lib/access/actor';
import { audit } from '@/lib/access/audit';
import { spendByKey } from '@/lib/access/policies/spend';
import { requireStepUp } from '@/lib/access/sessions/step-up';
import { addSeconds } from '@/lib/kernel/clock';
import { Refusal } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import { formatAmount, leastOf } from '@/lib/kernel/money';
import { leavingOf } from '@/lib/payouts/limits/leaving';
import { findKeptToken, linkOf, replaceLink } from '@/lib/payouts/link';
import { lockPayout } from '@/lib/payouts/locked-store';
import { readAndPresent } from '@/lib/payouts/present';
import { type CreatedPayoutAnswer, type CreatePayoutBody, createPayoutBody } from '@/lib/payouts/schema';
import { findByReference } from '@/lib/payouts/store';
import { referenceTaken } from '@/lib/payouts/terms/check-create';
import { checkTerms } from '@/lib/payouts/terms/check-terms';
import { rowOf } from '@/lib/payouts/terms/create';
import { writePayout } from '@/lib/payouts/terms/write';
import { refuseStopped } from '@/lib/stops/refuse-stopped';
import { bookSpent } from './core/books';
import { changePurse, findOpenRedemption, insertRedemption, type LockedPurse, lockPurse } from './core/locked-store';
import { findPayoutOf, findRedemptionByRequest, type Purse, type Redemption, selectPursesOf } from './core/store';
import type { RedeemBody, RedeemedAnswer } from './schema';
import { findDecimals, findRewardSource, type RewardSource } from './source-store';
import { type Worth, worthOf } from './worth';

/**
 * Turns a user's coins into one payout, in one transaction with their posting: as many as the amount is worth that is left
 * after rounding down. While its payout is open there is no second one, however often it is asked for.
 * Refuses: not_found, redemption_open, coins_short, coins_capped, reference_taken, stopped, and what a payout may be refused for; step-up.
 */
export async function redeemCoins(ctx: Context, userUuid: string, body: RedeemBody): Promise<RedeemedAnswer> {
  const { merchantId } = requirePermission(ctx, 'payouts:write');
  requireStepUp(ctx);
  const madeBefore = (db: Queryable) => findEarlier(db, ctx, { merchantId, userUuid });
  const made = (await madeBefore(ctx.db)) ?? (await redeemOnce());
  return 'payout' in made ? made : ctx.db.transaction((tx) => answerRepeat(tx, ctx, made));

  async function redeemOnce(): Promise<Redemption | RedeemedAnswer> {
    const purse = chosen(await selectPursesOf(ctx.db, merchantId, userUuid), body);
    refuseVoucher(body);
    return ctx.db.transaction(async (tx) => {
      const locked = await lockPurse(tx, purse);
      return (await madeBefore(tx)) ?? redeem(tx, ctx, locked, body);
    });
  }
}

/** As long as an answer is kept under its key. */
const requestKeySeconds = 30 * 86_400;

async function findEarlier(
  db: Queryable,
  { requestKey, clock }: Context,
  user: Pick<Purse, 'merchantId' | 'userUuid'>,
): Promise<Redemption | null> {
  if (!requestKey) return null;
  return findRedemptionByRequest(db, { ...user, requestKey, since: addSeconds(clock.now(), -requestKeySeconds) });
}

/** What it comes to is known only as it is made, so nobody can have signed it: what is signed would be paid besides. */
function refuseVoucher({ recipient }: RedeemBody): void {
  if (recipient.type !== 'anyone' || !recipient.voucher) return;
  const detail = 'A payout of coins is signed once it is made. Leave the `voucher` out.';
  throw new Refusal('recipient_unsupported', { field: 'recipient.voucher', detail });
}

/** The one purse that is meant. Refuses: not_found, invalid_request. */
function chosen(purses: readonly Purse[], { source, currency }: RedeemBody): Purse {
  const fits = purses.filter(
    (one) => (source ?? one.sourceId) === one.sourceId && (currency ?? one.currency) === one.currency,
  );
  const [first, ...others] = fits;
  if (!first) throw new Refusal('not_found', { detail: 'This user has no such coins.' });
  if (others.length === 0) return first;
  const field = others.some(({ currency: other }) => other !== first.currency) ? 'currency' : 'source';
  throw new Refusal('invalid_request', { field, detail: `This user has several kinds of coins: name the ${field}.` });
}

async function redeem(tx: Tx, ctx: Context, purse: LockedPurse, body: RedeemBody): Promise<RedeemedAnswer> {
  const { merchantId, sourceId, userUuid, currency } = purse;
  const open = await findOpenRedemption(tx, purse);
  if (open) throw await stillOpen(tx, open);
  const source = await findRewardSource(tx, merchantId, sourceId);
  const decimals = source && (await findDecimals(tx, source.chain, source.symbol));
  if (!source || decimals === null) throw new Error(`The source ${sourceId} pays out nothing`);
  const now = ctx.clock.now();
  const day = now.toISOString().slice(0, 10);
  const worth = worthNow(purse, source, { decimals, day, coins: body.coins });
  const id = newId('redemption', now.getTime());
  const key = ctx.requestKey ? { requestKey: ctx.requestKey } : {};
  const redemption = await insertRedemption(tx, purse, { id, coins: worth.coins, createdAt: now, ...key });
  const after = await changePurse(
    tx,
    purse,
    { spent: worth.coins },
    { now, set: { redeemedDay: day, redeemedToday: redeemedOn(purse, day) + worth.coins } },
  );
  await bookSpent(tx, redemption, now);
  const amount = formatAmount(worth.amount, decimals);
  const payout = await writeOne(tx, ctx, redemption, payoutBody(source, redemption, amount, body));
  const detail = { payout: payout.id, user: userUuid, currency, coins: worth.coins.toString(), amount };
  await audit(tx, ctx, { merchantId, action: 'redemption.created', subjectId: id, detail, now });
  return answerOf(redemption, after, payout);
}

const redeemedOn = ({ redeemedDay, redeemedToday }: Purse, day: string) => (redeemedDay === day ? redeemedToday : 0n);

type Wish = { decimals: number; day: string; coins?: string | number };

/** What is redeemed of what the user has and wishes. Refuses: coins_short, coins_capped. */
function worthNow(purse: Purse, source: RewardSource, { decimals, day, coins }: Wish): Worth {
  const wished = coins === undefined ? purse.coins : BigInt(coins);
  if (wished > purse.coins || purse.coins <= 0n) {
    throw new Refusal('coins_short', { field: 'coins', detail: `The user has ${purse.coins} of them.` });
  }
  const left = source.maxRedeemed === null ? null : source.maxRedeemed - redeemedOn(purse, day);
  // Without a number of its own a request takes what the day still allows.
  const taken = left !== null && coins === undefined ? leastOf(wished, left) : wished;
  if (left !== null && (taken > left || left <= 0n)) {
    const detail = `A user redeems at most ${source.maxRedeemed} a day of UTC; ${left > 0n ? left : 0n} are left today.`;
    throw new Refusal('coins_capped', { field: 'coins', detail });
  }
  const worth = worthOf(taken, { ...source, decimals });
  if (taken >= source.minimumCoins && worth.amount > 0n) return worth;
  const detail = `At least ${source.minimumCoins} are redeemed at once, and as many as are worth something.`;
  throw new Refusal('coins_short', { field: 'coins', detail });
}

async function stillOpen(tx: Tx, open: Redemption): Promise<Refusal> {
  const payout = await findPayoutOf(tx, open);
  const detail = `${open.coins} of them are in a payout that is open. It is paid, cancelled or over first.`;
  return new Refusal('redemption_open', { detail, extra: payout ? { payout_id: payout } : {} });
}

function payoutBody(source: RewardSource, redemption: Redemption, amount: string, body: RedeemBody): CreatePayoutBody {
  const { source: _source, currency: _currency, coins: _coins, reference, ...wishes } = body;
  const { id, coins, currency, userUuid, sourceId } = redemption;
  return createPayoutBody.parse({
    ...{ ...wishes, amount, asset: source.symbol, chain: source.chain, reference: reference ?? id },
    description: body.description ?? `${coins} ${currency}`,
    // What the dialect `s2s` fills its template with.
    metadata: {
      user_uuid: userUuid,
      coin_amount: coins.toString(),
      currency,
      reward_source: sourceId,
      redemption_id: id,
    },
  });
}

/** A payout of the ordinary kind, whose terms and approvals are those of any other. Refuses: what a payout may be refused for. */
async function writeOne(
  tx: Tx,
  ctx: Context,
  { merchantId, id: redemptionId }: Redemption,
  body: CreatePayoutBody,
): Promise<CreatedPayoutAnswer> {
  const { chain, rail, asset: symbol } = body;
  await refuseStopped(tx, { merchantId, chain, rail, symbol });
  const draft = await checkTerms({ db: tx, clock: ctx.clock, inTransaction: true }, merchantId, body);
  const row = { ...rowOf(ctx, merchantId, body, draft), redemptionId };
  const payout = await writePayout(tx, ctx, { row, body, computed: draft.computed });
  if (payout) return payout;
  throw referenceTaken(body.reference, await findByReference(tx, merchantId, body.reference));
}

function answerOf(redemption: Redemption, purse: Purse, payout: CreatedPayoutAnswer): RedeemedAnswer {
  const { id, userUuid: user, sourceId: source, currency, coins } = redemption;
  const left = { coins: coins.toString(), coins_left: purse.coins.toString() };
  return { ...{ id, user, source, currency }, ...left, payout };
}

/**
 * The very same request again, whose answer was lost: with a new link in place of the one that nobody has seen. The payout is
 * locked before the purse, as by all that moves it.
 */
async function answerRepeat(tx: Tx, ctx: Context, redemption: Redemption): Promise<RedeemedAnswer> {
  const id = await findPayoutOf(tx, redemption);
  if (!id) throw new Error(`The redemption ${redemption.id} has no payout`);
  const payout = await lockPayout(tx, { merchantId: redemption.merchantId, id });
  const purse = await lockPurse(tx, redemption);
  await spendByKey(tx, ctx, leavingOf(payout), { payoutId: payout.id });
  const kept = await findKeptToken(tx, payout);
  const claim_url = kept === null ? (await replaceLink(tx, ctx, payout)).claim_url : linkOf(kept);
  return answerOf(redemption, purse, { ...(await readAndPresent(tx, payout)), claim_url });
}
