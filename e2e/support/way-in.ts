import type { Page } from '@playwright/test';
import { testWallet } from '@/e2e/pages/claim-page';

/** Proves in the portal's own dialog that it is them, by a signature. */
export async function stepUp(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog', { name: 'Confirm that it is you' });
  await dialog.getByRole('button', { name: `Confirm with ${testWallet}` }).click();
  await dialog.waitFor({ state: 'hidden' });
}

/** From the card that offers the ways in: connects the wallet, and signs. */
export async function signIn(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Sign in with a wallet' }).click();
  await page.getByRole('dialog').getByRole('button', { name: testWallet }).click();
  await page.getByRole('button', { name: 'Sign in with this wallet' }).click();
}

type Invited = { name: string; owner: string; prove?: () => Promise<void> };

/** At the operators' page of merchants: invites one in test mode, and answers where its owner signs in. */
export async function inviteMerchant(page: Page, { name, owner, prove = async () => {} }: Invited): Promise<string> {
  await page.getByRole('main').getByRole('button', { name: 'Invite a merchant' }).click();
  await page.getByLabel('Its name').fill(name);
  await page.getByLabel('Its owner’s mail address or wallet').fill(owner);
  await page.getByLabel('Test: it pays on test networks alone').check();
  await page.getByRole('button', { name: 'Invite the merchant' }).click();
  await prove();
  const told = page.getByRole('dialog', { name: 'The merchant is invited' });
  const signInAt = (await told.locator('code').textContent()) ?? '';
  await told.getByRole('button', { name: 'Done' }).click();
  return signInAt;
}
