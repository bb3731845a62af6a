import type { ChainKey } from '@/db/vocabulary/chains';
import { beatMs } from '@/lib/chains/beat';
import { chainOf } from '@/lib/chains/registry';
import type { Job } from '@/lib/jobs/runner';
import { playMails } from './play-mails';
import { playPayouts } from './play-payouts';

/** None on a network with real money. Each part that is played follows an event, such as that a payout was made. */
export function sandboxJobs(chain: ChainKey): Job[] {
  if (!chainOf(chain).test) return [];
  const run: Job['run'] = async (ctx) => (await playPayouts(ctx, chain)) || 'quiet';
  return [{ name: `sandbox ${chain}`, everyMs: 2 * beatMs(chain), exclusive: true, stirOn: 'events', run }];
}

const playSomeMails: Job['run'] = async (ctx) => (await playMails(ctx)) || 'quiet';

export const sandboxMailJobs: Job[] = [
  { name: 'sandbox mails', everyMs: 1_000, exclusive: true, stirOn: 'mails', run: playSomeMails },
];
