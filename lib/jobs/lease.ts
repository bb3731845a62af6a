import type { Database } from '@/db/client';
import { dropLease, takeLease } from './store';

/** A lease outlives its holder by this at most: how long work may stand still after a worker was killed. */
export const leaseSeconds = 10;

/**
 * Runs `work` only while nobody else does, whichever process they are in; the lease is renewed by a heartbeat and
 * given back at the end. Undefined, and nothing done, while another holds it. Work must stay safe if two overlap:
 * a lease spares effort, the database's guards keep the money.
 */
export async function underLease<T>(
  db: Database,
  name: string,
  owner: string,
  work: () => Promise<T>,
): Promise<T | undefined> {
  if (!(await takeLease(db, name, owner, leaseSeconds))) return undefined;
  const heartbeat = setInterval(
    () => {
      takeLease(db, name, owner, leaseSeconds).catch(() => {});
    },
    (leaseSeconds * 1000) / 3,
  );
  try {
    return await work();
  } finally {
    clearInterval(heartbeat);
  }
}

/** Gives a lease back at once, so that another process need not wait for it to lapse. */
export function giveBack(db: Database, name: string, owner: string): Promise<void> {
  return dropLease(db, name, owner);
}
