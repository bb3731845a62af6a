import { z } from 'zod';

/** What is found about the address that a payout is to be paid to. */

export const destinationChecks = [
  'burn_address',
  'token_itself',
  'payout_contract',
  'vault',
  'sender_itself',
  'blocked_by_token',
  'contract',
  'resembles_known',
  'given_up_before',
] as const;
export type DestinationCheck = (typeof destinationChecks)[number];

export const destinationNote = z.object({
  payout_id: z.string(),
  check: z.enum(destinationChecks),
  blocking: z.boolean(),
  text: z.string(),
});
export type DestinationNote = z.infer<typeof destinationNote>;
