import { z } from 'zod';
import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';
import { Refusal } from '@/lib/kernel/errors';

/** A resource that has something of everything, for the tests of the wrapper itself. */

const note = z.strictObject({
  amount: z.string(),
  kind: z.enum(['a', 'b']).default('a'),
  recipient: z.discriminatedUnion('type', [
    z.strictObject({ type: z.literal('wallet'), address: z.string().regex(/^0x/, 'must start with 0x') }),
    z.strictObject({ type: z.literal('anyone') }),
  ]),
  metadata: z.record(z.string().min(1), z.string()).default({}),
});

const faults: Record<string, () => never> = {
  refusal: () => {
    throw new Refusal('amount_too_small', { field: 'amount', detail: 'At least 1.00.', extra: { minimum: '1.00' } });
  },
  bug: () => {
    throw new Error('secret detail');
  },
  chain: () => {
    throw Object.assign(new Error('down'), { name: 'HttpRequestError' });
  },
  database: () => {
    throw new Error('query failed', { cause: Object.assign(new Error('refused'), { code: 'ECONNREFUSED' }) });
  },
};

export const notes = resource('/notes/{id}', {
  POST: route(
    {
      id: 'createNote',
      summary: 'Make a note',
      tag: 'Portal',
      permission: { scope: 'payouts:write' },
      body: note,
      returns: z.object({ amount: z.string(), merchant: z.string() }),
      status: 201,
      refuses: ['amount_too_small'],
    },
    async (ctx, { body }) => {
      faults[body.amount]?.();
      return { amount: body.amount, merchant: ctx.actor.kind === 'api_key' ? ctx.actor.merchantId : '', hidden: 1 };
    },
  ),
  GET: route(
    {
      id: 'viewNote',
      summary: 'See a note',
      tag: 'Portal',
      permission: 'claimant',
      params: z.object({ id: z.string().regex(/^\d+$/) }),
      query: z.strictObject({ limit: z.coerce.number().int().max(10).default(5) }),
      returns: z.object({ id: z.string(), limit: z.number() }),
      refuses: [],
    },
    async (_ctx, { params, query }) => ({ id: params.id, limit: query.limit }),
  ),
});

export const goodNote = { amount: '25.00', recipient: { type: 'anyone' } };
