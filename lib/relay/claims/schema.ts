import { z } from 'zod';
import { relayReasons } from '@/db/vocabulary';
import { evmAddress } from '@/lib/wire/atoms';

export const relayStates = ['queued', 'sending', 'sent', 'paid', 'ended'] as const;

/** What the portal sends for the recipient, or would. */
export const relayView = z
  .object({
    offered: z
      .boolean()
      .meta({ description: 'Whether the portal would send this claim now, without cost to the recipient.' }),
    state: z
      .enum(relayStates)
      .nullable()
      .meta({ description: 'Of the one that was asked for last; null where none was. `paid`: it is in a block.' }),
    address: evmAddress.nullable().meta({ description: 'Where that one goes.' }),
    reason: z
      .enum(relayReasons)
      .nullable()
      .meta({ description: 'Why it is not offered, waits or ended. More codes may come.' }),
    next: z.string().meta({ description: 'The same in plain words: what happens next.' }),
  })
  .meta({ id: 'Relay' });
export type RelayView = z.infer<typeof relayView>;
