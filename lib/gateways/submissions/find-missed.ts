import type { Context } from '@/lib/access/actor';
import { nodeLacks } from '@/lib/evm/faults';
import { readAgainstBlooms } from '@/lib/evm/read-against-blooms';
import { readInParts, type Span } from '@/lib/evm/read-in-parts';
import { reading } from '@/lib/evm/rpc';
import { readOutgoing, soughtMoves, type TokenMove } from '@/lib/evm/token-moves';
import type { HandLog } from '@/lib/rails/wallet/logs';
import { recordSeen } from './record-seen';
import type { Submission } from './store';

/** What public nodes grant a log query, and few enough to read all their headers. */
const stepBlocks = 500n;

/** What left the hot wallet to the recipient, of this token, since the submission was written down and up to a block. */
export async function readMovesSince(submission: Submission, from: bigint, to: bigint): Promise<HandLog[]> {
  const { chain, wallet, token, recipient: payee } = submission;
  const found: HandLog[] = [];
  const read = (part: Span) => readOutgoingOf(submission, part);
  if (from > to) return found;
  for await (const { found: moves } of readInParts({ from, to }, read, stepBlocks)) {
    if (!moves) throw nodeLacks(chain, `does not have all blocks from ${from} to ${to}`);
    for (const { to: recipient, block: blockNumber, ...rest } of moves) {
      const log = { ...rest, recipient, blockNumber };
      if (log.from === wallet && log.token === token && recipient === payee) found.push(log);
    }
  }
  return found;
}

/** With the headers of all these blocks: an empty answer that one of them contradicts is asked again. */
function readOutgoingOf({ chain, token, wallet }: Submission, span: Span): Promise<TokenMove[]> {
  return reading(chain, async (client) => {
    const read = ({ from, to }: Span) => readOutgoing(client, [token], [wallet], from, to);
    const moves = await readAgainstBlooms(client, span, soughtMoves([token], [wallet]), read);
    if (!moves) throw nodeLacks(chain, `does not have the blocks ${span.from} to ${span.to}`);
    return moves;
  });
}

/** Reads the chain for a submission on purpose, up to a final block, and books its payment in where it is there. */
export async function findMissed(ctx: Context, submission: Submission, final: bigint): Promise<boolean> {
  for (const log of await readMovesSince(submission, submission.submitBlock + 1n, final)) {
    if (await recordSeen(ctx, submission.chain, submission, log)) return true;
  }
  return false;
}
