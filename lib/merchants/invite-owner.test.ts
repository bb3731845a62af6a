import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { auditLines, mails, members, merchants } from '@/db/schema';
import { testDatabase } from '@/db/testing/database';
import type { Context } from '@/lib/access/actor';
import { openSession } from '@/lib/access/sessions/open-session';
import { inviteOwner } from './invite-owner';

const database = testDatabase();
const now = new Date('2026-01-31T12:00:00.000Z');
const ctx = (actor: Context['actor'] = { kind: 'system', job: 'invite-owner' }): Context => ({
  ...{ db: database.db, clock: { now: () => now }, actor, requestId: 'req_test' },
});
const ann = { kind: 'email', value: 'ann@acme.example' } as const;
const wallet = { kind: 'wallet', value: '0x15d34aaf54267db7d7c367839aaf71a00a2c6a65' } as const;

test('an operator makes a merchant whose first owner comes in by signing in', async () => {
  const made = await inviteOwner(ctx(), { merchant: { name: 'Acme', testMode: true }, owner: ann });
  const [merchant] = await database.db.select().from(merchants).where(eq(merchants.id, made.merchantId));
  expect(merchant).toMatchObject({ name: 'Acme', testMode: true });
  expect(await database.db.$count(mails, eq(mails.recipient, ann.value))).toBe(1);
  await openSession(ctx({ kind: 'claimant' }), ann);
  const [member] = await database.db.select().from(members).where(eq(members.merchantId, made.merchantId));
  expect(member?.role).toBe('owner');
  const lines = await database.db
    .select()
    .from(auditLines)
    .where(eq(auditLines.merchantId, made.merchantId))
    .orderBy(auditLines.id);
  expect(lines.map(({ action, actorId }) => [action, actorId])).toEqual([
    ['merchant.founded', 'invite-owner'],
    ['invite.sent', 'invite-owner'],
    ['member.joined', member?.userId],
    ['session.opened', member?.userId],
  ]);
});

test('an operator invites a second owner to a merchant that is there, and to no other', async () => {
  const { merchantId } = await inviteOwner(ctx(), { merchant: { name: 'Bee', testMode: false }, owner: wallet });
  const again = await inviteOwner(ctx(), { merchant: { id: merchantId }, owner: ann });
  expect(again.merchantId).toBe(merchantId);
  const nowhere = inviteOwner(ctx(), { merchant: { id: 'mer_unknown' }, owner: ann });
  await expect(nowhere).rejects.toMatchObject({ code: 'not_found' });
});

test('nobody else can', async () => {
  const asked = inviteOwner(ctx({ kind: 'claimant' }), { merchant: { name: 'Cee', testMode: true }, owner: ann });
  await expect(asked).rejects.toMatchObject({ code: 'forbidden' });
});
