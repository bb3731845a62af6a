import type { ChainKey } from '@/db/vocabulary/chains';
import type { SandboxOutcome } from '@/db/vocabulary/sandbox';
import type { Context } from '@/lib/access/actor';
import { audit } from '@/lib/access/audit';
import { Refusal } from '@/lib/kernel/errors';
import { log } from '@/lib/kernel/log';
import { park } from '@/lib/obstacles/park';
import { playedObstacle } from '@/lib/obstacles/played-obstacle';
import { type LockedPayout, lockPayout } from '@/lib/payouts/locked-store';
import { screenPayout } from '@/lib/payouts/screening/screen';
import type { Payout } from '@/lib/payouts/store';
import { findLatestTransfer } from '@/lib/payouts/transfer-store';
import { undoConfirmed } from '@/lib/payouts/undo-transfers';
import { merchantOverBudget } from '@/lib/relay/claims/budget';
import { enqueueRelay } from '@/lib/relay/claims/enqueue-relay';
import { findRelayed } from '@/lib/relay/claims/store';
import { findScreening } from '@/lib/screening/store';
import { outcomeOfAddress } from '@/lib/wire/sandbox';
import { selectToPlay } from './store';

const atOnce = 100;

/**
 * Plays the world outside for test payouts to reserved addresses: their recipient has them sent, the token refuses them, the vault is
 * empty, the network takes back what it paid. True where there was something to do.
 */
export async function playPayouts(ctx: Context, chain: ChainKey): Promise<boolean> {
  let done = 0;
  for (const payout of await selectToPlay(ctx.db, chain, atOnce)) if (await playSafely(ctx, payout)) done += 1;
  return done > 0;
}

/** One that cannot be played holds up none of the others. */
async function playSafely(ctx: Context, payout: Payout): Promise<boolean> {
  try {
    return await play(ctx, payout);
  } catch (error) {
    log.error({ payout: payout.id, err: error }, 'the end of a test payout could not be played');
    return false;
  }
}

async function play(ctx: Context, payout: Payout): Promise<boolean> {
  const outcome = outcomeOfAddress(payout.recipientAddress ?? '');
  if (payout.status === 'completed') return takeBack(ctx, payout);
  const obstacle = await playedObstacle(ctx.db, payout);
  if (obstacle) return park(ctx, payout, obstacle);
  if (outcome === 'screening_hit') return screen(ctx, payout);
  return isClaimed(outcome) && claim(ctx, payout);
}

/** Screened once as it is made, also where nobody else is asked; an owner may go on with it then, as with a real one. */
async function screen(ctx: Context, payout: Payout): Promise<boolean> {
  if (payout.recipientAddress === null || (await findScreening(ctx.db, payout))) return false;
  await screenPayout(ctx, payout, payout.recipientAddress, 'created').catch((error: unknown) => {
    if (!(error instanceof Refusal && error.code === 'screening_held')) throw error;
  });
  return true;
}

const isClaimed = (outcome: SandboxOutcome | null) => outcome === 'paid' || outcome === 'undone';

/** As its recipient asks the portal to send it, once; what is sent without a claim needs nobody to ask. */
async function claim(ctx: Context, key: Payout): Promise<boolean> {
  const now = ctx.clock.now();
  if (await merchantOverBudget(ctx.db, key.merchantId, now)) return false;
  return ctx.db.transaction(async (tx) => {
    const payout = await lockPayout(tx, key);
    const { delivery, recipientAddress: recipient, merchantId, id: subjectId } = payout;
    if (!isOpen(payout, now) || delivery === 'send' || recipient === null) return false;
    if (await findRelayed(tx, payout)) return false;
    await enqueueRelay(tx, payout, { recipient, now });
    await audit(tx, ctx, {
      merchantId,
      action: 'payout.send_asked',
      subjectId,
      detail: { recipient, played: true },
      now,
    });
    return true;
  });
}

function isOpen({ status, obstacle, cancelRequestedAt, expiresAt }: LockedPayout, now: Date): boolean {
  return status === 'pending' && obstacle === null && !cancelRequestedAt && expiresAt > now;
}

/** As a network that takes back what it paid. The chain still has it: who looks again finds it paid. */
async function takeBack(ctx: Context, key: Payout): Promise<boolean> {
  const now = ctx.clock.now();
  const transfer = await findLatestTransfer(ctx.db, key);
  if (!transfer) return false;
  return ctx.db.transaction(async (tx) => {
    const payout = await lockPayout(tx, key);
    return (await undoConfirmed(tx, ctx, { payout, id: transfer.id }, now)) !== null;
  });
}
