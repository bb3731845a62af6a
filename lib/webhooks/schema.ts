import { z } from 'zod';
import { dialects, endpointStatuses, eventTypes } from '@/db/vocabulary';
import { idPattern } from '@/lib/kernel/ids';
import { payoutAnswer } from '@/lib/payouts/schema';

/** The words of the API about webhooks: endpoints as requests and answers, and the event that we send. */

const isoTime = z.iso.datetime().meta({ examples: ['2026-01-31T12:00:00.000Z'] });

const targetUrl = z
  .url({ protocol: /^https?$/, error: 'must be an https address' })
  .max(2000)
  .meta({
    description: 'Where to send events: https, on a public address.',
    examples: ['https://example.com/webhooks'],
  });

const wantedEvents = z
  .array(z.enum(['*', ...eventTypes]))
  .min(1)
  .refine((list) => new Set(list).size === list.length, 'must not name an event twice')
  .refine((list) => list.length === 1 || !list.includes('*'), '"*" stands alone: it means every event')
  .meta({ description: 'Event types, or "*" for all of them.', examples: [['*']] });

const description = z
  .string()
  .max(200)
  .regex(/^[^\p{Cc}\p{Cs}\p{Co}\p{Cn}]*$/u, 'must not contain control characters');

export const createEndpointBody = z
  .strictObject({
    url: targetUrl,
    dialect: z.enum(dialects).default('standard'),
    events: wantedEvents.default(['*']),
    description: description.optional(),
  })
  .meta({ id: 'CreateWebhookEndpoint' });
export type CreateEndpointBody = z.infer<typeof createEndpointBody>;

export const updateEndpointBody = z
  .strictObject({
    url: targetUrl.optional(),
    events: wantedEvents.optional(),
    description: description.nullable().optional(),
    status: z.enum(endpointStatuses).optional().meta({
      description: 'While `paused` nothing is sent: what was already queued waits, new events are not queued.',
    }),
  })
  .meta({ id: 'UpdateWebhookEndpoint' });
export type UpdateEndpointBody = z.infer<typeof updateEndpointBody>;

export const endpointAnswer = z
  .object({
    id: z.string().meta({ examples: ['we_06e2m5k3v7q8w9x0y1z2a3b4c5'] }),
    url: z.string(),
    dialect: z.enum(dialects),
    events: z.array(z.string()),
    description: z.string().nullable(),
    status: z.enum(endpointStatuses),
    created_at: isoTime,
  })
  .meta({ id: 'WebhookEndpoint' });
export type EndpointAnswer = z.infer<typeof endpointAnswer>;

export const createdEndpointAnswer = endpointAnswer
  .extend({ secret: z.string().meta({ description: 'Verifies what we send. Shown once; starts with "whsec_".' }) })
  .meta({ id: 'CreatedWebhookEndpoint' });
export type CreatedEndpointAnswer = z.infer<typeof createdEndpointAnswer>;

export const endpointParams = z.object({ id: z.string().regex(idPattern('endpoint')) });

export const endpointList = z.object({ data: z.array(endpointAnswer) }).meta({ id: 'WebhookEndpointList' });
export type EndpointList = z.infer<typeof endpointList>;

/** The body of a Standard Webhooks request. */
export const eventEnvelope = z
  .object({
    type: z.enum(eventTypes),
    timestamp: isoTime.meta({ description: 'When it happened, not when it was sent.' }),
    data: payoutAnswer.meta({ description: 'The payout as it was then, in the words of GET /api/v1/payouts/:id.' }),
  })
  .meta({ id: 'Event' });
