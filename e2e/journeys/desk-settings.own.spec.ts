import { createServer } from 'node:http';
import type { Page } from '@playwright/test';
import { beginLabel } from '@/e2e/pages/claim-page';
import { deskOf } from '@/e2e/support/desk';
import { sendsOf } from '@/e2e/support/desk-sends';
import { expect, test } from '@/e2e/support/journey';
import { expectSoundScreen } from '@/e2e/support/screens';
import type { OwnWorld } from '@/e2e/support/world';

// The browser's console names every refusal; these journeys meet them on purpose.
test.use({ expected: /responded with a status of 4(03|09|22)/ });
// They change the demo merchant for everybody: on a portal of its own, one journey after the other.
test.describe.configure({ mode: 'default', timeout: 240_000 });

async function ownerAtSettings({ demo }: OwnWorld, page: Page, given: { confirmed: boolean }) {
  const desk = deskOf(demo);
  const member = await desk.join('owner');
  await desk.enter(page, member, '/dashboard/settings');
  for (const one of [member].filter(() => given.confirmed)) await desk.confirmed(one);
  const main = page.getByRole('main');
  return {
    ...{ desk, member, main },
    /** The form that ends with this button. */
    form: (verb: string) => main.locator('form').filter({ has: page.getByRole('button', { name: verb }) }),
    save: async (verb: string) => {
      await main.getByRole('button', { name: verb }).click();
    },
  };
}

test.afterAll(async ({ ownWorld: { demo } }) => {
  await deskOf(demo).inDatabase(async (sql) => {
    await sql`update merchants set name = 'Demo Store', accent_color = null, alert_email = null where id = ${demo.merchantId}`;
    await sql`update merchant_assets set minimum = 1000000 where merchant_id = ${demo.merchantId}`;
    await sql`update approval_rules set one_from = null, two_from = null where merchant_id = ${demo.merchantId}`;
  });
});

test('the preview is the claim page itself in both themes, and what is saved after a proof is what customers see', async ({
  browser,
  page,
  ownWorld,
}) => {
  const { demo, merchant } = ownWorld;
  const { desk, member, main, form, save } = await ownerAtSettings(ownWorld, page, { confirmed: false });
  const preview = (theme: string) => page.frameLocator(`iframe[title="The claim page, ${theme} theme"]`);
  await main.getByLabel('Name', { exact: true }).fill('Brücke & Söhne');
  await main.getByLabel('Colour', { exact: true }).fill('#0b6e4f');
  for (const theme of ['light', 'dark']) {
    await expect(preview(theme).getByText('Brücke & Söhne pays you')).toBeVisible();
    await expect(preview(theme).locator('#claim-heading')).toHaveText('Ready for you');
    await expect(preview(theme).getByRole('button', { name: beginLabel, includeHidden: true })).toBeAttached();
    await expect(preview(theme).locator('html')).toHaveAttribute('data-theme', theme);
    expect(
      await preview(theme)
        .locator('html')
        .evaluate((one) => one.ownerDocument.defaultView?.innerWidth),
    ).toBe(375);
  }
  const colour = () =>
    preview('light')
      .getByRole('button', { name: beginLabel, includeHidden: true })
      .evaluate((one) => getComputedStyle(one).backgroundColor);
  await expect.poll(colour).toBe('rgb(11, 110, 79)');
  await expectSoundScreen(page, 'settings-branding');
  await save('Save the claim page');
  await expect(page.getByRole('dialog', { name: 'Confirm that it is you' })).toBeVisible();
  await desk.stepUp(page, member);
  await expect(form('Save the claim page').getByText('Saved')).toBeVisible();

  const customer = await browser.newContext();
  const claim = await customer.newPage();
  await claim.goto((await merchant.createPayout()).claim_url);
  await expect(claim.getByText('Brücke & Söhne pays you')).toBeVisible();
  const real = claim.getByRole('button', { name: beginLabel });
  expect(await real.evaluate((one) => getComputedStyle(one).backgroundColor)).toBe('rgb(11, 110, 79)');
  await customer.close();
  await page.goto(`${demo.baseUrl}/dashboard/audit`);
  // The filter above the lines knows the same words.
  await expect(page.getByText(/\S+ changed how claim pages look/).first()).toBeVisible();
});

