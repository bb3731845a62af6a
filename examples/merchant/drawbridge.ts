import { type CreatedPayout, type CreatePayout, Drawbridge, ProblemError } from '@drawbridge/sdk';
import { settings } from './settings.ts';

/** Sends again what got no answer, under the same key, and says of each failure whether it may have worked. */
export const drawbridge = new Drawbridge({
  ...{ apiKey: settings.apiKey, baseUrl: settings.portalUrl },
  ...{ timeout: 15_000, maxRetries: 3 },
});

export type NewPayout = Pick<CreatePayout, 'amount' | 'recipient' | 'reference' | 'description'>;

/** The key makes this safe to repeat: the portal makes one payout per key, and repeats its first answer. */
export function createPayout(payout: NewPayout, idempotencyKey: string): Promise<CreatedPayout> {
  const body = { ...payout, asset: settings.asset, chain: settings.chain, return_url: settings.siteUrl };
  return drawbridge.payouts.create(body, { idempotencyKey });
}

/** Whether the portal has understood and said no. Silence, a fault, or "later" is none: the payout may exist. */
export function isRefused(error: unknown): error is ProblemError {
  return error instanceof ProblemError && !error.mayHaveSucceeded && [400, 404, 409, 410, 422].includes(error.status);
}
