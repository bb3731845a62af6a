import type { Page } from '@playwright/test';
import { enterAs, expect, test } from '@/e2e/support/desk-team';
import { expectSoundScreen } from '@/e2e/support/screens';

test.describe.configure({ timeout: 120_000 });

/** A list that nobody else's payouts come into: those of one odd amount. */
const listOf = (amount: string) => `/dashboard/payouts?amount_min=${amount}&amount_max=${amount}`;
const rowsOf = (page: Page) => page.locator('main [data-row]');
const untilLive = (page: Page) =>
  expect(page.getByRole('complementary').getByText('Live', { exact: true })).toBeVisible();

test.beforeEach(async ({ context, owner }) => enterAs(context, owner));

test('an open list changes in place: what is newer is announced, and neither rows, focus nor selection move', async ({
  page,
  world,
}) => {
  const amount = '7.13';
  const made = [await world.merchant.createPayout({ amount }), await world.merchant.createPayout({ amount })];
  await page.goto(`${world.demo.baseUrl}${listOf(amount)}`);
  await untilLive(page);
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.keyboard.press('x');
  const [second, first] = made.map((one) => one.reference);
  await expect(page.getByText('1 selected')).toBeVisible();

  const newer = await world.merchant.createPayout({ amount });
  await world.merchant.cancel(made[1]?.id ?? '');
  await expect(page.getByRole('button', { name: 'Show 1 new' })).toBeVisible();
  await expect(page.getByRole('row').filter({ hasText: first })).toContainText('Cancelled');
  await expect(rowsOf(page)).toHaveText([first ?? '', second ?? '']);
  await expect(rowsOf(page).nth(1)).toBeFocused();
  await expect(page.getByText('1 selected')).toBeVisible();

  await page.getByRole('button', { name: 'Show 1 new' }).click();
  await expect(rowsOf(page)).toHaveText([newer.reference, first ?? '', second ?? '']);
  await expect(page.getByText('1 selected')).toBeVisible();
});

test('two tabs share one line, and both follow; the page of one payout tells its story as it goes on', async ({
  context,
  page,
  world,
}) => {
  const amount = '7.17';
  const lines: string[] = [];
  context.on('request', (request) => {
    lines.push(...[request.url()].filter((url) => url.endsWith('/api/desk/live')));
  });
  const payout = await world.merchant.createPayout({ amount });
  const other = await context.newPage();
  await page.goto(`${world.demo.baseUrl}${listOf(amount)}`);
  await untilLive(page);
  await other.goto(`${world.demo.baseUrl}/dashboard/payouts/${payout.id}`);
  await untilLive(other);
  expect(lines).toHaveLength(1);
  await world.merchant.cancel(payout.id);
  await expect(other.getByRole('listitem').filter({ hasText: 'Cancelled' })).toBeVisible();
  await page.bringToFront();
  await expect(page.getByRole('row').filter({ hasText: payout.reference })).toContainText('Cancelled');
});

test('a search is found by the keyboard alone, kept as a view, exported as it is, and forgotten', async ({
  page,
  world,
}) => {
  const payout = await world.merchant.createPayout({ amount: '7.19' });
  await page.goto(`${world.demo.baseUrl}/dashboard`);
  await untilLive(page);
  await page.keyboard.press('/');
  await page.keyboard.type(payout.reference);
  await page.keyboard.press('Enter');
  await expect(rowsOf(page)).toHaveText([payout.reference]);

  const name = `Mine ${payout.id.slice(-6)}`;
  await page.getByRole('button', { name: 'Save this view' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill(name);
  await page.getByRole('button', { name: 'Save view' }).click();
  await expect(page.getByRole('link', { name })).toHaveAttribute('aria-current', 'true');

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Export CSV' }).click(),
  ]);
  const chunks = await (await download.createReadStream()).toArray();
  const text = chunks.join('');
  expect(download.suggestedFilename()).toMatch(/^payouts-.*\.csv$/);
  expect(text.split('\r\n').map((line) => line.split(',')[1])).toEqual(['reference', payout.reference, undefined]);

  await page.getByRole('button', { name: `Forget the view ${name}` }).click();
  await expect(page.getByRole('link', { name })).toBeHidden();
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(payout.reference);
  await page.keyboard.press('g');
  await page.keyboard.press('o');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Overview');
});

test('a press is seen at once, however long its page takes', async ({ page, world }) => {
  await page.goto(`${world.demo.baseUrl}/dashboard`);
  await untilLive(page);
  const { promise: held, resolve: letGo } = Promise.withResolvers<void>();
  await page.route(/\/dashboard\/payouts/, async (route) => {
    await held;
    await route.continue();
  });
  const payouts = page.getByRole('navigation', { name: 'Desk' }).getByRole('link', { name: 'Payouts' });
  await payouts.click();
  await expect(payouts).toHaveAttribute('aria-current', 'page');
  await expect(page.getByText('Loading the page')).toBeAttached();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Overview');
  letGo();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Payouts');
  await expect(page.getByText('Loading the page')).toHaveCount(0);
});

test.describe('in a browser of another zone', () => {
  test.use({ timezoneId: 'Pacific/Kiritimati' });

  test('rows, days and filters are in the zone that the person chose, and each page says which', async ({
    page,
    world,
  }) => {
    const { id } = await world.merchant.createPayout({ amount: '7.19' });
    const time = page.getByRole('main').getByRole('time').first();
    const mark = page.getByRole('complementary').getByRole('link', { name: /^Times are in/ });
    const day = (timeZone: string) =>
      new Date().toLocaleDateString('en-GB', { day: 'numeric', month: 'short', timeZone });
    await page.goto(`${world.demo.baseUrl}/dashboard/payouts/${id}`);
    await expect(time).toContainText(day('UTC'));
    await mark.click();
    await page.getByRole('button', { name: 'Use this browser’s zone, Pacific/Kiritimati' }).click();
    await expect(mark).toHaveText('Times are in Pacific/Kiritimati');
    await page.goto(`${world.demo.baseUrl}/dashboard/payouts/${id}`);
    await expect(time).toContainText(day('Pacific/Kiritimati'));
    await expect(time).toHaveAttribute('title', /UTC$/);
    await page.goto(`${world.demo.baseUrl}/dashboard/account`);
    await expectSoundScreen(page, 'account-time-zone');
    await page.getByRole('combobox', { name: 'Time zone' }).selectOption('UTC');
    await expect(mark).toHaveText('Times are in UTC');
  });
});
