import { and, eq } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { auditLines, mails, members } from '@/db/schema';
import { testDatabase } from '@/db/testing/database';
import type { Role } from '@/db/vocabulary/people';
import type { Context } from '@/lib/access/actor';
import { openSession } from '@/lib/access/sessions/open-session';
import { requireStepUp } from '@/lib/access/sessions/step-up';
import { addMerchant, addPerson, contextOf, type TestPerson } from '@/lib/access/testing/people';
import { addSeconds } from '@/lib/kernel/clock';
import { unseal } from '@/lib/kernel/secrets';
import { openWords } from '@/lib/mail/sealed-words';
import { addKey, listKeys } from './manage-keys';
import { changeRole, invite, removeMember, revokeInvite, viewTeam } from './team';

const database = testDatabase();
const start = new Date('2026-01-31T12:00:00.000Z');
const address = '0x15d34AAf54267DB7D7c367839AAf71A00a2C6A65';
let now = start;
let merchantId = '';
let owner: TestPerson;
beforeEach(async () => {
  now = start;
  merchantId = await addMerchant(database.db);
  owner = await addPerson(database.db, { merchantId, now });
});

const ctx = (person = owner): Context => contextOf(database.db, person, () => now);
const person = (role: Role, of = merchantId) => addPerson(database.db, { merchantId: of, role, now });
const roleOf = async (userId: string, of = merchantId) => {
  const own = and(eq(members.userId, userId), eq(members.merchantId, of));
  const [row] = await database.db.select().from(members).where(own);
  return row?.role ?? null;
};
const linesOf = (action: string) =>
  database.db
    .select()
    .from(auditLines)
    .where(and(eq(auditLines.merchantId, merchantId), eq(auditLines.action, action)));
const ann = { role: 'payer', identity: { kind: 'email', value: 'ann@shop.example' } } as const;
const visitor = (): Context => ({ ...ctx(), actor: { kind: 'claimant' } });

