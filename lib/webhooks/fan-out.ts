import type { Context } from '@/lib/access/actor';
import { fanOutEvents } from './store';

const batch = 200;

/** Turns new events into one delivery per endpoint that wants them. Answers whether more may be waiting. */
export async function fanOut(ctx: Context): Promise<boolean> {
  return (await fanOutEvents(ctx.db, batch, ctx.clock.now())) === batch;
}
