import { and, eq } from 'drizzle-orm';
import type { Connection } from '@/db/client';
import { identities, members, users } from '@/db/schema';
import type { IdentityKind, Role } from '@/db/vocabulary';
import { newId } from '@/lib/kernel/ids';
import { markDemo } from '@/lib/operators/store';
import { demoAccount, demoAdminEmail, demoApproverEmail } from './accounts';

type DemoPerson = { role: Role; identities: { kind: IdentityKind; value: string }[] };

/** Who can sign in to the demo's desk: one who may do everything, and a second one who approves. */
const people: DemoPerson[] = [
  {
    role: 'owner',
    identities: [
      { kind: 'email', value: demoAdminEmail },
      { kind: 'wallet', value: demoAccount('admin').address.toLowerCase() },
    ],
  },
  { role: 'approver', identities: [{ kind: 'email', value: demoApproverEmail }] },
];

/** Puts the demo's people into the merchant's team where they are not yet. Nothing that a visitor changed is undone. */
export async function seedDemoTeam({ db }: Connection, merchantId: string): Promise<void> {
  const now = new Date();
  await markDemo(db, now);
  for (const person of people) {
    const [first] = person.identities;
    if (!first) continue;
    await db.transaction(async (tx) => {
      const isFirst = and(eq(identities.kind, first.kind), eq(identities.value, first.value));
      const [known] = await tx.select({ userId: identities.userId }).from(identities).where(isFirst);
      const userId = known?.userId ?? newId('user');
      if (!known) await tx.insert(users).values({ id: userId, createdAt: now });
      const own = person.identities.map((identity) => ({ ...identity, userId, createdAt: now }));
      if (!known) await tx.insert(identities).values(own).onConflictDoNothing();
      await tx.insert(members).values({ merchantId, userId, role: person.role, createdAt: now }).onConflictDoNothing();
    });
  }
}
