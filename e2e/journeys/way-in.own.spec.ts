import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { BrowserContext, Page } from '@playwright/test';
import { z } from 'zod';
import { claimPage, testWallet } from '@/e2e/pages/claim-page';
import { vaultsPage } from '@/e2e/pages/vaults-page';
import { expect, test } from '@/e2e/support/journey';
import { expectSoundScreen } from '@/e2e/support/screens';
import { final } from '@/e2e/support/vault';
import { walletOn } from '@/e2e/support/wallet';
import { inviteMerchant, signIn, stepUp } from '@/e2e/support/way-in';
import { drawbridgeAddress } from '@/lib/chains/deployments';

// The browser's console names the refusal that asks for a fresh proof.
test.use({ expected: /responded with a status of 403/ });
test.describe.configure({ mode: 'default', timeout: 240_000 });

const made = z.object({ id: z.string(), claim_url: z.url() });

/** Counts what people press, and how long they take: what a test looks at between is no part of it. */
function stopwatch() {
  const counted = { clicks: 0, lookedMs: 0, begun: Date.now() };
  return {
    count: async (context: BrowserContext) => {
      await context.exposeBinding('noteClick', () => {
        counted.clicks += 1;
      });
      await context.addInitScript(
        "addEventListener('click', (event) => event.isTrusted && event.detail > 0 && window.noteClick(), true)",
      );
    },
    look: async (page: Page, name: string) => {
      const from = Date.now();
      await expectSoundScreen(page, name);
      counted.lookedMs += Date.now() - from;
    },
    said: () => {
      const seconds = Math.round((Date.now() - counted.begun - counted.lookedMs) / 1000);
      return `${counted.clicks} clicks, ${seconds} s`;
    },
  };
}

test('who starts it on an empty database runs it by the printed link, deploys the contract and invites a merchant, whose first payout is claimed and paid', async ({
  browser,
  context,
  page,
  installation,
}, testInfo) => {
  const { chain, baseUrl, printed } = installation;
  const [operator, treasury, customer] = [await chain.newcomer(), await chain.payer(5_000n), await chain.newcomer()];
  const watch = stopwatch();

  // The operator.
  await expect.poll(printed).toContain(`${baseUrl}/operator/set-up/`);
  const office = await browser.newContext();
  await walletOn(chain, [operator]).install(office);
  await watch.count(office);
  const desk = await office.newPage();
  const hall = desk.getByRole('main');
  await desk.goto(printed());
  await expect(desk.getByRole('heading', { level: 1 })).toHaveText('Become an operator');
  await watch.look(desk, 'set-up');
  await signIn(desk);
  await expect(desk.getByRole('heading', { level: 1 })).toHaveText('Checklist');
  const step = hall.getByRole('listitem').filter({ hasText: 'Contract on ' });
  await expect(step).toContainText('To do');
  await watch.look(desk, 'operator-checklist');
  expect(await chain.client.getCode({ address: drawbridgeAddress })).toBeUndefined();
  await step.getByRole('button', { name: 'Deploy it with a wallet' }).click();
  await step.getByRole('button', { name: `Deploy with ${testWallet}` }).click();
  await expect(step).toContainText('Waiting until the network has it');
  await chain.mine();
  await expect(step).toContainText('Done');
  await desk.getByRole('link', { name: 'Merchants' }).click();
  const invited = { name: 'Brook & Daughters', owner: treasury.address, prove: () => stepUp(desk) };
  const signInAt = await inviteMerchant(desk, invited);
  await expect(hall.getByRole('heading', { name: /Brook & Daughters/ })).toBeVisible();
  await watch.look(desk, 'operator-merchants');

  // The merchant.
  const wallet = walletOn(chain, [treasury, customer]);
  await wallet.install(context);
  await watch.count(context);
  const main = page.getByRole('main');
  const button = (name: string | RegExp) => main.getByRole('button', { name });
  const guideStep = (name: string) => main.getByRole('navigation', { name: 'Steps' }).getByRole('link', { name });
  const done = (name: string) => expect(guideStep(name)).toContainText(/done$/);
  await page.goto(signInAt);
  await signIn(page);
  await expect(main.getByText('Test money: this merchant pays on test networks alone', { exact: false })).toBeVisible();
  await watch.look(page, 'guide-card');
  await main.getByRole('link', { name: 'Begin' }).click();
  await expect(button('It looks right')).toBeVisible();
  await watch.look(page, 'guide-branding');
  await button('It looks right').click();
  await done('Name and branding');
  await watch.look(page, 'guide-assets');
  await button(/^Pay out USDT/).click();
  await stepUp(page);
  await done('Networks and assets');
  await main.getByRole('link', { name: 'Next: Your vault' }).click();
  await expect(button(`Pay out from ${testWallet}`)).toBeVisible();
  await watch.look(page, 'guide-connect');
  await button(`Pay out from ${testWallet}`).click();
  const vaults = vaultsPage(page, baseUrl);
  await vaults.button(/Grant an allowance/).click();
  await expect(vaults.allowanceForm.getByLabel('The contract may take, in all')).toHaveValue('3500.00');
  await vaults.seePreview();
  await vaults.sign();
  await expect(main.getByText(/^Sent\./)).toBeVisible();
  await chain.mine(final);
  await expect(main.getByText('Done, and confirmed for good')).toBeVisible();
  await watch.look(page, 'guide-vault');
  await vaults.button(/Name the signer/).click();
  await vaults.seePreview();
  await vaults.expectChange('Capacity in 24 hours', 'not set', '1,000.00 USDT');
  await vaults.sign();
  await expect(main.getByText(/^Sent\./)).toBeVisible();
  await chain.mine(final);
  await done('Your vault');
  await main.getByRole('link', { name: 'Next: Fees and limits' }).click();
  await expect(button('These fees and limits fit')).toBeVisible();
  await watch.look(page, 'guide-terms');
  await button('These fees and limits fit').click();
  await expect(button('These rules fit')).toBeVisible();
  await watch.look(page, 'guide-approvals');
  await button('These rules fit').click();
  await expect(button('Make a key')).toBeVisible();
  await watch.look(page, 'guide-key');
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
  await watch.look(page, 'guide-webhook');
  await button('Go on without one').click();
  await expect(main.locator('pre')).toBeVisible();
  await watch.look(page, 'guide-first-payout');
  const command = (await main.locator('pre').textContent()) ?? '';
  const { stdout } = await promisify(execFile)('sh', ['-c', command.replace('db_…', key ?? '')]);
  const { claim_url } = made.parse(JSON.parse(stdout));

  // The recipient.
  await wallet.show(customer);
  const tab = await context.newPage();
  const claim = claimPage(tab);
  await claim.open(claim_url);
  // This browser's wallet is connected already, so the page asks for none.
  await claim.begin.click();
  await expect(claim.step).toHaveText('This is what will happen');
  await claim.send();
  await claim.comesTo('On its way');
  await chain.mine(final);
  await claim.paid();
  expect(await chain.balanceOf(customer.address)).toBe(1_000_000n);
  testInfo.annotations.push({ type: 'way in', description: watch.said() });
  process.stdout.write(`From the printed link to a merchant's first payout that is paid: ${watch.said()}\n`);

  await page.goto(`${baseUrl}/dashboard`);
  await expect(main.getByRole('heading', { level: 2, name: 'Today' })).toBeVisible();
  await page.reload();
  await expect(main.getByRole('heading', { level: 2, name: 'What needs you' })).toBeVisible();
  await expect(main.getByRole('heading', { name: 'Your first payout' })).toBeHidden();
  await office.close();
});
