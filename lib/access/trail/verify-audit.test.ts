import { asc, eq, sql } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { auditLines, auditSeals, operatorLines, operatorSeals } from '@/db/schema';
import { testDatabase } from '@/db/testing/database';
import { audit } from '@/lib/access/audit';
import { addMerchant } from '@/lib/access/testing/people';
import { addSeconds } from '@/lib/kernel/clock';
import { auditOperator } from '@/lib/operators/audit-operator';
import { sealAudit } from './seal-audit';
import { verifyAudit } from './verify-audit';

const database = testDatabase();
const start = new Date('2026-01-31T12:00:00.000Z');
let now = start;
let merchantId = '';
const acting = () => ({ db: database.db, clock: { now: () => now } });

/** What the owner of the tables can do: take the guards off first. */
async function tamper(statement: string): Promise<void> {
  await database.sql.begin(async (sql) => {
    await sql.unsafe('alter table audit_lines disable trigger user; alter table audit_seals disable trigger user');
    await sql.unsafe(statement);
    await sql.unsafe('alter table audit_lines enable trigger user; alter table audit_seals enable trigger user');
  });
}

beforeAll(() => database.sql.unsafe('alter table audit_seals drop constraint audit_seals_line_id_audit_lines_id_fk'));

beforeEach(async () => {
  now = start;
  await tamper('delete from audit_seals; delete from audit_heads; delete from audit_lines');
  await database.sql`update audit_mark set written_in = 0, line_id = 0`;
  merchantId = await addMerchant(database.db);
});

const write = (to: string, action: string, more = {}) =>
  database.db.transaction((tx) =>
    audit(tx, { kind: 'system', job: 'test' }, { merchantId: to, action, subjectId: 'po_1', now, ...more }),
  );
async function sealOnce(): Promise<void> {
  while (await sealAudit(acting()));
}
/** Until nothing is left: transactions of other databases of this server hold sealing back, too. */
async function seal(): Promise<void> {
  const left = async () => {
    await sealOnce();
    return (await database.db.$count(auditLines)) - (await database.db.$count(auditSeals));
  };
  await expect.poll(left, { timeout: 60_000 }).toBeLessThanOrEqual(0);
}
const chain = () =>
  database.db.select().from(auditSeals).where(eq(auditSeals.merchantId, merchantId)).orderBy(asc(auditSeals.sequence));
const faults = async () => (await verifyAudit(acting())).faults.map(({ sequence, what }) => `${sequence}: ${what}`);

async function writeFive(): Promise<bigint[]> {
  for (const action of ['one', 'two', 'three', 'four', 'five']) await write(merchantId, action, { after: { action } });
  await seal();
  return (await chain()).map(({ lineId }) => lineId);
}

test('every merchant’s lines are one chain, in order, without a gap, and it verifies', async () => {
  const second = await addMerchant(database.db);
  for (let index = 0; index < 6; index++) await write(index % 2 ? second : merchantId, `act.${index}`);
  await seal();
  const seals = await chain();
  expect(seals.map(({ sequence }) => sequence)).toEqual([1n, 2n, 3n]);
  expect(seals.map(({ previousHash }) => previousHash)).toEqual(['0'.repeat(64), seals[0]?.hash, seals[1]?.hash]);
  expect(await verifyAudit(acting())).toMatchObject({ lines: 6n, merchants: 2, faults: [] });
  await write(merchantId, 'act.later');
  await seal();
  expect((await chain()).at(-1)).toMatchObject({ sequence: 4n, previousHash: seals[2]?.hash });
  expect(await faults()).toEqual([]);
});

test('a line is not sealed while a transaction that began before it may still write one', async () => {
  const begun = Promise.withResolvers<void>();
  const released = Promise.withResolvers<void>();
  const slow = database.db.transaction(async (tx) => {
    await audit(tx, { kind: 'system', job: 'slow' }, { merchantId, action: 'slow', subjectId: 'po_1', now });
    begun.resolve();
    await released.promise;
  });
  await begun.promise;
  await write(merchantId, 'quick');
  await sealOnce();
  expect(await chain()).toEqual([]);
  released.resolve();
  await slow;
  await seal();
  expect(await chain()).toHaveLength(2);
  expect(await faults()).toEqual([]);
});

