import type { Database } from '@/db/client';
import { deleteOldProofs } from '@/lib/access/proofs/proof-store';
import { addSeconds, type Clock } from '@/lib/kernel/clock';
import { deleteOldSessions } from './session-store';

const proofsKeptDays = 1;
const sessionsKeptDays = 90;

async function forgetProofs({ db, clock }: { db: Database; clock: Clock }): Promise<boolean> {
  const now = clock.now();
  await deleteOldProofs(db, addSeconds(now, -proofsKeptDays * 86_400));
  await deleteOldSessions(db, addSeconds(now, -sessionsKeptDays * 86_400));
  return false;
}

/** As jobs of `lib/jobs`, whose room is above this one. */
export const sessionJobs = [{ name: 'access.forget', everyMs: 3_600_000, run: forgetProofs }];
