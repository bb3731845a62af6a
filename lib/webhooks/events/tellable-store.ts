import { type SQL, sql } from 'drizzle-orm';
import { type EventSubject, eventSubjects } from '@/db/vocabulary/events';
import { dialects } from '@/db/vocabulary/webhooks';
import { dialectRules } from '@/lib/dialects/registry';

const toldIn = (subject: EventSubject) =>
  dialects.filter((dialect) => dialectRules[dialect].subjects.includes(subject));

const others = eventSubjects.filter((subject) => subject !== 'payout');

/** Whether a dialect has words for this kind of subject; payouts it always has. */
export const isTellable = (subjectKind: SQL, dialect: SQL) => {
  const told = others.map(
    (subject) => sql`when ${subject} then ${dialect} = any(${`{${toldIn(subject).join(',')}}`}::text[])`,
  );
  return sql`(case ${subjectKind} when 'payout' then true ${sql.join(told, sql` `)} else false end)`;
};
