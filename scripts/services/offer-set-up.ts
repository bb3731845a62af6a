import { connect } from '@/db/client';
import { systemClock } from '@/lib/kernel/clock';
import { createSetUpLink } from '@/lib/operators/links';
import { countOperators } from '@/lib/operators/store';

/** A link for the first operator, where there is none yet; null where there is one. */
export async function offerSetUp(databaseUrl: string): Promise<string | null> {
  const { db, close } = connect(databaseUrl, 1);
  const actor = { kind: 'system', job: 'start' } as const;
  try {
    if ((await countOperators(db)) > 0) return null;
    return (await createSetUpLink({ db, clock: systemClock, actor, requestId: 'start' })).url;
  } finally {
    await close();
  }
}