describe('an invitation', () => {
  test('is sent fifty times a day and no more, also when many are asked for at once or taken back', async () => {
    const send = (name: number) =>
      invite(ctx(), { role: 'viewer', identity: { kind: 'email', value: `person${name}@shop.example` } });
    const first = await send(0);
    await revokeInvite(ctx(), first.id);
    const asked = await Promise.allSettled(Array.from({ length: 51 }, (_, index) => send(index + 1)));
    const refused = asked.flatMap((one) => (one.status === 'rejected' ? [one.reason.code] : []));
    expect(refused).toEqual(['rate_limited', 'rate_limited']);
    now = addSeconds(now, 86_401);
    expect(await send(200)).toBeDefined();
  });

  test('is mailed, listed, and kept in the audit', async () => {
    const made = await invite(ctx(), ann);
    expect(made).toMatchObject({ role: 'payer', invited_by: owner.email, expired: false });
    const [mail] = await database.db.select().from(mails).where(eq(mails.merchantId, merchantId));
    expect(mail).toMatchObject({ recipient: 'ann@shop.example', worthlessAt: addSeconds(now, 7 * 86_400) });
    const words = unseal(mail?.body ?? '', mail?.id ?? '');
    expect(words).toContain('http://localhost:3000/sign-in');
    expect(words).toContain(owner.email);
    expect((await viewTeam(ctx())).invites).toEqual([made]);
    expect(await linesOf('invite.sent')).toMatchObject([
      {
        subjectId: made.id,
        actorId: owner.userId,
        originAddress: '203.0.113.7',
        after: { role: 'payer', identity: ann.identity },
      },
    ]);
  });

  test('to a wallet waits without a mail, and a wrong checksum is refused', async () => {
    const made = await invite(ctx(), { role: 'viewer', identity: { kind: 'wallet', value: address.toLowerCase() } });
    expect(made.identity).toEqual({ kind: 'wallet', value: address });
    expect(await database.db.$count(mails, eq(mails.merchantId, merchantId))).toBe(0);
    const wrong = invite(ctx(), {
      role: 'viewer',
      identity: { kind: 'wallet', value: address.replace('15d3', '15D3') },
    });
    await expect(wrong).rejects.toMatchObject({ code: 'invalid_request', facts: { field: 'identity.value' } });
  });

  test('to a stranger says whose it is without letting them write: marked, short, without links, and not in the subject', async () => {
    const name = 'Your funds are frozen: https://evil.example/unlock or mail help@evil.example within one hour';
    const theirs = await addMerchant(database.db, name);
    await invite(ctx(await person('owner', theirs)), ann);
    const [mail] = await database.db.select().from(mails).where(eq(mails.merchantId, theirs));
    const words = mail ? openWords(mail) : expect.unreachable();
    expect(words.subject).toBe('An invitation to a team at localhost:3000');
    expect(words.text).toContain('“Your funds are frozen : https : / / evil . exa…”');
    expect(words.text).not.toMatch(/evil\.example/);
  });

  test('to one address goes out three times a day and team', async () => {
    for (const role of ['payer', 'viewer', 'payer'] as const) await invite(ctx(), { ...ann, role });
    await expect(invite(ctx(), ann)).rejects.toMatchObject({ code: 'rate_limited' });
    now = addSeconds(now, 86_401);
    await invite(ctx(), ann);
  });

  test('sent again takes the place of the one before, with its new role', async () => {
    const first = await invite(ctx(), ann);
    const second = await invite(ctx(), { ...ann, role: 'viewer' });
    expect((await viewTeam(ctx())).invites.map(({ id }) => id)).toEqual([second.id]);
    now = addSeconds(now, 1);
    await openSession(visitor(), ann.identity);
    expect((await viewTeam(ctx())).members.map(({ role }) => role)).toEqual(['owner', 'viewer']);
    await expect(revokeInvite(ctx(), first.id)).rejects.toMatchObject({ code: 'not_found' });
  });

  test('to a person who is in the team already is refused', async () => {
    const { email: value } = await person('viewer');
    const again = invite(ctx(), { role: 'payer', identity: { kind: 'email', value } });
    await expect(again).rejects.toMatchObject({ code: 'already_member' });
  });

  test('shows that it has run out, and can be taken back once', async () => {
    const { id } = await invite(ctx(), ann);
    now = addSeconds(start, 7 * 86_400);
    expect((await viewTeam(ctx())).invites[0]?.expired).toBe(true);
    await revokeInvite(ctx(), id);
    expect((await viewTeam(ctx())).invites).toEqual([]);
    await expect(revokeInvite(ctx(), id)).rejects.toMatchObject({ code: 'not_found' });
    expect(await linesOf('invite.revoked')).toHaveLength(1);
  });
});

describe('a role', () => {
  test('is changed with what it was and what it is in the audit; the same again changes nothing', async () => {
    const { userId } = await person('viewer');
    await changeRole(ctx(), userId, { role: 'approver', keep_keys: false });
    await changeRole(ctx(), userId, { role: 'approver', keep_keys: false });
    expect(await roleOf(userId)).toBe('approver');
    expect(await linesOf('member.role_changed')).toMatchObject([
      { subjectId: userId, before: { role: 'viewer' }, after: { role: 'approver' } },
    ]);
  });

  test('of the last owner stays, and the last owner stays', async () => {
    await expect(changeRole(ctx(), owner.userId, { role: 'viewer', keep_keys: false })).rejects.toMatchObject({
      code: 'last_owner',
    });
    await expect(removeMember(ctx(), owner.userId)).rejects.toMatchObject({ code: 'last_owner' });
    const second = await person('owner');
    await changeRole(ctx(), owner.userId, { role: 'viewer', keep_keys: false });
    expect([await roleOf(owner.userId), await roleOf(second.userId)]).toEqual(['viewer', 'owner']);
  });

  test('of two owners who remove each other at one time: one of them stays', async () => {
    for (let round = 0; round < 10; round++) {
      const id = await addMerchant(database.db);
      const [one, two] = [await person('owner', id), await person('owner', id)];
      const outcomes = await Promise.allSettled([
        removeMember(ctx(one), two.userId),
        removeMember(ctx(two), one.userId),
      ]);
      expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      expect(await database.db.$count(members, eq(members.merchantId, id))).toBe(1);
    }
  });
});

