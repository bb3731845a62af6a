import type { Queryable, Tx } from '@/db/client';
import type { ScreeningStage } from '@/db/vocabulary/screening';
import { addSeconds } from '@/lib/kernel/clock';
import { newId } from '@/lib/kernel/ids';
import type { Screened } from './answer';
import type { Finding } from './ask-all';
import type { Raised } from './schema';
import { dropFlag, type Flag, findSettings, insertScreening, overruleOpen, saveFlag, selectFlags } from './store';

type Key = { merchantId: string; id: string };

/** While nobody could tell, a person's next try asks again after this, and a worker's after more, in seconds. */
const patience = { person: 10, worker: 300 } as const;

const isOpen = ({ overruledAt }: Flag) => overruledAt === null;

/** What the token alone blocks passes as its issuer unblocks it; every other listing waits for an owner. */
const isLasting = ({ verdict, namedBy }: Flag) =>
  verdict === 'listed' && namedBy.some((screener) => screener !== 'token');

/** A listing keeps the whole payout: who is listed must not get it by another wallet. A doubt keeps its own address. */
const keepsFrom = (address: string) => (flag: Flag) => isOpen(flag) && (isLasting(flag) || flag.address === address);

/** Whether a flag keeps this payout from being paid to an address; asked under the payout's lock, it still holds then. */
export async function isKept(db: Queryable, payout: Key, address: string): Promise<boolean> {
  return (await selectFlags(db, payout)).some(keepsFrom(address));
}

/** Whether these flags of a payout keep it so before anybody is asked again: old doubts are no reason to refuse unasked. */
export function keepUnasked(
  flags: readonly Flag[],
  { address, now, by }: { address: string; now: Date; by: keyof typeof patience },
): boolean {
  const isYoung = ({ raisedAt }: Flag) => addSeconds(raisedAt, patience[by]) > now;
  return flags
    .filter(keepsFrom(address))
    .some((flag) => isLasting(flag) || (flag.verdict === 'unknown' && isYoung(flag)));
}

export type Judged = { screeningId: string; passes: boolean; isNews: boolean };

/**
 * Keeps what was found, raises the flag that it calls for, or drops the one that it ends. `passes`: the payout may go to this
 * address now. The caller holds the payout's lock.
 */
export async function keepFinding(
  tx: Tx,
  screened: Screened,
  { stage, finding, network }: { stage: ScreeningStage; finding: Finding; network: string | null },
  now: Date,
): Promise<Judged> {
  const { merchantId, payoutId, address } = screened;
  const { namedBy, ...found } = finding;
  const screeningId = newId('screening', now.getTime());
  await insertScreening(tx, { id: screeningId, merchantId, payoutId, address, stage, network, ...found });
  const flags = await selectFlags(tx, { merchantId, id: payoutId });
  const own = flags.find((flag) => flag.address === address) ?? null;
  // As a payout is made only what is certain is told: a doubt may have passed before it is paid.
  const isEarly = stage === 'created' && finding.verdict === 'unknown';
  if (isEarly || !(await speaksAgainst(tx, screened, finding)) || isOverruled(own, finding)) {
    const isOver = own !== null && isOpen(own) && !isLasting(own) && !isEarly;
    if (isOver) await dropFlag(tx, { merchantId, id: payoutId }, address);
    const others = isOver ? flags.filter((flag) => flag !== own) : flags;
    return { screeningId, passes: !others.some(keepsFrom(address)), isNews: false };
  }
  const { verdict } = finding;
  const stands = own !== null && isOpen(own) && isLasting(own);
  // Two who ask at one moment may hear a listing and a silence: only an owner ends the listing.
  if (stands && !isLasting({ ...own, ...finding })) return { screeningId, passes: false, isNews: false };
  const isKnown = own !== null && isOpen(own) && own.verdict === verdict && String(own.namedBy) === String(namedBy);
  await saveFlag(tx, { merchantId, payoutId, address, screeningId, verdict, namedBy, raisedAt: now });
  return { screeningId, passes: false, isNews: !isKnown };
}

/** Nobody can tell: the merchant's rule says up to which amount it pays then. Without a rule it pays nothing. */
async function speaksAgainst(tx: Tx, { merchantId, net, decimals }: Screened, { verdict }: Finding): Promise<boolean> {
  if (verdict !== 'unknown') return verdict === 'listed';
  const below = (await findSettings(tx, merchantId))?.payUnknownBelow ?? 0n;
  return net * 10n ** BigInt(18 - decimals) >= below;
}

/** An owner went on against these very screeners, or more: one that names the address only now is another matter. */
function isOverruled(flag: Flag | null, { namedBy }: Finding): boolean {
  return flag !== null && !isOpen(flag) && namedBy.every((screener) => flag.namedBy.includes(screener));
}

type Decision = { userId: string; words: string; seen?: readonly Raised[] | undefined; now: Date };

/**
 * An owner goes on against what they saw, or against all that is open. Returns the addresses that this counts for, and whether anything
 * else is open, such as what was raised while they decided. The caller holds the payout's lock.
 */
export async function overruleFlags(
  tx: Tx,
  payout: Key,
  { userId, words, seen, now }: Decision,
): Promise<{ addresses: string[]; isLeft: boolean }> {
  const open = (await selectFlags(tx, payout)).filter(isOpen);
  const isSeen = ({ address, verdict }: Flag) =>
    !seen || seen.some((one) => one.address.toLowerCase() === address && one.verdict === verdict);
  const chosen = open.filter(isSeen).map(({ address }) => address);
  const set = { overruledBy: userId, overruledAt: now, overruledWords: words };
  const addresses = await overruleOpen(tx, payout, chosen, set);
  return { addresses, isLeft: addresses.length < open.length };
}
