import type { ChainKey } from '@/db/vocabulary';
import { beatMs } from '@/lib/chains/beat';
import type { Job } from '@/lib/jobs/runner';
import { relayNow } from './relay-now';

export function relayJobs(chain: ChainKey): Job[] {
  const name = `relay ${chain}`;
  return [{ name, everyMs: beatMs(chain) * 2, wakeOn: name, exclusive: true, run: (ctx) => relayNow(ctx, chain) }];
}
