import { connect } from '@/db/client';
import { systemClock } from '@/lib/kernel/clock';
import { env } from '@/lib/kernel/env';
import { createSetUpLink, linkHours } from '@/lib/operators/links';

/** Prints a link that makes the first person who opens it an operator; for the first one, and where all of them are lost. */
const { db, close } = connect(env.DATABASE_URL, 1);
const actor = { kind: 'system', job: 'operator-invite' } as const;
try {
  const link = await createSetUpLink({ db, clock: systemClock, actor, requestId: 'operator-invite' });
  console.log(link.url);
  console.log(
    `The first person who opens it becomes an operator, with every right. It works once, for ${linkHours} hours.`,
  );
  console.log('A link that was printed before no longer works.');
} finally {
  await close();
}
