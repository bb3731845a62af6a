import type { Tx } from '@/db/client';
import { together } from '@/db/together';
import type { ChainKey } from '@/db/vocabulary/chains';
import type { Context } from '@/lib/access/actor';
import { audit } from '@/lib/access/audit';
import { type Held, tellHeld } from '@/lib/cursors/tell-held';
import { nodeLacks } from '@/lib/evm/faults';
import { Refusal } from '@/lib/kernel/errors';
import { log } from '@/lib/kernel/log';
import { agreed } from '@/lib/nodes/agreed';
import type { PaymentLog, Proof } from '@/lib/rails/rail';
import { proveTogether } from '@/lib/rails/registry';
import { termsOf } from '@/lib/rails/traits';
import { type Failure, reason } from '@/lib/wire/reason';
import { failureColumns, noFailure } from './failure';
import { move } from './move';
import { startProcessing } from './sightings';
import type { Payout, Vault } from './store';
import {
  hasVoucherFor,
  type Locked,
  lockAllUnchanged,
  lockUnchanged,
  maxFollowed,
  selectTransfers,
  type Transfer,
  updateTransfer,
} from './transfer-store';

/**
 * The one road to `completed`: reads the chain again, from two nodes where there are, for every claim that lies in a final block,
 * and settles those that paid exactly what was agreed. Throws when the chain does not answer, so that nothing is passed over. What
 * fails for another reason is told, stays `confirming`, is tried again with the next step, and holds up no other.
 */
export async function confirmTransfers(ctx: Context, chain: ChainKey, finalNumber: bigint): Promise<number> {
  const held = new Map<string, Held>();
  let done = 0;
  for (let isMore = true; isMore; ) {
    const final = await selectTransfers(ctx.db, chain, ['confirming'], { upTo: finalNumber });
    const fresh = final.filter(({ transfer }) => !held.has(transfer.id));
    for (const some of togetherOf(fresh)) {
      for (const one of await confirmAlone(ctx, chain, some, finalNumber)) held.set(one.id, one);
    }
    done += fresh.length;
    isMore = final.length === maxFollowed && fresh.length > 0;
  }
  await tellHeld(ctx, chain, [...held.values()]);
  return done - held.size;
}

/** Which of these cannot be settled, and why: looked for one by one where they cannot be settled together. Refuses: chain_unavailable. */
async function confirmAlone(ctx: Context, chain: ChainKey, some: readonly Final[], upTo: bigint): Promise<Held[]> {
  try {
    await confirmSome(ctx, chain, some, upTo);
    return [];
  } catch (error) {
    if (error instanceof Refusal && error.code === 'chain_unavailable') throw error;
    const [first] = some;
    if (first && some.length === 1) return [{ id: first.transfer.id, payoutId: first.transfer.payoutId, error }];
    const held: Held[] = [];
    for (const one of some) held.push(...(await confirmAlone(ctx, chain, [one], upTo)));
    return held;
  }
}

type Final = { transfer: Transfer; payout: Payout; vault: Vault | null };

/** So many are settled in one transaction: as many as one transfer of ours pays. */
const maxTogether = 25;

/** What one transfer paid on one rail goes together. What moves an order or a purse locks that, too, and goes alone. */
function togetherOf(final: readonly Final[]): Final[][] {
  const byTransfer = Map.groupBy(final, ({ transfer: { id, hash, rail }, payout: { orderId, redemptionId } }) =>
    orderId === null && redemptionId === null ? `${rail} ${hash}` : id,
  );
  return [...byTransfer.values()].flatMap((some) => {
    const parts = Math.ceil(some.length / maxTogether);
    return Array.from({ length: parts }, (_, part) => some.slice(part * maxTogether, (part + 1) * maxTogether));
  });
}

