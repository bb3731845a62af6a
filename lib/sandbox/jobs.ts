import type { ChainKey } from '@/db/vocabulary';
import { beatMs } from '@/lib/chains/beat';
import { chainOf } from '@/lib/chains/registry';
import { stirWord } from '@/lib/chains/stir-word';
import type { Job } from '@/lib/jobs/runner';
import { playMails } from './play-mails';
import { playPayouts } from './play-payouts';

/** None on a network with real money. */
export function sandboxJobs(chain: ChainKey): Job[] {
  if (!chainOf(chain).test) return [];
  const facts = { name: `sandbox ${chain}`, everyMs: beatMs(chain), exclusive: true, stirOn: stirWord(chain) };
  return [{ ...facts, run: async (ctx) => (await playPayouts(ctx, chain)) || 'quiet' }];
}

export const sandboxMailJobs: Job[] = [{ name: 'sandbox mails', everyMs: 1_000, exclusive: true, run: playMails }];
