import type { Role } from '@/db/vocabulary/people';
import { type Context, requireUser } from '@/lib/access/actor';
import { nameOf, presentIdentity } from '@/lib/access/identity';
import { presentPasskey, selectPasskeys } from '@/lib/access/passkey-store';
import { selectIdentities, selectMemberships, selectOpenInvites } from '@/lib/access/people-store';
import { permissionsOf } from '@/lib/access/permissions';
import type { Viewer } from '@/lib/access/schema';
import { steppedUpUntil } from '@/lib/access/sessions/step-up';
import { Refusal } from '@/lib/kernel/errors';

type Team = { merchantId: string; name: string; testMode: boolean; role: Role };
const named = ({ merchantId: id, name, testMode: test_mode, role }: Team) => ({ id, name, test_mode, role });

/** Who is signed in, where they are, and what they may do there. */
export async function viewViewer(ctx: Context): Promise<Viewer> {
  const { userId, merchantId, role, sessionId, timeZone } = requireUser(ctx);
  const own = await selectIdentities(ctx.db, [userId]);
  const passkeys = await selectPasskeys(ctx.db, userId);
  const teams = await selectMemberships(ctx.db, userId);
  const here = teams.find((team) => team.merchantId === merchantId);
  if (!here) throw new Refusal('signed_out', { detail: 'You are in this team no longer.' });
  const open = await selectOpenInvites(ctx.db, own, ctx.clock.now());
  const asked = open.filter(({ merchantId: id }) => !teams.some((team) => team.merchantId === id));
  return {
    user_id: userId,
    name: nameOf(own),
    identities: own.map((one) => ({ ...presentIdentity(one), created_at: one.createdAt.toISOString() })),
    passkeys: passkeys.map(presentPasskey),
    merchant: { id: merchantId, name: here.name, test_mode: here.testMode, role },
    merchants: [
      ...teams.map((team) => ({ ...named(team), invited: false })),
      ...asked.map((team) => ({ ...named(team), invited: true })),
    ],
    permissions: [...permissionsOf[role]],
    session_id: sessionId,
    time_zone: timeZone,
    stepped_up_until: steppedUpUntil(ctx)?.toISOString() ?? null,
  };
}
