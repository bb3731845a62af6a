import type { Tx } from '@/db/client';
import type { Role } from '@/db/vocabulary/people';
import { type Context, isAllowed, requirePermission, requireUser } from '@/lib/access/actor';
import { audit } from '@/lib/access/audit';
import { type Identity, nameOf, presentIdentity, readIdentity } from '@/lib/access/identity';
import { selectKeys } from '@/lib/access/key-store';
import {
  countInvites,
  countInvitesOf,
  deleteMember,
  findMerchantName,
  findRole,
  findUserId,
  insertInvite,
  lockIdentity,
  lockTeam,
  revokeInviteById,
  revokeInvitesBy,
  revokeInvitesOf,
  selectIdentities,
  selectInvites,
  selectTeam,
  updateRole,
} from '@/lib/access/people-store';
import { permissionsOf } from '@/lib/access/permissions';
import type { InviteBody, InviteOnWire, MemberOnWire, RoleBody, Team } from '@/lib/access/schema';
import { requireStepUp } from '@/lib/access/sessions/step-up';
import { addSeconds } from '@/lib/kernel/clock';
import { env } from '@/lib/kernel/env';
import { Refusal } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import { queueMail } from '@/lib/mail/outbox';
import { inviteMail, keysEndedMail, removedMail } from '@/lib/mail/render';
import { type EndedKeys, endKeysOf } from './manage-keys';

export const inviteDays = 7;
/** More than any team needs. What is mailed in our name is no way to write to strangers. */
export const invitesPerDay = 50;
/** One address is asked so many times a day by one team. */
export const invitesOfOnePerDay = 3;

type InviteRow = Awaited<ReturnType<typeof selectInvites>>[number];

function presentInvite(row: InviteRow, inviter: string | null, now: Date): InviteOnWire {
  return {
    ...{ id: row.id, identity: presentIdentity(row), role: row.role, invited_by: inviter },
    ...{ created_at: row.createdAt.toISOString(), expires_at: row.expiresAt.toISOString() },
    expired: row.expiresAt <= now,
  };
}

/** Who is in the team, and who was asked to join it. */
export async function viewTeam(ctx: Context): Promise<Team> {
  const actor = requirePermission(ctx, 'team:read');
  const team = await selectTeam(ctx.db, actor.merchantId);
  const asked = await selectInvites(ctx.db, actor.merchantId);
  const people = [...team.map(({ userId }) => userId), ...asked.flatMap(({ invitedBy }) => invitedBy ?? [])];
  const byPerson = Map.groupBy(await selectIdentities(ctx.db, people), ({ userId }) => userId);
  const you = actor.kind === 'user' ? actor.userId : null;
  const live = (await selectKeys(ctx.db, actor.merchantId)).filter(({ revokedAt }) => revokedAt === null);
  const keysOf = Map.groupBy(isAllowed(actor, 'team:write') ? live : [], ({ createdBy }) => createdBy);
  const members = team.map(({ userId, role, createdAt, lastSeenAt }): MemberOnWire => {
    const own = byPerson.get(userId) ?? [];
    return {
      ...{ user_id: userId, name: nameOf(own), identities: own.map(presentIdentity), role, you: userId === you },
      keys: (keysOf.get(userId) ?? []).map(({ id, name, prefix }) => ({ id, name, prefix })),
      ...{ last_seen_at: lastSeenAt?.toISOString() ?? null, created_at: createdAt.toISOString() },
    };
  });
  const now = ctx.clock.now();
  const nameOfInviter = (id: string | null) => (id ? nameOf(byPerson.get(id) ?? []) : null);
  return { members, invites: asked.map((row) => presentInvite(row, nameOfInviter(row.invitedBy), now)) };
}

export type Invitation = { merchantId: string; identity: Identity; role: Role; invitedBy: string | null };

