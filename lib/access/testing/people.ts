import type { Database } from '@/db/client';
import { identities, members, merchants, sessions, users } from '@/db/schema';
import type { Role } from '@/db/vocabulary/people';
import type { Context, UserActor } from '@/lib/access/actor';
import type { Identity } from '@/lib/access/identity';
import { addSeconds } from '@/lib/kernel/clock';
import { newId } from '@/lib/kernel/ids';

export type TestPerson = { userId: string; email: string; sessionId: string; merchantId: string; role: Role };

export type PersonOptions = {
  merchantId: string;
  role?: Role;
  also?: Identity[];
  /** Whether the person confirmed their identity just now. */
  steppedUp?: boolean;
  now?: Date;
};

/** A merchant with nothing to it but a name. */
export async function addMerchant(db: Database, name = 'Acme'): Promise<string> {
  const id = newId('merchant');
  await db.insert(merchants).values({ id, name, testMode: true });
  return id;
}

/** A member of a merchant's team, signed in. */
export async function addPerson(db: Database, options: PersonOptions): Promise<TestPerson> {
  const { merchantId, role = 'owner', also = [], steppedUp = true, now = new Date() } = options;
  const userId = newId('user', now.getTime());
  const sessionId = newId('session', now.getTime());
  const email = `${userId.slice(-8)}@team.example`;
  await db.insert(users).values({ id: userId, createdAt: now });
  const own: Identity[] = [{ kind: 'email', value: email }, ...also];
  await db.insert(identities).values(own.map((identity) => ({ ...identity, userId, createdAt: now })));
  await db.insert(members).values({ merchantId, userId, role, createdAt: now });
  await db.insert(sessions).values({
    ...{ id: sessionId, userId, merchantId, provedBy: 'email', createdAt: now, lastSeenAt: now },
    ...{ expiresAt: addSeconds(now, 30 * 86_400), steppedUpAt: steppedUp ? now : null },
  });
  return { userId, email, sessionId, merchantId, role };
}

/** What a verb of this person acts through. */
export function contextOf(
  db: Database,
  person: TestPerson,
  now: () => Date,
  steppedUpAt: Date | null = now(),
): Context {
  const { userId, sessionId, merchantId, role } = person;
  const actor: UserActor = { kind: 'user', userId, sessionId, merchantId, role, steppedUpAt, timeZone: 'UTC' };
  const origin = { address: '203.0.113.7', userAgent: 'Test browser' };
  return { db, clock: { now }, actor, requestId: 'req_test', origin };
}
