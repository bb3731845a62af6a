import type { Database } from '@/db/client';
import { dropLease, renewLeases, takeLease } from './store';

/** A lease outlives its holder by this at most: how long work may stand still after a worker was killed. */
export const leaseSeconds = 10;
const renewAfterMs = (leaseSeconds * 1000) / 3;

export type Lease = {
  /**
   * Runs `work` only while nobody else does, whichever process they are in. Undefined, and nothing done, while another
   * holds the lease. Work must stay safe if two overlap: a lease spares effort, the database's guards keep the money.
   */
  under<T>(work: () => Promise<T>): Promise<T | undefined>;
  /** Gives the lease back at once, so that another process need not wait for it to lapse. */
  giveBack(): Promise<void>;
};

/**
 * The leases of one process. What it holds is kept from run to run, also during long work, and all of it is renewed in one write
 * when a third of its time is over.
 */
export function createLeases(db: Database, owner: string) {
  const freshUntil = new Map<string, number>();
  const isFresh = (name: string) => performance.now() < (freshUntil.get(name) ?? 0);
  const take = async (name: string): Promise<boolean> => {
    const asked = performance.now();
    if (!(await takeLease(db, name, owner, leaseSeconds))) return false;
    freshUntil.set(name, asked + 2 * renewAfterMs);
    return true;
  };
  const renewAll = async (): Promise<void> => {
    const held = [...freshUntil.keys()];
    if (held.length === 0) return;
    const asked = performance.now();
    const renewed = new Set(await renewLeases(db, held, owner, leaseSeconds));
    // One that was given back meanwhile stays given back.
    for (const name of held.filter((one) => freshUntil.has(one))) {
      if (renewed.has(name)) freshUntil.set(name, asked + 2 * renewAfterMs);
      else freshUntil.delete(name);
    }
  };
  let isRenewing = false;
  const renew = async () => {
    if (isRenewing) return;
    isRenewing = true;
    await renewAll().catch(() => {});
    isRenewing = false;
  };
  const beat = setInterval(renew, renewAfterMs).unref();
  return {
    of(name: string): Lease {
      return {
        under: async (work) => (isFresh(name) || (await take(name)) ? work() : undefined),
        giveBack: async () => {
          freshUntil.delete(name);
          await dropLease(db, name, owner);
        },
      };
    },
    close: () => clearInterval(beat),
  };
}

export type Leases = ReturnType<typeof createLeases>;
