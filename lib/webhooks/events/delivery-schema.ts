import { z } from 'zod';
import { eventTypes } from '@/db/vocabulary/events';
import { deliveryStatuses } from '@/db/vocabulary/webhooks';
import { givenTime } from '@/lib/kernel/given-schema';
import { idPattern } from '@/lib/kernel/ids';
import { machineText } from '@/lib/kernel/text';
import { sequence } from '@/lib/webhooks/endpoints/schema';
import { isoTime } from '@/lib/wire/atoms';

/** The words of the API about what was told: events by cursor, deliveries with their attempts, sending again. */

/**
 * A payout as an event kept it, or a verification. Shown as a Payout, but not held against its schema: an event may be older than a field,
 * and must never keep a cursor from going on.
 */
const payoutThen = z.record(z.string(), z.unknown()).meta({
  $ref: '#/components/schemas/Payout',
  description:
    'The payout as it was then, in the words of GET /api/v1/payouts/:id; of `wallet.verified`, the verification; of `order.…`, the order.',
});

/** What the pull cursor answers: the same events, in their sequence. */
export const pulledEvent = z
  .object({
    id: z.string().meta({ description: 'The `webhook-id` of its deliveries.' }),
    sequence,
    type: z.enum(eventTypes),
    timestamp: isoTime,
    data: payoutThen,
  })
  .meta({ id: 'PulledEvent' });

export const listEventsQuery = z
  .strictObject({
    cursor: machineText(40).optional().meta({
      description:
        'The `next_cursor` of the page before. It notices when the portal was restored from a backup meanwhile.',
    }),
    after: z.coerce
      .number()
      .int()
      .min(0)
      .default(0)
      .meta({ description: 'Without a cursor: the last sequence number that you have.' }),
    limit: z.coerce.number().int().min(1).max(500).default(100),
    type: z.enum(eventTypes).optional(),
    payout: z.string().regex(idPattern('payout')).optional(),
  })
  .meta({ id: 'ListEvents' });
export type ListEventsQuery = z.infer<typeof listEventsQuery>;

export const eventPage = z
  .object({
    data: z.array(pulledEvent),
    next_cursor: z.string().meta({ description: 'Send it as `cursor` to go on, also when this page is empty.' }),
    next_after: z.int().meta({ description: 'The place in the sequence that was reached.' }),
    has_more: z.boolean(),
  })
  .meta({ id: 'EventPage' });
export type EventPage = z.infer<typeof eventPage>;

export const attemptAnswer = z
  .object({
    number: z.int(),
    started_at: isoTime,
    duration_ms: z.int(),
    request: z.object({
      method: z.string(),
      url: z.string().nullable(),
      headers: z
        .record(z.string(), z.string())
        .nullable()
        .meta({ description: 'Values of your own headers are hidden.' }),
      body: z.string().nullable(),
    }),
    status: z.int().nullable().meta({ description: 'HTTP status; null where no answer came.' }),
    answer: z.string().nullable().meta({ description: 'The first 2,048 bytes of the answer.' }),
    error: z.string().nullable().meta({ description: 'What went wrong, in words.' }),
  })
  .meta({ id: 'WebhookAttempt' });

export const deliveryAnswer = z
  .object({
    id: z.string().meta({ examples: ['de_06e2m5k3v7q8w9x0y1z2a3b4c5'] }),
    endpoint: z.string(),
    status: z.enum(deliveryStatuses),
    event: z.object({
      id: z.string(),
      type: z.enum(eventTypes),
      sequence: sequence.nullable(),
      payout: z.string().meta({
        description: 'What it tells of: a payout; of `wallet.verified`, a verification; of `order.…`, an order.',
      }),
      test: z.boolean(),
    }),
    attempts: z.int(),
    last_attempt: z
      .object({ started_at: isoTime, status: z.int().nullable(), error: z.string().nullable() })
      .nullable(),
    next_attempt_at: isoTime.nullable(),
    delivered_at: isoTime.nullable(),
    created_at: isoTime,
  })
  .meta({ id: 'WebhookDelivery' });
export type DeliveryAnswer = z.infer<typeof deliveryAnswer>;

export const deliveryDetail = deliveryAnswer
  .extend({ log: z.array(attemptAnswer).meta({ description: 'Every attempt, newest first, up to 100.' }) })
  .meta({ id: 'WebhookDeliveryDetail' });
export type DeliveryDetail = z.infer<typeof deliveryDetail>;

export const deliveryParams = z.object({ id: z.string().regex(idPattern('delivery')) });

export const listDeliveriesQuery = z
  .strictObject({
    endpoint: z.string().regex(idPattern('endpoint')).optional(),
    status: z.enum(deliveryStatuses).optional(),
    payout: z.string().regex(idPattern('payout')).optional(),
    limit: z.coerce.number().int().min(1).max(100).default(25),
    cursor: machineText(200).optional(),
  })
  .meta({ id: 'ListWebhookDeliveries' });
export type ListDeliveriesQuery = z.infer<typeof listDeliveriesQuery>;

export const deliveryPage = z
  .object({ data: z.array(deliveryAnswer), next_cursor: z.string().nullable() })
  .meta({ id: 'WebhookDeliveryPage' });
export type DeliveryPage = z.infer<typeof deliveryPage>;

export const resendBody = z
  .strictObject({
    from: givenTime.meta({ description: 'Events that happened at this time or later …' }),
    to: givenTime.optional().meta({ description: '… and before this one; without it, until now.' }),
    only: z.enum(['undelivered', 'all']).default('undelivered').meta({
      description:
        '`undelivered`: what this endpoint wants and has not taken, also what happened while it was paused or before it was made. `all`: what it took, too.',
    }),
    after: z.int().min(0).default(0).meta({ description: 'To go on: `next_after` of the answer before.' }),
  })
  .refine(({ from, to }) => to === undefined || Date.parse(from) < Date.parse(to), {
    error: 'must be later than from',
    path: ['to'],
  })
  .meta({ id: 'ResendWebhooks' });
export type ResendBody = z.infer<typeof resendBody>;

export const resendAnswer = z
  .object({
    queued: z.int(),
    next_after: z
      .int()
      .nullable()
      .meta({ description: 'Null when the whole range is queued; else ask again with it.' }),
  })
  .meta({ id: 'ResentWebhooks' });
export type ResendAnswer = z.infer<typeof resendAnswer>;

/** What the desk's one button for everything that was given up answers. */
export const exhaustedResent = z.object({
  queued: z.int(),
  more: z.boolean().meta({ description: 'Ask again for the rest.' }),
});
export type ExhaustedResent = z.infer<typeof exhaustedResent>;
