import { claimPage } from '@/e2e/pages/claim-page';
import { expect, test } from '@/e2e/support/journey';
import { servePage } from '@/e2e/support/network';
import { expectSoundScreen } from '@/e2e/support/screens';
import { walletOn } from '@/e2e/support/wallet';

test('a customer withdraws inside the merchant’s page, which shows it paid once its server heard the webhook', async ({
  context,
  page,
  world,
}) => {
  const { chain, demo } = world;
  const customer = await chain.newcomer();
  await walletOn(chain, [customer]).install(context);
  await page.goto(demo.merchantSite);
  await page.getByLabel('Amount').fill('2.00');
  await page.getByLabel('Your wallet').fill(customer.address);
  await page.getByRole('button', { name: /^Withdraw now/ }).click();
  const claim = claimPage(page, page.frameLocator('#frame iframe'));
  await expect(claim.heading).toHaveText('Ready for you');
  await expectSoundScreen(page, 'embedded');
  await expect
    .poll(() =>
      claim.heading.evaluate(({ ownerDocument: { documentElement: root } }) => root.scrollHeight - root.clientHeight),
    )
    .toBe(0);
  await claim.prepare();
  await claim.send();
  await expect(claim.heading).toHaveText('Paid');
  await expect(page.frameLocator('#frame iframe').getByRole('link', { name: 'Back to Demo Store' })).toBeHidden();
  await expect(page.getByRole('listitem').filter({ hasText: '2.00 USDT' }).first()).toContainText('Paid');
  expect(await chain.balanceOf(customer.address)).toBe(1_500_000n);
});

test('a customer withdraws in a tab, and the merchant’s page shows it paid', { tag: '@deep' }, async ({
  context,
  page,
  world,
}) => {
  const { chain, demo } = world;
  const customer = await chain.newcomer();
  await walletOn(chain, [customer]).install(context);
  await page.goto(demo.merchantSite);
  await page.getByLabel('Amount').fill('3.00');
  await page.getByLabel('in a new tab').check();
  const opened = page.waitForEvent('popup');
  await page.getByRole('button', { name: /^Withdraw now/ }).click();
  const claim = claimPage(await opened);
  await claim.prepare();
  await claim.send();
  await claim.paid();
  await expect(page.getByRole('listitem').filter({ hasText: '3.00 USDT' }).first()).toContainText('Paid');
  expect(await chain.balanceOf(customer.address)).toBe(2_500_000n);
});

test('the embedding page is told every status, in order and once', { tag: '@deep' }, async ({
  context,
  page,
  world,
}) => {
  const { chain, demo, merchant } = world;
  await walletOn(chain, [await chain.newcomer()]).install(context);
  const payout = await merchant.createPayout();
  const statuses: string[] = [];
  await page.exposeFunction('noteStatus', (status: string) => statuses.push(status));
  await page.goto(demo.merchantSite);
  await page.evaluate(
    (url) => window.Drawbridge.open({ url, container: 'main', onStatus: ({ status }) => window.noteStatus(status) }),
    payout.claim_url,
  );
  const claim = claimPage(page, page.frameLocator('main iframe'));
  await expect.poll(() => statuses).toEqual(['pending']);
  await claim.prepare();
  await claim.send();
  await expect(claim.heading).toHaveText('Paid');
  await expect.poll(() => statuses).toEqual(['pending', 'processing', 'completed']);
});

test.describe('in a page that the merchant did not list', () => {
  test.use({ expected: /frame-ancestors/ });

  test('the browser refuses to show the claim page in a frame', async ({ page, world }) => {
    const payout = await world.merchant.createPayout();
    const stranger = await servePage(`<title>Not the merchant</title><iframe src="${payout.claim_url}"></iframe>`);
    const refused = page.waitForEvent('console', (message) => message.text().includes('frame-ancestors'));
    await page.goto(stranger.url);
    expect((await refused).text()).toContain(new URL(world.demo.merchantSite).origin);
    await expect(page.frameLocator('iframe').locator('#claim-heading')).toHaveCount(0);
    await stranger.close();
  });
});

test('a page of another origin that opens the claim page in a tab is told nothing', async ({ page, world }) => {
  const payout = await world.merchant.createPayout();
  const messages: string[] = [];
  await page.exposeFunction('noteStatus', (words: string) => messages.push(words));
  const stranger = await servePage(`<title>Not the merchant</title><button>Open</button><script>
    addEventListener('message', ({ data }) => noteStatus(JSON.stringify(data)));
    document.querySelector('button').onclick = () => open('${payout.claim_url}');
  </script>`);
  await page.goto(stranger.url);
  const opened = page.waitForEvent('popup');
  await page.getByRole('button', { name: 'Open' }).click();
  const claim = claimPage(await opened);
  await expect(claim.begin).toBeEnabled();
  await world.merchant.cancel(payout.id);
  await expect(claim.heading).toHaveText('This payout was cancelled');
  expect(messages).toEqual([]);
  await stranger.close();
});

test.describe('in a frame without a wallet', () => {
  test('the way out is a tab of its own, and the frame still learns what happened there', async ({
    context,
    page,
    world,
  }) => {
    const { chain, demo, merchant } = world;
    await context.route('**/dev/wallet.js', (route) => route.fulfill({ contentType: 'text/javascript', body: '' }));
    const payout = await merchant.createPayout();
    await page.goto(demo.merchantSite);
    await page.evaluate((url) => void window.Drawbridge.open({ url, container: 'main' }), payout.claim_url);
    const framed = claimPage(page, page.frameLocator('main iframe'));
    await framed.begin.click();
    await expect(framed.step).toHaveText('Your wallet may not work in here');
    await walletOn(chain, [await chain.newcomer()]).install(context);
    const opened = page.waitForEvent('popup');
    await page.frameLocator('main iframe').getByRole('link', { name: 'Open in a new tab' }).click();
    const claim = claimPage(await opened);
    await claim.prepare();
    await claim.send();
    await claim.paid();
    await expect(framed.heading).toHaveText('Paid');
  });
});

declare global {
  interface Window {
    Drawbridge: {
      open(claim: { url: string; container: string; onStatus?: (news: { status: string }) => void }): unknown;
    };
    noteStatus(status: string): void;
  }
}
