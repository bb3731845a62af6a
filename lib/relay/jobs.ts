import type { ChainKey } from '@/db/vocabulary/chains';
import { beatMs } from '@/lib/chains/beat';
import { stirWord } from '@/lib/chains/stir-word';
import type { Job } from '@/lib/jobs/runner';
import { relayNow } from './relay-now';

export function relayJobs(chain: ChainKey): Job[] {
  const name = `relay ${chain}`;
  const facts = { name, everyMs: beatMs(chain) * 2, wakeOn: name, stirOn: stirWord(chain), exclusive: true };
  return [{ ...facts, run: (ctx) => relayNow(ctx, chain) }];
}
