import type { Tx } from '@/db/client';
import type { Context, OperatorActor, UserActor } from '@/lib/access/actor';
import { audit } from '@/lib/access/audit';
import { type Identity, type ProvenIdentity, presentIdentity } from '@/lib/access/identity';
import {
  acceptInvites,
  findUserId,
  insertIdentity,
  insertMember,
  insertUser,
  lockIdentity,
  markIdentityUsed,
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

/** The user whose identity this is, made where there is none yet. */
async function userOf(tx: Tx, identity: ProvenIdentity, now: Date): Promise<string> {
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
async function auditOpened(tx: Tx, ctx: Context, actors: (UserActor | OperatorActor)[], identity: Identity) {
  const now = ctx.clock.now();
  const detail = { identity: presentIdentity(identity) };
  for (const actor of actors) {
    const line = { action: 'session.opened', subjectId: actor.sessionId, detail, now };
    if (actor.kind === 'operator') await auditOperator(tx, { ...ctx, actor }, line);
    else await audit(tx, { ...ctx, actor }, { ...line, merchantId: actor.merchantId });
  }
}

/**
 * Opens a session for a proven identity that is in a team, invited to one, or an operator's. All others are refused alike,
 * and nothing is kept of them, unless people may make a business by themselves: then they come in to do so.
 */
export async function openSession(
  ctx: Context,
  identity: ProvenIdentity,
  { operatorLink }: Entrance = {},
): Promise<{ sessionId: string; userId: string }> {
  const now = ctx.clock.now();
  return ctx.db.transaction(async (tx) => {
    const userId = await userOf(tx, identity, now);
    if (operatorLink !== undefined) await takeOperatorLink(tx, ctx, { token: operatorLink, userId, identity });
    // A team sees by what its members sign in. Who is in one already goes into another by choice: `switchMerchant`.
    const known = await selectMemberships(tx, userId);
    if (known.length === 0) await joinTeams(tx, ctx, { identity, userId });
    const teams = known.length > 0 ? known : await selectMemberships(tx, userId);
    const last = await findLastMerchant(tx, userId);
    const team = teams.find(({ merchantId }) => merchantId === last) ?? teams[0];
    const operatorRole = await findOperatorRole(tx, userId);
    if (!team && !operatorRole && !(await getInstallation(tx)).selfRegistration) {
      const what = identity.kind === 'wallet' ? 'This wallet' : 'This mail address';
      const detail = `${what} is in no team here. Ask an owner to invite exactly this one, or the operators of this portal to make your business.`;
      throw new Refusal('not_a_member', { detail });
    }
    await markIdentityUsed(tx, identity, now);
    const sessionId = newId('session', now.getTime());
    await insertSession(tx, {
      ...{ id: sessionId, userId, provedBy: identity.kind, createdAt: now, lastSeenAt: now },
      ...{ originAddress: ctx.origin?.address ?? null, userAgent: ctx.origin?.userAgent?.slice(0, 400) ?? null },
      ...{ merchantId: team?.merchantId ?? null, expiresAt: addSeconds(now, sessionDays * 86_400) },
    });
    const person = { userId, sessionId, steppedUpAt: null, timeZone: 'UTC' } as const;
    const member = team ? [{ ...person, kind: 'user' as const, merchantId: team.merchantId, role: team.role }] : [];
    const operator = operatorRole ? [{ ...person, kind: 'operator' as const, role: operatorRole }] : [];
    await auditOpened(tx, ctx, [...member, ...operator], identity);
    return { sessionId, userId };
  });
}
