import { generatePrivateKey, privateKeyToAddress } from 'viem/accounts';
import { expect, test } from 'vitest';
import { testWorld } from '@/lib/payouts/testing/world';
import { testDesk } from '@/lib/reconcile/testing/desk';
import { startScript } from './testing/script';

const world = testWorld();
const desk = testDesk(world);

const run = (args: string[], given: Record<string, string> = {}) => {
  const settings = { DATABASE_URL: world.database.url, RPC_URL_LOCAL: world.rpcUrl(), LOG_LEVEL: 'silent' };
  return startScript({ ...process.env, ...settings, ...given }, 'reconcile', args);
};

test('it ends with 0 and says so when everything is green', async () => {
  await world.settle();
  const { code, out } = await run(['--merchant', world.merchantId]);
  expect(out).toContain('All green.');
  expect(code).toBe(0);
});

test('it ends with 1 and prints one line per difference, with what to do', async () => {
  const hash = await desk.pay('vault', privateKeyToAddress(generatePrivateKey()), 3_000_000n);
  const { code, err } = await run([]);
  const lines = err.split('\n');
  expect(lines).toHaveLength(1);
  expect(lines[0]).toContain(hash);
  expect(lines[0]).toContain('book it out of suspense');
  expect(code).toBe(1);
});

test('it ends with 1 when a node does not answer, and calls nothing green', async () => {
  const { code, out, err } = await run([], { RPC_URL_LOCAL: 'http://127.0.0.1:1' });
  expect(err).toContain('NOT CHECKED');
  expect(out).not.toContain('green;');
  expect(code).toBe(1);
});

test.each([
  [['--from', 'yesterday'], 'must be a day'],
  [['--everything'], 'everything'],
])('it refuses %j in a sentence', async (args, words) => {
  const { code, err } = await run(args);
  expect(err).toContain(words);
  expect(code).toBe(1);
});
