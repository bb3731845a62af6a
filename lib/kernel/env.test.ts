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

/** Each setting as the demo may have it, and otherwise. */
const near = {
  HOST: ['127.0.0.1', '0.0.0.0'],
  BASE_URL: ['http://localhost:3000', 'https://pay.example.com'],
  DATABASE_URL: ['postgres://a@127.0.0.1/x', 'postgres://a@db.example/x'],
  RPC_URL_LOCAL: ['http://127.0.0.1:8545', 'https://rpc.example'],
  RPC_URL_BASE: ['', 'https://rpc.example'],
} as const;
const names = ['HOST', 'BASE_URL', 'DATABASE_URL', 'RPC_URL_LOCAL', 'RPC_URL_BASE'] as const;
const every = Array.from({ length: 2 ** names.length }, (_, bits) => names.filter((_name, bit) => (bits >> bit) & 1));
const settingsWith = (far: readonly string[]) =>
  Object.fromEntries(names.map((name) => [name, near[name][far.includes(name) ? 1 : 0]]));

test('of all combinations the demo runs with one, which reaches nothing but this machine, and the refusal names each setting', async () => {
  const refused = async (far: readonly string[]) => {
    const said = await Promise.try(await read({ DEMO: '1', ...settingsWith(far) })).then(() => '', String);
    return names.filter((name) => new RegExp(`\\b${name}\\b`).test(said));
  };
  for (const far of every) expect(await refused(far)).toEqual(far);
});

test('without DEMO all of them are fine, and none is refused in words that advise it', async () => {
  for (const far of every) expect(await read({ DEMO: '0', ...settingsWith(far) })).not.toThrow();
});

test('private receivers are each some merchant’s, but for the demo, which has one', async () => {
  expect(await read({ WEBHOOK_ALLOWED_PRIVATE_HOSTS: '10.0.0.5:80' })).toThrow(/must name the merchant/);
  expect((await read({ WEBHOOK_ALLOWED_PRIVATE_HOSTS: 'mer_a@10.0.0.5:80' }))()).toEqual(['mer_a@10.0.0.5:80']);
  expect((await read({ DEMO: '1', WEBHOOK_ALLOWED_PRIVATE_HOSTS: '10.0.0.5:80' }))()).toEqual(['10.0.0.5:80']);
  expect(await read({ WEBHOOK_ALLOWED_PRIVATE_HOSTS: 'mer_a@somewhere' })).toThrow(/merchant@host:port/);
});
