import { keptDays } from '@/lib/http/pipeline/idempotency';
import { problems } from '@/lib/kernel/errors';
import type { JsonSchema } from './json-schema';

/** Parts of the reference that belong to no single operation. */

export const securitySchemes = {
  apiKey: {
    type: 'http',
    scheme: 'bearer',
    description: 'Your API key. Keep it on your server; it never belongs in a page or an app.',
  },
  operatorKey: {
    type: 'http',
    scheme: 'bearer',
    description:
      'A key of the operators of this portal, which begins with `db_operator_`. It opens nothing of a merchant.',
  },
} as const;

export const idempotencyHeader = {
  name: 'Idempotency-Key',
  in: 'header' as const,
  required: false,
  description: `Any text of your own that is unique to this request, such as a UUID. Sent again with the same body it gets the first answer again, for ${keptDays} days.`,
  schema: { type: 'string', minLength: 1, maxLength: 255 },
};

export const rateHeaderDescriptions = {
  'RateLimit-Policy': 'What you may do: `q` requests in `w` seconds, per key or per address.',
  RateLimit: 'What is left: `r` requests, for the next `t` seconds.',
  'Retry-After': 'Seconds to wait before asking again.',
};

export function problemSchema(): JsonSchema {
  const text = (description: string, more: JsonSchema = {}): JsonSchema => ({ type: 'string', description, ...more });
  return {
    type: 'object',
    description: 'An RFC 9457 problem. Decide by `code`; show `detail` to people. Further members may be there.',
    properties: {
      type: text('Where the code is explained.', { format: 'uri' }),
      title: text('The same for every problem of this code.'),
      status: { type: 'integer', description: 'The HTTP status.' },
      detail: text('What happened this time.'),
      instance: text('The id of the request; tell it to us when you ask.'),
      code: text('Stable; made for programs.', { enum: Object.keys(problems) }),
      field: text('The first field at fault, such as `recipient.address`.'),
      errors: {
        type: 'array',
        description: 'Every field at fault.',
        items: {
          type: 'object',
          properties: {
            field: text('The field.'),
            pointer: text('The same as a JSON pointer into the body.'),
            detail: text('What is wrong with it.'),
          },
          required: ['field', 'detail'],
        },
      },
    },
    required: ['type', 'title', 'status', 'detail', 'instance', 'code'],
  };
}
