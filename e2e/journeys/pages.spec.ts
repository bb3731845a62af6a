import { expect, test } from '@/e2e/support/journey';
import { expectSoundScreen } from '@/e2e/support/screens';

for (const [name, path] of [
  ['front', '/'],
  ['docs', '/docs'],
  ['docs-subject', '/docs/payouts'],
  ['docs-call', '/docs/payouts/createPayout'],
  ['docs-search', '/docs/search?q=payout'],
  ['docs-errors', '/docs/errors'],
  ['docs-door', '/docs/doors/dex3'],
] as const) {
  test(`the page ${path} is sound in both themes and at every width`, async ({ page, world }) => {
    await page.goto(`${world.demo.baseUrl}${path}`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expectSoundScreen(page, name);
  });
}

test('a call is found by words of it, with the keyboard alone, and an old link to it still arrives', async ({
  page,
  world,
}) => {
  const { baseUrl } = world.demo;
  await page.goto(`${baseUrl}/docs`);
  await page.getByRole('searchbox', { name: 'Find in the reference' }).press('KeyC');
  await page.keyboard.type('ancel payout');
  await page.keyboard.press('Enter');
  const found = page.getByRole('list', { name: 'What was found' }).getByRole('link');
  await expect(found.first()).toHaveAttribute('href', '/docs/payouts/cancelPayout');
  await found.first().press('Enter');
  await expect(page).toHaveURL(`${baseUrl}/docs/payouts/cancelPayout`);
  await page.goto(`${baseUrl}/docs#cancelPayout`);
  await expect(page).toHaveURL(`${baseUrl}/docs/payouts/cancelPayout`);
});

test.describe('in a browser without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the reference is searched, and an old link to a call leads to its line', async ({ page, world }) => {
    await page.goto(`${world.demo.baseUrl}/docs#cancelPayout`);
    await expect(page.locator('#cancelPayout').getByRole('link')).toHaveAttribute('href', '/docs/payouts/cancelPayout');
    await page.getByRole('searchbox', { name: 'Find in the reference' }).fill('amount_too_small');
    await page.getByRole('button', { name: 'Find' }).click();
    await expect(page.getByRole('list', { name: 'What was found' }).getByRole('link').first()).toHaveText(
      'amount_too_small',
    );
  });
});

test('the front page leads to the shop, the desk and the mailbox that its code arrives in', async ({ page, world }) => {
  const { baseUrl, merchantSite } = world.demo;
  await page.goto(baseUrl);
  const start = page.getByRole('navigation', { name: 'Start here' });
  await expect(start.getByRole('link', { name: 'Visit the example merchant' })).toHaveAttribute('href', merchantSite);
  await expect(page.getByText('admin@demo.example')).toBeVisible();
  await expect(page.getByRole('link', { name: 'mailbox' })).toHaveAttribute('href', '/dev/mailbox');
  await start.getByRole('link', { name: 'Open the merchant’s desk' }).click();
  await expect(page).toHaveURL(/\/sign-in/);
});

test.describe('what any browser complains of', () => {
  test.use({ expected: /spilled/ });

  test('is heard, opened by any part', async ({ browser, complaints }) => {
    const context = await browser.newContext();
    await (await context.newPage()).evaluate(() => console.error('spilled'));
    await expect.poll(() => complaints.heard).toEqual(['console: spilled']);
    await context.close();
  });
});

test.describe('where there is no page', () => {
  test.use({ expected: /status of 404/ });

  test('an address that leads nowhere says so and leads back', async ({ page, world }) => {
    const answer = await page.goto(`${world.demo.baseUrl}/nothing-here`);
    expect(answer?.status()).toBe(404);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expectSoundScreen(page, 'nothing-here');
  });
});
