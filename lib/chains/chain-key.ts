import { z } from 'zod';
import { type ChainKey, shippedChains } from '@/db/vocabulary/chains';
import { unchecked } from '@/lib/kernel/unchecked';
import { isChainKey, knownChains } from './registry';

/** How the key of a chain is spelt. */
export const chainKeyForm = /^[a-z][a-z0-9]{1,15}$/;

const error = () =>
  `must be one of: ${knownChains()
    .map(({ key }) => key)
    .join(', ')}`;

/** A chain on the wire: one that this process knows when it is asked, so that chains which operators add need no release. */
export const chainKey = unchecked<z.ZodType<ChainKey, ChainKey>>(
  z
    .string({ error })
    .regex(chainKeyForm, { error, abort: true })
    .refine(isChainKey, { error })
    .meta({ description: 'A network, by its key. Operators may add others.', examples: [...shippedChains] }),
  'zod does not narrow by a refinement; isChainKey is what makes the type',
);
