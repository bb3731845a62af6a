import type { Context } from '@/lib/access/actor';
import { addSeconds } from '@/lib/kernel/clock';
import { env } from '@/lib/kernel/env';
import { forgetContents } from './message-store';

const batch = 500;

/**
 * Deletes what others told us once it is old: body, headers and query. Key, time and outcome stay, so that a repetition
 * is still known as one. What nobody has looked at yet is kept. True when there is more.
 */
export async function forgetMessages({ db, clock }: Pick<Context, 'db' | 'clock'>): Promise<boolean> {
  const now = clock.now();
  const before = addSeconds(now, -env.NOTICES_KEPT_DAYS * 86_400);
  return (await forgetContents(db, before, now, batch)) === batch;
}
