import type { Tx } from '@/db/client';
import type { Context } from '@/lib/access/actor';
import { audit } from '@/lib/access/audit';
import type { Span } from '@/lib/evm/read-in-parts';
import { newId } from '@/lib/kernel/ids';
import type { Balances } from '@/lib/reconcile/books/check-balances';
import { type Close, findClose, insertClose } from '@/lib/reconcile/core/close-store';
import { selectUnresolved } from '@/lib/reconcile/core/difference-store';
import type { Reconciliation } from '@/lib/reconcile/core/store';

export type Result = { span: Span; complete: boolean; cutAt: Date; balances: Balances };

/** Signs a day off, in the transaction that ends its reconciliation: green, or with everything that is not resolved. */
export async function closeDay(tx: Tx, ctx: Context, run: Reconciliation, result: Result): Promise<void> {
  const open = await selectUnresolved(tx, run.merchantId, run.chain);
  const { assets, block } = result.balances;
  await write(tx, ctx, run, {
    status: open.length === 0 ? 'green' : 'differences',
    reason: null,
    complete: result.complete,
    fromBlock: result.span.from,
    toBlock: result.span.to,
    cutAt: result.cutAt,
    totals: { assets, counts: run.counts, balanceBlock: block.toString() },
    differenceIds: open.map(({ id }) => id),
  });
}

/** Says that a day was not checked, unless its page says so already. */
export async function closeUnchecked(tx: Tx, ctx: Context, run: Reconciliation, reason: string): Promise<void> {
  const last = await findClose(tx, run.merchantId, run.chain, run.day);
  if (last?.status === 'not_checked' && last.reason === reason) return;
  const totals = { assets: [], counts: run.counts, balanceBlock: null };
  const nothing = { complete: false, fromBlock: null, toBlock: null, differenceIds: [] };
  await write(tx, ctx, run, { status: 'not_checked', reason, ...nothing, cutAt: run.createdAt, totals });
}

type Facts = Pick<
  Close,
  'status' | 'reason' | 'complete' | 'fromBlock' | 'toBlock' | 'cutAt' | 'totals' | 'differenceIds'
>;

async function write(tx: Tx, ctx: Context, run: Reconciliation, facts: Facts): Promise<void> {
  const { merchantId, chain, day, actorKind, actorId } = run;
  const now = ctx.clock.now();
  const id = newId('close', now.getTime());
  const row = { id, merchantId, chain, day, actorKind, actorId, reconciliationId: run.id, createdAt: now, ...facts };
  const { version } = await insertClose(tx, row);
  const detail = { chain, day, version, status: facts.status, differences: facts.differenceIds.length };
  await audit(tx, ctx, { merchantId, action: 'close.made', subjectId: id, detail, now });
}
