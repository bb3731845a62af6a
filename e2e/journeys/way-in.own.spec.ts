import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { promisify } from 'node:util';
import type { BrowserContext } from '@playwright/test';
import { z } from 'zod';
import { claimPage } from '@/e2e/pages/claim-page';
import { vaultsPage } from '@/e2e/pages/vaults-page';
import { deskOf } from '@/e2e/support/desk';
import { expect, test } from '@/e2e/support/journey';
import { expectSoundScreen } from '@/e2e/support/screens';
import { final } from '@/e2e/support/vault';
import { walletOn } from '@/e2e/support/wallet';

// The browser's console names the refusal that asks for a fresh proof.
test.use({ expected: /responded with a status of 403/ });
test.describe.configure({ mode: 'default', timeout: 240_000 });

const made = z.object({ id: z.string(), claim_url: z.url() });

/** Counts what a person presses, on every page of the browser. */
async function countClicks(context: BrowserContext): Promise<{ clicks: number }> {
  const counted = { clicks: 0 };
  await context.exposeBinding('noteClick', () => {
    counted.clicks += 1;
  });
  await context.addInitScript(
    "addEventListener('click', (event) => event.isTrusted && event.detail > 0 && window.noteClick(), true)",
  );
  return counted;
}

test('a person without a team creates a business, is led to a vault and a key, and their first payout is claimed and paid', async ({
  context,
  page,
  ownWorld,
}, testInfo) => {
  const { chain, demo } = ownWorld;
  const { baseUrl } = demo;
  const desk = deskOf(demo);
  await desk.inDatabase((sql) => sql`update installation set self_registration = true`);
  const treasury = await chain.payer(5_000n);
  const customer = await chain.newcomer();
  const wallet = walletOn(chain, [treasury, customer]);
  await wallet.install(context);
  const counted = await countClicks(context);
  const begun = Date.now();
  let lookedMs = 0;
  /** Looks at a screen as a test does; no part of a person's time. */
  const look = async (name: string) => {
    const from = Date.now();
    await expectSoundScreen(page, name);
    lookedMs += Date.now() - from;
  };
  const person = { email: `ann-${randomUUID().slice(0, 8)}@street.example` };
  const main = page.getByRole('main');
  const button = (name: string | RegExp) => main.getByRole('button', { name });
  const step = (name: string) => main.getByRole('navigation', { name: 'Steps' }).getByRole('link', { name });
  const done = (name: string) => expect(step(name)).toContainText(/done$/);

  await page.goto(`${baseUrl}/dashboard`);
  await page.getByLabel('Your e-mail address').fill(person.email);
  await page.getByRole('button', { name: 'Send me a code' }).click();
  await page.getByLabel('Code from the e-mail').fill(await desk.mailedCode(person, /is your code/));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Create your business');
  await look('create-business');
  await page.getByLabel('Name of your business').fill('Brook & Daughters');
  await page.getByRole('button', { name: 'Create your business' }).click();
  await expect(main.getByText('Test money: this merchant pays on test networks alone', { exact: false })).toBeVisible();
  await look('guide-card');
  await main.getByRole('link', { name: 'Begin' }).click();

  await expect(button('It looks right')).toBeVisible();
  await look('guide-branding');
  await button('It looks right').click();
  await done('Name and branding');
  await look('guide-assets');
  await button(/^Pay out USDT/).click();
  await desk.stepUp(page, person);
  await done('Networks and assets');
  await main.getByRole('link', { name: 'Next: Your vault' }).click();
  await expect(button('Pay out from Test Wallet')).toBeVisible();
  await look('guide-connect');
  await button('Pay out from Test Wallet').click();
  const vaults = vaultsPage(page, baseUrl);
  await vaults.button(/Grant an allowance/).click();
  await expect(vaults.allowanceForm.getByLabel('The contract may take, in all')).toHaveValue('3500.00');
  await vaults.seePreview();
  await vaults.sign();
  await expect(main.getByText(/^Sent\./)).toBeVisible();
  await chain.mine(final);
  await expect(main.getByText('Done, and confirmed for good')).toBeVisible();
  await look('guide-vault');
  await vaults.button(/Name the signer/).click();
  await vaults.seePreview();
  await vaults.expectChange('Capacity in 24 hours', 'not set', '1,000.00 USDT');
  await vaults.sign();
  await expect(main.getByText(/^Sent\./)).toBeVisible();
  await chain.mine(final);
  await done('Your vault');
  await main.getByRole('link', { name: 'Next: Fees and limits' }).click();
  await expect(button('These fees and limits fit')).toBeVisible();
  await look('guide-terms');
  await button('These fees and limits fit').click();
  await expect(button('These rules fit')).toBeVisible();
  await look('guide-approvals');
  await button('These rules fit').click();

  await expect(button('Make a key')).toBeVisible();
  await look('guide-key');
  await button('Make a key').click();
  await page.getByLabel('What it is for').fill('Server');
  await page.getByRole('button', { name: 'Make this key' }).click();
  const key = await page
    .getByRole('dialog', { name: 'Store it now' })
    .getByText(/^db_test_/)
    .textContent();
  await page.getByRole('button', { name: 'I have stored it' }).click();
  await done('API key');
  await main.getByRole('link', { name: 'Next: Webhook endpoint' }).click();
  await expect(button('Go on without one')).toBeVisible();
  await look('guide-webhook');
  await button('Go on without one').click();
  await expect(button(/to myself$/)).toBeVisible();
  await look('guide-first-payout');
  const command = (await main.locator('pre').textContent()) ?? '';
  const { stdout } = await promisify(execFile)('sh', ['-c', command.replace('db_…', key ?? '')]);
  const { claim_url } = made.parse(JSON.parse(stdout));

  await wallet.show(customer);
  const tab = await context.newPage();
  const claim = claimPage(tab);
  await claim.open(claim_url);
  // This browser's wallet is connected already, so the page asks for none.
  await claim.begin.click();
  await expect(claim.step).toHaveText('This is what will happen');
  await claim.send();
  await chain.mine(final);
  await claim.paid();
  expect(await chain.balanceOf(customer.address)).toBe(1_000_000n);
  const seconds = Math.round((Date.now() - begun - lookedMs) / 1000);
  testInfo.annotations.push({ type: 'way in', description: `${counted.clicks} clicks, ${seconds} s` });
  process.stdout.write(
    `From the sign-in page to a first payout that is paid: ${counted.clicks} clicks, ${seconds} s\n`,
  );

  await page.goto(`${baseUrl}/dashboard`);
  await expect(main.getByRole('heading', { level: 2, name: 'Today' })).toBeVisible();
  await page.reload();
  await expect(main.getByRole('heading', { level: 2, name: 'What needs you' })).toBeVisible();
  await expect(main.getByRole('heading', { name: 'Your first payout' })).toBeHidden();
});

test.afterAll(async ({ ownWorld }) => {
  await deskOf(ownWorld.demo).inDatabase((sql) => sql`update installation set self_registration = false`);
});
