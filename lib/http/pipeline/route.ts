import { z } from 'zod';
import type { Context } from '@/lib/access/actor';
import { validate } from '@/lib/http/base/validate';
import type { Permission } from '@/lib/http/identity/authenticate';
import type { ProblemCode } from '@/lib/kernel/errors';
import { unchecked } from '@/lib/kernel/unchecked';
import type { Call } from './serve';
import { mayValidateOnly, withoutValidateOnly } from './validate-only';

export const tags = [
  'Payouts',
  'Orders',
  'Claims',
  'Wallets',
  'Rewards',
  'Gateways',
  'Webhooks',
  'Operators',
  'Portal',
] as const;
/** What the desk's own pages use is no part of the reference. */
export type Tag = (typeof tags)[number] | 'Desk' | 'Operator pages';

/** Everything that a caller needs to know of an operation; the reference is made of it. */
export type Descriptor = {
  /** Names the operation for generated clients and for its samples in `examples/api`. */
  id: string;
  summary: string;
  description?: string;
  tag: Tag;
  permission: Permission;
  params?: z.ZodType;
  query?: z.ZodType;
  body?: z.ZodType;
  /** How long the body may be, where that is more than usual. */
  bodyBytes?: number;
  returns: z.ZodType;
  /** 204 has no body: `returns` is then `z.void()`. */
  status?: 200 | 201 | 202 | 204;
  /** What this operation may refuse with, besides what `route` itself refuses. */
  refuses: readonly ProblemCode[];
  /** Whether Idempotency-Key is honoured; for operations that would do their work again when repeated. */
  idempotent?: boolean;
  /** The answer to an operators' key is kept, sealed, with the merchant that `id` of the path names. */
  keptWithMerchant?: boolean;
};

type Output<Schema> = Schema extends z.ZodType ? z.output<Schema> : undefined;

export type Input<D extends Descriptor> = {
  params: Output<D['params']>;
  query: Output<D['query']>;
  body: Output<D['body']>;
};

/** A request's parts as they came, before any schema saw them. */
export type CallInput = { params: unknown; query: unknown; body: unknown };

export type Operation = {
  descriptor: Descriptor;
  /** Validates the request now; what it gives back does the work and writes the answer's body. */
  prepare(given: CallInput): (ctx: Context, call: Call) => Promise<string>;
  /** What is done instead where the body says `validate_only`. */
  validating?: Operation;
};

type Handler<D extends Descriptor, Answer> = (ctx: Context, input: Input<D>, call: Call) => Promise<Answer>;
/** What a create answers that only checks, and its verb, which keeps nothing. */
export type Validating<D extends Descriptor, Returns extends z.ZodType> = {
  returns: Returns;
  run: Handler<D, z.output<Returns>>;
};

const nothing = z.strictObject({});

/**
 * One operation of the API: a descriptor and the call that does the work. `resource` puts it at its address, and
 * `serve` authenticates, limits, validates, replays, encodes and turns refusals into problems. `call` is the request as it
 * came, with the headers of the answer, for cookies. With `validating` the body may say `validate_only`, which no handler sees.
 */
export function route<const D extends Descriptor, V extends z.ZodType = z.ZodVoid>(
  descriptor: D,
  handler: Handler<D, z.output<D['returns']>>,
  validating?: Validating<D, V>,
): Operation {
  if (!validating) return operationOf<D>(descriptor, handler);
  const asked = { ...descriptor, body: mayValidateOnly(descriptor.body) };
  const checks = { ...asked, returns: validating.returns, status: 200 as const, idempotent: false };
  return { ...operationOf<D>(asked, handler), validating: operationOf<D>(checks, validating.run) };
}

function operationOf<D extends Descriptor>(descriptor: Descriptor, handler: Handler<D, unknown>): Operation {
  return {
    descriptor,
    prepare(given) {
      const input = unchecked<Input<D>>(
        {
          params: descriptor.params?.parse(given.params),
          query: descriptor.query && validate(descriptor.query, given.query, 'query'),
          body: withoutValidateOnly(validate(descriptor.body ?? nothing, given.body, 'body')),
        },
        'the compiler cannot follow optional members of a generic descriptor',
      );
      return async (ctx, call) => JSON.stringify(z.encode(descriptor.returns, await handler(ctx, input, call))) ?? '';
    },
  };
}
