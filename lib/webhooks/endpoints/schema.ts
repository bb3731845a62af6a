import { z } from 'zod';
import { eventTypes } from '@/db/vocabulary/events';
import { dialects, endpointStatuses, pauseReasons, signatureKinds } from '@/db/vocabulary/webhooks';
import { idPattern } from '@/lib/kernel/ids';
import { lineOfText } from '@/lib/kernel/text';
import { isoTime } from '@/lib/wire/atoms';
import { verificationAnswer } from '@/lib/wire/attestation';
import { orderAnswer } from '@/lib/wire/order';
import { toldPayout } from '@/lib/wire/payout';

/** The words of the API about webhooks: endpoints as requests and answers, and the event that we send. */

/** What we or HTTP decide about; a merchant's own header must not speak for us. */
const reservedHeaders =
  /^(host|connection|content-.*|transfer-encoding|te|trailer|upgrade|expect|keep-alive|proxy-.*|user-agent|webhook-.*|x-signature.*|x-nitro-.*|x-shkeeper-.*)$/i;

export const sequence = z.int().min(1).meta({
  description: 'Number of the event among yours: 1, 2, 3, … without a gap.',
});

/** Any text: the guard of targets reads it as it came, and refuses it with a code of its own. */
const targetUrl = z
  .string()
  .max(2000)
  .meta({
    description: 'Where to send events: https, on a public address.',
    format: 'uri',
    examples: ['https://example.com/webhooks'],
  });

const wantedEvents = z
  .array(z.enum(['*', ...eventTypes]))
  .min(1)
  .refine((list) => new Set(list).size === list.length, 'must not name an event twice')
  .refine((list) => list.length === 1 || !list.includes('*'), '"*" stands alone: it means every event')
  .meta({ description: 'Event types, or "*" for all of them.', examples: [['*']] });

export const description = lineOfText(200, 0);

const signing = z.enum(signatureKinds).meta({
  description:
    '`hmac`: a secret that you and we share. `ed25519`: we keep the private key, you verify with the public one (only with `standard`).',
});

const ownHeaders = z
  .record(
    z
      .string()
      .regex(/^[A-Za-z0-9!#$%&'*+.^_`|~-]{1,64}$/, 'must be the name of a header')
      .refine((name) => !reservedHeaders.test(name), 'is a header that we set ourselves'),
    z
      .string()
      .max(1000)
      .regex(/^[\x20-\x7e]*$/, 'must be printable ASCII'),
  )
  .refine((map) => Object.keys(map).length <= 10, 'must not have more than 10 headers')
  .refine(
    (map) => new Set(Object.keys(map).map((name) => name.toLowerCase())).size === Object.keys(map).length,
    'must not name a header twice',
  )
  .meta({
    description: 'Headers of your own that go with every request. Stored encrypted; only names are shown again.',
  });

const retryHours = z.int().min(4).max(72).meta({
  description: 'For how many hours a delivery is tried before it is exhausted.',
});

const alertEmail = z.email().max(254).meta({
  description: 'Who is told when deliveries are exhausted; without it, the address in your settings.',
});

const ordered = z.boolean().meta({
  description: 'Send the events of one payout strictly one after another: one that fails holds the next ones back.',
});

export const createEndpointBody = z
  .strictObject({
    url: targetUrl,
    dialect: z.enum(dialects).default('standard').meta({ description: 'The format of what we send.' }),
    events: wantedEvents.optional().meta({ description: 'What you want to hear of; each dialect has a default.' }),
    description: description.optional(),
    signing: signing.default('hmac'),
    headers: ownHeaders.default({}),
    ordered: ordered.default(false),
    retry_hours: retryHours.default(4),
    notice_email: alertEmail.optional(),
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
    headers: ownHeaders.optional().meta({ description: 'Replaces all of them.' }),
    ordered: ordered.optional(),
    retry_hours: retryHours.optional(),
    notice_email: alertEmail.nullable().optional(),
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
    pause_reason: z.enum(pauseReasons).nullable().meta({ description: '`gone`: it answered 410.' }),
    signing: z.enum(signatureKinds),
    public_key: z.string().nullable().meta({ description: 'With `ed25519`: verifies what we send. Not a secret.' }),
    rotation: z
      .object({
        previous_until: isoTime.meta({ description: 'When the last of them ends.' }),
        previous: z.array(z.object({ until: isoTime })).meta({ description: 'Each former secret, the newest first.' }),
      })
      .nullable()
      .meta({ description: 'While rotations overlap: until when former secrets sign, too.' }),
    headers: z.array(z.string()).meta({ description: 'Names of your own headers.' }),
    ordered: z.boolean(),
    retry_hours: z.int(),
    notice_email: z.string().nullable(),
    health: z
      .object({
        state: z
          .enum(['working', 'failing'])
          .meta({ description: '`failing`: it took nothing of what was sent since its last success.' }),
        failing_since: isoTime.nullable(),
        next_probe_at: isoTime.nullable().meta({
          description: 'Set while it rests after five failures in a row: when one message is tried.',
        }),
        pending: z.int(),
        exhausted: z.int().meta({ description: 'Deliveries that nobody has resent; counted up to 10,000.' }),
        refused: z.int().meta({
          description: 'Deliveries since its last success that were sent and not taken; counted up to 2,000.',
        }),
      })
      .meta({ description: 'How it is doing now.' }),
    created_at: isoTime,
  })
  .meta({ id: 'WebhookEndpoint' });
export type EndpointAnswer = z.infer<typeof endpointAnswer>;

const secret = z
  .string()
  .nullable()
  .meta({ description: 'Verifies what we send. Shown once. Null with `ed25519`, where `public_key` does that.' });

export const createdEndpointAnswer = endpointAnswer.extend({ secret }).meta({ id: 'CreatedWebhookEndpoint' });
export type CreatedEndpointAnswer = z.infer<typeof createdEndpointAnswer>;

export const rotateSecretBody = z
  .strictObject({
    overlap_seconds: z
      .int()
      .min(0)
      .max(7 * 86_400)
      .default(86_400)
      .meta({
        description:
          'For how long the secret before signs, too. Those from earlier rotations keep their own ends. 0: all former ones stop at once.',
      }),
  })
  .meta({ id: 'RotateWebhookSecret' });
export type RotateSecretBody = z.infer<typeof rotateSecretBody>;

export const endpointParams = z.object({ id: z.string().regex(idPattern('endpoint')) });

export const endpointList = z.object({ data: z.array(endpointAnswer) }).meta({ id: 'WebhookEndpointList' });
export type EndpointList = z.infer<typeof endpointList>;

/** The body of a Standard Webhooks request. */
export const eventEnvelope = z
  .object({
    type: z.enum(eventTypes),
    sequence: sequence.nullable().meta({ description: 'Its place among your events; null in a test.' }),
    test: z.literal(true).optional().meta({ description: 'Only there, and true, when the test button sent it.' }),
    timestamp: isoTime.meta({ description: 'When it happened, not when it was sent.' }),
    data: toldPayout.or(verificationAnswer).or(orderAnswer).meta({
      description:
        'The payout as it was then, in the words of GET /api/v1/payouts/:id; of `wallet.verified`, the verification; of `order.…`, the order.',
    }),
  })
  .meta({ id: 'Event' });
