import type { ChainKey } from '@/db/vocabulary/chains';
import type { Context } from '@/lib/access/actor';
import type { Job } from '@/lib/jobs/runner';
import { alarmDisputes } from './alarm-disputes';
import { announceDue } from './announce';
import { applyAddresses } from './change-seller';
import { releaseDue } from './release-due';
import { tellSides } from './tell-sides';
import { watchCover } from './watch-cover';

/** What became of an order is told before what is to come, so that nobody is told of the same time twice. */
async function tell(ctx: Context): Promise<boolean> {
  return (await tellSides(ctx)) || (await announceDue(ctx));
}

export const orderClockJobs: Job[] = [
  { name: 'orders.release', everyMs: 5_000, run: releaseDue },
  { name: 'orders.tell', everyMs: 5_000, exclusive: true, run: tell },
  { name: 'orders.disputes', everyMs: 60_000, exclusive: true, run: alarmDisputes },
  { name: 'orders.addresses', everyMs: 10_000, exclusive: true, run: applyAddresses },
];

export function orderCoverJobs(chain: ChainKey): Job[] {
  return [{ name: `orders ${chain}`, everyMs: 30_000, exclusive: true, run: (ctx) => watchCover(ctx, chain) }];
}
