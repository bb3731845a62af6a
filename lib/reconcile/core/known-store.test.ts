import { expect, test } from 'vitest';
import { identities, members, users, wallets } from '@/db/schema';
import { testDatabase } from '@/db/testing/database';
import type { ChainKey } from '@/db/vocabulary/chains';
import { addMerchant } from '@/lib/access/testing/people';
import { newId } from '@/lib/kernel/ids';
import { selectKnown } from './known-store';

const database = testDatabase();
const createdAt = new Date(0);
const declared = `0x${'d'.repeat(40)}`;
const signedIn = `0x${'e'.repeat(40)}`;

test('what a contract proved is trusted on its own network, and what a member signs in with is known there, and trusted nowhere', async () => {
  const { db } = database;
  const merchantId = await addMerchant(db);
  const userId = newId('user');
  await db.insert(users).values({ id: userId, createdAt });
  await db.insert(members).values({ merchantId, userId, role: 'payer', createdAt });
  await db.insert(identities).values({ kind: 'wallet', value: signedIn, chain: 'base', userId, createdAt });
  const wallet = { id: newId('wallet'), merchantId, address: declared, name: 'Safe', createdAt };
  await db.insert(wallets).values({ ...wallet, provenAt: createdAt, provenChains: ['base'] });
  const known = async (chain: ChainKey) =>
    (await selectKnown(db, merchantId, chain, createdAt)).map(({ address, trusted }) => ({ address, trusted }));
  expect(await known('base')).toEqual([
    { address: signedIn, trusted: false },
    { address: declared, trusted: true },
  ]);
  expect(await known('polygon')).toEqual([{ address: declared, trusted: false }]);
});
