import { and, eq } from 'drizzle-orm';
import type { Connection, Tx } from '@/db/client';
import { identities, members, operators, users } from '@/db/schema';
import type { IdentityKind, Role } from '@/db/vocabulary/people';
import { newId } from '@/lib/kernel/ids';
import { markDemo } from '@/lib/operators/store';
import { type DemoAccountName, demoAccount, demoAdminEmail, demoApproverEmail, demoOperatorEmail } from './accounts';

type Ways = { kind: IdentityKind; value: string }[];

const byMail = (email: string): Ways => [{ kind: 'email', value: email }];
const byWallet = (name: DemoAccountName): Ways => [{ kind: 'wallet', value: demoAccount(name).address.toLowerCase() }];

/** Who can sign in to the demo's desk: one who may do everything, and a second one who approves. */
const team: { role: Role; ways: Ways }[] = [
  { role: 'owner', ways: [...byMail(demoAdminEmail), ...byWallet('admin')] },
  { role: 'approver', ways: byMail(demoApproverEmail) },
];
/** Who runs the demo, and is in nobody's team. */
const operatorsWays = [...byMail(demoOperatorEmail), ...byWallet('operator')];

/** The person who signs in with the first of these; made with all of them where there is none. */
async function personWith(tx: Tx, ways: Ways, now: Date): Promise<string> {
  const [first] = ways;
  if (!first) throw new Error('A person of the demo signs in with something');
  const isFirst = and(eq(identities.kind, first.kind), eq(identities.value, first.value));
  const [known] = await tx.select({ userId: identities.userId }).from(identities).where(isFirst);
  if (known) return known.userId;
  const userId = newId('user');
  await tx.insert(users).values({ id: userId, createdAt: now });
  const own = ways.map((identity) => ({ ...identity, userId, createdAt: now }));
  await tx.insert(identities).values(own).onConflictDoNothing();
  return userId;
}

/** Puts the demo's people where they are not yet. Nothing that a visitor changed is undone. */
export async function seedDemoTeam({ db }: Connection, merchantId: string): Promise<void> {
  const now = new Date();
  await markDemo(db, now);
  await db.transaction(async (tx) => {
    for (const { role, ways } of team) {
      const userId = await personWith(tx, ways, now);
      await tx.insert(members).values({ merchantId, userId, role, createdAt: now }).onConflictDoNothing();
    }
    const userId = await personWith(tx, operatorsWays, now);
    await tx.insert(operators).values({ userId, role: 'admin', createdAt: now }).onConflictDoNothing();
  });
}
