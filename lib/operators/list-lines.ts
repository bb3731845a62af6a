import type { Context } from '@/lib/access/actor';
import { nameOf } from '@/lib/access/identity';
import { selectIdentities } from '@/lib/access/people-store';
import { requireOperator } from './require-operator';
import { selectOperatorKeys, selectOperatorLines } from './store';

type LineQuery = { after?: string; limit: number };

/** What operators did, the newest first. */
export async function listOperatorLines(ctx: Context, { after, limit }: LineQuery) {
  requireOperator(ctx, 'audit:read');
  const before = after === undefined ? null : BigInt(after);
  const rows = await selectOperatorLines(ctx.db, before, limit + 1);
  const shown = rows.slice(0, limit);
  const people = shown.flatMap(({ actorKind, actorId }) => (actorKind === 'operator' ? [actorId] : []));
  const [identities, keys] = await Promise.all([selectIdentities(ctx.db, people), selectOperatorKeys(ctx.db)]);
  const nameFor = (kind: string, id: string): string => {
    if (kind === 'operator') return nameOf(identities.filter(({ userId }) => userId === id));
    return kind === 'system' ? 'The machine' : (keys.find((key) => key.id === id)?.name ?? id);
  };
  return {
    data: shown.map(({ id, actorKind, actorId, action, subjectId, detail, before: was, after: is, ...rest }) => ({
      ...{ id: `${id}`, at: rest.createdAt.toISOString(), action, subject_id: subjectId, address: rest.originAddress },
      actor: { kind: actorKind, id: actorId, name: nameFor(actorKind, actorId) },
      facts: { ...detail, ...(was && { before: was }), ...(is && { after: is }) },
    })),
    next_after: rows.length > limit ? `${shown.at(-1)?.id}` : null,
  };
}
