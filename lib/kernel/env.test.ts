import { afterEach, expect, test, vi } from 'vitest';

/** Settings that must not meet. They are read once, so each test loads them again. */
async function read(settings: Record<string, string>): Promise<() => string[]> {
  for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value);
  vi.resetModules();
  const { env } = await import('./env');
  return () => env.WEBHOOK_ALLOWED_PRIVATE_HOSTS;
}
afterEach(() => vi.unstubAllEnvs());

test.each([
  [{ BASE_URL: 'https://pay.example.com' }, /BASE_URL must lead to localhost/],
  [{ BASE_URL: 'http://localhost.evil.example' }, /BASE_URL must lead to localhost/],
  [{ DATABASE_URL: 'postgres://a@db.example/x' }, /DATABASE_URL must be on this machine/],
  [{ RPC_URL_BASE: 'https://rpc.example' }, /take away RPC_URL_BASE/],
])('no process of the demo starts with %j, started in any way', async (settings, sentence) => {
  expect(await read({ DEMO: '1', ...settings })).toThrow(sentence);
});

test('private receivers are each some merchant’s, but for the demo, which has one', async () => {
  expect(await read({ WEBHOOK_ALLOWED_PRIVATE_HOSTS: '10.0.0.5:80' })).toThrow(/must name the merchant/);
  expect((await read({ WEBHOOK_ALLOWED_PRIVATE_HOSTS: 'mer_a@10.0.0.5:80' }))()).toEqual(['mer_a@10.0.0.5:80']);
  expect((await read({ DEMO: '1', WEBHOOK_ALLOWED_PRIVATE_HOSTS: '10.0.0.5:80' }))()).toEqual(['10.0.0.5:80']);
  expect(await read({ WEBHOOK_ALLOWED_PRIVATE_HOSTS: 'mer_a@somewhere' })).toThrow(/merchant@host:port/);
});
