import { beforeAll, expect, test, vi } from 'vitest';
import { auditSeals } from '@/db/schema';
import { testDatabase } from '@/db/testing/database';
import { createApiKey, revokeApiKey } from '@/lib/access/api-keys';
import { audit } from '@/lib/access/audit';
import { auditQuery } from '@/lib/access/schema';
import { addMerchant, addPerson, contextOf, type TestPerson } from '@/lib/access/testing/people';
import { addSeconds } from '@/lib/kernel/clock';
import { selectLines } from './audit-store';
import { csvOfAudit, listAudit, listAuditActions, listAuditActors } from './list-audit';
import { sealAudit } from './seal-audit';

const database = testDatabase();
const start = new Date('2026-01-31T12:00:00.000Z');
let owner: TestPerson;
let stranger: TestPerson;
const ctx = (person = owner) => contextOf(database.db, person, () => start);
const query = (given = {}) => auditQuery.parse(given);

async function csv(given = {}, person = owner): Promise<string> {
  let text = '';
  for await (const part of csvOfAudit(ctx(person), query(given))) text += part;
  return text;
}

beforeAll(async () => {
  owner = await addPerson(database.db, { merchantId: await addMerchant(database.db), now: start });
  stranger = await addPerson(database.db, { merchantId: await addMerchant(database.db), now: start });
  for (let index = 0; index < 25; index++) {
    const by = index % 2 ? ctx() : ({ kind: 'system', job: 'watch' } as const);
    await database.db.transaction((tx) =>
      audit(tx, by, {
        ...{
          merchantId: owner.merchantId,
          action: index % 5 ? 'payout.moved' : 'key.made',
          subjectId: `po_${index % 3}`,
        },
        ...{ before: { note: '=1+1' }, after: { note: 'a "quoted", word' }, now: addSeconds(start, index) },
      }),
    );
  }
  // Transactions of other databases of this server hold sealing back, too.
  const sealed = async () => {
    await sealAudit(ctx());
    expect(await database.db.$count(auditSeals)).toBe(25);
  };
  await vi.waitFor(sealed, { timeout: 60_000 });
});

test('pages go on where the one before ended, the newest first, each line once', async () => {
  const seen: string[] = [];
  let page = await listAudit(ctx(), query({ limit: 10 }));
  seen.push(...page.data.map(({ at }) => at));
  page = await listAudit(ctx(), query({ limit: 10, after: page.next ?? undefined }));
  seen.push(...page.data.map(({ at }) => at));
  page = await listAudit(ctx(), query({ limit: 10, after: page.next ?? undefined }));
  seen.push(...page.data.map(({ at }) => at));
  expect(page.next).toBeNull();
  expect(seen).toEqual(Array.from({ length: 25 }, (_, index) => addSeconds(start, 24 - index).toISOString()));
});

test('a line says who, from where, before and after, and its place in the chain', async () => {
  const [, line] = (await listAudit(ctx(), query({ limit: 2 }))).data;
  expect(line).toMatchObject({
    ...{ action: 'payout.moved', subject_id: 'po_2', address: '203.0.113.7', user_agent: 'Test browser' },
    actor: { kind: 'user', id: owner.userId, name: owner.email },
    ...{ before: { note: '=1+1' }, after: { note: 'a "quoted", word' } },
    seal: { sequence: '24', hash: expect.stringMatching(/^[0-9a-f]{64}$/) },
  });
});

test.each<[Record<string, string>, number]>([
  [{ action: 'key.made' }, 5],
  [{ subject: 'po_1' }, 8],
  [{ actor: 'watch' }, 13],
  [{ from: '2026-01-31T12:00:20.000Z' }, 5],
  [{ until: '2026-01-31T12:00:04.000Z' }, 5],
  [{ action: 'key.made', subject: 'po_1' }, 1],
  [{ action: 'nothing' }, 0],
])('%o finds %i lines, in the list and in the export', async (given, count) => {
  expect((await listAudit(ctx(), query(given))).data).toHaveLength(count);
  expect((await csv(given)).trimEnd().split('\r\n')).toHaveLength(count + 1);
});

test('the export is RFC 4180, carries the seals, and holds nothing that a spreadsheet runs', async () => {
  const [head, first] = (await csv()).split('\r\n');
  expect(head).toBe(
    'id,time,action,subject,actor_kind,actor_id,actor,address,user_agent,before,after,detail,sequence,hash',
  );
  expect(first).toMatch(/,"{""note"":""=1\+1""}","{""note"":""a \\""quoted\\"", word""}",{},25,[0-9a-f]{64}$/);
});