/** All of them stand in one transfer. */
async function confirmSome(ctx: Context, chain: ChainKey, some: readonly Final[], upTo: bigint): Promise<void> {
  const [first] = some;
  if (!first) return;
  const { rail } = first.transfer;
  const logged = some.map((payment) => ({ payment, log: logOf(payment.transfer) }));
  const disputed = { chain, kind: 'receipt', subject: logOf(first.transfer).hash, upTo } as const;
  const proofs = await agreed(ctx, disputed, () => proveTogether(rail, logged));
  const sound: Final[] = [];
  for (const [index, one] of some.entries()) {
    const proof = proofs[index] ?? { state: 'absent' };
    const { transfer } = one;
    // A node that lags or lies by omission: the step is repeated, and a real reorganisation is noticed first then.
    if (proof.state === 'absent') throw nodeLacks(chain, `does not show ${transfer.hash} where it was`);
    if (proof.state === 'differs') await doubt(ctx, transfer, proof.because, { as: differing(transfer) });
    else if (await isEntitled(ctx, one.payout, proof)) sound.push(one);
    else await doubt(ctx, transfer, reason('recipient_not_signed_for'));
  }
  if (sound.length > 0) await completeAll(ctx, sound);
}

async function isEntitled(
  ctx: Context,
  payout: Payout,
  { recipient, byKey }: Extract<Proof, { state: 'proved' }>,
): Promise<boolean> {
  if (payout.recipientAddress) return payout.recipientAddress === recipient;
  return byKey || hasVoucherFor(ctx.db, payout, recipient);
}

/** Decided under the locks of all of them: what changed since it was looked at is left for the next step. */
async function completeAll(ctx: Context, some: readonly Final[]): Promise<void> {
  const now = ctx.clock.now();
  await ctx.db.transaction(async (tx) => {
    await together(await lockAllUnchanged(tx, some), async ({ transfer, payout }) => {
      const settled = await updateTransfer(tx, transfer, ['confirming'], { status: 'confirmed' }, now);
      if (!settled || payout.status !== 'processing') return;
      const set = { completedAt: now, ...noFailure, obstacle: null, obstacleSince: null, cancelRequestedAt: null };
      await move(tx, ctx, payout, { to: 'completed', set, transfer: settled, because: reason('paid_for_good') });
    });
  });
}

function logOf(transfer: Transfer): PaymentLog {
  const { hash, blockNumber, blockHash, logIndex, recipient } = transfer;
  if (!hash || blockNumber === null || !blockHash || logIndex === null || !recipient) {
    throw new Error(`The transfer ${transfer.id} is confirming without a place in the chain`);
  }
  return { hash, blockNumber, blockHash, logIndex, recipient };
}

/** What a claim paid is known, to the last unit; of a payment without a claim id it is not known whose it was. */
function differing({ rail }: Transfer): 'unknown' | 'differs' {
  return termsOf(rail).hasClaimId ? 'differs' : 'unknown';
}

type Doubted = { from?: readonly Transfer['status'][]; as?: 'unknown' | 'differs' };

/** What was paid but not as agreed waits for a person; it blocks every other transfer of the payout until then. */
async function doubt(ctx: Context, transfer: Transfer, because: Failure, as: Doubted = {}): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const same = await lockUnchanged(tx, transfer);
    if (same) await doubtLocked(tx, ctx, same, because, as);
  });
}

/** The same under the lock of its payout; false, and nothing written, when it is in none of the statuses `from`. */
export async function doubtLocked(
  tx: Tx,
  ctx: Context,
  { payout, transfer }: Locked,
  because: Failure,
  { from = ['confirming'], as = 'unknown' }: Doubted = {},
): Promise<boolean> {
  const now = ctx.clock.now();
  log.error({ transfer: transfer.id, because }, 'a payout was paid but not as agreed');
  const set = { status: as, ...failureColumns(because) };
  if (!(await updateTransfer(tx, transfer, from, set, now))) return false;
  await startProcessing(tx, ctx, payout, reason('money_moved_otherwise'));
  const { merchantId, payoutId: subjectId } = transfer;
  await audit(tx, ctx, {
    merchantId,
    action: as === 'differs' ? 'transfer.differs' : 'transfer.doubted',
    subjectId,
    detail: { because },
    now,
  });
  return true;
}
