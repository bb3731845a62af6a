import type { Page } from '@playwright/test';
import { deskOf } from '@/e2e/support/desk';
import { expect, foundMerchant, test } from '@/e2e/support/desk-team';
import { expectSoundScreen } from '@/e2e/support/screens';
import { runNode } from '@/scripts/services/runner';

test.describe.configure({ timeout: 180_000 });

const linesOf = (page: Page) => page.getByRole('main').locator('ol > li > details > summary');

/** The exported file, line by line; the columns until the actor's name hold neither commas nor quotes. */
async function exported(page: Page): Promise<string[][]> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Export CSV' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^audit-.*\.csv$/);
  const text = (await (await download.createReadStream()).toArray()).join('');
  // So that a spreadsheet knows the text as UTF-8.
  expect(text.startsWith('\uFEFF')).toBe(true);
  return text
    .slice(1)
    .trimEnd()
    .split('\r\n')
    .map((line) => line.split(','));
}

test('the audit tells an API key’s deeds by its name, is filtered, and leaves as a file that says the same and verifies', async ({
  page,
  world,
}) => {
  const { demo } = world;
  const desk = deskOf({ ...demo, merchantId: await foundMerchant() });
  const owner = await desk.join('owner');
  await desk.enter(page, owner, '/dashboard/api-keys');
  await desk.confirmed(owner);
  await page.getByRole('button', { name: 'Make a key' }).click();
  await page.getByLabel('What it is for').fill('Shop server');
  await page.getByRole('checkbox', { name: /^webhooks:write/ }).check();
  await page.getByRole('button', { name: 'Make this key' }).click();
  const key =
    (await page
      .getByRole('dialog')
      .getByText(/^db_test_/)
      .textContent()) ?? '';
  await page.getByRole('button', { name: 'I have stored it' }).click();
  const made = await fetch(`${demo.baseUrl}/api/v1/sources`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: JSON.stringify({ dialect: 'nitro', description: 'Our gateway' }),
  });
  const { id: source } = await made.json();

  await page.goto(`${demo.baseUrl}/dashboard/audit`);
  await expect(linesOf(page).first()).toContainText('Shop server added a source of messages');
  await expect(linesOf(page).nth(1)).toContainText(`${owner.email} made an API key`);
  const all = await linesOf(page).count();
  await expectSoundScreen(page, 'audit');

  const who = page.getByRole('combobox', { name: 'Who', exact: true });
  const what = page.getByRole('combobox', { name: 'What', exact: true });
  await who.selectOption({ label: 'Shop server' });
  await expect(linesOf(page)).toHaveCount(1);
  await linesOf(page).first().click();
  await expect(page.getByText('source.created')).toBeVisible();
  await expect(page.getByRole('link', { name: source })).toBeVisible();
  await expectSoundScreen(page, 'audit-line');
  await who.selectOption({ label: 'Everybody' });
  await expect(linesOf(page)).toHaveCount(all);
  await what.selectOption({ label: 'made an API key' });
  await expect(linesOf(page)).toHaveText([/made an API key/]);
  await what.selectOption({ label: 'Everything' });
  await expect(linesOf(page)).toHaveCount(all);
  await page.getByRole('textbox', { name: 'About' }).fill(source);
  await page.getByRole('button', { name: 'Search', exact: true }).click();
  await expect(linesOf(page)).toHaveText([/added a source of messages/]);
  await page.getByLabel('Until', { exact: true }).fill('2020-01-01');
  await page.getByRole('button', { name: 'Search', exact: true }).click();
  await expect(page.getByText('Nothing matches')).toBeVisible();
  await page.getByRole('link', { name: 'Show everything' }).click();
  await expect(linesOf(page)).toHaveCount(all);

  // A line is sealed within seconds, once no older transaction of the whole server can still write one before it.
  const sealed = page.getByText(`Sealed up to line ${all}`);
  await expect(async () => {
    await page.reload();
    await expect(sealed).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 60_000 });
  const head = (await page.getByText(/^mer_\w+:\d+:[0-9a-f]{64}$/).textContent()) ?? '';
  const [columns, ...rows] = await exported(page);
  expect(columns?.slice(0, 7)).toEqual(['id', 'time', 'action', 'subject', 'actor_kind', 'actor_id', 'actor']);
  const deeds = rows.map(([, , action, subject, kind, , actor]) => [action, subject, kind, actor]);
  expect(deeds.find(([action]) => action === 'source.created')).toEqual([
    ...['source.created', source, 'api_key', 'Shop server'],
  ]);
  expect(deeds.filter(([action]) => action !== 'audit.exported')).toHaveLength(all);
  expect(rows.some((row) => row.at(-1) === head.split(':')[2])).toBe(true);

  const env = { DATABASE_URL: demo.databaseUrl };
  const verify = (witness: string) =>
    runNode(['--import', './scripts/resolve-alias.js', 'scripts/verify-audit.ts', witness], { env, quiet: true });
  expect(await verify(head)).toMatchObject({ code: 0, output: expect.stringContaining('The audit is whole') });
  expect((await verify(head.replace(/.$/, (last) => (last === '0' ? '1' : '0')))).code).toBe(1);
});
