import type { Database } from '@/db/client';
import { dropLease, takeLease } from './store';

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

/** A lease that is kept from run to run and written again only when a third of it is over, also during long work. */
export function createLease(db: Database, name: string, owner: string): Lease {
  let freshUntil = 0;
  const renew = async (): Promise<boolean> => {
    const asked = performance.now();
    const held = await takeLease(db, name, owner, leaseSeconds);
    freshUntil = held ? asked + renewAfterMs : 0;
    return held;
  };
  return {
    async under(work) {
      if (performance.now() >= freshUntil && !(await renew())) return undefined;
      const heartbeat = setInterval(() => renew().catch(() => {}), renewAfterMs);
      try {
        return await work();
      } finally {
        clearInterval(heartbeat);
      }
    },
    async giveBack() {
      freshUntil = 0;
      await dropLease(db, name, owner);
    },
  };
}
