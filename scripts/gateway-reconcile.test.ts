import { beforeAll, expect, test } from 'vitest';
import { demoAccount } from '@/demo/accounts';
import { submitPayouts } from '@/lib/gateways/submissions/submit';
import { testGateway } from '@/lib/gateways/testing/test-gateway';
import { env } from '@/lib/kernel/env';
import { testWorld } from '@/lib/payouts/testing/world';
import { startScript } from './testing/script';

const world = testWorld();
const gateway = testGateway(world);
beforeAll(() => gateway.setUp());

const run = (given: Record<string, string> = {}) => {
  const settings = { DATABASE_URL: world.database.url, RPC_URL_LOCAL: world.rpcUrl(), LOG_LEVEL: 'silent' };
  const hosts = env.WEBHOOK_ALLOWED_PRIVATE_HOSTS.join(',');
  const own = { ...process.env, ...settings, WEBHOOK_ALLOWED_PRIVATE_HOSTS: hosts, ...given };
  return startScript(own, 'gateway-reconcile', []);
};

const recipient = { type: 'wallet', address: demoAccount('customer').address };

test('it looks at what is under way, and ends with 0 where it can be told how each stands', async () => {
  await world.newPayout({ rail: 'shkeeper', recipient });
  await submitPayouts(world.system(), 'local');
  const { code, out } = await run();
  expect([code, out]).toEqual([0, 'Local chain: looked at 1 under way, found 0 on the network.']);
  await gateway.server().wallet.idle();
  await world.settle();
});

test('it ends with 1 where nobody can tell of a payout, and says where to look', async () => {
  gateway.server().behave({ refuse: 'LOCAL-USDT is not defined in config, cannot make payout' });
  await world.newPayout({ rail: 'shkeeper', recipient, amount: '26.00' });
  await submitPayouts(world.system(), 'local');
  const { code, err } = await run();
  expect([code, err]).toEqual([1, expect.stringContaining('of 1 nobody can tell: see Gateways at the desk.')]);
});

test('a network that cannot be read is said not to be checked', async () => {
  const { code, err } = await run({ RPC_URL_LOCAL: 'http://127.0.0.1:1' });
  expect([code, err]).toEqual([1, expect.stringContaining('NOT CHECKED')]);
});
