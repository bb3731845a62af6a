import { getTableConfig, type PgTable } from 'drizzle-orm/pg-core';
import { beforeAll, expect, test } from 'vitest';
import * as schema from './schema';
import { testDatabase } from './testing/database';

/** What PostgreSQL itself refuses, from every writer: psql, a support script, the next migration. */
const database = testDatabase();

/** Columns that no CHECK looks at, of those that match `condition` on pg_attribute `a` and pg_class `c`. */
async function unchecked(condition: string): Promise<string[]> {
  const rows = await database.sql.unsafe(`
    select c.relname || '.' || a.attname as name
    from pg_attribute a join pg_class c on c.oid = a.attrelid
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
      and ${condition} and not exists (
        select from pg_constraint k where k.conrelid = c.oid and k.contype = 'c' and a.attnum = any(k.conkey))
    order by 1`);
  return rows.map(({ name }) => name);
}

test('every amount has a CHECK; a balance alone may be of either sign', async () => {
  expect(await unchecked(`format_type(a.atttypid, a.atttypmod) = 'numeric(78,0)'`)).toEqual(['balances.amount']);
});

test('every column that holds a word of a list has a CHECK', async () => {
  const named = `a.attname ~ '(^|_)(status|kind|rail|dialect|signing|outcome|role|purpose|way|account|credit|debit)$'`;
  expect(await unchecked(`a.atttypid = 'text'::regtype and ${named}`)).toEqual([]);
  const declared = Object.values(schema).flatMap((table: PgTable) => {
    const { name, columns } = getTableConfig(table);
    return columns.filter(({ enumValues }) => enumValues?.length).map((column) => `${name}.${column.name}`);
  });
  expect(declared.length).toBeGreaterThan(50);
  expect(
    await unchecked(`c.relname || '.' || a.attname in (${declared.map((name) => `'${name}'`).join(', ')})`),
  ).toEqual([]);
});

test('every chain of a row is a row of chains, but for the books, where the asset of each line leads to it', async () => {
  const named = `a.attname ~ '(^|_)chain$' and a.atttypid = 'text'::regtype`;
  const guarded = `exists (select from pg_constraint k where k.conrelid = c.oid and k.contype = 'f'
    and k.confrelid = 'chains'::regclass and k.conkey = array[a.attnum])`;
  const rows = await database.sql.unsafe(`
    select c.relname || '.' || a.attname as name
    from pg_attribute a join pg_class c on c.oid = a.attrelid
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0 and ${named} and not ${guarded}
    order by 1`);
  expect(rows.map(({ name }) => name)).toEqual(['balances.chain', 'entries.chain', 'postings.chain']);
  const byAsset = await database.sql`
    select c.relname from pg_constraint k join pg_class c on c.oid = k.conrelid
    where k.contype = 'f' and k.confrelid = 'assets'::regclass order by 1`;
  expect(byAsset.map(({ relname }) => relname)).toEqual(['balances', 'entries', 'stops']);
});

test('every address and hash of the chain has a CHECK', async () => {
  const names = `a.attname ~ '(^|_)(address|token|sender|recipient|signer|collector|block_hash|proposal)$'`;
  const others = `c.relname not in ('mails') and a.attname not in ('origin_address')`;
  expect(await unchecked(`a.atttypid = 'text'::regtype and ${names} and ${others}`)).toEqual([]);
});

test('every id of a person, payout, posting or merchant is a foreign key, but for those of polymorphic subjects', async () => {
  const rows = await database.sql`
    select c.relname || '.' || a.attname as name
    from pg_attribute a join pg_class c on c.oid = a.attrelid
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0
      and a.attname ~ '(^|_)(merchant_id|payout_id|user_id|vault_id|endpoint_id|event_id|delivery_id|reconciliation_id|owner_id|posting_id|signing_id|reverses|created_by|added_by|updated_by|resolved_by_id)$'
      and not exists (select from pg_constraint k where k.conrelid = c.oid and k.contype = 'f' and a.attnum = any(k.conkey))
    order by 1`;
  expect(rows.map(({ name }) => name)).toEqual([]);
});

const address = `0x${'a'.repeat(40)}`;

beforeAll(async () => {
  const { sql } = database;
  await sql`insert into merchants (id, name) values ('mer_1', 'One')`;
  await sql`insert into merchant_assets values ('mer_1', 'local', 'USDT', 1, 1, 10)`;
  await sql`insert into vaults (id, merchant_id, chain, address, signer_address, signer_key, fee_collector, namespace)
    values ('vlt_1', 'mer_1', 'local', ${address}, ${address}, 'sealed', ${address}, 1)`;
  await sql`insert into payouts (id, merchant_id, vault_id, status, rail, chain, symbol, token, decimals, gross, fee, net,
      fee_payer, fee_collector, recipient_type, reference, claim_id, expires_at, created_at, updated_at)
    values ('po_1', 'mer_1', 'vlt_1', 'pending', 'contract', 'local', 'USDT', ${address}, 6, 25, 1, 24,
      'recipient', ${address}, 'anyone', 'order-1', 1, now(), now(), now())`;
  await sql`insert into transfers (id, merchant_id, payout_id, rail, chain, status, created_at, updated_at)
    values ('tr_1', 'mer_1', 'po_1', 'contract', 'local', 'submitted', now(), now())`;
  await sql`insert into postings (id, merchant_id, kind, subject_kind, subject_id, chain, symbol, created_at)
    values ('pt_1', 'mer_1', 'reserve', 'payout', 'po_1', 'local', 'USDT', now())`;
  await sql`insert into merchants (id, name) values ('mer_0', 'Other')`;
  await sql`insert into endpoints (id, merchant_id, url, dialect, events, secret, created_at)
    values ('we_1', 'mer_1', 'https://example.com', 'standard', '{*}', 'sealed', now())`;
  await sql`insert into events (id, merchant_id, type, subject_kind, subject_id, subject_version, data, created_at)
    values ('ev_0', 'mer_0', 'payout.completed', 'payout', 'po_0', 1, '{}', now())`;
});

