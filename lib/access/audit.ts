import type { Tx } from '@/db/client';
import { auditLines } from '@/db/schema';
import { type Actor, actorColumns } from './actor';

export type AuditLine = {
  merchantId: string;
  action: string;
  subjectId: string;
  /** Facts before and after; never a secret. */
  detail?: Record<string, unknown>;
  now: Date;
};

/** Writes who did what, in the transaction that does it. */
export async function audit(tx: Tx, actor: Actor, line: AuditLine): Promise<void> {
  const { now, detail = {}, ...rest } = line;
  await tx.insert(auditLines).values({ ...rest, ...actorColumns(actor), detail, createdAt: now });
}
