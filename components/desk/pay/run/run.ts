import type { PreparedCall, PreparedSigning } from '@/lib/by-hand/sightings/schema';

/** One question to the wallet: a call, or several that it signs as one. */
export type Step = {
  signing: PreparedSigning;
  calls: readonly PreparedCall[];
  text: string;
  /** What hangs on it: empty for a permission. */
  transferIds: readonly string[];
};

export type StepState =
  | { at: 'waiting' }
  | { at: 'asking' }
  /** A permission that was signed and is not in force yet. */
  | { at: 'settling' }
  | { at: 'sent'; hash: string | null }
  | { at: 'free' }
  | { at: 'unclear' };

/** Why the wallet was not asked any further. */
export type Halt =
  | { why: 'rejected' | 'busy' | 'wrong_network' | 'stopped' }
  | { why: 'wrong_account'; shown: string | null }
  /** `withheld`: the portal did not let it be handed to the wallet, so it was not. */
  | { why: 'unable' | 'unclear' | 'withheld'; words: string };

/** What the wallet is asked, in order: batch after batch, a batch of the wallet's own at once. */
export function stepsOf(signings: readonly PreparedSigning[]): Step[] {
  return signings.flatMap((signing): Step[] => {
    if (signing.way === 'calls') {
      const transferIds = signing.payments.map((payment) => payment.transfer_id);
      return [{ signing, calls: signing.calls, text: `Send all ${signing.count} payments at once.`, transferIds }];
    }
    return signing.calls.map((call) => ({ signing, calls: [call], text: call.text, transferIds: call.transfer_ids }));
  });
}

/**
 * What is surely not signed when the run ends at step `at`: all that was not asked, and the step itself unless its answer
 * is unclear. A permission moves nothing, so an unclear one leaves no payment open.
 */
export function unsignedFrom(steps: readonly Step[], at: number, halt: Halt): Map<string, string[]> {
  const unsure = halt.why === 'unclear';
  const free = new Map<string, string[]>();
  for (const { signing, transferIds } of steps.slice(unsure ? at + 1 : at)) {
    if (transferIds.length > 0) free.set(signing.id, [...(free.get(signing.id) ?? []), ...transferIds]);
  }
  return free;
}
