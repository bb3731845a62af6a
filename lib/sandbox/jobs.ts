import type { ChainKey } from '@/db/vocabulary';
import { beatMs } from '@/lib/chains/beat';
import { chainOf } from '@/lib/chains/registry';
import type { Job } from '@/lib/jobs/runner';
import { playMails } from './play-mails';
import { playPayouts } from './play-payouts';

/** None on a network with real money. It never rests: people wait for these ends, and its index holds next to nothing. */
export function sandboxJobs(chain: ChainKey): Job[] {
  if (!chainOf(chain).test) return [];
  const run: Job['run'] = (ctx) => playPayouts(ctx, chain);
  return [{ name: `sandbox ${chain}`, everyMs: 2 * beatMs(chain), exclusive: true, run }];
}

export const sandboxMailJobs: Job[] = [{ name: 'sandbox mails', everyMs: 1_000, exclusive: true, run: playMails }];
