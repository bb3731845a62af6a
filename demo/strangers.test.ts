import { expect, test } from 'vitest';
import { testDatabase } from '@/db/testing/database';
import { addMerchant, addPerson } from '@/lib/access/testing/people';
import { hasDemoTeam } from './strangers';
import { seedDemoTeam } from './team';

const database = testDatabase();

test('a database in which the demo’s people may do something is known, until they are out of every team', async () => {
  const merchantId = await addMerchant(database.db);
  await addPerson(database.db, { merchantId });
  expect(await hasDemoTeam(database.db)).toBe(false);
  await seedDemoTeam(database, merchantId);
  expect(await hasDemoTeam(database.db)).toBe(true);
  await database.sql`delete from members where user_id in (select user_id from identities where value like '%@demo.example')`;
  expect(await hasDemoTeam(database.db)).toBe(false);
});