test('a look that no page could have is told at its fields, all at once, on leaving them and on saving, and is not sent', async ({
  page,
  ownWorld,
}) => {
  const { form, save } = await ownerAtSettings(ownWorld, page, { confirmed: true });
  const look = form('Save the claim page');
  const sends = sendsOf(page);
  await look.getByLabel('Or a logo’s address').fill('http://shop.example/logo.png');
  await look.getByLabel('Colour', { exact: true }).fill('green');
  await expect(look.getByLabel('Or a logo’s address')).toHaveAccessibleDescription('must be a whole https address');
  await look.getByLabel('Help page').fill('shop.example');
  await look.getByLabel('Name', { exact: true }).fill('');
  await expect(look.locator('[aria-invalid="true"]')).toHaveCount(3);
  await save('Save the claim page');
  await expect(look.locator('[aria-invalid="true"]')).toHaveCount(4);
  await expect(look.getByLabel('Name', { exact: true })).toBeFocused();
  await expect(look.getByLabel('Colour', { exact: true })).toHaveAccessibleDescription(
    'must be a colour such as #2450c8',
  );
  expect(sends).toEqual([]);
});

test('sites that may embed the page are checked line by line, and count at once', async ({ page, ownWorld }) => {
  const { merchant } = ownWorld;
  const { form, save } = await ownerAtSettings(ownWorld, page, { confirmed: true });
  const sites = form('Save the sites').getByLabel('Sites that may show the claim page in a frame');
  const before = await sites.inputValue();
  const sends = sendsOf(page);
  await sites.fill(`${before}\nhttps://shop.example/path`);
  await save('Save the sites');
  await expect(form('Save the sites').getByText(/https:\/\/shop\.example\/path: must be an origin/)).toBeVisible();
  await expect(sites).toBeFocused();
  expect(sends).toEqual([]);
  await sites.fill(`${before}\nhttps://shop.example`);
  await save('Save the sites');
  await expect(form('Save the sites').getByText('Saved')).toBeVisible();
  const { claim_url } = await merchant.createPayout();
  const policy = (await page.request.get(claim_url)).headers()['content-security-policy'];
  expect(policy).toMatch(/frame-ancestors [^;]*https:\/\/shop\.example/);
  await sites.fill(before);
  await save('Save the sites');
  await expect(form('Save the sites').getByText('Saved')).toBeVisible();
});

test('a smallest payout is refused at its field where it makes no sense, and binds the API once it is saved', async ({
  page,
  ownWorld,
}) => {
  const { merchant } = ownWorld;
  const { form, save } = await ownerAtSettings(ownWorld, page, { confirmed: true });
  const terms = form('Save USDT on Local chain');
  await terms.getByLabel('Smallest payout').fill('0.5');
  await save('Save USDT on Local chain');
  await expect(terms.getByText(/Must be above the fee of 0\.50/)).toBeVisible();
  await terms.getByLabel('Smallest payout').fill('3.1234567');
  await save('Save USDT on Local chain');
  await expect(terms.getByText(/The asset has 6 decimals/)).toBeVisible();
  await terms.getByLabel('Smallest payout').fill('3');
  await save('Save USDT on Local chain');
  await expect(terms.getByText('Saved')).toBeVisible();
  await expect(merchant.createPayout({ amount: '2.99' })).rejects.toThrow(/answered 422/);
  expect((await merchant.createPayout({ amount: '3.00' })).amount).toBe('3.00');
  // Without feeds of rates a fee cannot follow the network's.
  await terms.getByLabel('How the fee comes about').selectOption('computed');
  await terms.getByLabel('Highest fee of one payout').fill('1.50');
  await terms.getByLabel('Margin').fill('1.5');
  await save('Save USDT on Local chain');
  await expect(terms.getByText('Must be a whole number from 0 to 300')).toBeVisible();
  await terms.getByLabel('Margin').fill('25');
  await save('Save USDT on Local chain');
  await expect(terms.getByText(/This portal reads no rates/)).toBeVisible();
});

