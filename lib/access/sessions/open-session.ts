import type { Tx } from '@/db/client';
import type { Context, OperatorActor, UserActor } from '@/lib/access/actor';
import { audit } from '@/lib/access/audit';
import {
  type Identity,
  type ProvenIdentity,
  type ProvenPasskey,
  presentIdentity,
  presentProof,
} from '@/lib/access/identity';
import {
  acceptInvites,
  findUserId,
  insertIdentity,
  insertMember,
  insertUser,
  lockIdentity,
  markIdentityUsed,
  selectIdentities,
  selectMemberships,
} from '@/lib/access/people-store';
import { addSeconds } from '@/lib/kernel/clock';
import { Refusal } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import { auditOperator } from '@/lib/operators/audit-operator';
import { takeOperatorLink } from '@/lib/operators/links';
import { findOperatorRole, getInstallation } from '@/lib/operators/store';
import { pinIdentityChain } from './pin-identity-chain';
import { findLastMerchant, insertSession } from './session-store';

/** However busy it is, a session ends after this. */
export const sessionDays = 30;

/** The user whose identity or passkey this is, made where an identity has none yet. */
async function userOf(tx: Tx, proven: ProvenIdentity | ProvenPasskey, now: Date): Promise<string> {
  if (proven.kind === 'passkey') return proven.userId;
  const identity = proven;
  await lockIdentity(tx, identity);
  await pinIdentityChain(tx, identity);
  const known = await findUserId(tx, identity);
  if (known) return known;
  const id = newId('user', now.getTime());
  await insertUser(tx, id, now);
  await insertIdentity(tx, id, identity, now);
  return id;
}

type Place = { identity: Identity; userId: string; merchantId?: string };

/** Takes the places that the identity was invited to, or the one with a merchant. A person who has a role there keeps it. */
export async function joinTeams(tx: Tx, ctx: Context, { identity, userId, ...place }: Place): Promise<void> {
  const now = ctx.clock.now();
  for (const { id, merchantId, role, invitedBy } of await acceptInvites(tx, { identity, userId, ...place }, now)) {
    if (!(await insertMember(tx, { merchantId, userId, role, createdAt: now }))) continue;
    const actor: UserActor = {
      kind: 'user',
      userId,
      merchantId,
      role,
      sessionId: '',
      steppedUpAt: null,
      timeZone: 'UTC',
    };
    const line = { merchantId, action: 'member.joined', subjectId: userId, after: { role }, now };
    const detail = { invite: id, invited_by: invitedBy, identity: presentIdentity(identity) };
    await audit(tx, { ...ctx, actor }, { ...line, detail });
  }
}

/** What the person brings beside the proof: a link that makes them an operator. */
export type Entrance = { operatorLink?: string };

/** Writes who came in, where it is read: in the team's audit, and in the operators'. */
async function auditOpened(
  tx: Tx,
  ctx: Context,
  actors: (UserActor | OperatorActor)[],
  proven: Identity | ProvenPasskey,
) {
  const now = ctx.clock.now();
  const detail = presentProof(proven);
  for (const actor of actors) {
    const line = { action: 'session.opened', subjectId: actor.sessionId, detail, now };
    if (actor.kind === 'operator') await auditOperator(tx, { ...ctx, actor }, line);
    else await audit(tx, { ...ctx, actor }, { ...line, merchantId: actor.merchantId });
  }
}

/** Lets a person without a team in where they are invited: by the identity that they proved, by a passkey all of theirs. */
async function joinInvited(tx: Tx, ctx: Context, proven: ProvenIdentity | ProvenPasskey, userId: string) {
  const proved = proven.kind === 'passkey' ? await selectIdentities(tx, [userId]) : [proven];
  for (const { kind, value } of proved) await joinTeams(tx, ctx, { identity: { kind, value }, userId });
}

function notAMember({ kind }: ProvenIdentity | ProvenPasskey): Refusal {
  const what = { wallet: 'This wallet', email: 'This mail address', passkey: 'The person of this passkey' }[kind];
  const which = kind === 'passkey' ? 'them by wallet or mail address' : 'exactly this one';
  const detail = `${what} is in no team here. Ask an owner to invite ${which}, or the operators of this portal to make your business.`;
  return new Refusal('not_a_member', { detail });
}

/**
 * Opens a session for a proven identity that is in a team, invited to one, or an operator's. All others are refused alike,
 * and nothing is kept of them, unless people may make a business by themselves: then they come in to do so.
 */
export async function openSession(
  ctx: Context,
  proven: ProvenIdentity | ProvenPasskey,
  { operatorLink }: Entrance = {},
): Promise<{ sessionId: string; userId: string }> {
  const now = ctx.clock.now();
  return ctx.db.transaction(async (tx) => {
    const userId = await userOf(tx, proven, now);
    if (operatorLink !== undefined && proven.kind !== 'passkey')
      await takeOperatorLink(tx, ctx, { token: operatorLink, userId, identity: proven });
    // A team sees by what its members sign in. Who is in one already goes into another by choice: `switchMerchant`.
    const known = await selectMemberships(tx, userId);
    if (known.length === 0) await joinInvited(tx, ctx, proven, userId);
    const teams = known.length > 0 ? known : await selectMemberships(tx, userId);
    const last = await findLastMerchant(tx, userId);
    const team = teams.find(({ merchantId }) => merchantId === last) ?? teams[0];
    const operatorRole = await findOperatorRole(tx, userId);
    if (!team && !operatorRole && !(await getInstallation(tx)).selfRegistration) {
      throw notAMember(proven);
    }
    if (proven.kind !== 'passkey') await markIdentityUsed(tx, proven, now);
    const sessionId = newId('session', now.getTime());
    await insertSession(tx, {
      ...{ id: sessionId, userId, provedBy: proven.kind, createdAt: now, lastSeenAt: now },
      ...{ originAddress: ctx.origin?.address ?? null, userAgent: ctx.origin?.userAgent?.slice(0, 400) ?? null },
      ...{ merchantId: team?.merchantId ?? null, expiresAt: addSeconds(now, sessionDays * 86_400) },
    });
    const person = { userId, sessionId, steppedUpAt: null, timeZone: 'UTC' } as const;
    const member = team ? [{ ...person, kind: 'user' as const, merchantId: team.merchantId, role: team.role }] : [];
    const operator = operatorRole ? [{ ...person, kind: 'operator' as const, role: operatorRole }] : [];
    await auditOpened(tx, ctx, [...member, ...operator], proven);
    return { sessionId, userId };
  });
}