test('another merchant sees none of it, and its export is empty', async () => {
  expect((await listAudit(ctx(stranger), query())).data).toEqual([]);
  expect((await csv({}, stranger)).split('\r\n')).toHaveLength(2);
  expect(await listAuditActions(ctx(stranger))).toEqual([]);
});

test('the actions to choose from are those that happened', async () => {
  expect(await listAuditActions(ctx())).toEqual(['key.made', 'payout.moved']);
});

test('what an API key did is told by its name, in the list and in the export, also when it was revoked', async () => {
  const { db } = database;
  const someone = await addPerson(db, { merchantId: await addMerchant(db), now: start });
  const { merchantId } = someone;
  const wanted = { merchantId, name: 'Shop server', scopes: ['webhooks:write'], now: start } as const;
  const { id: keyId } = await createApiKey(db, wanted);
  const actor = { kind: 'api_key', keyId, merchantId, scopes: wanted.scopes } as const;
  await db.transaction((tx) =>
    audit(tx, { ...ctx(someone), actor }, { merchantId, action: 'endpoint.created', subjectId: 'we_1', now: start }),
  );
  await revokeApiKey(db, { merchantId, id: keyId, now: start });
  const page = await listAudit(ctx(someone), query({ actor: keyId }));
  expect(page.data.map((line) => line.actor)).toEqual([{ kind: 'api_key', id: keyId, name: 'Shop server' }]);
  expect(await csv({}, someone)).toContain(`,api_key,${keyId},Shop server,`);
  expect(await listAuditActors(ctx(someone))).toEqual({
    members: [{ id: someone.userId, name: someone.email }],
    keys: [{ id: keyId, name: 'Shop server' }],
  });
  expect((await listAuditActors(ctx(stranger))).keys).toEqual([]);
});

test.each(['payer', 'developer', 'viewer'] as const)('a %s may not read it', async (role) => {
  const person = await addPerson(database.db, { merchantId: owner.merchantId, role, now: start });
  await expect(listAudit(ctx(person), query())).rejects.toMatchObject({ code: 'forbidden' });
  await expect(csv({}, person)).rejects.toMatchObject({ code: 'forbidden' });
  await expect(listAuditActors(ctx(person))).rejects.toMatchObject({ code: 'forbidden' });
});

test('what one key or person did is found by its own index, among any number of lines of others', async () => {
  await database.sql`insert into audit_lines (merchant_id, actor_kind, actor_id, action, subject_id, created_at)
    select ${stranger.merchantId}, 'api_key', 'key_busy', 'payout.created', 'po_' || n, now()
    from generate_series(1, 5000) n`;
  await database.sql`analyze audit_lines`;
  const filter = { merchantId: stranger.merchantId, actor: 'key_quiet' };
  const { sql: text, params } = selectLines(database.db, filter, null, 50).toSQL();
  const plan = await database.sql.unsafe(`explain ${text}`, params.map(String));
  expect(JSON.stringify(plan)).toContain('audit_lines_of_actor');
});

test('lines of a range of time are those that it holds, page by page, however their ids and times go together', async () => {
  const { db } = database;
  const someone = await addPerson(db, { merchantId: await addMerchant(db), now: start });
  const { merchantId } = someone;
  const times = Array.from({ length: 60 }, () => addSeconds(start, Math.floor(Math.random() * 30)));
  await db.transaction(async (tx) => {
    for (const now of times) await audit(tx, ctx(), { merchantId, action: 'key.made', subjectId: 'x', now });
  });
  for (const [first, last] of [
    [0, 30],
    [5, 20],
    [12, 12],
  ] as const) {
    const [from, until] = [addSeconds(start, first), addSeconds(start, last)];
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const wanted = query({ limit: 7, from: from.toISOString(), until: until.toISOString(), after });
      const { data, next } = await listAudit(ctx(someone), wanted);
      seen.push(...data.map(({ at }) => at));
      after = next ?? undefined;
    } while (after);
    const expected = times.filter((time) => time >= from && time <= until).map((time) => time.toISOString());
    expect(seen).toEqual(expected.toSorted().toReversed());
  }
});
