import type { Queryable } from '@/db/client';
import type { ChainKey } from '@/db/vocabulary/chains';
import type { PayInFault } from '@/db/vocabulary/orders';
import type { Context } from '@/lib/access/actor';
import { hex } from '@/lib/chains/address';
import { type Cursor, findCursor, isOnOurChain } from '@/lib/cursors/store';
import { findBlock } from '@/lib/evm/blocks';
import { reading } from '@/lib/evm/rpc';
import { type Sighting, sight } from '@/lib/evm/transactions';
import { selectHotWallets } from '@/lib/gateways/store';
import { addSeconds } from '@/lib/kernel/clock';
import { Refusal } from '@/lib/kernel/errors';
import { log } from '@/lib/kernel/log';
import { agreed } from '@/lib/nodes/agreed';
import { findTerms } from '@/lib/payouts/store';
import { termsOf } from '@/lib/rails/traits';
import { paymentsIn } from '@/lib/rails/wallet/logs';
import { selectProven } from '@/lib/wallets/store';
import { lockOrder, noteLook } from './core/locked-store';
import { moveOrder } from './core/move';
import { type Order, selectToFund } from './core/store';
import { fundLocked } from './fund';

const ordersAtOnce = 50;
const againAfterSeconds = 10;
/** So far the clock of a chain may be from ours: what is older than that did not pay in for the order. */
const skewSeconds = 120;

/** What the chain says of a hash: that it paid in, what speaks against it, or nothing for good yet. */
type Finding = 'paid' | 'open' | PayInFault;

/**
 * Funds the orders whose transfers lie in final blocks and brought what was agreed, each alone: one that cannot be written keeps no
 * other from it. True when more may be due at once. Refuses: chain_unavailable.
 */
export async function checkPayIns(ctx: Context, chain: ChainKey): Promise<boolean> {
  const since = addSeconds(ctx.clock.now(), -againAfterSeconds);
  const waiting = await selectToFund(ctx.db, chain, since, ordersAtOnce);
  const cursor = waiting.length > 0 && (await findCursor(ctx.db, chain));
  if (!cursor) return false;
  let done = 0;
  for (const order of waiting) if (await lookSafely(ctx, order, cursor)) done += 1;
  return waiting.length === ordersAtOnce && done > 0;
}

async function lookSafely(ctx: Context, order: Order, cursor: Cursor): Promise<boolean> {
  try {
    await apply(ctx, order, await lookTwice(ctx, order, cursor));
    return true;
  } catch (error) {
    if (error instanceof Refusal && error.code === 'chain_unavailable') throw error;
    log.error({ order: order.id, err: error }, 'what paid in for an order was not written down; it is tried again');
    return false;
  }
}

/** What one node says is enough to wait or to doubt; that money came, a second one has to say, too. */
async function lookTwice(ctx: Context, order: Order, cursor: Cursor): Promise<Finding> {
  const ask = () => look(ctx.db, order, cursor);
  const found = await ask();
  if (found !== 'paid' || order.payInHash === null) return found;
  return agreed(ctx, { chain: order.chain, kind: 'receipt', subject: order.payInHash, upTo: cursor.finalNumber }, ask);
}

async function look(db: Queryable, order: Order, cursor: Cursor): Promise<Finding> {
  const { chain, payInHash } = order;
  if (payInHash === null) return 'open';
  const seen = await reading(chain, (client) => sight(client, hex(payInHash)));
  if (seen.state !== 'mined') return 'open';
  const { blockNumber, blockHash } = seen.receipt;
  const block = { blockNumber, blockHash: blockHash.toLowerCase() };
  if (blockNumber > cursor.finalNumber || !(await isOnOurChain(db, chain, block, cursor))) return 'open';
  const made = await reading(chain, (client) => findBlock(client, blockNumber));
  if (made?.hash.toLowerCase() !== block.blockHash) return 'open';
  if (made.time < addSeconds(order.createdAt, -skewSeconds)) return 'too_old';
  return judge(order, seen, await receiversOf(db, order));
}

function judge(
  { token, amount }: Order,
  { receipt }: Sighting & { state: 'mined' },
  ours: ReadonlySet<string>,
): Finding {
  if (receipt.status !== 'success') return 'reverted';
  const ofToken = paymentsIn(receipt.logs).filter((log) => log.token === token);
  if (ofToken.length === 0) return 'other_token';
  const toUs = ofToken.filter(({ recipient, from }) => ours.has(recipient) && !ours.has(from));
  if (toUs.length === 0) return 'not_to_us';
  return toUs.some((log) => log.amount === amount) ? 'paid' : 'other_amount';
}

/** Where an order's money is kept, by how it will leave: the vault, or wallets that are proved to be the merchant's. */
async function receiversOf(db: Queryable, { merchantId, chain, symbol, rail }: Order): Promise<ReadonlySet<string>> {
  if (termsOf(rail).needsVault) {
    const terms = await findTerms(db, merchantId, chain, symbol);
    return new Set(terms?.vault ? [terms.vault.address] : []);
  }
  const hot = await selectHotWallets(db, merchantId, chain);
  return (await selectProven(db, { merchantId, chain })).union(new Set(hot.map(({ address }) => address)));
}

/** Writes down what was found, unless the order changed while the chain was asked. */
async function apply(ctx: Context, { merchantId, id, version }: Order, found: Finding): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const order = await lockOrder(tx, { merchantId, id });
    if (order.version !== version) return;
    const seen = { payInCheckedAt: ctx.clock.now() };
    if (found === 'open') return noteLook(tx, order, seen);
    if (found === 'paid') await fundLocked(tx, ctx, order, 'chain', seen);
    else
      await moveOrder(tx, ctx, order, {
        action: 'pay_in_refused',
        set: { ...seen, payInFault: found },
        detail: { fault: found },
      });
  });
}
