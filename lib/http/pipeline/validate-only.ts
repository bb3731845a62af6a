import { z } from 'zod';

const name = 'validate_only';
const validateOnly = z.boolean().optional().meta({
  description:
    'With `true` nothing is made: every rule is applied, and the answer is a `PayoutValidation` with status 200, or the problem that would be met. `Idempotency-Key` has no meaning then.',
});

/** The same body, of the same name, which may also ask that nothing is made. */
export function mayValidateOnly(body: z.ZodType | undefined): z.ZodType {
  if (!(body instanceof z.ZodObject)) throw new Error('Only a body with fields can say `validate_only`');
  return body.safeExtend({ [name]: validateOnly }).meta(body.meta() ?? {});
}

/** What a handler sees: the field is the pipeline's own. */
export function withoutValidateOnly(body: unknown): unknown {
  if (typeof body !== 'object' || body === null || !(name in body)) return body;
  const { [name]: _asked, ...rest } = body;
  return rest;
}

export function isValidateOnly(body: unknown): boolean {
  return typeof body === 'object' && body !== null && name in body && body[name] === true;
}
