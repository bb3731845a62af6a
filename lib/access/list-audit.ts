import { csvLine } from '@/lib/kernel/csv';
import { type Context, requirePermission } from './actor';
import { type AuditFilter, selectActions, selectLines, selectNames } from './audit-store';
import { type Identity, nameOf } from './identity';
import type { AuditLineOnWire, AuditPage, AuditQuery } from './schema';

type Row = Awaited<ReturnType<typeof selectLines>>[number];

const csvPage = 1000;

function filterOf(merchantId: string, query: Omit<AuditQuery, 'limit' | 'after'>): AuditFilter {
  const { action, actor, subject, from, until } = query;
  const times = { from: from ? new Date(from) : undefined, until: until ? new Date(until) : undefined };
  return { merchantId, action, actor, subject, ...times };
}

/** What the people among the actors are called. */
async function namesOf(ctx: Context, rows: readonly Row[]): Promise<Map<string, string>> {
  const ids = rows.flatMap(({ line }) => (line.actorKind === 'user' && line.actorId ? [line.actorId] : []));
  if (ids.length === 0) return new Map();
  const byPerson = Map.groupBy(await selectNames(ctx.db, [...new Set(ids)]), ({ userId }) => userId);
  return new Map([...byPerson].map(([id, own]: [string, Identity[]]) => [id, nameOf(own)]));
}

function present({ line, seal }: Row, names: ReadonlyMap<string, string>): AuditLineOnWire {
  const name = line.actorId ? (names.get(line.actorId) ?? null) : null;
  return {
    ...{ id: line.id.toString(), at: line.createdAt.toISOString(), action: line.action, subject_id: line.subjectId },
    actor: { kind: line.actorKind, id: line.actorId, name },
    ...{ address: line.originAddress, user_agent: line.userAgent },
    ...{ before: line.before, after: line.after, detail: line.detail },
    seal: seal?.hash ? { sequence: seal.sequence.toString(), hash: seal.hash } : null,
  };
}

/** One page of who did what, the newest first; `next` continues it. */
export async function listAudit(ctx: Context, query: AuditQuery): Promise<AuditPage> {
  const { merchantId } = requirePermission(ctx, 'audit:read');
  const after = query.after === undefined ? null : BigInt(query.after);
  const rows = await selectLines(ctx.db, filterOf(merchantId, query), after, query.limit + 1);
  const shown = rows.slice(0, query.limit);
  const names = await namesOf(ctx, shown);
  const next = rows.length > query.limit ? (shown.at(-1)?.line.id.toString() ?? null) : null;
  return { data: shown.map((row) => present(row, names)), next };
}

/** The actions to choose from. */
export async function listAuditActions(ctx: Context): Promise<string[]> {
  const { merchantId } = requirePermission(ctx, 'audit:read');
  return selectActions(ctx.db, merchantId);
}

const columns = [
  ...['id', 'time', 'action', 'subject', 'actor_kind', 'actor_id', 'actor', 'address', 'user_agent'],
  ...['before', 'after', 'detail', 'sequence', 'hash'],
];

function csvRow(line: AuditLineOnWire): string {
  const json = (facts: unknown) => (facts === null ? null : JSON.stringify(facts));
  return csvLine([
    ...[line.id, line.at, line.action, line.subject_id, line.actor.kind, line.actor.id, line.actor.name],
    ...[line.address, line.user_agent, json(line.before), json(line.after), json(line.detail)],
    ...[line.seal?.sequence ?? null, line.seal?.hash ?? null],
  ]);
}

/**
 * Everything that matches, as CSV, piece by piece: however much it is, only one page of it is in memory. The seals are in
 * it, so that a copy that was kept elsewhere is a witness of the chain.
 */
export async function* exportAudit(
  ctx: Context,
  query: Omit<AuditQuery, 'limit' | 'after'>,
): AsyncGenerator<string, void, undefined> {
  const { merchantId } = requirePermission(ctx, 'audit:read');
  const filter = filterOf(merchantId, query);
  yield csvLine(columns);
  let after: bigint | null = null;
  for (;;) {
    const rows: Row[] = await selectLines(ctx.db, filter, after, csvPage);
    const names = await namesOf(ctx, rows);
    if (rows.length > 0) yield rows.map((row) => csvRow(present(row, names))).join('');
    after = rows.at(-1)?.line.id ?? null;
    if (rows.length < csvPage) return;
  }
}