test('two workers that seal at one time make one chain', async () => {
  for (let index = 0; index < 30; index++) await write(merchantId, `act.${index}`);
  await Promise.all([sealOnce(), sealOnce(), sealOnce()]);
  await seal();
  expect(await chain()).toHaveLength(30);
  expect(await faults()).toEqual([]);
});

test('seals and lines cannot be changed or deleted by statement', async () => {
  await writeFive();
  for (const statement of [
    'update audit_seals set hash = hash',
    'delete from audit_seals',
    'truncate audit_seals',
    'delete from audit_lines',
  ]) {
    await expect(database.sql.unsafe(statement)).rejects.toThrow('append-only');
  }
});

describe('is found by verifying:', () => {
  test.each([
    ['another action', "action = 'else'"],
    ['another actor', "actor_id = 'usr_else'"],
    ['another kind of actor', "actor_kind = 'claimant'"],
    ['another subject', "subject_id = 'po_else'"],
    ['another time', "created_at = created_at + interval '1 millisecond'"],
    ['another address', "origin_address = '203.0.113.9'"],
    ['another browser', "user_agent = 'else'"],
    ['another fact before', `before = '{"role":"viewer"}'`],
    ['another fact after', `after = '{"action":"else"}'`],
    ['another detail', `detail = '{"x":1}'`],
  ])('%s', async (_what, change) => {
    const [, , third] = await writeFive();
    await tamper(`update audit_lines set ${change} where id = ${third}`);
    expect(await faults()).toEqual(['3: its line was changed or moved']);
  });

  test('a line that is gone', async () => {
    const [, second] = await writeFive();
    await tamper(`delete from audit_lines where id = ${second}`);
    expect(await faults()).toEqual(['2: its line is gone']);
  });

  test('a line that is gone with its seal', async () => {
    const [, second] = await writeFive();
    await tamper(`delete from audit_seals where line_id = ${second}; delete from audit_lines where id = ${second}`);
    expect(await faults()).toEqual([
      '3: seals before it are missing, from 2 on',
      '3: it does not follow from the seal before it',
    ]);
  });

  test('a chain that was cut at its end', async () => {
    const [, , , , fifth] = await writeFive();
    await tamper(`delete from audit_seals where line_id = ${fifth}; delete from audit_lines where id = ${fifth}`);
    expect(await faults()).toEqual([expect.stringContaining('does not end where its head says')]);
  });

  test('two lines that changed places', async () => {
    const [first, second] = await writeFive();
    await tamper(`delete from audit_seals where sequence <= 2 and merchant_id = '${merchantId}'`);
    const [third] = await chain();
    const hash = third?.previousHash ?? '';
    const place = (line: bigint | undefined, sequence: number, previous: string) =>
      `insert into audit_seals values (${line}, '${merchantId}', ${sequence}, '${previous}', '${hash}', now())`;
    await tamper(`${place(second, 1, '0'.repeat(64))}; ${place(first, 2, hash)}`);
    expect(await faults()).toEqual(['1: its line was changed or moved', '2: its line was changed or moved']);
  });

  test('a line that was put in behind the mark, and one that waits for too long', async () => {
    await writeFive();
    await tamper(`insert into audit_lines (merchant_id, actor_kind, action, subject_id, detail, created_at, written_in)
      values ('${merchantId}', 'user', 'forged', 'po_1', '{}', '2026-01-31T12:00:00Z', 1)`);
    expect(await faults()).toEqual([expect.stringContaining('has no seal')]);
    now = addSeconds(start, 3600);
    await write(merchantId, 'waiting', { now: addSeconds(now, -16 * 60) });
    expect(await faults()).toHaveLength(2);
    await write(merchantId, 'fresh');
    expect(await faults()).toHaveLength(2);
  });

  test('a chain that was rewritten from its first line, by a head that was written down before', async () => {
    await writeFive();
    const { heads } = await verifyAudit(acting());
    const [sequence = '', hash = ''] = (heads[merchantId] ?? '').split(':');
    const witness = { merchantId, sequence: BigInt(sequence), hash };
    await write(merchantId, 'six');
    await seal();
    expect((await verifyAudit(acting(), [witness])).faults).toEqual([]);

    await tamper(`update audit_lines set action = 'else' where merchant_id = '${merchantId}' and action = 'two';
      delete from audit_seals; delete from audit_heads; update audit_mark set written_in = 0, line_id = 0`);
    await seal();
    expect(await faults()).toEqual([]);
    const [fault] = (await verifyAudit(acting(), [witness])).faults;
    expect(fault).toMatchObject({ sequence: '5', what: 'it is not the seal that was written down earlier' });
    await tamper('delete from audit_seals; delete from audit_heads');
    expect((await verifyAudit(acting(), [witness])).faults.map(({ what }) => what)).toContain(
      'the seal that was written down earlier is gone',
    );
  });
});

