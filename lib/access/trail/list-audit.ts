import type { ActorKind } from '@/db/vocabulary/people';
import { type Context, requirePermission } from '@/lib/access/actor';
import { nameOf } from '@/lib/access/identity';
import { selectKeyNames } from '@/lib/access/key-store';
import { selectIdentities, selectTeam } from '@/lib/access/people-store';
import type { AuditActor, AuditLineOnWire, AuditPage, AuditQuery } from '@/lib/access/schema';
import { csvLine } from '@/lib/kernel/csv';
import { type AuditFilter, selectActions, selectLines, selectNames } from './audit-store';

type Row = Awaited<ReturnType<typeof selectLines>>[number];

const csvPage = 1000;

function filterOf(merchantId: string, query: Omit<AuditQuery, 'limit' | 'after'>): AuditFilter {
  const { action, actor, subject, from, until } = query;
  const times = { from: from ? new Date(from) : undefined, until: until ? new Date(until) : undefined };
  return { merchantId, action, actor, subject, ...times };
}

/** What the people and the API keys among the actors are called. */
async function namesOf(ctx: Context, merchantId: string, rows: readonly Row[]): Promise<Map<string, string>> {
  const idsOf = (kind: ActorKind) => [
    ...new Set(rows.flatMap(({ line }) => (line.actorKind === kind && line.actorId ? [line.actorId] : []))),
  ];
  const [people, keys] = [idsOf('user'), idsOf('api_key')];
  const identities = people.length > 0 ? await selectNames(ctx.db, people) : [];
  const byPerson = Map.groupBy(identities, ({ userId }) => userId);
  const named = keys.length > 0 ? await selectKeyNames(ctx.db, merchantId, keys) : [];
  return new Map([
    ...[...byPerson].map(([id, own]): [string, string] => [id, nameOf(own)]),
    ...named.map(({ id, name }): [string, string] => [id, name]),
  ]);
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
  const names = await namesOf(ctx, merchantId, shown);
  const next = rows.length > query.limit ? (shown.at(-1)?.line.id.toString() ?? null) : null;
  return { data: shown.map((row) => present(row, names)), next };
}

/** The actions to choose from. */
export async function listAuditActions(ctx: Context): Promise<string[]> {
  const { merchantId } = requirePermission(ctx, 'audit:read');
  return selectActions(ctx.db, merchantId);
}

/** The members and API keys to choose from, whether or not they did something. */
export async function listAuditActors(ctx: Context): Promise<{ members: AuditActor[]; keys: AuditActor[] }> {
  const { merchantId } = requirePermission(ctx, 'audit:read');
  const people = (await selectTeam(ctx.db, merchantId)).map(({ userId }) => userId);
  const byPerson = Map.groupBy(await selectIdentities(ctx.db, people), ({ userId }) => userId);
  const members = people.map((id) => ({ id, name: nameOf(byPerson.get(id) ?? []) }));
  return { members, keys: await selectKeyNames(ctx.db, merchantId) };
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
export async function* csvOfAudit(
  ctx: Context,
  query: Omit<AuditQuery, 'limit' | 'after'>,
): AsyncGenerator<string, void, undefined> {
  const { merchantId } = requirePermission(ctx, 'audit:read');
  yield csvLine(columns);
  for await (const lines of pagesOfAudit(ctx, filterOf(merchantId, query))) {
    if (lines.length > 0) yield lines.map(csvRow).join('');
  }
}

/** The same as they are on the wire, a page at a time, for a caller who may read them. */
export async function* pagesOfAudit(ctx: Context, filter: AuditFilter): AsyncGenerator<AuditLineOnWire[]> {
  let after: bigint | null = null;
  for (;;) {
    const rows: Row[] = await selectLines(ctx.db, filter, after, csvPage);
    const names = await namesOf(ctx, filter.merchantId, rows);
    yield rows.map((row) => present(row, names));
    after = rows.at(-1)?.line.id ?? null;
    if (rows.length < csvPage) return;
  }
}
