import { expect, test } from 'vitest';
import { testDatabase } from '@/db/testing/database';
import { addMerchant, addPerson } from '@/lib/access/testing/people';
import { wasDemo } from './strangers';
import { seedDemoTeam } from './team';

const database = testDatabase();

test('a database on which a demo ran is known for ever, and so is one whose teams, or whose operators, are the demo’s people', async () => {
  const merchantId = await addMerchant(database.db);
  await addPerson(database.db, { merchantId });
  expect(await wasDemo(database.db)).toBe(false);
  await seedDemoTeam(database, merchantId);
  expect(await wasDemo(database.db)).toBe(true);
  await database.sql`delete from members where user_id in (select user_id from identities where value like '%@demo.example')`;
  expect(await wasDemo(database.db)).toBe(true);
  await seedDemoTeam(database, merchantId);
  await database.sql`update installation set demo_since = null`;
  expect(await wasDemo(database.db)).toBe(true);
  await database.sql`delete from members`;
  expect(await wasDemo(database.db)).toBe(true);
  await database.sql`delete from operators`;
  expect(await wasDemo(database.db)).toBe(false);
});
