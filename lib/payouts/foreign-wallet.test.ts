import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts';
import { expect, test } from 'vitest';
import { identities, members, merchants, users } from '@/db/schema';
import { newId } from '@/lib/kernel/ids';
import { recordPayment } from './record-payment';
import { testDesk } from './testing/desk';
import { view } from './testing/view';
import { testWorld } from './testing/world';
import { declareWallet } from './wallets';

const world = testWorld();
const desk = testDesk(world);
const payer = () => world.member('payer');
const unit = 1_000_000n;

async function owed() {
  const { address } = privateKeyToAccount(generatePrivateKey());
  return { ...(await desk.owed({ recipient: { type: 'wallet', address }, amount: '25.00' })), address };
}

/** From now on somebody of another merchant signs in with the wallet that this desk pays from. */
async function proveElsewhere(): Promise<void> {
  const { db } = world.database;
  const createdAt = new Date();
  const merchantId = newId('merchant');
  const userId = newId('user');
  await db.insert(merchants).values({ id: merchantId, name: 'Another merchant' });
  await db.insert(users).values({ id: userId, createdAt });
  await db.insert(identities).values({ kind: 'wallet', value: desk.sender.toLowerCase(), userId, createdAt });
  await db.insert(members).values({ merchantId, userId, role: 'owner', createdAt });
}

test('what leaves a wallet that is proved to be another merchant’s pays nothing of this one, whatever was said before', async () => {
  await declareWallet(payer(), { address: desk.sender, name: 'Said to be ours' });
  const [declared, prepared, later] = [await owed(), await owed(), await owed()];
  await desk.prepareOne([prepared.id]);
  await proveElsewhere();
  const hash = await world.send('admin', desk.transfer(declared.address, 25n * unit));
  await world.send('admin', desk.transfer(prepared.address, 25n * unit));
  await desk.settle();
  expect((await view(world, prepared.id)).status).toBe('pending');
  await expect(recordPayment(payer(), declared.id, { hash })).rejects.toMatchObject({
    code: 'transfer_mismatch',
    facts: { extra: { check: 'unknown_sender' } },
  });
  const refused = (field: string) => ({ code: 'address_refused', facts: { field } });
  await expect(recordPayment(payer(), declared.id, { hash, sender: desk.sender })).rejects.toMatchObject(
    refused('sender'),
  );
  await expect(declareWallet(payer(), { address: desk.sender, name: 'Ours' })).rejects.toMatchObject(
    refused('address'),
  );
  await expect(desk.prepare([later.id])).rejects.toMatchObject(refused('sender'));
});
