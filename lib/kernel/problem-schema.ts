import { z } from 'zod';

/** A refusal as it travels: what a page reads of an RFC 9457 problem document. */
export const problemOnWire = z.object({
  code: z.string(),
  title: z.string(),
  detail: z.string(),
  field: z.string().optional(),
  errors: z.array(z.object({ field: z.string(), detail: z.string() })).optional(),
});
export type ProblemOnWire = z.infer<typeof problemOnWire>;
