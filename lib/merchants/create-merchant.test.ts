import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { businesses, guides, members, merchants } from '@/db/schema';
import { testDatabase } from '@/db/testing/database';
import type { Context } from '@/lib/access/actor';
import { addMerchant, addPerson } from '@/lib/access/testing/people';
import { createMerchant } from './create-merchant';

const database = testDatabase();
const now = new Date('2026-01-31T12:00:00.000Z');
const ctx = (actor: Context['actor'] = { kind: 'system', job: 'test' }): Context => ({
  ...{ db: database.db, clock: { now: () => now }, actor, requestId: 'req_test' },
});
const ann = { kind: 'email', value: 'ann@acme.example' } as const;
const counts = () => Promise.all([businesses, merchants, guides, members].map((table) => database.db.$count(table)));

test('a merchant comes with its business, its mode, its owner’s place and a guide, or not at all', async () => {
  const { userId } = await addPerson(database.db, { merchantId: await addMerchant(database.db) });
  const before = await counts();
  const made = await createMerchant(ctx(), { name: 'Acme', mode: 'live', owner: { userId } });
  const [merchant] = await database.db.select().from(merchants).where(eq(merchants.id, made.merchantId));
  expect(merchant).toMatchObject({ name: 'Acme', testMode: false, businessId: made.businessId });
  const [member] = await database.db.select().from(members).where(eq(members.merchantId, made.merchantId));
  expect([member?.role, made.invite]).toEqual(['owner', null]);
  const after = await counts();
  expect(after).toEqual(before.map((count) => count + 1));
  const nobody = createMerchant(ctx(), { name: 'Bee', mode: 'live', owner: { userId: 'usr_nobody' } });
  await expect(nobody).rejects.toThrow();
  expect(await counts()).toEqual(after);
});

test('a business has one merchant of each mode, and no second one, also when two are made at once', async () => {
  const { businessId } = await createMerchant(ctx(), { name: 'Cee', mode: 'live', owner: ann });
  const twin = () => createMerchant(ctx(), { name: 'Cee', mode: 'test', owner: ann, businessId });
  const made = await Promise.allSettled([twin(), twin(), twin()]);
  expect(made.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  const modes = await database.db
    .select({ testMode: merchants.testMode })
    .from(merchants)
    .where(eq(merchants.businessId, businessId));
  expect(modes.map(({ testMode }) => testMode).toSorted()).toEqual([false, true]);
});

test('a person or a program of a merchant makes none', async () => {
  const asked = createMerchant(ctx({ kind: 'claimant' }), { name: 'Dee', mode: 'test', owner: ann });
  await expect(asked).rejects.toMatchObject({ code: 'forbidden' });
});
