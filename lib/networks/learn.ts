import type { Queryable } from '@/db/client';
import { learnChains } from '@/lib/chains/registry';
import { learnNodes } from '@/lib/chains/served';
import { factsOf, nodesIn } from './facts';
import { selectAddedChains } from './store';

/** Lets this process know the chains that operators added and that are listed, and their nodes. */
export async function learnAddedChains(db: Queryable): Promise<void> {
  const listed = (await selectAddedChains(db)).filter(({ status }) => status === 'listed');
  learnChains(listed.map(factsOf));
  learnNodes(new Map(listed.map((row) => [row.key, nodesIn(row)])));
}
