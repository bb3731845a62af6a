import { expect, test } from 'vitest';
import { testDatabase } from './testing/database';

/** What portal and worker may do with the database, also when they fail. */
const database = testDatabase();
const appendOnly = [
  'approvals',
  'audit_lines',
  'audit_seals',
  'closes',
  'entries',
  'operator_lines',
  'operator_seals',
  'payment_assurances',
  'postings',
];

async function tablesWith(privilege: string): Promise<string[]> {
  const rows = await database.sql`
    select relname as name from pg_class
    where relnamespace = 'public'::regnamespace and relkind = 'r'
      and has_table_privilege('drawbridge_app', oid, ${privilege})
    order by 1`;
  return rows.map(({ name }) => name);
}

test('books, audit, seals and consents are written once: the application’s role can neither change nor delete a line', async () => {
  expect((await tablesWith('INSERT')).filter((name) => appendOnly.includes(name))).toEqual(appendOnly);
  for (const privilege of ['UPDATE', 'DELETE']) {
    expect((await tablesWith(privilege)).filter((name) => appendOnly.includes(name))).toEqual([]);
  }
});

test('it may add an asset, and neither change what one means nor take one away', async () => {
  expect(await tablesWith('INSERT')).toContain('assets');
  for (const privilege of ['UPDATE', 'DELETE']) expect(await tablesWith(privilege)).not.toContain('assets');
});

test('it empties no table, hangs no trigger on any, and owns and makes none', async () => {
  expect(await tablesWith('TRUNCATE')).toEqual([]);
  expect(await tablesWith('TRIGGER')).toEqual([]);
  const [facts] = await database.sql`
    select has_schema_privilege('drawbridge_app', 'public', 'CREATE') as makes,
      (select count(*)::int from pg_class where relowner = 'drawbridge_app'::regrole) as owns,
      (select count(*)::int from pg_proc where proowner = 'drawbridge_app'::regrole) as functions`;
  expect(facts).toEqual({ makes: false, owns: 0, functions: 0 });
});

test('it has no right beyond that, of its own or by another role', async () => {
  const [role] = await database.sql`
    select rolsuper, rolcreaterole, rolcreatedb, rolreplication, rolbypassrls,
      (select count(*)::int from pg_auth_members where member = pg_roles.oid) as roles
    from pg_roles where rolname = 'drawbridge_app'`;
  expect(Object.values(role ?? {})).toEqual([false, false, false, false, false, 0]);
});
