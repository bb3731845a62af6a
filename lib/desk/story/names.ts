import type { Queryable } from '@/db/client';
import type { ActorKind } from '@/db/vocabulary/people';
import { nameOf } from '@/lib/access/identity';
import type { ActorOnPage } from './schema';
import { selectNames } from './store';

type Actor = { kind: ActorKind; id: string | null };

/** Gives every actor the name by which the team knows them. */
export async function nameActors(
  db: Queryable,
  merchantId: string,
  actors: readonly Actor[],
): Promise<(actor: Actor) => ActorOnPage> {
  const idsOf = (kind: ActorKind) => [
    ...new Set(actors.flatMap((actor) => (actor.kind === kind && actor.id ? [actor.id] : []))),
  ];
  const { people, keys } = await selectNames(db, merchantId, idsOf('user'), idsOf('api_key'));
  const nameFor = ({ kind, id }: Actor): string | null => {
    if (kind === 'api_key') return keys.find((key) => key.id === id)?.name ?? null;
    const own = people.filter((one) => one.userId === id);
    return kind === 'user' && own.length > 0 ? nameOf(own) : null;
  };
  return (actor) => ({ ...actor, name: nameFor(actor) });
}
