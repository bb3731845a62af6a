import type { Tx } from '@/db/client';
import type { ChainKey } from '@/db/vocabulary/chains';
import type { Context } from '@/lib/access/actor';
import { audit } from '@/lib/access/audit';
import type { TokenMove } from '@/lib/evm/token-moves';
import { lockPayout } from '@/lib/payouts/locked-store';
import type { Key } from '@/lib/payouts/store';
import { type LockedTransfer, readLiveTransfer, readTransfer, type Transfer } from '@/lib/payouts/transfer-store';
import type { HandLog } from '@/lib/rails/wallet/logs';
import { apply, type Held } from './apply';
import { keepWord } from './assurance-store';
import type { Carrier, Resolution } from './facts';
import { gatherLogFacts, type SeenLog, timeOf } from './gather';
import type { Objection } from './may-settle';
import { resolve } from './resolve';
import { lockHash } from './store';

/**
 * Records the log as the payment of this payout: `confirming` until its block is final. False when the log pays another payout,
 * the payout has another transfer under way, or it may not settle it: then the payment says why.
 * Refuses: chain_unavailable.
 */
export async function recordLog(
  ctx: Context,
  chain: ChainKey,
  known: Transfer,
  log: HandLog,
  carrier: Carrier,
): Promise<boolean> {
  return recordAs('payment', ctx, chain, known, { log, carrier });
}

/**
 * Keeps that the chain shows a payment which was given up, and which cannot be booked while another one of its payout is
 * open. Nothing is kept of a log that stands for a payment already.
 */
export async function noteArrival(ctx: Context, chain: ChainKey, known: Transfer, log: HandLog): Promise<void> {
  await recordAs('late', ctx, chain, known, { log, carrier: null });
}

async function recordAs(
  by: 'payment' | 'late',
  ctx: Context,
  chain: ChainKey,
  known: Transfer,
  { log, carrier }: Pick<SeenLog, 'log' | 'carrier'>,
): Promise<boolean> {
  const at = await timeOf(chain, log);
  return ctx.db.transaction(async (tx) => {
    const key = { merchantId: known.merchantId, id: known.payoutId };
    const seen = { by, chain, log, carrier, at, sayer: null };
    const { held, resolution } = await judge(tx, key, known.id, seen);
    return (await apply(tx, ctx, held, resolution)) && resolution.is === 'pays';
  });
}

/** `taken`: the log or the payout is settled otherwise. `blocked`: another payment of the payout may come. */
export type Recording = 'recorded' | 'known' | 'taken' | 'blocked' | Objection;

/**
 * The same for a payment that nobody reported and that was found to fit a payout: what waits for it gets its hash, and
 * where nothing waits it becomes a transfer of its own. `sayer`: the member who says so, which is kept.
 */
export async function recordFound(
  ctx: Context,
  chain: ChainKey,
  key: Key,
  log: HandLog,
  sayer: string | null = null,
): Promise<Recording> {
  const at = await timeOf(chain, log);
  return ctx.db.transaction(async (tx) => {
    const seen = { by: 'figures' as const, chain, log, carrier: null, at, sayer };
    const { held, resolution } = await judge(tx, key, null, seen);
    const { payout } = held;
    const now = ctx.clock.now();
    const fits = resolution.is === 'pays' || resolution.is === 'objected';
    if (sayer && fits) await keepWord(tx, payout, { hash: log.hash, sender: log.from, userId: sayer, now });
    if (resolution.is === 'objected') return resolution.objection;
    if (resolution.is === 'known' || resolution.is === 'blocked') return resolution.is;
    if (!(await apply(tx, ctx, held, resolution)) || resolution.is !== 'pays') return 'taken';
    await audit(tx, ctx, {
      ...{ merchantId: payout.merchantId, action: 'payout.payment_found', subjectId: payout.id, now },
      detail: { hash: log.hash, logIndex: log.logIndex, sender: log.from },
    });
    return 'recorded';
  });
}

/** Under the locks of the payout and of the hash, as one log pays one payout. Without an id: for what is open about the payout. */
async function judge(
  tx: Tx,
  key: Key,
  id: string | null,
  seen: SeenLog,
): Promise<{ held: Held; resolution: Resolution }> {
  const payout = await lockPayout(tx, key);
  await lockHash(tx, seen.chain, seen.log.hash);
  const live = await readLiveTransfer(tx, payout);
  const transfer: LockedTransfer | null = id === null ? live : await readTransfer(tx, payout, id);
  return {
    held: { payout, transfer },
    resolution: resolve(await gatherLogFacts(tx, payout, { transfer, live }, seen)),
  };
}

/** A movement as the payment that it may be. */
export function logOf({ to: recipient, block: blockNumber, ...rest }: TokenMove): HandLog {
  return { ...rest, recipient, blockNumber };
}
