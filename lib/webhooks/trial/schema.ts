import { z } from 'zod';
import { eventTypes } from '@/db/vocabulary/events';
import { payoutStatuses } from '@/db/vocabulary/payouts';
import { webAddressText } from '@/lib/kernel/text';

/** The words of the API about trying an endpoint out. */

export const testEndpointBody = z
  .strictObject({
    event: z.enum(eventTypes).optional().meta({ description: 'Which event to send; default `payout.completed`.' }),
    status: z.enum(payoutStatuses).optional().meta({
      description: 'Instead of an event: the state of the payout in it.',
    }),
  })
  .refine((body) => !(body.event && body.status), { error: 'name an event or a status, not both', path: ['status'] })
  .meta({ id: 'TestWebhook' });
export type TestEndpointBody = z.infer<typeof testEndpointBody>;

export const verifySampleBody = z
  .strictObject({
    body: z.string().max(60_000).meta({ description: 'The exact text that your server received.' }),
    url: webAddressText(4000)
      .optional()
      .meta({ description: 'The address that was called; default the endpoint’s own.' }),
    headers: z.record(z.string().max(100), z.string().max(4000)).default({}).meta({
      description: 'The headers that your server received.',
    }),
  })
  .meta({ id: 'VerifySample' });
export type VerifySampleBody = z.infer<typeof verifySampleBody>;

export const verifySampleAnswer = z
  .object({
    matches: z.boolean().nullable().meta({ description: 'Null where the headers that you gave hold no signature.' }),
    expected: z
      .record(z.string(), z.string())
      .meta({ description: 'The headers, body field or parameter that prove it.' }),
    signed_content: z.string().meta({ description: 'The exact text that the signature is made over.' }),
    hints: z.array(z.string()).meta({ description: 'What may be wrong, in words.' }),
  })
  .meta({ id: 'VerifiedSample' });
export type VerifySampleAnswer = z.infer<typeof verifySampleAnswer>;

export const outgoingAddresses = z
  .object({
    data: z.array(z.string()).meta({ description: 'Addresses and ranges (CIDR) that our requests come from.' }),
  })
  .meta({ id: 'WebhookSources' });
export type OutgoingAddresses = z.infer<typeof outgoingAddresses>;
