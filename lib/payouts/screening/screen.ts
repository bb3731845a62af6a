import type { Queryable, Tx } from '@/db/client';
import type { ScreeningStage, ScreeningVerdict } from '@/db/vocabulary/screening';
import type { Context } from '@/lib/access/actor';
import { audit } from '@/lib/access/audit';
import { networkOf, seesNetworks } from '@/lib/http/base/address';
import { addSeconds } from '@/lib/kernel/clock';
import { Refusal } from '@/lib/kernel/errors';
import { keyedHash } from '@/lib/kernel/secrets';
import { park, parkLocked } from '@/lib/obstacles/park';
import { type LockedPayout, lockPayout } from '@/lib/payouts/locked-store';
import { refusalOf } from '@/lib/payouts/obstacle-words';
import type { Payout } from '@/lib/payouts/store';
import type { Screened } from '@/lib/screening/answer';
import { askAll, type Finding } from '@/lib/screening/ask-all';
import { isKept, keepFinding, keepUnasked } from '@/lib/screening/flags';
import {
  countScreenings,
  type Flag,
  type Screening,
  type ScreeningSettings,
  selectFlagsOfAll,
  selectNewest,
  selectSettings,
} from '@/lib/screening/store';

/** A payout may go to this address, as of `screenedAt`. */
export type Passed = { payoutId: string; address: string; screenedAt: Date };

/** What was found is good for so long: from asking to the lock under which something is signed, in seconds. */
export const freshSeconds = 60;
/** Pages ask for the same call again and again: what was found for it is not asked for again within so many seconds. */
const againSeconds = 3;
/**
 * For one link in a day: of all who claim it, and of one network. Once all of it is used up each network still has a few, so that a few
 * strangers with the link cannot use up its owner's; who calls from ever more networks comes to an end, too.
 */
const maxPerDay = { all: 300, ofNetwork: 100, ofEach: 5, ofAnybody: 1_000 } as const;
/** Beyond that the one address that a payout is for is asked about no more often than this, and nobody is refused, in seconds. */
const paceOf = (verdict: ScreeningVerdict) => (verdict === 'clear' ? 30 : 10);
/** Of payouts that leave together so many are asked about at once. */
const maxTogether = 25;

/**
 * Asks who speaks against an address before money of a payout goes there. Takes up to some seconds: call it outside every
 * transaction, and hand what it answers to `requireScreened` under the lock. Refuses: screening_held; rate_limited, to a claimant.
 */
export async function screenPayout(
  ctx: Context,
  payout: Payout,
  address: string,
  stage: ScreeningStage,
): Promise<Passed> {
  const wanted = { payout, address };
  return screenOne(ctx, wanted, stage, await readKnown(ctx.db, [wanted], stage));
}

/** A payout, and where its money would go. */
export type Wanted = { payout: Payout; address: string };

/** The same for several, each with an outcome of its own. */
export async function screenEach(
  ctx: Context,
  wanted: readonly Wanted[],
  stage: ScreeningStage,
): Promise<PromiseSettledResult<Passed>[]> {
  const known = await readKnown(ctx.db, wanted, stage);
  return Promise.allSettled(wanted.map((one) => screenOne(ctx, one, stage, known)));
}

/** What is kept here of payouts that are to be screened: flags and the newest screening by payout, settings by merchant. */
type Known = {
  flags: Map<string, Flag[]>;
  newest: Map<string, Screening>;
  settings: Map<string, ScreeningSettings>;
};

async function readKnown(db: Queryable, wanted: readonly Wanted[], stage: ScreeningStage): Promise<Known> {
  const payouts = wanted.map(({ payout }) => payout);
  const merchants = payouts.map(({ merchantId }) => merchantId);
  const [flags, newest, settings] = await Promise.all([
    selectFlagsOfAll(db, payouts),
    stage === 'created' ? new Map<string, Screening>() : selectNewest(db, wanted),
    selectSettings(db, merchants),
  ]);
  return { flags, newest, settings };
}

async function screenOne(
  ctx: Context,
  { payout, address }: Wanted,
  stage: ScreeningStage,
  known: Known,
): Promise<Passed> {
  const now = ctx.clock.now();
  const by = ctx.actor.kind === 'system' ? 'worker' : 'person';
  if (keepUnasked(known.flags.get(payout.id) ?? [], { address, now, by })) {
    if (payout.obstacle !== 'screening') await park(ctx, payout, 'screening');
    throw refusalOf('screening');
  }
  const passed = { payoutId: payout.id, address };
  const last = known.newest.get(payout.id);
  if (last && isSame(last, stage, now)) return { ...passed, screenedAt: last.screenedAt };
  const network = networkHere(ctx, payout);
  if (ctx.actor.kind === 'claimant' && (await wasAskedOften(ctx, payout, network, now))) {
    if (payout.recipientAddress !== address) throw tooOften();
    if (last && isRecent(last, now)) return { ...passed, screenedAt: last.screenedAt };
  }
  const screened = screenedOf(payout, address);
  const finding = await askAll(ctx, screened, known.settings.get(payout.merchantId) ?? null);
  if (!finding) return { ...passed, screenedAt: now };
  if (await ctx.db.transaction((tx) => judge(tx, ctx, screened, { stage, finding, network }))) {
    return { ...passed, screenedAt: finding.screenedAt };
  }
  throw refusalOf('screening');
}