test('a chain that a worker seals on while it is read is whole', async () => {
  await writeFive();
  await write(merchantId, 'six');
  const { verifying } = await database.db.transaction(async (tx) => {
    await tx.execute(sql`lock table audit_seals in access exclusive mode`);
    const verifying = verifyAudit(acting());
    // The heads are read by then, the seals are not yet.
    const waits = sql`select from pg_locks where not granted and relation = 'audit_seals'::regclass`;
    await expect.poll(async () => (await database.db.execute(waits)).length, { timeout: 60_000 }).toBe(1);
    const sealed = async () => {
      await sealAudit({ ...acting(), db: tx });
      return tx.$count(auditSeals);
    };
    await expect.poll(sealed, { timeout: 60_000 }).toBe(6);
    return { verifying };
  });
  const { faults: found, heads } = await verifying;
  expect(found).toEqual([]);
  expect(heads[merchantId]).toMatch(/^5:/);
});

test('lines from before the chain was there are sealed like any other', async () => {
  await tamper(`insert into audit_lines (merchant_id, actor_kind, action, subject_id, detail, created_at)
    select '${merchantId}', 'api_key', 'old', 'po_' || n, '{}', '2025-01-01' from generate_series(1, 2500) n`);
  await seal();
  expect(await database.db.$count(auditSeals)).toBe(2500);
  expect(await database.db.$count(auditLines)).toBe(2500);
  expect(await faults()).toEqual([]);
});

describe('what operators did', () => {
  const operators = 'operators';
  const asOperator = { actor: { kind: 'system' as const, job: 'test' } };
  const write = (action: string) =>
    database.db.transaction((tx) => auditOperator(tx, asOperator, { action, subjectId: 'installation', now }));
  const guards = (verb: string) =>
    `alter table operator_lines ${verb} trigger user; alter table operator_seals ${verb} trigger user`;
  const change = (statement: string) =>
    database.sql.begin((sql) => sql.unsafe(`${guards('disable')}; ${statement}; ${guards('enable')}`));
  const sealAll = () =>
    expect
      .poll(
        async () => {
          await sealOnce();
          return (await database.db.$count(operatorLines)) - (await database.db.$count(operatorSeals));
        },
        { timeout: 60_000 },
      )
      .toBe(0);
  const found = async () => (await faults()).toSorted();

  beforeEach(async () => {
    await change('delete from operator_seals; delete from operator_head; delete from operator_lines');
    for (const action of ['one', 'two', 'three']) await write(action);
    await sealAll();
  });

  test('is one chain beside the merchants’, and each line of it that is changed, taken out or cut off is found', async () => {
    const { heads, ...whole } = await verifyAudit(acting());
    expect(whole).toMatchObject({ lines: 3n, merchants: 0, faults: [] });
    expect(heads[operators]).toMatch(/^3:[0-9a-f]{64}$/);
    await expect(database.sql.unsafe('delete from operator_seals')).rejects.toThrow('append-only');
    await change(`update operator_lines set actor_id = 'usr_else' where action = 'two'`);
    expect(await found()).toEqual(['2: its line was changed or moved']);
    await change(`update operator_lines set actor_id = 'test' where action = 'two';
      delete from operator_seals where sequence = 3`);
    expect(await found()).toEqual([
      expect.stringContaining('does not end where'),
      expect.stringContaining('has no seal'),
    ]);
  });

  test('is shown to be rewritten by a head that was written down before', async () => {
    const [sequence = '', hash = ''] = ((await verifyAudit(acting())).heads[operators] ?? '').split(':');
    await change(`update operator_lines set action = 'else' where action = 'one'; delete from operator_seals;
      delete from operator_head; update audit_mark set written_in = 0, line_id = 0 where key = 'operator_lines'`);
    await sealAll();
    expect(await found()).toEqual([]);
    const witness = { merchantId: operators, sequence: BigInt(sequence), hash };
    expect((await verifyAudit(acting(), [witness])).faults).toMatchObject([
      { merchantId: operators, what: 'it is not the seal that was written down earlier' },
    ]);
  });
});
