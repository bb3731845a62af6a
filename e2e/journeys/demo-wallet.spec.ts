import { expect, test } from '@/e2e/support/journey';
import { expectSoundScreen } from '@/e2e/support/screens';

test('a newcomer claims a payout with the demo wallet and nothing else installed', { tag: '@deep' }, async ({
  page,
  claim,
  world,
}) => {
  const payout = await world.merchant.createPayout();
  await claim.open(payout.claim_url);
  await claim.connect('Demo wallet');
  const sheet = page.getByRole('dialog', { name: 'Connect the demo wallet' });
  await expect(sheet.getByRole('radio', { name: /Customer/ })).toBeFocused();
  await expectSoundScreen(page, 'demo-wallet-connect');
  await sheet.getByRole('button', { name: 'Connect' }).click();

  await claim.send();
  const question = page.getByRole('dialog', { name: 'Send to the network' });
  await expect(question).toBeVisible();
  await expectSoundScreen(page, 'demo-wallet-approve');
  await question.getByRole('button', { name: 'Approve' }).click();
  await claim.paid();
  expect((await world.merchant.payout(payout.id)).transfer?.recipient).toBe(world.demo.wallets.customer.address);
});

test('Escape rejects in the demo wallet, and the page can ask again', async ({ page, claim, world }) => {
  await claim.open((await world.merchant.createPayout()).claim_url);
  await claim.connect('Demo wallet');
  await page.getByRole('dialog', { name: 'Connect the demo wallet' }).getByRole('button', { name: 'Connect' }).click();
  await claim.send();
  await expect(page.getByRole('dialog', { name: 'Send to the network' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(claim.step).toHaveText('You declined in your wallet');
  await expect(claim.get).toBeEnabled();
});

test('another account of the demo wallet is told that the payout is not theirs', async ({ page, claim, world }) => {
  const { customer } = world.demo.wallets;
  const payout = await world.merchant.createPayout({ recipient: { type: 'wallet', address: customer.address } });
  await claim.open(payout.claim_url);
  await claim.connect('Demo wallet');
  const sheet = page.getByRole('dialog', { name: 'Connect the demo wallet' });
  await sheet.getByRole('radio', { name: /Another person/ }).check();
  await sheet.getByRole('button', { name: 'Connect' }).click();
  await expect(claim.step).toHaveText('This payout is for another wallet');
  await claim.button('Choose another account').click();
  await sheet.getByRole('radio', { name: /Customer/ }).check();
  await sheet.getByRole('button', { name: 'Connect' }).click();
  await expect(claim.step).toHaveText('This is what will happen');
});

test('the demo’s door to the chain reads and sends, and steers nothing', async ({ request, world }) => {
  const call = async (method: string, params: unknown[] = []) => {
    const answer = await request.post(`${world.demo.baseUrl}/dev/rpc`, {
      data: { jsonrpc: '2.0', id: 1, method, params },
    });
    return answer.json();
  };
  expect(await call('eth_chainId')).toMatchObject({ result: '0x7a69' });
  expect(await call('eth_accounts')).toMatchObject({ result: [] });
  for (const method of ['anvil_mine', 'evm_snapshot', 'eth_sendTransaction', 'anvil_setBalance']) {
    expect(await call(method)).toMatchObject({ error: { code: -32601 } });
  }
});
