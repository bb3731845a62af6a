import type { ChainKey } from '@/db/vocabulary';
import { followPayments } from '@/lib/by-hand/sightings/follow';
import { chainOf } from '@/lib/chains/registry';
import { followTransfers } from '@/lib/claims/follow';
import type { Job } from '@/lib/jobs/runner';
import { watchVaults } from '@/lib/obstacles/watch-vaults';
import { applyNotices } from '@/lib/senders/apply';
import { lapsePayouts } from '@/lib/unpaid/lapse';
import { watchAndTell } from '@/lib/watcher/watch-and-tell';

/** The steady work on one chain's payouts. */
export function payoutJobs(chain: ChainKey): Job[] {
  const beat = Math.min(4_000, Math.max(250, (chainOf(chain).blockSeconds * 1000) / 4));
  return [
    { name: `watch ${chain}`, everyMs: beat, exclusive: true, run: (ctx) => watchAndTell(ctx, chain) },
    {
      name: `follow ${chain}`,
      everyMs: beat * 2,
      exclusive: true,
      run: async (ctx) => (await followTransfers(ctx, chain)) < 0,
    },
    {
      name: `follow payments ${chain}`,
      everyMs: beat * 2,
      exclusive: true,
      run: async (ctx) => (await followPayments(ctx, chain)) < 0,
    },
    {
      name: `lapse ${chain}`,
      everyMs: 1_000,
      exclusive: true,
      run: async (ctx) => (await lapsePayouts(ctx, chain)) > 0,
    },
    {
      name: `vaults ${chain}`,
      everyMs: 2_000,
      exclusive: true,
      run: (ctx) => watchVaults(ctx, chain),
    },
  ];
}

/** Looking at what others told us. The poll is a net below the word: looks that are due again, workers that died. */
export const noticeJob: Job = { name: 'notices', everyMs: 2_000, wakeOn: 'notices', run: applyNotices };
