import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts';
import { beforeAll, expect, test } from 'vitest';
import { apiKeys, merchantAssets, merchants } from '@/db/schema';
import { scopes } from '@/db/vocabulary/people';
import type { Context } from '@/lib/access/actor';
import { createGateway } from '@/lib/gateways/gateways';
import { testGateway } from '@/lib/gateways/testing/test-gateway';
import { env } from '@/lib/kernel/env';
import { createPayoutBody } from '@/lib/payouts/schema';
import { createPayout } from '@/lib/payouts/terms/create';
import { testWorld } from '@/lib/payouts/testing/world';
import { followSubmissions } from './follow';
import { submitPayouts } from './submit';

const world = testWorld();
const [slow, quick] = [testGateway(world), testGateway(world)];
const merchantId = 'mer_quick';
const quickly = (): Context => ({
  ...world.merchant(),
  actor: { kind: 'api_key', keyId: 'key_quick', merchantId, scopes },
});

beforeAll(async () => {
  const { db } = world.database;
  await db.insert(merchants).values({ id: merchantId, name: 'Quick' });
  await db
    .insert(apiKeys)
    .values({ id: 'key_quick', merchantId, name: 'Server', prefix: 'db_test_', hash: 'quick', scopes: [...scopes] });
  const terms = { fee: 500_000n, minimum: 1_000_000n, maximum: 10_000_000_000n };
  await db.insert(merchantAssets).values({ merchantId, chain: 'local', symbol: 'USDT', ...terms });
  env.WEBHOOK_ALLOWED_PRIVATE_HOSTS.push(`${merchantId}@127.0.0.1:${quick.server().port}`);
  await createGateway(quickly(), quick.body());
  await slow.setUp();
});

const owed = (ctx: Context, reference: string) =>
  createPayout(
    ctx,
    createPayoutBody.parse({
      ...{ amount: '5.00', asset: 'USDT', chain: 'local', rail: 'shkeeper', reference },
      recipient: { type: 'wallet', address: privateKeyToAccount(generatePrivateKey()).address },
    }),
  );

test('while one server does not answer, another one on the same chain is handed one payout after the other', async () => {
  slow.server().behave({ walletDelayMs: 60_000, readTimeoutMs: 60_000 });
  await owed(world.merchant(), 'slow-1');
  await owed(quickly(), 'quick-1');
  await owed(quickly(), 'quick-2');
  const step = submitPayouts(world.system(), 'local');
  const open = { done: false };
  step.then(
    () => Object.assign(open, { done: true }),
    () => Object.assign(open, { done: true }),
  );
  const goOn = async () => {
    await quick.server().wallet.idle();
    await world.settle();
    await world.passTime(6);
    await followSubmissions(world.system(), 'local');
    return quick.server().wallet.sent.length;
  };
  await expect.poll(goOn, { timeout: 60_000, interval: 100 }).toBe(2);
  expect(open.done).toBe(false);
  // Its connections break, and so the step ends; the test's own end closes what runs.
  const { port } = slow.server();
  await slow.server().close();
  await slow.start(port);
  await step;
});
