import { expect, test } from '@/e2e/support/journey';
import { expectSoundScreen } from '@/e2e/support/screens';

for (const [name, path] of [
  ['front', '/'],
  ['docs', '/docs'],
  ['docs-errors', '/docs/errors'],
] as const) {
  test(`the page ${path} is sound in both themes and at every width`, async ({ page, world }) => {
    await page.goto(`${world.demo.baseUrl}${path}`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expectSoundScreen(page, name);
  });
}

test.describe('where there is no page', () => {
  test.use({ expected: /status of 404/ });

  test('an address that leads nowhere says so and leads back', async ({ page, world }) => {
    const answer = await page.goto(`${world.demo.baseUrl}/nothing-here`);
    expect(answer?.status()).toBe(404);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expectSoundScreen(page, 'nothing-here');
  });
});
