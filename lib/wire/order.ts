import { z } from 'zod';
import { languages } from '@/db/vocabulary/mails';
import { freezeReasons, type OrderStatus, orderSides, orderStatuses, payInFaults } from '@/db/vocabulary/orders';
import { payoutStatuses, railIds } from '@/db/vocabulary/payouts';
import { chainKey } from '@/lib/chains/chain-key';
import { decimalText, evmAddress, evmHash, isoTime } from './atoms';

/** An escrowed order in the words of the API and of events. */

const side = { contact: z.string().nullable(), language: z.enum(languages).nullable() };

/** How shops that follow their own pay-in know its state. */
export const escrowStates = [
  'pending',
  'funded',
  'releasable',
  'releasing',
  'released',
  'refunded',
  'cancelled',
] as const;
export type EscrowState = (typeof escrowStates)[number];

/** The state of the pay-in, as shops that keep a record of it call it. */
export const escrowStateOf = {
  awaiting_funds: 'pending',
  funded: 'funded',
  delivered: 'releasable',
  releasing: 'releasing',
  partially_released: 'releasable',
  released: 'released',
  on_hold: 'funded',
  disputed: 'funded',
  refunding: 'releasing',
  refunded: 'refunded',
  cancelled: 'cancelled',
} as const satisfies Record<OrderStatus, EscrowState>;

export const orderPayout = z
  .object({ id: z.string(), side: z.enum(orderSides), status: z.enum(payoutStatuses), amount: decimalText })
  .meta({ id: 'OrderPayout' });

export const orderAnswer = z
  .object({
    id: z.string().meta({ examples: ['or_06e2m5k3v7q8w9x0y1z2a3b4c5'] }),
    status: z.enum(orderStatuses),
    version: z.int().meta({ description: 'Grows with every change; the highest one is the truth.' }),
    reference: z.string(),
    category: z.string().nullable(),
    rail: z.enum(railIds),
    chain: chainKey,
    asset: z.string(),
    amount: decimalText.meta({ description: 'What buyer and seller agreed on.' }),
    money: z
      .object({
        funded: decimalText,
        held: decimalText.meta({ description: 'Kept for the order, and on its way to nobody.' }),
        releasing: decimalText.meta({ description: 'In payouts that are open, to either side.' }),
        refunding: decimalText.meta({ description: 'The part of `releasing` that goes back to the buyer.' }),
        released: decimalText.meta({ description: 'What the seller got.' }),
        refunded: decimalText.meta({ description: 'What the buyer got back.' }),
        fees: decimalText,
      })
      .meta({ description: '`funded` is always `held` + `releasing` + `released` + `refunded` + `fees`.' }),
    buyer: z.object({ id: z.string(), ...side }),
    seller: z.object({
      id: z.string(),
      address: evmAddress.nullable(),
      email: z.string().nullable(),
      ...side,
      pending_address: z
        .object({ address: evmAddress, counts_from: isoTime })
        .nullable()
        .meta({ description: 'Another address that was named, and from when on it is paid.' }),
    }),
    pay_in: z
      .object({
        reference: z.string().nullable(),
        hash: evmHash.nullable(),
        fault: z.enum(payInFaults).nullable().meta({ description: 'What the chain says against the hash.' }),
        escrow_state: z.enum(escrowStates),
      })
      .nullable(),
    grace_seconds: z.int(),
    delivered_at: isoTime.nullable(),
    delivered_by: z.string().nullable(),
    auto_release_at: isoTime
      .nullable()
      .meta({ description: 'When what is held is released by itself; null while that is not to be.' }),
    frozen: z
      .object({ since: isoTime, for: z.array(z.enum(freezeReasons)), remaining_seconds: z.int().nullable() })
      .nullable()
      .meta({ description: 'Why the time until then stands still, and how much of it is left.' }),
    extended_until: isoTime.nullable(),
    hold: z.object({ since: isoTime, reason: z.string() }).nullable(),
    dispute: z
      .object({ since: isoTime, reason: z.string(), deadline_at: isoTime, alarmed_at: isoTime.nullable() })
      .nullable(),
    payouts: z.array(orderPayout).meta({ description: 'Every release and refund so far, the first one first.' }),
    funded_at: isoTime.nullable(),
    created_at: isoTime,
    updated_at: isoTime,
  })
  .meta({ id: 'Order' });
export type OrderAnswer = z.infer<typeof orderAnswer>;
