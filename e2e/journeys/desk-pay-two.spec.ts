import { expect, test } from '@/e2e/support/journey';
import { byHand, payerAtDesk } from '@/e2e/support/payer';
import { expectSoundScreen } from '@/e2e/support/screens';

test.describe.configure({ timeout: 180_000 });

// The browser's console names every refusal; these journeys meet them on purpose.
test.use({ expected: /responded with a status of 4(03|09|22)/ });

test('two people at once: one of them pays, the other sees at once who is at it', async ({ page, browser, world }) => {
  const payout = await byHand(world);
  const one = await payerAtDesk(world, page);
  const elsewhere = await browser.newContext();
  const other = await payerAtDesk(world, await elsewhere.newPage());
  await Promise.all([one.pay.open([payout.id]), other.pay.open([payout.id])]);
  await one.pay.begin(1);
  await one.pay.reviewed();
  const row = other.pay.row(payout.reference);
  await expect(row.getByText(`${one.member.email} is paying it, until`).filter({ visible: true })).toBeVisible();
  await expect(row.getByRole('checkbox')).toBeDisabled();
  await expectSoundScreen(other.pay.page, 'pay-held-by-another');
  await one.pay.pay('25.00 USDT');
  await one.pay.paid();
  await expect(row).toBeHidden();
  expect(one.wallet.state.sent.length + other.wallet.state.sent.length).toBe(1);
  await elsewhere.close();
});

test('two people press at the same moment: exactly one gets it, and the other is told', { tag: '@deep' }, async ({
  page,
  browser,
  world,
}) => {
  const payout = await byHand(world);
  const one = await payerAtDesk(world, page);
  const elsewhere = await browser.newContext();
  const other = await payerAtDesk(world, await elsewhere.newPage());
  await Promise.all([one.pay.open([payout.id]), other.pay.open([payout.id])]);
  await Promise.all([one, other].map(({ pay }) => pay.button('Pay 1 payout').click()));
  const wallets = [one, other].map(({ pay }) =>
    pay.page.getByRole('dialog').getByRole('button', { name: 'Test Wallet' }),
  );
  const told = [one, other].map(({ pay }) =>
    pay
      .row(payout.reference)
      .getByText(/is paying it, until/)
      .filter({ visible: true }),
  );
  await expect
    .poll(async () => [await wallets[0]?.isVisible(), await wallets[1]?.isVisible()].filter(Boolean).length)
    .toBe(1);
  await expect
    .poll(async () => [await told[0]?.isVisible(), await told[1]?.isVisible()].filter(Boolean).length)
    .toBe(1);
  await elsewhere.close();
});
