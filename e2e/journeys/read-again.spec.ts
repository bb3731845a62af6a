import { newPerson } from '@/e2e/support/chain';
import { expect, test } from '@/e2e/support/journey';
import { byHand, payerAtDesk, statusOf } from '@/e2e/support/payer';
import { walletOn } from '@/e2e/support/wallet';

test.describe.configure({ timeout: 180_000 });

test('what a payer chose and ticked stays while the page around it changes, and is what the wallet is asked for', async ({
  page,
  world,
}) => {
  const { address } = newPerson();
  await world.chain.rpc('anvil_setCode', [address, '0x00']);
  const payouts = [await byHand(world), await byHand(world, { recipient: { type: 'wallet', address } })];
  const ids = payouts.map(({ id }) => id);
  const { pay, wallet } = await payerAtDesk(world, page);
  await pay.review(ids);
  await pay.main.getByRole('checkbox', { name: /I checked this address/ }).check();
  await pay.button('Sign them one by one instead').click();
  await expect(pay.main.getByText(/The wallet asks 2 times/)).toBeVisible();
  const shown = await pay.step('This is what you will sign').elementHandle();

  const kept = page.waitForResponse(/\/api\/desk\/payments\/hold$/);
  await pay.button('Keep them longer').click();
  await kept;
  await expect(pay.button('Keep them longer')).toBeEnabled();
  expect(await shown?.evaluate((heading) => heading.isConnected)).toBe(true);
  await pay.pay('50.00 USDT');
  await pay.paid();
  for (const id of ids) await expect.poll(statusOf(world, id), { timeout: 60_000 }).toBe('completed');
  expect(wallet.state.sent).toHaveLength(2);
});

test('a claim is prepared once for a wallet, however often its page is read again', { tag: '@deep' }, async ({
  context,
  page,
  claim,
  world,
}) => {
  const customer = await world.chain.newcomer();
  await walletOn(world.chain, [customer]).install(context);
  const payout = await world.merchant.createPayout();
  const address = new URL(payout.claim_url).pathname.replace('/p/', '/api/v1/claims/');
  const prepared: string[] = [];
  page.on('request', (request) => {
    prepared.push(...[request].filter((one) => one.method() === 'POST' && one.url().endsWith(address)).map(String));
  });
  await claim.open(payout.claim_url);
  await claim.prepare();
  const shown = await claim.step.elementHandle();

  // As if something about the payout had changed: the page has the server render it again each time it asks.
  await page.route(`**${address}`, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, json: { ...(await response.json()), version: 0 } });
  });
  for (const _round of [1, 2]) {
    const read = page.waitForResponse(/_rsc=/);
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await read;
  }
  await page.unroute(`**${address}`);
  expect(await shown?.evaluate((heading) => heading.isConnected)).toBe(true);
  await claim.send();
  await expect(claim.heading).toHaveText('Paid');
  expect(prepared).toHaveLength(1);
});
