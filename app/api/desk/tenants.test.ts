import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { addPerson, type TestPerson } from '@/lib/access/testing/people';
import { TestBrowser } from '@/lib/http/testing/test-browser';
import { testPortal } from '@/lib/http/testing/test-portal';
import { expectations } from './testing/expectations';
import { attempt, expectationOf, operations } from './testing/operations';
import { ownEverything, type Things } from './testing/own-everything';

/** Two tenants have one of everything; the owner of one, fully trusted at home, tries every route on the other's. */
const portal = testPortal();
let attacker: TestPerson;
let theirs: Things;
let mine: Things;

beforeAll(async () => {
  const [victim, other] = [await portal.newMerchant(), await portal.newMerchant()];
  const owner = await addPerson(portal.db, { merchantId: victim.merchantId });
  attacker = await addPerson(portal.db, { merchantId: other.merchantId });
  theirs = await ownEverything(portal.db, victim, owner, 'theirs');
  mine = await ownEverything(portal.db, other, attacker, 'mine');
  // Who has a passkey is asked for it, which tells nothing of others.
  await portal.sql`delete from passkeys where id = ${mine.passkeyId}`;
});
beforeEach(() => portal.sql`truncate rate_counts`);

/** Tables whose rows belong to no merchant and to no person. */
const nobodys = [
  ...[
    'added_tokens',
    'assets',
    'audit_mark',
    'balance_mark',
    'businesses',
    'chain_blocks',
    'chain_cursors',
    'chain_nodes',
    'chain_troubles',
    'chains',
    'hawk_nonces',
    'installation',
    'leases',
    'listed_addresses',
    'node_disputes',
    'operator_head',
    'operator_keys',
    'operator_lines',
    'operator_links',
    'operator_seals',
    'portal_keys',
    'rate_counts',
    'rate_feeds',
    'rate_prices',
    'rate_readings',
    'relay_accounts',
    'relay_sends',
    'relay_versions',
    'screening_lists',
  ],
  ...['sign_in_codes', 'sign_in_nonces', 'token_openings', 'users'],
];

async function tables(): Promise<{ table: string; owner: string | null }[]> {
  return portal.sql`
    select t.table_name as table, (
      select c.column_name from information_schema.columns c
      where c.table_schema = t.table_schema and c.table_name = t.table_name
        and c.column_name in ('merchant_id', 'user_id')
      order by c.column_name limit 1) as owner
    from information_schema.tables t
    where t.table_schema = 'public' and t.table_type = 'BASE TABLE' order by 1`;
}

/** What the database holds of a tenant, row by row: equal before and after means that nothing was touched. */
async function everythingOf({ merchantId, userId }: Things): Promise<Record<string, string[]>> {
  const values: Record<string, string> = { merchant_id: merchantId, user_id: userId, id: merchantId };
  const kept: Record<string, string[]> = {};
  for (const { table, owner } of await tables()) {
    const column = table === 'merchants' ? 'id' : owner;
    if (column === null) continue;
    const rows = await portal.sql`
      select t::text as row from ${portal.sql(table)} t where ${portal.sql(column)} = ${values[column] ?? ''} order by 1`;
    kept[table] = rows.map(({ row }) => row);
  }
  return kept;
}

test('every table belongs to merchants, or is known to belong to none', async () => {
  const unowned = (await tables()).filter(({ table, owner }) => owner === null && table !== 'merchants');
  expect(unowned.map(({ table }) => table).filter((table) => !table.startsWith('__'))).toEqual(nobodys.toSorted());
});

test('what was written down of the desk is what there is', () => {
  expect(Object.keys(expectations).toSorted()).toEqual(operations.map(({ name }) => name).toSorted());
});

describe('another tenant’s owner', () => {
  test.each(operations)('learns and changes nothing by $name', async (one) => {
    const before = await everythingOf(theirs);
    const browser = await TestBrowser.of(attacker);
    // The owner's mail address and wallet are what the attacker writes into their own house, to be read there again.
    const { email: _email, wallet: _wallet, ...secrets } = theirs;
    for (const wanted of expectationOf(one.name).attempts(theirs, mine)) {
      const { status, code, text } = await attempt(browser, one, wanted);
      const asked = JSON.stringify(wanted);
      expect([status, code].slice(0, wanted.answer.length), asked).toEqual(wanted.answer);
      expect(
        Object.values(secrets).filter((secret) => text.includes(secret) && !asked.includes(secret)),
        asked,
      ).toEqual([]);
    }
    expect(await everythingOf(theirs)).toEqual(before);
  });

  test('would be seen to change something, if it could: the same requests of the victim’s own owner do', async () => {
    const owner = { ...attacker, ...theirs };
    const before = await everythingOf(theirs);
    const change = operations.filter(({ name }) => name === 'DELETE /api/desk/views/{id}');
    for (const one of change) await attempt(await TestBrowser.of(owner), one, { id: theirs.viewId });
    const after = await everythingOf(theirs);
    expect(after.desk_views).toEqual([]);
    expect(before.desk_views).toHaveLength(1);
  });
});
