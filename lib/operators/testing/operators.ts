import { eq } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { identities, operators, sessions, users } from '@/db/schema';
import type { OperatorRole } from '@/db/vocabulary/operators';
import type { Context, OperatorActor } from '@/lib/access/actor';
import { addSeconds } from '@/lib/kernel/clock';
import { newId } from '@/lib/kernel/ids';

export type TestOperator = { userId: string; email: string; sessionId: string; role: OperatorRole };

/** An operator who is in no team, signed in. */
export async function addOperator(
  db: Database,
  { role = 'admin', steppedUp = true, now = new Date() }: { role?: OperatorRole; steppedUp?: boolean; now?: Date } = {},
): Promise<TestOperator> {
  const userId = newId('user', now.getTime());
  const sessionId = newId('session', now.getTime());
  const email = `${userId.slice(-8)}@operator.example`;
  await db.insert(users).values({ id: userId, createdAt: now });
  await db.insert(identities).values({ kind: 'email', value: email, userId, createdAt: now });
  await db.insert(operators).values({ userId, role, createdAt: now });
  await db.insert(sessions).values({
    ...{ id: sessionId, userId, merchantId: null, provedBy: 'email', createdAt: now, lastSeenAt: now },
    ...{ expiresAt: addSeconds(now, 30 * 86_400), operatorSteppedUpAt: steppedUp ? now : null },
  });
  return { userId, email, sessionId, role };
}

/** Makes a person who is here an operator as well, with a fresh proof. */
export async function makeOperator(db: Database, { userId, sessionId }: { userId: string; sessionId: string }) {
  const now = new Date();
  await db.insert(operators).values({ userId, role: 'admin', createdAt: now });
  await db.update(sessions).set({ operatorSteppedUpAt: now }).where(eq(sessions.id, sessionId));
}

/** What a verb of this operator acts through. */
export function operatorContext(
  db: Database,
  { userId, sessionId, role }: TestOperator,
  now: () => Date = () => new Date(),
  steppedUpAt: Date | null = now(),
): Context & { actor: OperatorActor } {
  const actor: OperatorActor = { kind: 'operator', userId, sessionId, role, steppedUpAt, timeZone: 'UTC' };
  const origin = { address: '203.0.113.7', userAgent: 'Test browser' };
  return { db, clock: { now }, actor, requestId: 'req_test', origin };
}
