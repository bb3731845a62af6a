import { type SQL, sql } from 'drizzle-orm';
import { dialects, type EventSubject } from '@/db/vocabulary';
import { dialectRules } from '@/lib/dialects/registry';

const toldIn = (subject: EventSubject) =>
  dialects.filter((dialect) => dialectRules[dialect].subjects.includes(subject));

/** Whether a dialect has words for this kind of subject; payouts it always has. */
export const isTellable = (subjectKind: SQL, dialect: SQL) =>
  sql`(${subjectKind} = 'payout' or ${dialect} = any(${`{${toldIn('wallet_verification').join(',')}}`}::text[]))`;
