import { and, asc, desc, eq, gt, gte, inArray, isNull, max, or, sql } from 'drizzle-orm';
import type { Queryable, Tx } from '@/db/client';
import { identities, invites, members, merchants, sessions, users } from '@/db/schema';
import type { ChainKey } from '@/db/vocabulary/chains';
import type { Role } from '@/db/vocabulary/people';
import { firstIdAt } from '@/lib/kernel/ids';
import type { Identity, ProvenIdentity } from './identity';

/** All SQL about people: users, what they sign in with, teams and invitations. */

const isIdentity = ({ kind, value }: Identity) => and(eq(identities.kind, kind), eq(identities.value, value));
const openInvite = and(isNull(invites.acceptedAt), isNull(invites.revokedAt));

// People

export async function findUserId(db: Queryable, identity: Identity): Promise<string | null> {
  const rows = await db.select({ userId: identities.userId }).from(identities).where(isIdentity(identity));
  return rows[0]?.userId ?? null;
}

/** Lets one request about an identity run at a time, until the transaction ends. */
export async function lockIdentity(tx: Tx, { kind, value }: Identity): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(7303, hashtext(${`${kind}:${value}`}))`);
}

export async function insertUser(tx: Tx, id: string, now: Date): Promise<void> {
  await tx.insert(users).values({ id, createdAt: now });
}

/** Answers the zone that the person had before. */
export async function updateTimeZone(tx: Tx, userId: string, timeZone: string): Promise<string | null> {
  const [before] = await tx.select({ timeZone: users.timeZone }).from(users).where(eq(users.id, userId)).for('update');
  await tx.update(users).set({ timeZone }).where(eq(users.id, userId));
  return before?.timeZone ?? null;
}

/** False when another person has this identity already. */
export async function insertIdentity(tx: Tx, userId: string, identity: ProvenIdentity, now: Date): Promise<boolean> {
  const rows = await tx
    .insert(identities)
    .values({ ...identity, userId, createdAt: now })
    .onConflictDoNothing()
    .returning({ userId: identities.userId });
  return rows.length === 1;
}

/** Notes the network of a wallet's contract, unless one is noted. Answers the one that is noted then. */
export async function keepChain(tx: Tx, identity: Identity, chain: ChainKey): Promise<ChainKey | null> {
  const [row] = await tx
    .update(identities)
    .set({ chain: sql`coalesce(${identities.chain}, ${chain})` })
    .where(isIdentity(identity))
    .returning({ chain: identities.chain });
  return row?.chain ?? null;
}

export async function markIdentityUsed(tx: Tx, identity: Identity, now: Date): Promise<void> {
  await tx.update(identities).set({ lastUsedAt: now }).where(isIdentity(identity));
}

export async function selectIdentities(db: Queryable, userIds: string[]) {
  return db
    .select()
    .from(identities)
    .where(inArray(identities.userId, userIds))
    .orderBy(asc(identities.createdAt), asc(identities.kind), asc(identities.value));
}

/** The same, held until the transaction ends, so that the last one cannot be taken away twice. */
export async function lockIdentities(tx: Tx, userId: string): Promise<Identity[]> {
  return tx
    .select({ kind: identities.kind, value: identities.value })
    .from(identities)
    .where(eq(identities.userId, userId))
    .for('update');
}

export async function deleteIdentity(tx: Tx, userId: string, identity: Identity): Promise<void> {
  await tx.delete(identities).where(and(isIdentity(identity), eq(identities.userId, userId)));
}

// Teams

/** The merchants that a person may see, by name. */
export async function selectMemberships(db: Queryable, userId: string) {
  return db
    .select({ merchantId: members.merchantId, name: merchants.name, testMode: merchants.testMode, role: members.role })
    .from(members)
    .innerJoin(merchants, eq(merchants.id, members.merchantId))
    .where(eq(members.userId, userId))
    .orderBy(asc(merchants.name), asc(merchants.id));
}

export async function findRole(db: Queryable, merchantId: string, userId: string): Promise<Role | null> {
  const rows = await db
    .select({ role: members.role })
    .from(members)
    .where(and(eq(members.merchantId, merchantId), eq(members.userId, userId)));
  return rows[0]?.role ?? null;
}

/** The same, and the person stays in the team with it until the transaction ends. */
export async function lockRole(tx: Tx, merchantId: string, userId: string): Promise<Role | null> {
  const rows = await tx
    .select({ role: members.role })
    .from(members)
    .where(and(eq(members.merchantId, merchantId), eq(members.userId, userId)))
    .for('share');
  return rows[0]?.role ?? null;
}

/** False when the person is in the team already. */
export async function insertMember(tx: Tx, row: typeof members.$inferInsert): Promise<boolean> {
  const rows = await tx.insert(members).values(row).onConflictDoNothing().returning({ userId: members.userId });
  return rows.length === 1;
}

/** How many merchants a person owns; one at a time is counted. */
export async function countOwned(tx: Tx, userId: string): Promise<number> {
  await tx.select({ id: users.id }).from(users).where(eq(users.id, userId)).for('update');
  return tx.$count(members, and(eq(members.userId, userId), eq(members.role, 'owner')));
}

/** A merchant's whole team, held until the transaction ends, so that two changes see each other. */
export async function lockTeam(tx: Tx, merchantId: string): Promise<{ userId: string; role: Role }[]> {
  return tx
    .select({ userId: members.userId, role: members.role })
    .from(members)
    .where(eq(members.merchantId, merchantId))
    .orderBy(asc(members.userId))
    .for('update');
}

export async function updateRole(tx: Tx, merchantId: string, userId: string, role: Role): Promise<void> {
  await tx
    .update(members)
    .set({ role })
    .where(and(eq(members.merchantId, merchantId), eq(members.userId, userId)));
}

export async function deleteMember(tx: Tx, merchantId: string, userId: string): Promise<void> {
  await tx.delete(members).where(and(eq(members.merchantId, merchantId), eq(members.userId, userId)));
}

/** The team with the time at which each was last seen with this merchant. */
export async function selectTeam(db: Queryable, merchantId: string) {
  const seen = db
    .select({ userId: sessions.userId, at: max(sessions.lastSeenAt).as('at') })
    .from(sessions)
    .where(eq(sessions.merchantId, merchantId))
    .groupBy(sessions.userId)
    .as('seen');
  return db
    .select({ userId: members.userId, role: members.role, createdAt: members.createdAt, lastSeenAt: seen.at })
    .from(members)
    .leftJoin(seen, eq(seen.userId, members.userId))
    .where(eq(members.merchantId, merchantId))
    .orderBy(asc(members.createdAt), asc(members.userId));
}

export async function findMerchantName(db: Queryable, merchantId: string): Promise<string | null> {
  const rows = await db.select({ name: merchants.name }).from(merchants).where(eq(merchants.id, merchantId));
  return rows[0]?.name ?? null;
}

// Invitations

export async function insertInvite(tx: Tx, row: typeof invites.$inferInsert): Promise<void> {
  await tx.insert(invites).values(row);
}

/** Selects the open invitations of these identities. */
export async function selectOpenInvites(db: Queryable, own: readonly Identity[], now: Date) {
  if (own.length === 0) return [];
  return db
    .selectDistinctOn([invites.merchantId], {
      merchantId: invites.merchantId,
      name: merchants.name,
      testMode: merchants.testMode,
      role: invites.role,
    })
    .from(invites)
    .innerJoin(merchants, eq(merchants.id, invites.merchantId))
    .where(or(...own.map((identity) => openFor(identity, now))))
    .orderBy(asc(invites.merchantId), asc(invites.id));
}

/** How many invitations a merchant sent since a moment, accepted or not. */
export async function countInvites(tx: Tx, merchantId: string, since: Date): Promise<number> {
  return tx.$count(
    invites,
    and(eq(invites.merchantId, merchantId), gte(invites.id, firstIdAt('invite', since.getTime()))),
  );
}

/** The same of one identity. */
export async function countInvitesOf(tx: Tx, merchantId: string, { kind, value }: Identity, since: Date) {
  const same = and(eq(invites.kind, kind), eq(invites.value, value));
  const recent = gte(invites.id, firstIdAt('invite', since.getTime()));
  return tx.$count(invites, and(eq(invites.merchantId, merchantId), same, recent));
}

/** Takes back what this identity was invited with before. */
export async function revokeInvitesOf(tx: Tx, merchantId: string, identity: Identity, now: Date): Promise<void> {
  const { kind, value } = identity;
  await tx
    .update(invites)
    .set({ revokedAt: now })
    .where(and(eq(invites.merchantId, merchantId), eq(invites.kind, kind), eq(invites.value, value), openInvite));
}

/** Takes back what a member has sent and nobody has accepted yet. */
export async function revokeInvitesBy(tx: Tx, merchantId: string, userId: string, now: Date) {
  return tx
    .update(invites)
    .set({ revokedAt: now })
    .where(
      and(eq(invites.merchantId, merchantId), eq(invites.invitedBy, userId), openInvite, gt(invites.expiresAt, now)),
    )
    .returning();
}

/** Null where the merchant has no such open invitation. */
export async function revokeInviteById(tx: Tx, merchantId: string, id: string, now: Date) {
  const [row] = await tx
    .update(invites)
    .set({ revokedAt: now })
    .where(and(eq(invites.merchantId, merchantId), eq(invites.id, id), openInvite))
    .returning();
  return row ?? null;
}

export async function selectInvites(db: Queryable, merchantId: string) {
  return db
    .select()
    .from(invites)
    .where(and(eq(invites.merchantId, merchantId), openInvite))
    .orderBy(desc(invites.id));
}

const openFor = ({ kind, value }: Identity, now: Date) =>
  and(eq(invites.kind, kind), eq(invites.value, value), gt(invites.expiresAt, now), openInvite);

export async function isInvited(db: Queryable, identity: Identity, now: Date): Promise<boolean> {
  return (await db.$count(invites, openFor(identity, now))) > 0;
}

/** Accepts everything that an identity is invited to, or only by one merchant. */
export async function acceptInvites(
  tx: Tx,
  { identity, userId, merchantId }: { identity: Identity; userId: string; merchantId?: string },
  now: Date,
) {
  const there = merchantId === undefined ? undefined : eq(invites.merchantId, merchantId);
  return tx
    .update(invites)
    .set({ acceptedAt: now, acceptedBy: userId })
    .where(and(openFor(identity, now), there))
    .returning({ id: invites.id, merchantId: invites.merchantId, role: invites.role, invitedBy: invites.invitedBy });
}
