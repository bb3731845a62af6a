import { z } from 'zod';
import { guideSteps } from '@/db/vocabulary/merchants';

/** The way to a first payout as the desk shows it; client-safe. */

export const guideStepOnPage = z.object({
  step: z.enum(guideSteps),
  /** `unknown`: the network cannot be read right now. */
  state: z.enum(['done', 'open', 'unknown']),
});
export type GuideStepOnPage = z.infer<typeof guideStepOnPage>;

export const guideOnPage = z.object({ steps: z.array(guideStepOnPage), done: z.boolean() });
export type GuideOnPage = z.infer<typeof guideOnPage>;
