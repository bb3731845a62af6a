import type { Context } from '@/lib/access/actor';
import { nameOf, presentIdentity } from '@/lib/access/identity';
import { presentPasskey, selectPasskeys } from '@/lib/access/passkey-store';
import { selectIdentities, selectMemberships } from '@/lib/access/people-store';
import { Refusal } from '@/lib/kernel/errors';
import { operatorPermissionsOf } from './permissions';
import { operatorSteppedUpUntil } from './require-operator';
import type { OperatorViewer } from './schema';

/** Which operator is signed in, and what they may do. */
export async function viewOperator({ db, actor, clock }: Context): Promise<OperatorViewer> {
  if (actor.kind !== 'operator') throw new Refusal('signed_out', { detail: 'Please sign in.' });
  const own = await selectIdentities(db, [actor.userId]);
  const passkeys = await selectPasskeys(db, actor.userId);
  const teams = await selectMemberships(db, actor.userId);
  return {
    ...{ user_id: actor.userId, name: nameOf(own), identities: own.map(presentIdentity), role: actor.role },
    passkeys: passkeys.map(presentPasskey),
    permissions: [...operatorPermissionsOf[actor.role]],
    ...{ session_id: actor.sessionId, time_zone: actor.timeZone, member: teams.length > 0 },
    stepped_up_until: operatorSteppedUpUntil(actor, clock.now())?.toISOString() ?? null,
  };
}
