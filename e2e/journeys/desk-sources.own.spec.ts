import { createHmac } from 'node:crypto';
import type { Page } from '@playwright/test';
import { isHex } from 'viem';
import { z } from 'zod';
import { deskOf } from '@/e2e/support/desk';
import { sendsOf } from '@/e2e/support/desk-sends';
import { expect, test } from '@/e2e/support/journey';
import { expectSoundScreen } from '@/e2e/support/screens';

// The browser's console names every refusal; these journeys meet them on purpose.
test.use({ expected: /status of 4(04|22)/ });
test.describe.configure({ mode: 'default', timeout: 240_000 });

const hex = z.custom<`0x${string}`>(isHex, 'must be hexadecimal');
const claimAnswer = z.object({ transfer: z.object({ to: hex, data: hex }) });

/** Tells a source's address something, as Nitro does. */
function tell(url: string, secret: string, said: object): Promise<Response> {
  const body = JSON.stringify({ event: 'payout-update', status: 'completed', ...said });
  const signature = createHmac('sha256', secret).update(body).digest('hex');
  const headers = { 'content-type': 'application/json', 'x-nitro-signature': signature };
  return fetch(url, { method: 'POST', headers, body });
}

const told = (page: Page) => page.getByRole('region', { name: 'What it told us' }).getByRole('listitem');

test('a source is added with a secret that is shown once; what it tells shows up with what was done about it; a removed one hears nothing', async ({
  page,
  ownWorld,
}) => {
  const { demo, merchant, chain } = ownWorld;
  const desk = deskOf(demo);
  const member = await desk.join('developer');
  await desk.enter(page, member, '/dashboard/webhooks/sources');
  await desk.confirmed(member);
  await expectSoundScreen(page, 'sources-none');
  await page.getByRole('button', { name: 'Add a source' }).click();
  const sends = sendsOf(page);
  await page.getByLabel('How it speaks').selectOption({ label: 'Nitro' });
  await page.getByLabel('Its secret').fill('too short');
  await page.getByRole('button', { name: 'Add this source' }).click();
  await expect(page.getByLabel('Who it is')).toHaveAccessibleDescription('is required');
  await expect(page.getByLabel('Its secret')).toHaveAccessibleDescription('must have at least 16 characters');
  expect(sends).toEqual([]);
  await page.getByLabel('Who it is').fill('Our gateway');
  await expectSoundScreen(page, 'sources-add');
  await page.getByLabel('A secret that we make').check();
  await page.getByRole('button', { name: 'Add this source' }).click();
  const dialog = page.getByRole('dialog', { name: 'Now tell the other side' });
  await expect(dialog.locator('code')).toHaveCount(2);
  const [url = '', secret = ''] = await dialog.locator('code').allTextContents();
  // The list behind it is read again meanwhile; the secret stays until it is said to be stored.
  await expect(page.locator('tr', { hasText: 'Our gateway' })).toHaveCount(1);
  await expectSoundScreen(page, 'sources-secret');
  await dialog.getByRole('button', { name: 'I have stored it' }).click();
  await page.getByRole('link', { name: 'Our gateway' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Our gateway' })).toBeVisible();
  await expect(page.getByText('Nothing yet. What is not well signed is refused and not kept.')).toBeVisible();
  await page.reload();
  expect((await page.content()).includes(secret)).toBe(false);

  expect((await tell(url, 'not its secret, by far', { payout_id: 'theirs' })).status).toBe(401);
  expect((await tell(url, secret, { payout_id: 'a-strangers' })).status).toBe(200);
  await expect(told(page)).toHaveCount(1);
  await expect(told(page).first()).toContainText('Not yours');

  const customer = await chain.newcomer();
  const payout = await merchant.createPayout();
  await tell(url, secret, { payout_id: payout.id });
  await expect(told(page).first()).toContainText('Nothing changed');
  const claim = await fetch(payout.claim_url.replace('/p/', '/api/v1/claims/'), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ address: customer.address }),
  });
  const { transfer } = claimAnswer.parse(await claim.json());
  const hash = await chain.call(customer, transfer.to, transfer.data);
  expect(await (await tell(url, secret, { payout_id: payout.id, version: 2, hash })).json()).toEqual({
    ...{ received: true, duplicate: false },
  });
  await expect(told(page)).toHaveCount(3);
  await expect(told(page).first()).toContainText('Followed');
  await told(page).first().getByText('payout-update: completed').click();
  await expect(told(page).first().getByRole('link', { name: payout.id })).toBeVisible();
  await told(page).first().getByText('As it came').click();
  await expectSoundScreen(page, 'sources-source');
  expect(['processing', 'completed']).toContain((await merchant.payout(payout.id)).status);

  await page.getByRole('link', { name: 'Sources' }).last().click();
  await expect(page.getByRole('row').filter({ hasText: 'Our gateway' })).toBeVisible();
  await expectSoundScreen(page, 'sources');
  await page.getByRole('link', { name: 'Our gateway' }).click();
  await page.getByRole('button', { name: 'Remove' }).click();
  await page.getByRole('button', { name: 'Remove it' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Sources' })).toBeVisible();
  await expect(page.getByRole('row').filter({ hasText: 'Our gateway' })).toHaveCount(0);
  expect((await tell(url, secret, { payout_id: payout.id })).status).toBe(404);
});
