import type { Database } from '@/db/client';
import type { HeldKey } from '@/lib/access/store';
import { countByKey, countInWindow } from '@/lib/http/base/store';
import { Refusal } from '@/lib/kernel/errors';

export const windowSeconds = 60;

/** Whose requests are counted together, and how many of them a window may hold. */
export type Quota = { policy: 'key' | 'session' | 'address' | 'link'; subject: string; limit: number };

/** `resetSeconds`: until the window ends and the count starts again. */
export type Allowance = { quota: Quota; count: number; resetSeconds: number };

const windowMs = windowSeconds * 1000;
const startOfWindow = (now: Date) => Math.floor(now.getTime() / windowMs) * windowMs;
const secondsLeft = (now: Date) => Math.ceil((startOfWindow(now) + windowMs - now.getTime()) / 1000);

/** Counts this request; the count is the database's, so that it holds over any number of portals. */
export async function countRequest(db: Database, quota: Quota, now: Date): Promise<Allowance> {
  const count = await countInWindow(db, `${quota.policy}:${quota.subject}`, new Date(startOfWindow(now)));
  return { quota, count, resetSeconds: secondsLeft(now) };
}

/** The same for the live key of this hash, which is found on the way; null, and nothing counted, where there is none. */
export async function countRequestOf(
  db: Database,
  hash: string,
  usualLimit: number,
  now: Date,
): Promise<{ key: HeldKey; allowance: Allowance } | null> {
  const found = await countByKey(db, hash, 'key:', new Date(startOfWindow(now)));
  if (!found) return null;
  const { key, count } = found;
  const quota: Quota = { policy: 'key', subject: key.id, limit: key.requestsPerMinute ?? usualLimit };
  return { key, allowance: { quota, count, resetSeconds: secondsLeft(now) } };
}

/** The structured fields of draft-ietf-httpapi-ratelimit-headers. */
export function rateHeaders({ quota, count, resetSeconds }: Allowance): Record<string, string> {
  const left = Math.max(0, quota.limit - count);
  return {
    'RateLimit-Policy': `"${quota.policy}";q=${quota.limit};w=${windowSeconds}`,
    RateLimit: `"${quota.policy}";r=${left};t=${resetSeconds}`,
  };
}

export function refuseOverQuota({ quota, count, resetSeconds }: Allowance): void {
  if (count <= quota.limit) return;
  throw new Refusal('rate_limited', {
    detail: `At most ${quota.limit} requests a minute are answered for this ${quota.policy}.`,
    retryAfterSeconds: resetSeconds,
  });
}
