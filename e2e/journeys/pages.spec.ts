import { expect, test } from '@/e2e/support/journey';
import { expectSoundScreen } from '@/e2e/support/screens';

for (const [name, path] of [
  ['front', '/'],
  ['docs', '/docs'],
  ['docs-errors', '/docs/errors'],
  ['docs-door', '/docs/doors/dex3'],
] as const) {
  test(`the page ${path} is sound in both themes and at every width`, async ({ page, world }) => {
    await page.goto(`${world.demo.baseUrl}${path}`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expectSoundScreen(page, name);
  });
}

test('a call is found in the contents of the API reference by its name or address', async ({ page, world }) => {
  await page.goto(`${world.demo.baseUrl}/docs`);
  const contents = page.getByRole('navigation', { name: 'Contents' });
  await contents.getByRole('searchbox', { name: 'Find in the contents' }).fill('payouts cancel');
  await expect(contents.getByRole('listitem')).toHaveCount(1);
  await contents.getByRole('listitem').getByRole('link').click();
  await expect(page).toHaveURL(/#cancelPayout$/);
  await contents.getByRole('searchbox', { name: 'Find in the contents' }).fill('no such call');
  await expect(contents.getByRole('status')).toHaveText('Nothing in the contents has all of these words.');
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
