import { z } from 'zod';

/** What people call something that a line is about: a payout by its reference and amount; client-safe. */
export const subjectName = z.object({
  name: z.string(),
  money: z.object({ amount: z.string(), asset: z.string() }).nullable(),
});
export type SubjectName = z.infer<typeof subjectName>;
