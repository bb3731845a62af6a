import type { Context } from '@/lib/access/actor';
import { nodeLacks } from '@/lib/evm/faults';
import { readAgainstBlooms } from '@/lib/evm/read-against-blooms';
import { readInParts, type Span } from '@/lib/evm/read-in-parts';
import { reading } from '@/lib/evm/rpc';
import { readOutgoing, soughtMoves, type TokenMove } from '@/lib/evm/token-moves';
import { handFacts } from '@/lib/rails/wallet/facts';
import { lookAtHash } from '@/lib/rails/wallet/look';
import { recordLog } from './record-log';
import type { OpenPayment } from './store';

/** What public nodes grant a log query, and few enough to read all their headers. */
const stepBlocks = 500n;

/**
 * The last look before a payment by hand is given up: reads everything that left its wallet since it was prepared, up to
 * a final block, and books it in if it is there after all. Throws when the chain does not answer in full.
 */
export async function findMissed(ctx: Context, { transfer, payout }: OpenPayment, final: bigint): Promise<boolean> {
  const { sender, preparedBlock, chain } = transfer;
  if (!sender || preparedBlock === null) return false;
  const { token, recipient, amount } = handFacts(payout, sender);
  const span = { from: preparedBlock + 1n, to: final };
  const parts = readInParts(span, (part) => readAll(transfer, token, part), stepBlocks);
  for await (const { found: moves } of parts) {
    for (const move of moves.filter((one) => one.to === recipient && one.amount === amount)) {
      const seen = await lookAtHash(chain, move.hash);
      if (seen.state !== 'mined') throw nodeLacks(chain, `does not show ${move.hash} in full`);
      const log = seen.payments.find(({ logIndex }) => logIndex === move.logIndex);
      if (log && (await recordLog(ctx, chain, transfer, log, seen))) return true;
    }
  }
  return false;
}

/** With the headers of all these blocks: an empty answer that one of them contradicts is asked again. */
function readAll({ chain, sender }: OpenPayment['transfer'], token: string, span: Span): Promise<TokenMove[]> {
  const senders = sender ? [sender] : [];
  return reading(chain, async (client) => {
    const read = ({ from, to }: Span) => readOutgoing(client, [token], senders, from, to);
    const moves = await readAgainstBlooms(client, span, soughtMoves([token], senders), read);
    if (!moves) throw nodeLacks(chain, `does not have the blocks ${span.from} to ${span.to}`);
    return moves;
  });
}
