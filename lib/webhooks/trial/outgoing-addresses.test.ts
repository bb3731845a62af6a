import { beforeEach, expect, test, vi } from 'vitest';
import type { Context } from '@/lib/access/actor';
import { systemClock } from '@/lib/kernel/clock';
import { unchecked } from '@/lib/kernel/unchecked';

/** Settings are read once, so each test has modules of its own. */
beforeEach(() => {
  vi.resetModules();
});

async function sourcesWith(addresses: string, scopes: ('webhooks:read' | 'webhooks:write')[] = ['webhooks:read']) {
  vi.stubEnv('WEBHOOK_SOURCE_ADDRESSES', addresses);
  const { listOutgoingAddresses } = await import('./outgoing-addresses');
  const db = unchecked<Context['db']>({}, 'the list of addresses is in no database');
  const actor = { kind: 'api_key', keyId: 'key_test', merchantId: 'mer_test', scopes } as const;
  return listOutgoingAddresses({ db, clock: systemClock, actor, requestId: 'req_test' });
}

test('merchants see the addresses and ranges that the operator lists, in both families', async () => {
  const data = ['198.51.100.7', '203.0.113.0/24', '2001:db8::7', '2001:db8:1::/48'];
  expect(await sourcesWith(data.join(', '))).toEqual({ data });
  vi.resetModules();
  expect(await sourcesWith('')).toEqual({ data: [] });
});

test.each(['example.com', '198.51.100.7/33', '198.51.100.300', '2001:db8::/129'])(
  '%s is no address: the process does not start with it',
  async (entry) => {
    await expect(sourcesWith(`198.51.100.7,${entry}`)).rejects.toThrow(/WEBHOOK_SOURCE_ADDRESSES.* must be a list of/);
  },
);

test('it needs the right to read', async () => {
  await expect(sourcesWith('', ['webhooks:write'])).rejects.toMatchObject({ code: 'forbidden' });
});
