import { deskOf } from '@/e2e/support/desk';
import { expect, test } from '@/e2e/support/journey';
import { byHand, payerAtDesk, statusOf } from '@/e2e/support/payer';
import { expectSoundScreen } from '@/e2e/support/screens';

test.describe.configure({ timeout: 180_000 });
// The browser's console names every refusal; this journey meets one on purpose.
test.use({ expected: /responded with a status of 409/ });

test('a payment that stays open is written off by proof, or by an owner who says why, and the next payer is warned', async ({
  page,
  world,
  browser,
}) => {
  const payout = await byHand(world);
  const { pay, wallet } = await payerAtDesk(world, page);
  wallet.state.manner = 'fail';
  await pay.review([payout.id]);
  await pay.pay('25.00 USDT');
  await expect(pay.main.getByText(/Your wallet gave no clear answer/)).toBeVisible();

  await page.goto(`${world.demo.baseUrl}/dashboard/payouts/${payout.id}`);
  await page.getByRole('button', { name: 'Write off the payment' }).click();
  const asked = page.getByRole('dialog', { name: `Write off the payment of ${payout.reference}?` });
  await expectSoundScreen(page, 'write-off-asked');
  await asked.getByRole('button', { name: 'Look, and write it off if proved' }).click();
  await expect(asked.getByText(/Nobody knows under which nonce/)).toBeVisible();
  await expect(asked.getByText('An owner of the team can still write it off.')).toBeVisible();
  await expectSoundScreen(page, 'write-off-unproven');

  const desk = deskOf(world.demo);
  const owner = await desk.join('owner');
  const context = await browser.newContext();
  const owners = await context.newPage();
  await desk.enter(owners, owner, `/dashboard/payouts/${payout.id}`);
  await desk.confirmed(owner);
  await owners.getByRole('button', { name: 'Write off the payment' }).click();
  await owners.getByRole('button', { name: 'Look, and write it off if proved' }).click();
  const atRisk = owners.getByRole('button', { name: 'Write it off at my own risk' });
  await expect(atRisk).toBeDisabled();
  await owners.getByLabel('Why you are sure that it will not be paid').fill('The wallet’s phone was lost and wiped');
  await owners.getByRole('checkbox', { name: /it may then be paid twice/ }).check();
  await expectSoundScreen(owners, 'write-off-at-own-risk');
  await atRisk.click();
  await expect(owners.getByRole('dialog')).toBeHidden();
  await expect(owners.getByText('Wrote it off although its outcome was open')).toBeVisible();
  await expectSoundScreen(owners, 'written-off');
  await context.close();

  wallet.state.manner = 'send';
  await pay.reviewAgain([payout.id]);
  const warned = pay.main.getByRole('checkbox', { name: /I looked into that wallet/ });
  await expect(pay.button('Pay 25.00 USDT')).toBeDisabled();
  await expectSoundScreen(page, 'write-off-warned');
  await warned.check();
  await pay.pay('25.00 USDT');
  await pay.paid();
  expect(await statusOf(world, payout.id)()).toBe('completed');
});
