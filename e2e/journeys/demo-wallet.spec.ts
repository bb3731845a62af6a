import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@/e2e/support/journey';

test('a newcomer claims a payout with the demo wallet and nothing else installed', async ({ page, world }) => {
  const { claim_url } = await world.merchant.createPayout();
  await page.goto(claim_url);
  await page.getByRole('button', { name: 'Get 24.50 USDT' }).click();
  await page.getByRole('button', { name: 'Demo wallet' }).click();

  const sheet = page.getByRole('dialog', { name: 'Connect the demo wallet' });
  await expect(sheet.getByRole('radio', { name: /Customer/ })).toBeFocused();
  const axe = await new AxeBuilder({ page }).include('#drawbridge-demo-wallet').analyze();
  expect(axe.violations).toEqual([]);
  await sheet.getByRole('button', { name: 'Connect' }).click();

  await page.getByRole('button', { name: 'Get 24.50 USDT' }).click();
  await page.getByRole('dialog', { name: 'Send to the network' }).getByRole('button', { name: 'Approve' }).click();
  await expect(page.getByText('The money is in your wallet')).toBeVisible({ timeout: 30_000 });
});

test('Escape rejects in the demo wallet, and the page can ask again', async ({ page, world }) => {
  const { claim_url } = await world.merchant.createPayout();
  await page.goto(claim_url);
  await page.getByRole('button', { name: 'Get 24.50 USDT' }).click();
  await page.getByRole('button', { name: 'Demo wallet' }).click();
  await page.getByRole('dialog', { name: 'Connect the demo wallet' }).getByRole('button', { name: 'Connect' }).click();
  await page.getByRole('button', { name: 'Get 24.50 USDT' }).click();
  await expect(page.getByRole('dialog', { name: 'Send to the network' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByText('You declined in your wallet')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Get 24.50 USDT' })).toBeEnabled();
});

test('the demo’s door to the chain reads and sends, and steers nothing', async ({ request }) => {
  const call = async (method: string, params: unknown[] = []) =>
    (await request.post('/dev/rpc', { data: { jsonrpc: '2.0', id: 1, method, params } })).json();
  expect(await call('eth_chainId')).toMatchObject({ result: '0x7a69' });
  expect(await call('eth_accounts')).toMatchObject({ result: [] });
  for (const method of ['anvil_mine', 'evm_snapshot', 'eth_sendTransaction', 'anvil_setBalance']) {
    expect(await call(method)).toMatchObject({ error: { code: -32601 } });
  }
});
