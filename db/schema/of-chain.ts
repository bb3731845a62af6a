import { text } from 'drizzle-orm/pg-core';
import type { ChainKey } from '@/db/vocabulary/chains';
import { chains } from './chains';

/** The chain of a row. */
export const ofChain = () =>
  text('chain')
    .$type<ChainKey>()
    .references(() => chains.key);

/** The same where the asset of the row leads to its chain, so that each line of the books is spared one more lookup. */
export const chainOfAsset = () => text('chain').$type<ChainKey>();
