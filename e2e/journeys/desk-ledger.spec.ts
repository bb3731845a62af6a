import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { enterAs, expect, test } from '@/e2e/support/desk-team';
import { expectSoundScreen } from '@/e2e/support/screens';

const columns = 'posting,kind,at,chain,asset,credit,debit,amount,payout,payout_reference,source';

/** Presses "Export CSV" and answers what was downloaded, a record each. */
async function download(page: Page): Promise<{ file: string; records: string[][] }> {
  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Export CSV' }).click(),
  ]);
  const text = await readFile(await saved.path(), 'utf8');
  const [head, ...lines] = text
    .replace(/^\uFEFF/, '')
    .trimEnd()
    .split('\r\n');
  expect(head).toBe(columns);
  return { file: saved.suggestedFilename(), records: lines.map((line) => line.split(',')) };
}

test('the file of a narrowed ledger has exactly the lines of the list', async ({ context, page, world, owner }) => {
  const { demo, merchant } = world;
  const payout = await merchant.createPayout({ amount: '1234.50' });
  const gone = await merchant.createPayout({ amount: '77.25' });
  await merchant.cancel(gone.id);
  await enterAs(context, owner);
  await page.goto(`${demo.baseUrl}/dashboard/ledger`);
  const filters = page.getByRole('main').getByRole('search', { name: 'Search the lines' });
  await filters.getByLabel('Payout').fill(gone.reference);
  await filters.getByRole('button', { name: 'Search' }).click();
  const rows = page.getByRole('table', { name: /Lines of the books/ }).getByRole('row');
  // The head is a row, too.
  await expect(rows).toHaveCount(3);
  const both = await download(page);
  expect(both.file).toMatch(/^ledger-.*\.csv$/);
  expect(
    both.records.map(([, kind, , chain, asset, credit, debit, amount, id, reference]) => [
      ...[kind, chain, asset, credit, debit, amount, id, reference],
    ]),
  ).toEqual([
    ['unreserve', 'local', 'USDT', 'committed', 'available', '77.25', gone.id, gone.reference],
    ['reserve', 'local', 'USDT', 'available', 'committed', '77.25', gone.id, gone.reference],
  ]);

  await filters.getByLabel('What').selectOption({ label: 'Promise ended' });
  await expect(rows).toHaveCount(2);
  expect((await download(page)).records.map(([, kind]) => kind)).toEqual(['unreserve']);
  await filters.getByLabel('What').selectOption({ label: 'Any' });
  await filters.getByLabel('Payout').fill(payout.id);
  await filters.getByRole('button', { name: 'Search' }).click();
  await expect(rows.filter({ hasText: payout.reference })).toContainText('1,234.50 USDT');
  await expectSoundScreen(page, 'ledger-narrowed');
  expect((await download(page)).records).toEqual([
    [
      expect.stringMatching(/^ps_/),
      'reserve',
      expect.stringMatching(/^20\d\d-/),
      'local',
      'USDT',
      ...['available', 'committed', '1234.50', payout.id, payout.reference, expect.stringContaining(payout.id)],
    ],
  ]);
  await filters.getByLabel('From').fill('2020-01-01');
  await filters.getByLabel('Until').fill('2020-01-31');
  await expect(page.getByText('No line is like that')).toBeVisible();
  expect((await download(page)).records).toEqual([]);
});

test('a line leads to its posting, which says what it booked and leads back', async ({
  context,
  page,
  world,
  owner,
}) => {
  const { demo, merchant } = world;
  const payout = await merchant.createPayout({ amount: '1234.50' });
  await enterAs(context, owner);
  await page.goto(`${demo.baseUrl}/dashboard/ledger?payout=${payout.id}`);
  await page.getByRole('row').filter({ hasText: payout.reference }).getByRole('link').first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Promised');
  const main = page.getByRole('main');
  await expect(main.getByRole('row').filter({ hasText: '1,234.50 USDT' })).toContainText('Available');
  await expectSoundScreen(page, 'ledger-posting');
  await main.getByRole('link', { name: payout.reference }).click();
  await expect(page).toHaveURL(new RegExp(`/dashboard/payouts/${payout.id}$`));
});
