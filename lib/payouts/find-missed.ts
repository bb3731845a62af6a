import type { Context } from '@/lib/access/actor';
import { findBlock } from '@/lib/evm/blocks';
import { nodeLacks } from '@/lib/evm/faults';
import { reading } from '@/lib/evm/rpc';
import { readOutgoing, type TokenMove } from '@/lib/evm/token-moves';
import { lookAtHash } from '@/lib/rails/wallet/look';
import { handFacts } from './payment-facts';
import type { OpenPayment } from './payment-store';
import { recordLog } from './record-log';

/** What public nodes grant a log query. */
const stepBlocks = 1_000n;

/**
 * The last look before a payment by hand is given up: reads everything that left its wallet since it was prepared, up to
 * a final block, and books it in if it is there after all. Throws when the chain does not answer in full.
 */
export async function findMissed(ctx: Context, { transfer, payout }: OpenPayment, final: bigint): Promise<boolean> {
  const { sender, preparedBlock, chain } = transfer;
  if (!sender || preparedBlock === null) return false;
  const { token, recipient, amount } = handFacts(payout, sender);
  for (let from = preparedBlock + 1n; from <= final; from += stepBlocks) {
    const to = from + stepBlocks - 1n < final ? from + stepBlocks - 1n : final;
    const moves = await readAll(transfer, token, from, to);
    for (const move of moves.filter((one) => one.to === recipient && one.amount === amount)) {
      const seen = await lookAtHash(chain, move.hash);
      if (seen.state !== 'mined') throw nodeLacks(chain, `does not show ${move.hash} in full`);
      const log = seen.payments.find(({ logIndex }) => logIndex === move.logIndex);
      if (log && (await recordLog(ctx, chain, transfer, log, seen))) return true;
    }
  }
  return false;
}

/** In one batch with the last block: a node that lacks it has no say on what happened up to it. */
function readAll(
  { chain, sender }: OpenPayment['transfer'],
  token: string,
  from: bigint,
  to: bigint,
): Promise<TokenMove[]> {
  return reading(chain, async (client) => {
    const [last, moves] = await Promise.all([
      findBlock(client, to),
      readOutgoing(client, [token], sender ? [sender] : [], from, to),
    ]);
    if (!last) throw nodeLacks(chain, `does not have the block ${to}`);
    return moves;
  });
}