test('a member who is removed is told, and is in the audit with who they were', async () => {
  const { userId, email } = await person('payer');
  await removeMember(ctx(), userId);
  expect(await roleOf(userId)).toBeNull();
  expect(await database.db.$count(mails, eq(mails.recipient, email))).toBe(1);
  const before = { role: 'payer', identities: [{ kind: 'email', value: email }] };
  expect(await linesOf('member.removed')).toMatchObject([{ subjectId: userId, before }]);
  await expect(removeMember(ctx(), userId)).rejects.toMatchObject({ code: 'not_found' });
});

describe('the API keys of a member', () => {
  const body = { name: 'Shop server', scopes: ['payouts:write'] } as const;
  const newKey = async (maker: TestPerson) => (await addKey(ctx(maker), { ...body, scopes: [...body.scopes] })).id;
  const live = async () => (await listKeys(ctx())).filter((key) => key.revoked_at === null).map(({ id }) => id);
  const mailTo = async (email: string) => {
    const [mail] = await database.db.select().from(mails).where(eq(mails.recipient, email));
    return mail ? unseal(mail.body, mail.id) : '';
  };

  test('take everything along only where an owner makes them', async () => {
    const wanted = { name: 'Leaving', scopes: ['exports:read' as const] };
    await expect(addKey(ctx(await person('developer')), wanted)).rejects.toMatchObject({ code: 'forbidden' });
    expect((await addKey(ctx(owner), wanted)).scopes).toEqual(['exports:read']);
  });

  test('are shown to owners, and end with their maker’s membership: in the audit, and every owner is told', async () => {
    const developer = await person('developer');
    const [theirs, mine] = [await newKey(developer), await newKey(owner)];
    const shown = (await viewTeam(ctx())).members.find(({ user_id }) => user_id === developer.userId);
    expect(shown?.keys).toMatchObject([{ id: theirs, name: 'Shop server' }]);
    expect((await viewTeam(ctx(developer))).members.flatMap(({ keys }) => keys)).toEqual([]);
    await removeMember(ctx(), developer.userId);
    expect(await live()).toEqual([mine]);
    expect(await linesOf('api_key.revoked')).toMatchObject([{ subjectId: theirs, actorId: owner.userId }]);
    expect(await linesOf('member.removed')).toMatchObject([{ detail: { revoked_keys: [theirs] } }]);
    const words = await mailTo(owner.email);
    expect(words).toContain(developer.email);
    expect(words).toContain('Shop server');
    expect(words).toContain('were revoked');
  });

  test('go on only where the remover says so, which is kept and told', async () => {
    const developer = await person('developer');
    const key = await newKey(developer);
    await removeMember(ctx(), developer.userId, true);
    expect(await live()).toEqual([key]);
    expect(await linesOf('member.removed')).toMatchObject([{ detail: { kept_keys: [key] } }]);
    expect(await mailTo(owner.email)).toContain('go on');
  });

  test('end with a role that makes none, and stay with one that does', async () => {
    const developer = await person('developer');
    const key = await newKey(developer);
    await changeRole(ctx(), developer.userId, { role: 'owner', keep_keys: false });
    expect(await live()).toEqual([key]);
    await changeRole(ctx(), developer.userId, { role: 'viewer', keep_keys: false });
    expect(await live()).toEqual([]);
  });

  test('are none that was made at the moment of the removal', async () => {
    for (let round = 0; round < 10; round++) {
      const developer = await person('developer');
      await Promise.allSettled([newKey(developer), removeMember(ctx(), developer.userId)]);
    }
    expect(await live()).toEqual([]);
  });
});

