import { and, asc, desc, eq, sql } from 'drizzle-orm';
import type { Queryable } from '@/db/client';
import { gatewaySubmissionNotes as notes } from '@/db/schema';
import type { Submission } from './store';

export type SubmissionNote = typeof notes.$inferSelect;
type Said = Pick<SubmissionNote, 'kind' | 'answerStatus' | 'said'>;

const maxChars = 2_000;

/** Keeps what was said of a submission; the very same, said again in a row, is counted. */
export async function noteSubmission(
  db: Queryable,
  { merchantId, id: submissionId }: Pick<Submission, 'merchantId' | 'id'>,
  { kind, answerStatus, said: text }: Said,
  now: Date,
): Promise<void> {
  const said = text.replaceAll('\0', '').slice(0, maxChars);
  const of = and(eq(notes.submissionId, submissionId), eq(notes.kind, kind));
  const [last] = await db.select().from(notes).where(of).orderBy(desc(notes.id)).limit(1);
  if (last && last.said === said && last.answerStatus === answerStatus) {
    const again = { times: sql`${notes.times} + 1`, lastAt: now };
    await db.update(notes).set(again).where(eq(notes.id, last.id));
  } else {
    await db.insert(notes).values({ merchantId, submissionId, kind, answerStatus, said, at: now, lastAt: now });
  }
}

/** In their order. */
export async function selectNotes(db: Queryable, merchantId: string, submissionId: string): Promise<SubmissionNote[]> {
  return db
    .select()
    .from(notes)
    .where(and(eq(notes.merchantId, merchantId), eq(notes.submissionId, submissionId)))
    .orderBy(asc(notes.id));
}