const entry = (chain: string, sides: string, amount: number) =>
  `insert into entries (merchant_id, posting_id, chain, symbol, credit, debit, amount)
    values ('mer_1', 'pt_1', '${chain}', 'USDT', ${sides}, ${amount})`;

const auditLine = (detail: object) =>
  `insert into audit_lines (merchant_id, actor_kind, action, subject_id, detail, created_at)
    values ('mer_1', 'system', 'payout.failed', 'po_1', '${JSON.stringify(detail)}', now())`;

test('an audit line says why by a code with its facts, or says nothing of it', async () => {
  const because = { code: 'safe_number_used', facts: { number: '7' } };
  for (const detail of [{}, { because }, { because, unproven: { code: 'nonce_unknown', facts: {} } }]) {
    await database.sql.unsafe(auditLine(detail));
  }
  expect(await database.sql`select from audit_lines`).toHaveLength(3);
});

test('columns of reasons take codes, but for what a node or a person said', async () => {
  const named = `a.attname ~ '(^|_)(reason|because|failure|cause|why|detail)$'`;
  expect(await unchecked(`a.atttypid in ('text'::regtype, 'jsonb'::regtype) and ${named}`)).toEqual([
    'chain_troubles.reason',
    'closes.reason',
    'reconciliations.reason',
    'stops.reason',
  ]);
});

test.each([
  ['an amount that is not net and fee', 'update payouts set gross = gross + 1'],
  ['a payout of nothing', 'update payouts set net = 0, gross = fee'],
  ['a fee below zero', 'update payouts set fee = -1, gross = net - 1'],
  ['a status without a name', `update payouts set status = 'nonsense'`],
  ['a rail that does not exist', `update transfers set rail = 'pigeon'`],
  ['a chain that does not exist', `update transfers set chain = 'mars'`],
  ['an address that is spelt otherwise', 'update vaults set address = upper(address)'],
  ['a person who does not exist', `update payouts set created_by = 'us_nobody'`],
  ['a payout that is gone with money on its way', 'delete from payouts'],
  ['a cause that does not exist', `update payouts set obstacles_told = '{moon}'`],
  ['a smallest amount above the greatest', 'update merchant_assets set minimum = 11'],
  ['a line on a chain that does not exist', entry('mars', `'available', 'committed'`, 1)],
  ['a chain under a key that no setting can name', `update chains set key = 'My Chain' where key = 'bsc'`],
  [
    'a wallet proved on what is no key of a chain',
    `insert into wallets (id, merchant_id, address, name, proven_chains, created_at)
    values ('wal_1', 'mer_1', '${address}', 'One', '{local,Mars}', now())`,
  ],
  ['a line of nothing', entry('local', `'available', 'committed'`, 0)],
  ['a line within one account', entry('local', `'available', 'available'`, 1)],
  [
    'a posting about a payout that does not exist',
    `insert into postings (id, merchant_id, kind, subject_kind, subject_id, chain, symbol, created_at)
    values ('pt_2', 'mer_1', 'reserve', 'payout', 'po_2', 'local', 'USDT', now())`,
  ],
  [
    'a log without its block',
    `insert into postings (id, merchant_id, kind, subject_kind, subject_id, chain, symbol, hash, created_at)
    values ('pt_2', 'mer_1', 'deposit', 'vault', 'vlt_1', 'local', 'USDT', '0xab', now())`,
  ],
  [
    'an asset whose id is not its chain and symbol',
    `insert into assets values ('local:X', null, 'X', null, 2, 'points')`,
  ],
  ['a token without its address', `insert into assets values ('base:X', 'base', 'X', null, 2, 'token')`],
  ['a failure in a sentence', `update transfers set failure_code = 'It was not signed.'`],
  ['a sentence for a fact', `update transfers set failure_facts = '"It was not signed."'`],
  ['facts within facts', `update payouts set failure_facts = '{"why": {"words": "It was not signed."}}'`],
  ['a list of facts', `update payouts set failure_facts = '{"why": ["It was not signed."]}'`],
  ['an audit line that says why in a sentence', auditLine({ because: 'It was not signed.' })],
  ['an audit line that says why in an unknown code', auditLine({ unproven: { code: 'moonshine' } })],
  [
    "a delivery of one merchant to another's endpoint",
    `insert into deliveries (id, merchant_id, event_id, endpoint_id, subject_id, position, started_at, next_attempt_at, created_at)
    values ('de_0', 'mer_0', 'ev_0', 'we_1', 'po_0', 1, now(), now(), now())`,
  ],
  ['an account that does not exist', entry('local', `'available', 'pocket'`, 1)],
])('PostgreSQL refuses %s', async (_what, statement) => {
  await expect(database.sql.unsafe(statement)).rejects.toMatchObject({ code: expect.stringMatching(/^23(503|514)$/) });
});

test('two merchants cannot have one vault: what leaves an address is booked to one of them', async () => {
  const { sql } = database;
  await sql`insert into merchants (id, name) values ('mer_2', 'Two')`;
  const again = sql`insert into vaults (id, merchant_id, chain, address, signer_address, signer_key, fee_collector, namespace)
    values ('vlt_2', 'mer_2', 'local', ${address}, ${address}, 'sealed', ${address}, 1)`;
  await expect(again).rejects.toMatchObject({ constraint_name: 'vaults_address_once' });
});