test.each<[string, (userId: string) => Promise<void>]>([
  ['removed', (userId) => removeMember(ctx(), userId)],
  ['an owner no more', (userId) => changeRole(ctx(), userId, { role: 'viewer', keep_keys: false })],
])('a member who is %s comes back by no invitation that they sent, and sends no other', async (_word, end) => {
  const second = '0x976EA74026E726554dB657fA54763abd0C3a0aa9';
  const former = await person('owner');
  const own = await invite(ctx(former), { role: 'owner', identity: { kind: 'wallet', value: second } });
  const kept = await invite(ctx(), ann);
  await end(former.userId);
  expect((await viewTeam(ctx())).invites.map(({ id }) => id)).toEqual([kept.id]);
  expect(await linesOf('invite.revoked')).toMatchObject([{ subjectId: own.id, actorId: owner.userId }]);
  await expect(openSession(visitor(), { kind: 'wallet', value: second.toLowerCase() })).rejects.toMatchObject({
    code: 'not_a_member',
  });
  await expect(
    invite(ctx(former), { role: 'owner', identity: { kind: 'email', value: 'again@shop.example' } }),
  ).rejects.toMatchObject({ code: 'forbidden' });
});

test('nobody reaches into another merchant’s team', async () => {
  const theirs = await addMerchant(database.db, 'Theirs');
  const { userId } = await person('payer', theirs);
  const made = await invite(ctx(await person('owner', theirs)), ann);
  await expect(changeRole(ctx(), userId, { role: 'viewer', keep_keys: false })).rejects.toMatchObject({
    code: 'not_found',
  });
  await expect(removeMember(ctx(), userId)).rejects.toMatchObject({ code: 'not_found' });
  await expect(revokeInvite(ctx(), made.id)).rejects.toMatchObject({ code: 'not_found' });
  expect(await roleOf(userId, theirs)).toBe('payer');
  expect((await viewTeam(ctx())).members.map((one) => one.user_id)).toEqual([owner.userId]);
});

describe('the team is changed', () => {
  const changes: [string, (ctx: Context) => Promise<unknown>][] = [
    ['invite', (by) => invite(by, ann)],
    ['revokeInvite', (by) => revokeInvite(by, 'inv_1')],
    ['changeRole', (by) => changeRole(by, owner.userId, { role: 'viewer', keep_keys: false })],
    ['removeMember', (by) => removeMember(by, owner.userId)],
  ];

  test.each(changes)('by %s only right after the person confirmed their identity', async (_name, change) => {
    const stale = contextOf(database.db, owner, () => now, addSeconds(now, -600));
    await expect(change(stale)).rejects.toMatchObject({ code: 'step_up_required' });
    await expect(change(contextOf(database.db, owner, () => now, null))).rejects.toMatchObject({
      code: 'step_up_required',
    });
  });

  test.each(changes)('by %s only by owners', async (_name, change) => {
    for (const role of ['approver', 'payer', 'developer', 'viewer'] as const) {
      await expect(change(ctx(await person(role)))).rejects.toMatchObject({ code: 'forbidden' });
    }
  });
});

test('a proof counts for ten minutes, and an API key is a proof each time', () => {
  const at = (seconds: number) => () =>
    requireStepUp(contextOf(database.db, owner, () => now, addSeconds(now, -seconds)));
  expect(at(599)).not.toThrow();
  expect(at(600)).toThrow(expect.objectContaining({ code: 'step_up_required' }));
  const key = { kind: 'api_key', keyId: 'key_1', merchantId, scopes: [] } as const;
  expect(() => requireStepUp({ ...ctx(), actor: key })).not.toThrow();
  expect(() => requireStepUp({ ...ctx(), actor: { kind: 'claimant' } })).toThrow();
});
