import { z } from 'zod';
import { relayReasons } from '@/db/vocabulary/relay';
import { decimalText, evmAddress } from '@/lib/wire/atoms';

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

/** What sending one claim costs the portal, and what stands against it. */
export const sendingCost = z
  .object({
    currency: z.string(),
    amount: decimalText.nullable().meta({
      description:
        'An estimate at the price that we saw last; what it took, once `final`. Null where no price is known.',
    }),
    final: z.boolean().meta({ description: 'Whether a final block has it, so that `amount` is what it took.' }),
    fee: z
      .object({ amount: decimalText, asset: z.string() })
      .meta({ description: 'What the fee of this payout brings for it. The recipient pays nothing beside that.' }),
  })
  .meta({ id: 'SendingCost' });
export type SendingCost = z.infer<typeof sendingCost>;
