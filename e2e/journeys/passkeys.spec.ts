import type { Page } from '@playwright/test';
import { deskOf } from '@/e2e/support/desk';
import { expect, foundMerchant, test } from '@/e2e/support/desk-team';
import { expectSoundScreen } from '@/e2e/support/screens';

// The browser's console names every refusal; this journey meets them on purpose.
test.use({ expected: /status of 40(1|3)/ });
test.describe.configure({ timeout: 180_000 });

/** A device that keeps passkeys and verifies its person, inside of the browser. */
async function addDevice(page: Page): Promise<void> {
  const devTools = await page.context().newCDPSession(page);
  await devTools.send('WebAuthn.enable');
  await devTools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      ...{ protocol: 'ctap2', ctap2Version: 'ctap2_1', transport: 'internal' },
      ...{ hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true },
    },
  });
}

/** Without the mark of a passkey in this browser none is offered before it is asked for. */
const forget = (page: Page) => page.evaluate(() => window.localStorage.clear());

/**
 * A browser in which a passkey was used before, and whose person closes the first question; what it offered in a field until then waits
 * for a choice that never comes.
 */
function declineOnce(): void {
  if (sessionStorage.getItem('declined')) return;
  localStorage.setItem('drawbridge-passkey', 'used');
  const { credentials } = navigator;
  const get = credentials.get.bind(credentials);
  credentials.get = async (asked) => {
    if (sessionStorage.getItem('declined')) return get(asked);
    const { mediation, signal } = asked ?? {};
    if (mediation === 'conditional')
      return new Promise((_resolve, refuse) => signal?.addEventListener('abort', () => refuse(signal.reason)));
    sessionStorage.setItem('declined', 'yes');
    throw new DOMException('The operation was not allowed.', 'NotAllowedError');
  };
}

async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Sign out here' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();
}

const passkeysOf = (page: Page) => page.getByRole('list', { name: 'Your passkeys' }).getByRole('listitem');

test('a passkey is added, signs in without typing, confirms, and is removed; then it opens nothing', async ({
  page,
  world,
}) => {
  const desk = deskOf({ ...world.demo, merchantId: await foundMerchant() });
  const member = await desk.join('viewer');
  await addDevice(page);
  await desk.signIn(page, member, '/dashboard/account');

  await page.getByRole('button', { name: 'Add a passkey' }).press('Enter');
  await desk.stepUp(page, member);
  const dialog = page.getByRole('dialog', { name: 'Sign in with a passkey, too' });
  await dialog.getByLabel('Name').fill('Laptop of the office');
  await expectSoundScreen(page, 'account-new-passkey');
  await dialog.getByRole('button', { name: 'Make the passkey' }).press('Enter');
  await expect(passkeysOf(page)).toContainText(['Laptop of the office']);
  await expect(passkeysOf(page)).toContainText(['not used yet']);
  await expectSoundScreen(page, 'account-passkey');

  await forget(page);
  await signOut(page);
  await page.goto(`${world.demo.baseUrl}/sign-in?next=/dashboard/account`);
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await expect(page.getByText(`Signed in as ${member.email}.`)).toBeVisible();
  await expect(passkeysOf(page)).toContainText(['last used']);
  await expect(page.getByRole('table', { name: 'Your sessions' })).toContainText('by passkey');

  await forget(page);
  await signOut(page);
  await page.addInitScript(declineOnce);
  await page.goto(`${world.demo.baseUrl}/sign-in?next=/dashboard/account`);
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  // Offered in the field once more, where this device chooses by itself.
  await expect(page.getByText(`Signed in as ${member.email}.`)).toBeVisible();

  await page.getByRole('button', { name: 'Remove Laptop of the office' }).click();
  await page.getByRole('button', { name: 'Remove it' }).click();
  const confirm = page.getByRole('dialog', { name: 'Confirm that it is you' });
  await expect(confirm.getByRole('button', { name: `Mail a code to ${member.email}` })).toBeVisible();
  await expectSoundScreen(page, 'confirm-by-passkey');
  await confirm.getByRole('button', { name: 'Use a passkey' }).click();
  await expect(page.getByText('You have none yet.')).toBeVisible();

  // Chosen in the field for the address, which this device does by itself.
  await signOut(page);
  await expect(page.getByText('This passkey does not open anything')).toBeVisible();
  await expectSoundScreen(page, 'sign-in-refused-passkey');
});