/** Writes an invitation in place of an earlier one, and mails it where it can be mailed. */
export async function writeInvite(tx: Tx, ctx: Context, invitation: Invitation): Promise<InviteRow> {
  const { merchantId, identity, role, invitedBy } = invitation;
  const now = ctx.clock.now();
  await lockIdentity(tx, identity);
  const userId = await findUserId(tx, identity);
  if (userId && (await findRole(tx, merchantId, userId))) throw new Refusal('already_member');
  await revokeInvitesOf(tx, merchantId, identity, now);
  const id = newId('invite', now.getTime());
  const expiresAt = addSeconds(now, inviteDays * 86_400);
  const row = { id, merchantId, ...identity, role, invitedBy, createdAt: now, expiresAt };
  await insertInvite(tx, row);
  const line = { merchantId, action: 'invite.sent', subjectId: id, now };
  await audit(tx, ctx, { ...line, after: { role, identity: presentIdentity(identity) } });
  if (identity.kind === 'email') await mailInvite(tx, ctx, invitation, expiresAt);
  return { ...row, acceptedAt: null, acceptedBy: null, revokedAt: null };
}

async function mailInvite(tx: Tx, ctx: Context, { merchantId, identity, role, invitedBy }: Invitation, until: Date) {
  const merchant = (await findMerchantName(tx, merchantId)) ?? '';
  const inviter = invitedBy ? nameOf(await selectIdentities(tx, [invitedBy])) : null;
  const signInUrl = new URL('/sign-in', env.BASE_URL).href;
  const words = inviteMail({ merchant, inviter, role, signInUrl, validDays: inviteDays });
  await queueMail(tx, { merchantId, to: identity.value, ...words, worthlessAt: until, now: ctx.clock.now() });
}

async function refuseTooMany(tx: Tx, merchantId: string, identity: Identity, since: Date): Promise<void> {
  const detail =
    (await countInvites(tx, merchantId, since)) >= invitesPerDay
      ? `A team sends at most ${invitesPerDay} invitations a day.`
      : (await countInvitesOf(tx, merchantId, identity, since)) >= invitesOfOnePerDay
        ? `They were invited ${invitesOfOnePerDay} times within a day. Wait until tomorrow.`
        : null;
  if (detail) throw new Refusal('rate_limited', { detail });
}

/** Invites a person to a role. They accept by signing in with exactly this wallet or mail address. */
export async function invite(ctx: Context, body: InviteBody): Promise<InviteOnWire> {
  const { merchantId } = requirePermission(ctx, 'team:write');
  requireStepUp(ctx);
  const { userId } = requireUser(ctx);
  const identity = readIdentity(body.identity, 'identity.value');
  const row = await ctx.db.transaction(async (tx) => {
    const own = (await lockTeam(tx, merchantId)).find((one) => one.userId === userId);
    if (!own || !permissionsOf[own.role].includes('team:write')) {
      throw new Refusal('forbidden', { detail: 'You may invite nobody to this team any more.' });
    }
    await refuseTooMany(tx, merchantId, identity, addSeconds(ctx.clock.now(), -86_400));
    return writeInvite(tx, ctx, { merchantId, identity, role: body.role, invitedBy: userId });
  });
  return presentInvite(row, nameOf(await selectIdentities(ctx.db, [userId])), ctx.clock.now());
}

export async function revokeInvite(ctx: Context, id: string): Promise<void> {
  const { merchantId } = requirePermission(ctx, 'team:write');
  requireStepUp(ctx);
  const now = ctx.clock.now();
  await ctx.db.transaction(async (tx) => {
    const row = await revokeInviteById(tx, merchantId, id, now);
    if (!row) throw new Refusal('not_found', { detail: 'There is no such open invitation.' });
    const before = { role: row.role, identity: presentIdentity(row) };
    await audit(tx, ctx, { merchantId, action: 'invite.revoked', subjectId: id, before, now });
  });
}

/** Ends the open invitations of a member who may invite no longer: one of them may be their own way back. */
async function endInvitesOf(tx: Tx, ctx: Context, merchantId: string, userId: string): Promise<void> {
  const now = ctx.clock.now();
  for (const row of await revokeInvitesBy(tx, merchantId, userId, now)) {
    const before = { role: row.role, identity: presentIdentity(row) };
    await audit(tx, ctx, { merchantId, action: 'invite.revoked', subjectId: row.id, before, now });
  }
}

