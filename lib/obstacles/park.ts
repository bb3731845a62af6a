import type { Tx } from '@/db/client';
import type { Obstacle } from '@/db/vocabulary/payouts';
import type { Context } from '@/lib/access/actor';
import { audit } from '@/lib/access/audit';
import { log } from '@/lib/kernel/log';
import { type LockedPayout, lockPayout, updatePayout } from '@/lib/payouts/locked-store';
import { tell } from '@/lib/payouts/move';
import { type Hindrance, isRefillable, lastsUntilClaimed, refusalOf } from '@/lib/payouts/obstacle-words';
import { readAndPresent } from '@/lib/payouts/present';
import type { Key, Payout, Vault } from '@/lib/payouts/store';
import { obstacleOf } from '@/lib/rails/contract/obstacle';
import type { NoSignature } from '@/lib/rails/rail';
import { type ObstacleFinding, readObstacle } from './read-obstacle';

type ClaimTarget = { payout: Payout; vault: Vault };

/**
 * Keeps with an open payout what keeps it from being paid, or that nothing does any more; `held`: what there is of what is short,
 * where one wallet is to hold it. False where that was known.
 */
export async function park(
  ctx: Context,
  key: Key,
  obstacle: Obstacle | null,
  held: bigint | null = null,
): Promise<boolean> {
  return ctx.db.transaction(async (tx) => {
    const payout = await lockPayout(tx, key);
    return (await parkLocked(tx, ctx, payout, obstacle, held)).version > payout.version;
  });
}

/** The same in the caller's transaction. Returns the payout as it is now. */
export async function parkLocked(
  tx: Tx,
  ctx: Context,
  payout: LockedPayout,
  obstacle: Obstacle | null,
  held: bigint | null = null,
): Promise<LockedPayout> {
  const now = ctx.clock.now();
  if (payout.status !== 'pending' || isEnding(payout, now)) return payout;
  if (payout.obstacle === obstacle) {
    return payout.obstacleHeld === held ? payout : updatePayout(tx, payout, { obstacleHeld: held }, now);
  }
  const { merchantId, id, obstacle: before, obstaclesTold } = payout;
  const isNews = obstacle !== null && !obstaclesTold.includes(obstacle);
  const set = {
    obstacle,
    obstacleSince: obstacle && now,
    obstacleHeld: held,
    ...(isNews && { obstaclesTold: [...obstaclesTold, obstacle] }),
  };
  const parked = await updatePayout(tx, payout, set, now);
  // A vault that runs dry and fills up by turns is told of once for each payout that it holds up.
  if (isNews) await tell(tx, parked, eventOf(obstacle), await readAndPresent(tx, parked), now);
  const detail = { cause: obstacle ?? before };
  await audit(tx, ctx, { merchantId, action: actionOf(obstacle, before), subjectId: id, detail, now });
  return parked;
}

function isEnding({ cancelRequestedAt, expiresAt }: Payout, now: Date): boolean {
  return cancelRequestedAt !== null || expiresAt <= now;
}

function eventOf(obstacle: Obstacle) {
  return isRefillable(obstacle) ? 'payout.awaiting_funds' : 'payout.not_payable';
}

function actionOf(obstacle: Obstacle | null, before: Obstacle | null): string {
  if (obstacle) return eventOf(obstacle);
  return isRefillable(before) ? 'payout.funded' : 'payout.payable';
}

/**
 * Refuses a claim that would only burn the network fee, by its cause, and keeps that cause with the payout.
 * Refuses: awaiting_funds, signer_refused, token_*, vault_blocked, recipient_blocked, clock_behind, chain_unavailable.
 */
export async function refuseObstructed(
  ctx: Context,
  claimed: ClaimTarget,
  address: string | null,
  maxAgeMs = 0,
): Promise<void> {
  const found = await readObstacle(ctx, claimed, address, maxAgeMs);
  if (found) await refuse(ctx, claimed, found);
}

/** The same for a claim whose rehearsal was refused in this word: the chain is looked at again for what it means. */
export async function refuseRehearsed(
  ctx: Context,
  claimed: ClaimTarget,
  address: string,
  word: string,
): Promise<never> {
  const found = await readObstacle(ctx, claimed, address);
  const hindrance = obstacleOf(word);
  // A cause by name that the chain does not show a moment later has passed already.
  const ofPayout = hindrance === 'other' && claimed.payout.recipientAddress !== null;
  return refuse(ctx, claimed, found ?? { hindrance, ofPayout }, word);
}

/** The same for a claim that the vault's signer did not sign. What it says against one address of many holds up no other. */
export async function refuseUnsigned(ctx: Context, claimed: ClaimTarget, unsigned: NoSignature): Promise<never> {
  const { because: hindrance, word } = unsigned;
  const ofPayout = claimed.payout.recipientAddress !== null || word !== 'recipient_not_allowed';
  return refuse(ctx, claimed, { hindrance, ofPayout }, word ?? undefined);
}

async function refuse(ctx: Context, { payout }: ClaimTarget, found: ObstacleFinding, word?: string): Promise<never> {
  const { hindrance, ofPayout } = found;
  if (hindrance === 'our_clock') {
    log.error(
      { chain: payout.chain },
      'the clock of this machine is behind the chain: nothing that it signs can be used',
    );
  } else if (ofPayout) {
    await park(ctx, payout, hindrance);
  }
  throw refusalOf(hindrance, word);
}

/** A claim that passed its rehearsal proves that nothing holds the payout up. */
export async function unpark(ctx: Context, payout: Payout): Promise<void> {
  if (payout.obstacle) await park(ctx, payout, null);
}

/**
 * What the holder of a link is told, from answers at most `maxAgeMs` old. What differs from what is kept with the payout is
 * read again and kept: a page that shows trouble has told the merchant of it.
 */
export async function showObstacle(ctx: Context, claimed: ClaimTarget, maxAgeMs: number): Promise<Hindrance | null> {
  const { payout } = claimed;
  const read = async (age: number) => {
    const found = await readObstacle(ctx, claimed, payout.recipientAddress, age);
    if (found?.hindrance === 'our_clock') return 'our_clock';
    return found?.hindrance ?? (lastsUntilClaimed(payout.obstacle) ? payout.obstacle : null);
  };
  const shown = await read(maxAgeMs);
  if (shown === payout.obstacle || shown === 'our_clock') return shown;
  const fresh = await read(0);
  if (fresh !== 'our_clock') await park(ctx, payout, fresh);
  return fresh;
}
