import type { ChainKey } from '@/db/vocabulary/chains';
import type { Context } from '@/lib/access/actor';
import { hex } from '@/lib/chains/address';
import { drawbridgeAddress } from '@/lib/chains/deployments';
import { reading } from '@/lib/evm/rpc';
import type { TokenMove } from '@/lib/evm/token-moves';
import { lockPayout } from '@/lib/payouts/locked-store';
import { readTransfer, updateTransfer } from '@/lib/payouts/transfer-store';
import type { ClaimLog } from '@/lib/rails/rail';
import { belongsTo, type HandLog } from '@/lib/rails/wallet/logs';
import type { Execution } from '@/lib/rails/wallet/proposals';
import { logOf, noteArrival, recordLog } from './record-log';
import { type OpenPayment, selectCandidates, selectProposals } from './store';

type CarrierCall = { from: string; nonce: number; to: string | null };

/**
 * Finds the payments by hand among what left our wallets, whether or not anybody reported a hash: same wallet, payee,
 * token and exact amount, sent after it was prepared. What a claim moved is no payment by hand.
 */
export async function matchPayments(
  ctx: Context,
  chain: ChainKey,
  moves: readonly TokenMove[],
  claims: readonly ClaimLog[],
): Promise<void> {
  const carriers = new Map<string, CarrierCall>();
  for (const move of moves) {
    const log = logOf(move);
    if (claims.some((claim) => belongsTo(claim, log))) continue;
    const candidates = await selectCandidates(ctx.db, chain, move);
    if (candidates.length === 0) continue;
    const carrier = carriers.get(move.hash) ?? (await readCarrier(chain, move.hash));
    carriers.set(move.hash, carrier);
    await book(ctx, chain, candidates.filter((one) => mayBe(one, log, carrier)).sort(byHash(log.hash)), log, carrier);
  }
}

/** Books a log for the first payment that takes it; that of one which was given up and cannot take it now is kept. */
async function book(ctx: Context, chain: ChainKey, fitting: OpenPayment[], log: HandLog, carrier: CarrierCall) {
  for (const { transfer } of fitting) if (await recordLog(ctx, chain, transfer, log, carrier)) return;
  const late = fitting.find(({ transfer }) => transfer.status === 'dropped');
  if (late) await noteArrival(ctx, chain, late.transfer, log);
}

async function readCarrier(chain: ChainKey, hash: string): Promise<CarrierCall> {
  const { from, nonce, to } = await reading(chain, (client) => client.getTransaction({ hash: hex(hash) }));
  return { from: from.toLowerCase(), nonce, to: to?.toLowerCase() ?? null };
}

/** The one that was reported with this hash comes first. */
function byHash(hash: string) {
  return (a: OpenPayment, b: OpenPayment) => Number(b.transfer.hash === hash) - Number(a.transfer.hash === hash);
}

/**
 * Whether this log can be what was prepared. A reported hash narrows nothing: it may be of another call, and what
 * pays the same to the same person must not be paid again.
 */
function mayBe({ transfer, signing }: OpenPayment, log: HandLog, carrier: CarrierCall): boolean {
  if (transfer.hash === log.hash) return true;
  const direct = carrier.from === log.from;
  if (!signing) return direct && transfer.nonce === carrier.nonce;
  if (!direct) return log.blockNumber > (transfer.preparedBlock ?? log.blockNumber);
  if (carrier.nonce < signing.nonceFloor) return false;
  // A batch of the contract cannot be paid by a transfer that stands beside it.
  const target = { disperse: drawbridgeAddress.toLowerCase(), transfer: log.token, one_by_one: log.token, calls: null };
  const wanted = target[signing.way];
  return wanted === null || wanted === carrier.to;
}

/** Gives a Safe's payments the hash under which their proposals were carried out; `followPayments` looks at it then. */
export async function matchProposals(ctx: Context, chain: ChainKey, executions: readonly Execution[]): Promise<void> {
  if (executions.length === 0) return;
  for (const proposed of await selectProposals(ctx.db, chain)) {
    const done = executions.find(({ safe, proposal }) => safe === proposed.sender && proposal === proposed.proposal);
    if (!done) continue;
    const now = ctx.clock.now();
    await ctx.db.transaction(async (tx) => {
      const payout = await lockPayout(tx, { merchantId: proposed.merchantId, id: proposed.payoutId });
      const transfer = await readTransfer(tx, payout, proposed.id);
      if (!transfer) return;
      const set = {
        status: 'submitted' as const,
        hash: done.hash,
        seenAt: transfer.seenAt ?? now,
        deniedAtBlock: null,
      };
      await updateTransfer(tx, transfer, ['prepared', 'submitted'], set, now);
    });
  }
}
