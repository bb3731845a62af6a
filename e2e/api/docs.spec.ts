import { expect, test } from '@playwright/test';

const maxBytes = 150 * 1024;

for (const address of [
  '/docs',
  '/docs/errors',
  '/docs/payouts',
  '/docs/payouts/createPayout',
  '/docs/doors/coindirect',
]) {
  test(`${address} is made once, small, and compressed`, async ({ request }) => {
    const first = await request.get(address);
    const page = await first.text();
    expect(Buffer.byteLength(page)).toBeLessThanOrEqual(maxBytes);
    expect(first.headers()['content-encoding']).toBe('gzip');
    expect(await (await request.get(address)).text()).toBe(page);
  });
}

test('what is no page of the reference is none', async ({ request }) => {
  for (const address of [
    '/docs/nothing',
    '/docs/payouts/nothing',
    '/docs/orders/createPayout',
    '/docs/doors/nothing',
  ]) {
    expect([address, (await request.get(address)).status()]).toEqual([address, 404]);
  }
});
