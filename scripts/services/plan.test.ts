import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { planStart } from './plan';

const own = {
  DATABASE_URL: 'postgres://a@db/x',
  RPC_URL_BASE: 'https://rpc.example',
  SECRETS_KEY: randomBytes(32).toString('base64'),
};
const plan = (env: Record<string, string>, args: string[] = []) => planStart({ NODE_ENV: 'test', ...env }, args);

describe('planStart', () => {
  it('runs the demo on loopback when nothing is given', () => {
    expect(plan({})).toMatchObject({
      ...{ demo: true, databaseUrl: null, host: '127.0.0.1', port: 3000, baseUrl: 'http://localhost:3000' },
    });
  });

  it('embeds nothing and seeds nothing when database and chain are given', () => {
    const planned = plan(own);
    expect(planned).toMatchObject({ demo: false, databaseUrl: own.DATABASE_URL });
    expect([...planned.rpcUrls]).toEqual([['base', [own.RPC_URL_BASE]]]);
  });

  it.each([
    [{ DATABASE_URL: own.DATABASE_URL }, /no chain is/],
    [{ RPC_URL_BASE: own.RPC_URL_BASE }, /DATABASE_URL is not/],
    [{ ...own, SECRETS_KEY: '' }, /SECRETS_KEY is not set/],
    [{ ...own, BASE_URL: 'https://example.com/pay' }, /BASE_URL has a path/],
    [{ ...own, BASE_URL: 'https://example.com/?a' }, /BASE_URL has a path/],
    [{ ...own, KEEP_ALIVE_SECONDS: '0' }, /KEEP_ALIVE_SECONDS must be a number/],
    [{ ...own, SECRETS_KEY: 'short' }, /SECRETS_KEY must be 32 bytes/],
    [{ ...own, SECRETS_KEY: Buffer.alloc(32).toString('base64') }, /SECRETS_KEY is not random/],
    [{ DEMO: '1', SECRETS_KEY: Buffer.alloc(32, 'demo').toString('base64') }, /SECRETS_KEY is not random/],
    [{ ...own, BASE_URL: 'http://pay.example.com' }, /BASE_URL is plain http/],
    [{ ...own, BASE_URL: 'http://10.0.0.5:3000' }, /BASE_URL is plain http/],
    [{ ...own, BASE_URL: 'http://localhost.evil.example' }, /BASE_URL is plain http/],
    [{ PORT: 'http' }, /PORT must be a number/],
    [{ PORT: '70000' }, /PORT must be a number/],
    [{ DATABASE_URL: 'mysql://x/y' }, /DATABASE_URL is not an address/],
    [{ ...own, RPC_URL_BASE: 'rpc' }, /RPC_URL_BASE is not an address/],
    [{ ...own, RPC_URL_BASE: `${own.RPC_URL_BASE}, https://` }, /RPC_URL_BASE is not an address/],
  ])('refuses %j in one sentence', (env, sentence) => {
    expect(() => plan(env)).toThrow(sentence);
  });

  it.each(['https://pay.example.com', 'http://localhost:3000', 'http://127.0.0.1:3000', 'http://[::1]:3000/'])(
    'may be reached at %s',
    (baseUrl) => {
      expect(plan({ ...own, BASE_URL: baseUrl }).baseUrl).toBe(baseUrl.replace(/\/$/, ''));
    },
  );

  it.each([
    [{ DATABASE_URL: own.DATABASE_URL }, /DATABASE_URL must not be set/],
    [{ DATABASE_URL: 'postgres://127.0.0.1/payouts' }, /DATABASE_URL must not be set/],
    [{ DATABASE_MIGRATION_URL: own.DATABASE_URL }, /DATABASE_URL must not be set/],
    [{ RPC_URL_BASE: own.RPC_URL_BASE }, /RPC_URL_BASE must not be set/],
    [{ RPC_URL_LOCAL: 'https://rpc.example' }, /RPC_URL_LOCAL must lead to this machine/],
    [{ BASE_URL: 'https://pay.example.com' }, /BASE_URL must lead to this machine/],
    [{ BASE_URL: 'http://10.0.0.5:3000' }, /BASE_URL must lead to this machine/],
    [{ HOST: '0.0.0.0' }, /HOST must be 127.0.0.1/],
    [{ HOST: '::' }, /HOST must be 127.0.0.1/],
  ])('refuses the demo with %j: its keys are everybody’s', (env, sentence) => {
    expect(() => plan({ DEMO: '1', ...env })).toThrow(sentence);
  });

  it.each<Record<string, string>>([{ HOST: '0.0.0.0' }, { BASE_URL: 'https://pay.example.com' }])(
    'refuses %j also where nothing else is set, which would be the demo',
    (env) => expect(() => plan(env)).toThrow(/The demo lets everybody in/),
  );

  it('runs the demo beside a local chain of one’s own', () => {
    const local = 'http://127.0.0.1:8545';
    expect([...plan({ DEMO: '1', RPC_URL_LOCAL: local }).rpcUrls]).toEqual([['local', [local]]]);
  });

  it('advises nobody to run the demo with something of their own', () => {
    const halves: Record<string, string>[] = [{ DATABASE_URL: own.DATABASE_URL }, { RPC_URL_BASE: own.RPC_URL_BASE }];
    for (const env of halves) {
      expect(() => plan(env)).toThrow(/^(?!.*DEMO=1)/);
    }
  });

  it('refuses an option that it does not know', () => {
    expect(() => plan({}, ['--production'])).toThrow('"--production" is not an option');
  });
});
