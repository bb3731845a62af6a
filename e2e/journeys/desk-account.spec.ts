import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { testWallet } from '@/e2e/pages/claim-page';
import { newPerson } from '@/e2e/support/chain';
import { deskOf } from '@/e2e/support/desk';
import { expect, foundMerchant, test } from '@/e2e/support/desk-team';
import { expectSoundScreen } from '@/e2e/support/screens';
import { walletOn } from '@/e2e/support/wallet';
import type { World } from '@/e2e/support/world';

// The browser's console names every refusal; these journeys meet them on purpose.
test.use({ expected: /status of 40(1|3)/ });
test.describe.configure({ timeout: 180_000 });

const newTeam = async ({ demo }: World) => deskOf({ ...demo, merchantId: await foundMerchant() });

const stepUpDialog = (page: Page) => page.getByRole('dialog', { name: 'Confirm that it is you' });
const waysIn = (page: Page) => page.getByRole('region', { name: 'Ways to sign in' }).getByRole('listitem');
const sessionsOf = (page: Page) => page.getByRole('table', { name: 'Your sessions' }).getByRole('row');

test('the door says the same to every stranger, and how many tries are left', async ({ page, world }) => {
  await deskOf(world.demo).forgetCodes();
  await page.goto(`${world.demo.baseUrl}/sign-in`);
  await expectSoundScreen(page, 'sign-in');
  await page.getByLabel('Your e-mail address').fill(`nobody-${randomUUID().slice(0, 8)}@demo.example`);
  await page.getByRole('button', { name: 'Send me a code' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Check your e-mail' })).toBeVisible();
  await expectSoundScreen(page, 'sign-in-code');
  await page.getByLabel('Code from the e-mail').fill('00000000');
  await expect(page.getByText('That is not the code')).toBeVisible();
  await expect(page.getByText('4 tries are left.')).toBeVisible();
  await expectSoundScreen(page, 'sign-in-wrong-code');
});

test('a second mail address and a wallet are added, each opens the desk elsewhere, and a session is ended from there', async ({
  context,
  page,
  browser,
  world,
}) => {
  const { baseUrl } = world.demo;
  const desk = await newTeam(world);
  const member = await desk.join('viewer');
  const second = { email: `second-${randomUUID().slice(0, 8)}@demo.example` };
  const person = newPerson();
  const wallet = walletOn(world.chain, [person]);
  await wallet.install(context);
  await desk.signIn(page, member, '/dashboard/account');
  await expect(page.getByText('Your only way in. Add another one to be able to remove it.')).toBeVisible();

  await page.getByRole('button', { name: 'Add an e-mail address' }).click();
  const dialog = page.getByRole('dialog', { name: 'Sign in with another mail address, too' });
  await dialog.getByLabel('Mail address').fill(second.email);
  await dialog.getByRole('button', { name: 'Mail me a code' }).click();
  await desk.stepUp(page, member);
  await expect(dialog.getByText(`We sent a code to ${second.email}.`)).toBeVisible();
  await dialog.getByLabel('Code from the e-mail').fill('00000000');
  await expect(dialog.getByText(/That is not the code/)).toBeVisible();
  await expectSoundScreen(page, 'account-wrong-code');
  await dialog.getByLabel('Code from the e-mail').fill(await desk.mailedCode(second, /adds this address/));
  await expect(waysIn(page).filter({ hasText: second.email })).toBeVisible();

  await page.getByRole('button', { name: 'Add a wallet' }).click();
  const sheet = page.getByRole('dialog', { name: 'Sign in with a wallet, too' });
  wallet.state.manner = 'reject';
  await sheet.getByRole('button', { name: `Add ${testWallet}` }).click();
  await expect(sheet.getByRole('alert')).toHaveText('You declined in the wallet. Nothing was signed.');
  wallet.state.manner = 'send';
  await sheet.getByRole('button', { name: `Add ${testWallet}` }).click();
  await expect(waysIn(page).filter({ hasText: 'Wallet' })).toContainText(person.address, { ignoreCase: true });
  await expectSoundScreen(page, 'account-three-ways');

  const elsewhere = await browser.newContext();
  await walletOn(world.chain, [person]).install(elsewhere);
  const tab = await elsewhere.newPage();
  await tab.goto(`${baseUrl}/sign-in?next=/dashboard/account`);
  await tab.getByRole('button', { name: 'Sign in with a wallet' }).click();
  await tab.getByRole('dialog').getByRole('button', { name: testWallet }).click();
  await tab.getByRole('button', { name: 'Sign in with this wallet' }).click();
  await expect(tab.getByRole('heading', { level: 1, name: 'Your account' })).toBeVisible();
  await expect(waysIn(tab)).toHaveCount(3);

  const third = await browser.newContext();
  const byMail = await third.newPage();
  await desk.signIn(byMail, second, '/dashboard/account');
  await expect(byMail.getByText(`Signed in as ${member.email}.`)).toBeVisible();

  await expect(sessionsOf(tab)).toHaveCount(4);
  await expectSoundScreen(tab, 'account-sessions');
  await sessionsOf(tab).last().getByRole('button', { name: /^End/ }).click();
  await expect(sessionsOf(tab)).toHaveCount(3);
  await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();
  await expect(byMail.getByRole('heading', { level: 1, name: 'Your account' })).toBeVisible();
  await tab.getByRole('button', { name: 'End all others' }).click();
  await expect(tab.getByText('You are signed in in this browser only.')).toBeVisible();
  await expect(byMail.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();
  await elsewhere.close();
  await third.close();
});

test('an API key is made only after a fresh proof, by wallet or by code; it is shown once, opens the API, and is revoked', async ({
  context,
  page,
  world,
}) => {
  const { baseUrl } = world.demo;
  const desk = await newTeam(world);
  const [person, stranger] = [newPerson(), newPerson()];
  const wallet = walletOn(world.chain, [stranger, person]);
  await wallet.install(context);
  const member = await desk.join('developer', person.address);
  await desk.enter(page, member, '/dashboard/api-keys');
  const statusWith = async (key: string) =>
    (await fetch(`${baseUrl}/api/v1/payouts`, { headers: { authorization: `Bearer ${key}` } })).status;
  const askFor = async (name: string) => {
    await page.getByRole('button', { name: 'Make a key' }).first().click();
    await page.getByLabel('What it is for').fill(name);
    await page.getByRole('button', { name: 'Make this key' }).click();
  };
  const take = async () => {
    const made = page.getByRole('dialog', { name: 'Store it now' });
    const key = (await made.getByText(/^db_test_/).textContent()) ?? '';
    await made.getByRole('button', { name: 'I have stored it' }).click();
    return key;
  };

  await askFor('Shop server');
  await expect(stepUpDialog(page)).toBeVisible();
  await expectSoundScreen(page, 'step-up-ways');
  await stepUpDialog(page)
    .getByRole('button', { name: /^Sign with 0x/ })
    .click();
  await stepUpDialog(page)
    .getByRole('button', { name: `Confirm with ${testWallet}` })
    .click();
  await expect(stepUpDialog(page).getByRole('alert')).toContainText('which is not a wallet of yours here');
  await expectSoundScreen(page, 'step-up-other-wallet');
  await wallet.show(person);
  await stepUpDialog(page).getByRole('button', { name: 'Choose another account' }).click();
  await expect(page.getByRole('dialog', { name: 'Store it now' })).toBeVisible();
  await expectSoundScreen(page, 'api-keys-made');
  const first = await take();
  expect(await statusWith(first)).toBe(200);

  await askFor('Second server');
  expect(await statusWith(await take())).toBe(200);

  await desk.confirmed(member, '11 minutes');
  await askFor('Third server');
  await stepUpDialog(page)
    .getByRole('button', { name: /^Mail a code to/ })
    .click();
  await desk.stepUp(page, member);
  const third = await take();
  const row = page.getByRole('row').filter({ hasText: 'Third server' });
  await expect(row).toContainText(third.slice(0, 14));
  await expectSoundScreen(page, 'api-keys');
  await row.getByRole('button', { name: /^Revoke/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Revoke it' }).click();
  await expect(row).toContainText('Revoked');
  expect([await statusWith(third), await statusWith(first)]).toEqual([401, 200]);

  await page.getByRole('button', { name: 'Make one for another API' }).click();
  await page.getByLabel('What it is for').fill('Games server');
  await page.getByRole('button', { name: 'Make this key' }).click();
  await expect(page.getByRole('dialog', { name: 'Store it now' })).toContainText('Hawk key');
  await page.getByRole('button', { name: 'I have stored it' }).click();
  await expect(page.getByRole('row').filter({ hasText: 'Games server' })).toContainText('Coindirect: ');

  await page.getByRole('button', { name: 'Make one for another API' }).click();
  await page.getByLabel('Written for').selectOption('dex3');
  await expect(page.getByText('You pay out nothing yet, and Dex3')).toBeVisible();
});
