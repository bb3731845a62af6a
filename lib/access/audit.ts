import { type Part, writeAsOne } from '@/db/as-one';
import { insertSet } from '@/db/as-set';
import type { Tx } from '@/db/client';
import { auditLines } from '@/db/schema';
import { type Actor, actorColumns, type Context } from './actor';

type Facts = Record<string, unknown>;

export type AuditLine = {
  merchantId: string;
  action: string;
  subjectId: string;
  /** What changed, as it was and as it is now; never a secret. */
  before?: Facts;
  after?: Facts;
  /** Anything else worth knowing; never a secret. */
  detail?: Facts;
  now: Date;
};

/** Browsers may say as much as they like about themselves; this is enough to tell them apart. */
const maxUserAgentLength = 400;

/** Writes who did what, in the transaction that does it; with a context, also from where. */
export async function audit(tx: Tx, by: Actor | Context, line: AuditLine): Promise<void> {
  await tx.insert(auditLines).values(rowOf(by, line));
}

/** The same of many things that one transaction does. */
export async function auditAll(tx: Tx, by: Actor | Context, lines: readonly AuditLine[]): Promise<void> {
  if (lines.length > 0) await writeAsOne(tx, [auditPart(by, lines)]);
}

/** The same as a part of one statement; there is at least one line. */
export function auditPart(by: Actor | Context, lines: readonly AuditLine[]): Part {
  const rows = lines.map((line) => rowOf(by, line));
  return { name: 'audited', statement: insertSet(auditLines, rows), rows: rows.length };
}

function rowOf(by: Actor | Context, line: AuditLine) {
  const { now, detail = {}, before = null, after = null, ...rest } = line;
  const { actor, origin } = 'actor' in by ? by : { actor: by, origin: undefined };
  return {
    ...{ ...rest, ...actorColumns(actor), before, after, detail, createdAt: now },
    originAddress: origin?.address ?? null,
    userAgent: origin?.userAgent?.slice(0, maxUserAgentLength) ?? null,
  };
}
