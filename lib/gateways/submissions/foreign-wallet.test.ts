import { generatePrivateKey, privateKeyToAddress } from 'viem/accounts';
import { expect, test } from 'vitest';
import { wallets } from '@/db/schema';
import { addMerchant } from '@/lib/access/testing/people';
import { testGateway } from '@/lib/gateways/testing/test-gateway';
import { newId } from '@/lib/kernel/ids';
import { view } from '@/lib/payouts/testing/view';
import { testWorld } from '@/lib/payouts/testing/world';
import { submitPayouts } from './submit';

const world = testWorld();
const gateway = testGateway(world);

test('what leaves a wallet that is proved to be another merchant’s pays nothing here, and no gateway may name it', async () => {
  await gateway.setUp();
  const recipient = { type: 'wallet', address: privateKeyToAddress(generatePrivateKey()) };
  const payout = await world.newPayout({ rail: 'shkeeper', recipient });
  const now = new Date();
  await world.database.db.insert(wallets).values({
    ...{ id: newId('wallet'), merchantId: await addMerchant(world.database.db), name: 'Theirs', createdAt: now },
    ...{ address: gateway.wallet.toLowerCase(), provenAt: now },
  });
  await submitPayouts(world.system(), 'local');
  await gateway.server().wallet.idle();
  await world.settle();
  expect(gateway.server().wallet.sent).toHaveLength(1);
  expect((await view(world, payout.id)).status).toBe('processing');
  await world.database.sql`update gateway_assets set ended_at = now()`;
  await expect(gateway.setUp()).rejects.toMatchObject({ code: 'hot_wallet_taken' });
});
