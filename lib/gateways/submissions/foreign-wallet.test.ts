import { generatePrivateKey, privateKeyToAddress } from 'viem/accounts';
import { expect, test } from 'vitest';
import { wallets } from '@/db/schema';
import { scopes } from '@/db/vocabulary/people';
import type { Context } from '@/lib/access/actor';
import { addMerchant } from '@/lib/access/testing/people';
import { createGateway, viewGateway } from '@/lib/gateways/gateways';
import { testGateway } from '@/lib/gateways/testing/test-gateway';
import { env } from '@/lib/kernel/env';
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

/** Another merchant that may set up the same server. */
async function another(): Promise<Context> {
  const merchantId = await addMerchant(world.database.db);
  env.WEBHOOK_ALLOWED_PRIVATE_HOSTS.push(`${merchantId}@127.0.0.1:${gateway.server().port}`);
  return { ...world.merchant(), actor: { kind: 'api_key', keyId: 'key_test', merchantId, scopes } };
}

/** As its owner's signature leaves it. */
async function signFor({ actor }: Context): Promise<void> {
  const merchantId = 'merchantId' in actor ? actor.merchantId : expect.unreachable();
  await world.database.db.insert(wallets).values({
    ...{ id: newId('wallet'), merchantId, name: 'Hot', createdAt: new Date() },
    ...{ address: gateway.wallet.toLowerCase(), provenAt: new Date() },
  });
}

test('who names a hot wallet without its signature keeps nobody from it who has that: their gateway ends, and is told so', async () => {
  await world.database.sql`delete from wallets`;
  const [squatter, owner, late] = [await another(), await another(), await another()];
  await world.database.sql`update hot_wallets set lost_at = now()`;
  const squatted = await createGateway(squatter, gateway.body());
  const refused = { code: 'hot_wallet_taken' };
  await expect(createGateway(owner, gateway.body())).rejects.toMatchObject(refused);
  await signFor(owner);
  const made = await createGateway(owner, gateway.body());
  expect(made.state).toBe('active');
  expect((await viewGateway(squatter, squatted.id)).state).toBe('disabled');
  const [line] = await world.database.sql`
    select actor_kind, detail from audit_lines where subject_id = ${squatted.id} and action = 'gateway.disabled'`;
  expect(line).toMatchObject({ actor_kind: 'system', detail: { hot_wallet_of_another: gateway.wallet.toLowerCase() } });
  // Of those who have its signature the first one keeps it, and who has none does not come back.
  await signFor(late);
  await expect(createGateway(late, gateway.body())).rejects.toMatchObject(refused);
  await expect(createGateway(squatter, gateway.body())).rejects.toMatchObject(refused);
  const live = await world.database.sql`select merchant_id from hot_wallets where lost_at is null`;
  expect(live.map(({ merchant_id }) => ({ merchantId: merchant_id }))).toEqual([
    { merchantId: 'merchantId' in owner.actor && owner.actor.merchantId },
  ]);
});