test('a rule for approvals is refused where it makes no sense, and then stops what it names', async ({
  page,
  ownWorld,
}) => {
  const { merchant } = ownWorld;
  const { form, save } = await ownerAtSettings(ownWorld, page, { confirmed: true });
  const rule = form('Save the rule for USDT');
  await rule.getByLabel('One person approves from').fill('500');
  await rule.getByLabel('Two people approve from').fill('100');
  await save('Save the rule for USDT');
  await expect(rule.locator('[aria-invalid="true"]')).toHaveCount(1);
  await rule.getByLabel('Two people approve from').fill('900');
  await expect(rule.getByText('from 500 USDT one person approves, from 900 USDT two people approve')).toBeVisible();
  await save('Save the rule for USDT');
  await expect(rule.getByText('Saved')).toBeVisible();
  expect((await merchant.createPayout({ amount: '499.99' })).status).toBe('pending');
  expect((await merchant.createPayout({ amount: '500.00' })).status).toBe('awaiting_approval');
});

test('the address of alerts is checked at its field and saved', async ({ page, ownWorld }) => {
  const { form, save } = await ownerAtSettings(ownWorld, page, { confirmed: true });
  const alerts = form('Save the address');
  const sends = sendsOf(page);
  await alerts.getByLabel('Mail address').fill('ops@nowhere');
  await save('Save the address');
  await expect(alerts.getByText(/must be an email address/i)).toBeVisible();
  expect(sends).toEqual([]);
  await alerts.getByLabel('Mail address').fill('ops@demo.example');
  await save('Save the address');
  await expect(alerts.getByText('Saved')).toBeVisible();
  await page.reload();
  await expect(alerts.getByLabel('Mail address')).toHaveValue('ops@demo.example');
});

test('a screener of the merchant’s own keeps a payout, the desk says why, and an owner goes on with it in words', async ({
  page,
  ownWorld,
}) => {
  const { demo, merchant, signerPort } = ownWorld;
  const { main, save } = await ownerAtSettings(ownWorld, page, { confirmed: true });
  const answer = JSON.stringify({ level: 'severe', category: 'stolen funds', name: 'Example hack' });
  const screener = createServer((_request, response) => response.end(answer)).listen(signerPort, '127.0.0.1');
  await main.getByLabel('Your own screener').fill(`http://127.0.0.1:${signerPort}/address`);
  await save('Save the screening');
  await expect(main.getByRole('code').filter({ hasText: /^whsec_/ })).toBeVisible();
  await expectSoundScreen(page, 'settings-screener-secret');
  await main.getByRole('button', { name: 'I have stored it' }).click();
  await expect(main.getByLabel('Your own screener')).toHaveValue(/address$/);
  const payout = await merchant.createPayout({ recipient: { type: 'wallet', address: demo.wallets.customer.address } });
  await expect.poll(async () => (await merchant.payout(payout.id)).obstacle?.cause).toBe('screening');
  await page.goto(`${demo.baseUrl}/dashboard/payouts/${payout.id}`);
  await expect(main.getByText('severe · stolen funds · Example hack')).toBeVisible();
  await expectSoundScreen(page, 'payout-held-by-screening');
  await page.getByRole('button', { name: 'Go on with it' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Why you go on').fill('Our lawyers know them');
  await expectSoundScreen(page, 'payout-overrule');
  await dialog.getByRole('button', { name: 'Go on with it' }).click();
  await expect(main.getByText(/Our lawyers know them/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Go on with it' })).toHaveCount(0);
  expect((await merchant.payout(payout.id)).obstacle).toBeNull();
  await page.goto(`${demo.baseUrl}/dashboard/settings`);
  await main.getByLabel('Your own screener').fill('');
  await save('Save the screening');
  await expect(main.getByText('Saved')).toBeVisible();
  screener.close();
});