function isSame(last: Screening, stage: ScreeningStage, now: Date): boolean {
  const isSigning = stage === 'signing' && last.stage === stage;
  return isSigning && last.verdict === 'clear' && addSeconds(last.screenedAt, againSeconds) > now;
}

/** What it found may also speak against the address: then `requireScreened` refuses by the flag that it left. */
function isRecent({ stage, verdict, screenedAt }: Screening, now: Date): boolean {
  return stage !== 'created' && addSeconds(screenedAt, paceOf(verdict)) > now;
}

/** The same for payouts that leave together, each to its own address: one that is held refuses all, by its id. */
export async function screenTogether(
  ctx: Context,
  payouts: readonly Payout[],
  stage: ScreeningStage,
): Promise<Map<string, Passed>> {
  const passed = new Map<string, Passed>();
  for (let first = 0; first < payouts.length; first += maxTogether) {
    const some = payouts.slice(first, first + maxTogether);
    const wanted = some.map((payout) => ({ payout, address: payout.recipientAddress ?? '' }));
    for (const [index, outcome] of (await screenEach(ctx, wanted, stage)).entries()) {
      const id = some[index]?.id ?? '';
      if (outcome.status === 'fulfilled') passed.set(id, outcome.value);
      else throw named(outcome.reason, id);
    }
  }
  return passed;
}

function named(error: unknown, payoutId: string): unknown {
  if (!(error instanceof Refusal) || error.code !== 'screening_held') return error;
  const detail = 'Its screening has to be looked at first: it is on the page of the payout.';
  return new Refusal('screening_held', { detail, extra: { ...error.facts.extra, payout_id: payoutId } });
}

function screenedOf(payout: Payout, address: string): Screened {
  const { merchantId, id: payoutId, chain, token, symbol, decimals, net } = payout;
  return { merchantId, payoutId, chain, token, symbol, decimals, net, address };
}

/** Stands for the network of a claimant among those of this payout; null for others, and where networks cannot be told apart. */
function networkHere({ actor, origin }: Context, { id }: Payout): string | null {
  if (actor.kind !== 'claimant' || !origin?.address || !seesNetworks()) return null;
  return keyedHash(networkOf(origin.address), `screening ${id}`);
}

/** Who has a link could have addresses looked up without end, at the merchant's screener, too. */
async function wasAskedOften({ db }: Context, payout: Payout, network: string | null, now: Date): Promise<boolean> {
  const { all, own } = await countScreenings(db, payout, { since: addSeconds(now, -86_400), network });
  const ofEach = all < maxPerDay.ofAnybody && network !== null && own < maxPerDay.ofEach;
  const isLeft = all < maxPerDay.all || ofEach;
  return !isLeft || own >= maxPerDay.ofNetwork;
}

function tooOften(): Refusal {
  const detail = 'This link was used to ask too often today. Try again tomorrow.';
  return new Refusal('rate_limited', { detail, retryAfterSeconds: 3_600 });
}

/** Evidence, flag, obstacle, event and audit line at once. True where the payout may go there. */
async function judge(
  tx: Tx,
  ctx: Context,
  screened: Screened,
  found: { stage: ScreeningStage; finding: Finding; network: string | null },
): Promise<boolean> {
  const { merchantId, payoutId, address } = screened;
  const now = ctx.clock.now();
  const payout = await lockPayout(tx, { merchantId, id: payoutId });
  const { passes, isNews, screeningId } = await keepFinding(tx, screened, found, now);
  if (isNews) {
    const { verdict, level, category, namedBy } = found.finding;
    const detail = { screening: screeningId, address, verdict, level, category, named_by: namedBy };
    await audit(tx, ctx, { merchantId, action: 'screening.held', subjectId: payoutId, detail, now });
  }
  if (!passes) await parkLocked(tx, ctx, payout, 'screening');
  else if (payout.obstacle === 'screening') await parkLocked(tx, ctx, payout, null);
  return passes;
}

/**
 * Under the lock before anything is signed or handed over: what passed is this payout, to this address, a moment ago, and
 * nothing was raised against it since. Refuses: screening_held, unavailable.
 */
export async function requireScreened(
  tx: Tx,
  payout: LockedPayout,
  passed: Passed | undefined,
  { address, now }: { address: string; now: Date },
): Promise<void> {
  const isOfThis = passed?.payoutId === payout.id && passed.address === address;
  if (!isOfThis || addSeconds(passed.screenedAt, freshSeconds) < now) {
    const detail = 'The address was screened too long ago. Ask again.';
    throw new Refusal('unavailable', { detail, retryAfterSeconds: 1 });
  }
  if (await isKept(tx, payout, address)) throw refusalOf('screening');
}