/** The member's role now; refuses where the team would be left without an owner. */
async function roleToChange(tx: Tx, merchantId: string, userId: string): Promise<Role> {
  const team = await lockTeam(tx, merchantId);
  const member = team.find((one) => one.userId === userId);
  if (!member) throw new Refusal('not_found', { detail: 'There is no such member.' });
  const owners = team.filter(({ role }) => role === 'owner');
  if (member.role === 'owner' && owners.length === 1) {
    throw new Refusal('last_owner', {
      detail: 'This is the only owner of the team. Make another member an owner first.',
    });
  }
  return member.role;
}

/** Tells every owner, by mail, what becomes of the keys of a member who left or may make none any more. */
async function tellOwners(
  tx: Tx,
  ctx: Context,
  { merchantId, name }: { merchantId: string; name: string },
  ended: EndedKeys,
) {
  if (ended.keys.length === 0) return;
  const owners = (await lockTeam(tx, merchantId)).filter(({ role }) => role === 'owner').map(({ userId }) => userId);
  const mails = (await selectIdentities(tx, owners)).filter(({ kind }) => kind === 'email');
  const merchant = (await findMerchantName(tx, merchantId)) ?? '';
  const facts = { merchant, name, ...ended, keysUrl: new URL('/dashboard/api-keys', env.BASE_URL).href };
  for (const { value: to } of mails) {
    await queueMail(tx, { merchantId, to, ...keysEndedMail(facts), now: ctx.clock.now() });
  }
}

/** Gives a member another role. One that makes no API keys ends those that they made, unless they are kept. */
export async function changeRole(ctx: Context, userId: string, { role, keep_keys: keep }: RoleBody): Promise<void> {
  const { merchantId } = requirePermission(ctx, 'team:write');
  requireStepUp(ctx);
  const now = ctx.clock.now();
  await ctx.db.transaction(async (tx) => {
    if ((await findRole(tx, merchantId, userId)) === role) return;
    const former = await roleToChange(tx, merchantId, userId);
    await updateRole(tx, merchantId, userId, role);
    const loses = permissionsOf[former].includes('keys:write') && !permissionsOf[role].includes('keys:write');
    const mayInvite = permissionsOf[role].includes('team:write');
    if (!mayInvite) await endInvitesOf(tx, ctx, merchantId, userId);
    const ended = loses ? await endKeysOf(tx, ctx, { merchantId, userId, keep }) : none;
    const facts = { before: { role: former }, after: { role }, detail: keysDetail(ended) };
    await audit(tx, ctx, { merchantId, action: 'member.role_changed', subjectId: userId, ...facts, now });
    await tellOwners(tx, ctx, { merchantId, name: nameOf(await selectIdentities(tx, [userId])) }, ended);
  });
}

const none: EndedKeys = { keep: false, keys: [] };
const keysDetail = ({ keep, keys }: EndedKeys) =>
  keys.length === 0 ? {} : { [keep ? 'kept_keys' : 'revoked_keys']: keys.map(({ id }) => id) };

/**
 * Takes a member out of the team. Their open pages and the invitations that they sent stop working at once, and so do the
 * API keys that they made, unless the remover says that those go on.
 */
export async function removeMember(ctx: Context, userId: string, keepKeys = false): Promise<void> {
  const { merchantId } = requirePermission(ctx, 'team:write');
  requireStepUp(ctx);
  const now = ctx.clock.now();
  await ctx.db.transaction(async (tx) => {
    const former = await roleToChange(tx, merchantId, userId);
    const own = await selectIdentities(tx, [userId]);
    await deleteMember(tx, merchantId, userId);
    await endInvitesOf(tx, ctx, merchantId, userId);
    const ended = await endKeysOf(tx, ctx, { merchantId, userId, keep: keepKeys });
    const before = { role: former, identities: own.map(presentIdentity) };
    await audit(tx, ctx, {
      merchantId,
      action: 'member.removed',
      subjectId: userId,
      before,
      detail: keysDetail(ended),
      now,
    });
    await tellOwners(tx, ctx, { merchantId, name: nameOf(own) }, ended);
    const words = removedMail({ merchant: (await findMerchantName(tx, merchantId)) ?? '' });
    const mail = own.find(({ kind }) => kind === 'email');
    if (mail) await queueMail(tx, { merchantId, to: mail.value, ...words, now });
  });
}
