import { readFileSync } from 'node:fs';
import { newPerson } from '@/e2e/support/chain';
import { deskOf } from '@/e2e/support/desk';
import { expect, test } from '@/e2e/support/journey';
import { expectSoundScreen } from '@/e2e/support/screens';
import { walletOn } from '@/e2e/support/wallet';

test('a member makes a link to verify a wallet, its holder signs, and the member saves what was signed', async ({
  page,
  browser,
  world,
}) => {
  const desk = deskOf(world.demo);
  await desk.enter(page, await desk.join('payer'), '/dashboard/verifications');
  await page.getByRole('button', { name: 'Make a link' }).click();
  const dialog = page.getByRole('dialog');
  const person = newPerson();
  const reference = `customer-${person.address.slice(-6)}`;
  await dialog.getByRole('button', { name: 'Make the link' }).click();
  await expect(dialog.getByLabel('Reference')).toHaveAccessibleDescription(/must not be empty/);
  await dialog.getByLabel('Reference').fill(reference);
  await dialog.getByLabel('Wallet').fill(person.address);
  await expectSoundScreen(page, 'new-verification');
  await dialog.getByRole('button', { name: 'Make the link' }).click();
  await expect(dialog.getByRole('heading', { name: `The link for “${reference}” is made` })).toBeFocused();
  await expectSoundScreen(page, 'verification-made');
  const link = (await dialog.locator('code').first().textContent()) ?? '';
  await dialog.getByRole('button', { name: 'I have handed it over' }).click();
  const row = page.getByRole('row').filter({ hasText: reference });
  await expect(row).toContainText('Waits for them');

  const context = await browser.newContext();
  await walletOn(world.chain, [person]).install(context);
  const holder = await context.newPage();
  await holder.goto(link);
  await holder.getByRole('button', { name: 'Continue with a wallet' }).click();
  await holder.getByRole('dialog').getByRole('button', { name: 'Test Wallet' }).click();
  await holder.getByRole('button', { name: 'Sign with my wallet' }).click();
  await expect(row).toContainText('Verified');
  await context.close();

  const saving = page.waitForEvent('download');
  await row.getByRole('link', { name: /^Save the attestation/ }).click();
  const file = await (await saving).path();
  expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ address: person.address, method: 'eip191' });
  await expectSoundScreen(page, 'verifications');
});
