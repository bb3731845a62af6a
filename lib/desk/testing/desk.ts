import { beforeAll } from 'vitest';
import { apiKeys, identities, members, merchants, payouts, sessions, transfers, users, vaults } from '@/db/schema';
import { testDatabase } from '@/db/testing/database';
import type { Role } from '@/db/vocabulary/people';
import type { Context } from '@/lib/access/actor';
import { newId } from '@/lib/kernel/ids';
import type { NewPayout, Payout } from '@/lib/payouts/store';

const unit = 1_000_000n;
export const noon = new Date('2026-03-15T12:00:00.000Z');

/** Two merchants at a desk of their own, a clock that stands still at noon, and payouts as a test wants them. */
export function testDesk() {
  const database = testDatabase();
  const state = { now: noon, made: 0 };
  const clock = { now: () => state.now };

  async function merchant(id: string, userId: string) {
    const { db } = database;
    const createdAt = new Date(0);
    const vaultId = `va_${id}`;
    await db.insert(merchants).values({ id, name: id });
    await db.insert(vaults).values({
      ...{
        id: vaultId,
        merchantId: id,
        chain: 'base',
        address: `0x${Buffer.from(id).toString('hex').padStart(40, 'a')}`,
        namespace: 1n,
      },
      ...{ signerAddress: `0x${'b'.repeat(40)}`, signerKey: 'sealed', feeCollector: `0x${'c'.repeat(40)}` },
    });
    await db.insert(users).values({ id: userId, createdAt });
    await db
      .insert(identities)
      .values({ kind: 'email', value: `${userId}@example.com`.toLowerCase(), userId, createdAt });
    await db.insert(members).values({ merchantId: id, userId, role: 'owner', createdAt });
    await db.insert(sessions).values({
      ...{ id: `ses_${userId}`, userId, merchantId: id, provedBy: 'email', createdAt, lastSeenAt: noon },
      expiresAt: new Date('2030-01-01'),
    });
    await db.insert(apiKeys).values({
      ...{ id: `key_${id}`, merchantId: id, name: 'Server', prefix: 'db_test_', hash: id, scopes: ['payouts:read'] },
    });
  }
  beforeAll(async () => {
    await merchant('mer_one', 'usr_ann');
    await merchant('mer_two', 'usr_bob');
  });

  function member(
    merchantId = 'mer_one',
    role: Role = 'owner',
    userId = merchantId === 'mer_one' ? 'usr_ann' : 'usr_bob',
    timeZone = 'UTC',
  ) {
    const who = { kind: 'user' as const, userId, merchantId, role, sessionId: `ses_${userId}` };
    const actor = { ...who, steppedUpAt: null, timeZone };
    const ctx: Context = { db: database.db, clock, actor, requestId: 'req_test' };
    return ctx;
  }

  /** Written as it is, past the verbs: what is tested here reads. */
  async function payout(given: Partial<NewPayout> = {}): Promise<Payout> {
    state.made += 1;
    const createdAt = given.createdAt ?? new Date(state.now.getTime() - 86_400_000 + state.made);
    const merchantId = given.merchantId ?? 'mer_one';
    const gross = given.gross ?? (given.net === undefined ? 25n * unit : given.net + unit / 2n);
    const net = given.net ?? (gross > unit / 2n ? gross - unit / 2n : gross);
    const [row] = await database.db
      .insert(payouts)
      .values({
        ...{ id: newId('payout', createdAt.getTime()), merchantId, vaultId: `va_${merchantId}`, status: 'pending' },
        ...{ rail: 'contract', chain: 'base', symbol: 'USDC', token: `0x${'d'.repeat(40)}`, decimals: 6 },
        feePayer: 'recipient',
        ...{ feeCollector: `0x${'c'.repeat(40)}`, recipientType: 'anyone', reference: `order-${state.made}` },
        ...{ claimId: BigInt(state.made), expiresAt: new Date('2027-01-01'), createdAt, updatedAt: createdAt },
        ...given,
        ...{ gross, net, fee: gross - net },
      })
      .returning();
    if (!row) throw new Error('An insert answers its row');
    return row;
  }

  async function transfer(of: Payout, given: Partial<typeof transfers.$inferInsert> = {}) {
    const createdAt = given.createdAt ?? state.now;
    const [row] = await database.db
      .insert(transfers)
      .values({
        ...{ id: newId('transfer', createdAt.getTime()), merchantId: of.merchantId, payoutId: of.id, rail: of.rail },
        ...{ chain: of.chain, status: 'confirmed', hash: `0x${'e'.repeat(64)}`, createdAt, updatedAt: createdAt },
        ...given,
      })
      .returning();
    if (!row) throw new Error('An insert answers its row');
    return row;
  }

  return {
    ...{ database, clock, merchant, member, payout, transfer },
    /** The clock stands still somewhere else from now on. */
    setTime: (now: Date) => {
      state.now = now;
    },
  };
}
