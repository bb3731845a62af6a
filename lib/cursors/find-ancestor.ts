import type { Queryable } from '@/db/client';
import type { ChainKey } from '@/db/vocabulary/chains';
import type { Context } from '@/lib/access/actor';
import { chainOf } from '@/lib/chains/registry';
import { type BlockMark, findBlock } from '@/lib/evm/blocks';
import { nodeLacks } from '@/lib/evm/faults';
import { anchorAt } from '@/lib/evm/nodes/own-chain';
import { finding, reading } from '@/lib/evm/rpc';
import { Refusal } from '@/lib/kernel/errors';
import { type Cursor, findOldestBlock, type StoredBlock, selectBlocks } from './store';

/** Hashes that one batch compares. */
const batchBlocks = 50;
/** A node may be this much behind another one of its provider; longer is told. */
const maxWaitSeconds = 60;

/** Lets this process believe only nodes that know the oldest block that we keep. */
export async function requireKnownHistory(db: Queryable, chain: ChainKey): Promise<void> {
  const oldest = await findOldestBlock(db, chain);
  if (oldest) anchorAt(chain, oldest);
}

export type Ancestor = { number: bigint; time: Date };

/**
 * Where our view and the chain agree: `same` at the cursor, `behind` when the node does not say. What was read is undone
 * only on proof: another block in place of one of ours, or a head that is younger than our newest block and below it.
 * Refuses: chain_unavailable, of a node that stays behind.
 */
export async function findAncestor(
  ctx: Context,
  chain: ChainKey,
  cursor: Cursor,
  head: BlockMark,
): Promise<'same' | 'behind' | Ancestor> {
  const known = await selectBlocks(ctx.db, chain);
  const [newest] = known;
  if (newest?.number !== cursor.number) throw new Error(`The kept blocks of ${chain} do not end at its cursor`);
  const there = await finding(chain, (client) => findBlock(client, newest.number));
  if (there?.hash === newest.hash) return 'same';
  const { agreed, differs } = await compare(
    chain,
    known.filter((block) => block.number <= head.number),
  );
  if (agreed && (differs || (head.number < newest.number && head.time > newest.time))) return agreed;
  return behind(ctx, chain, cursor, head);
}

/** The newest of these blocks that the node has, too, and whether it has others in place of those above it. */
async function compare(chain: ChainKey, known: readonly StoredBlock[]) {
  let differs = false;
  for (let from = 0; from < known.length; from += batchBlocks) {
    const batch = known.slice(from, from + batchBlocks);
    const found = await readBlocks(chain, batch);
    for (const [index, block] of batch.entries()) {
      const there = found[index];
      if (!there) return { agreed: null, differs };
      if (there.hash === block.hash) return { agreed: block, differs };
      differs = true;
    }
  }
  if (differs) throw nodeLacks(chain, 'has none of the blocks that were read before: it is on another history');
  return { agreed: null, differs };
}

function readBlocks(chain: ChainKey, blocks: readonly StoredBlock[]): Promise<(BlockMark | null)[]> {
  return reading(chain, (client) => Promise.all(blocks.map(({ number }) => findBlock(client, number))));
}

/** Nothing is concluded from a node that is behind; one that stays so is told. */
function behind(ctx: Context, chain: ChainKey, cursor: Cursor, head: BlockMark): 'behind' {
  const silentMs = ctx.clock.now().getTime() - cursor.updatedAt.getTime();
  if (silentMs < maxWaitSeconds * 1000) return 'behind';
  const detail = `The node of ${chainOf(chain).name} is behind: its head is ${head.number}, and ${cursor.number} was read before.`;
  throw new Refusal('chain_unavailable', { detail });
}
