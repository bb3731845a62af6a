import { devices } from '@playwright/test';
import { expect, test } from '@/e2e/support/journey';
import { expectSoundScreen } from '@/e2e/support/screens';

// The demo announces a wallet of its own; here it is not there, as in any browser of a portal that pays real money.
test.beforeEach(({ context }) =>
  context.route('**/dev/wallet.js', (route) => route.fulfill({ contentType: 'text/javascript', body: '' })),
);

test('a desktop without a wallet is told where the link can be opened', async ({ page, claim, world }) => {
  const payout = await world.merchant.createPayout();
  await claim.open(payout.claim_url);
  await claim.begin.click();
  await expect(claim.step).toHaveText('No wallet in this browser');
  await expect(claim.button('Copy the link for another device')).toBeVisible();
  await expectSoundScreen(page, 'no-wallet-desktop');
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, userAgent: devices['iPhone 15'].userAgent, hasTouch: true });

  test('a phone without a wallet gets links that open this very page in a wallet’s browser', async ({
    page,
    claim,
    world,
  }) => {
    const payout = await world.merchant.createPayout();
    await claim.open(payout.claim_url);
    await claim.begin.tap();
    await expect(claim.step).toHaveText('Open this page in your wallet');
    const address = payout.claim_url.replace(/^https?:\/\//, '');
    await expect(page.getByRole('link', { name: 'Open in MetaMask' })).toHaveAttribute(
      'href',
      `metamask://dapp/${address}`,
    );
    await expect(page.getByRole('link', { name: 'Open in Trust Wallet' })).toHaveAttribute('href', /^trust:\/\//);
    await expectSoundScreen(page, 'no-wallet-phone');
  });
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the page says everything about the payout before any script runs', async ({ page, claim, world }) => {
    const { merchant } = world;
    const payout = await merchant.createPayout();
    await claim.open(payout.claim_url);
    await expect(claim.heading).toHaveText('Ready for you');
    for (const words of [
      'Demo Store',
      'Refund of order 1004',
      'A wallet of your choice',
      'Local chain',
      'Yes, ready for you',
    ]) {
      await expect(page.getByText(words, { exact: true }).first()).toBeVisible();
    }
    await expect(page.locator('noscript p')).toBeVisible();
  });
});
