import type { Page } from '@playwright/test';
import { newPayoutPage } from '@/e2e/pages/new-payout-page';
import { newPerson } from '@/e2e/support/chain';
import { deskOf } from '@/e2e/support/desk';
import { expect, test } from '@/e2e/support/journey';
import { expectSoundScreen } from '@/e2e/support/screens';
import type { World } from '@/e2e/support/world';

// The browser's console names every refusal; these journeys meet them on purpose.
test.use({ expected: /responded with a status of 4(03|09|22)/ });

// One rule for all of them.
test.describe.configure({ mode: 'serial', timeout: 240_000 });

/** From amounts that no other journey pays, one person must approve, and from more two. */
test.beforeAll(async () => {
  const { sharedWorld } = await import('@/e2e/support/world');
  const { demo } = sharedWorld();
  await deskOf(demo).inDatabase(
    (
      sql,
    ) => sql`insert into approval_rules (merchant_id, chain, symbol, one_from, two_from, new_destination, updated_at)
      values (${demo.merchantId}, 'local', 'USDT', 9000000000, 9500000000, false, now()) on conflict do nothing`,
  );
});

const large = (world: World, amount: string) =>
  world.merchant.createPayout({
    ...{ amount, rail: 'wallet', recipient: { type: 'wallet', address: newPerson().address } },
  });

/** A payout that the signed-in member makes in the form, to be paid by hand; the page is on the payout's own then. */
async function makeLarge(page: Page, amount: string) {
  const form = newPayoutPage(page);
  await form.choose(/^By hand/);
  await form.address.fill(newPerson().address);
  await form.amount.fill(amount);
  await expect(form.meaning.getByText('By two people, not you')).toBeVisible();
  const reference = await form.reference.inputValue();
  await form.make.click();
  await form.made('The payout is made and waits for approval');
  await expectSoundScreen(page, 'new-payout-waits');
  await form.toThePayout.click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(reference);
  return { reference, id: new URL(page.url()).pathname.split('/').at(-1) ?? '' };
}

/** What the portal answers a person who goes past the page: their own consent, given to what waits there. */
async function consentTo(page: Page, { baseUrl }: World['demo'], id: string) {
  const headers = { origin: baseUrl, 'x-drawbridge-desk': '1' };
  const list = await (await page.request.get(`${baseUrl}/api/desk/approvals`, { headers })).json();
  const [line] = list.data.filter((one: { payout: { id: string } }) => one.payout.id === id);
  const data = { digest: line.approval.digest };
  const answer = await page.request.post(`${baseUrl}/api/desk/payouts/${id}/approve`, { headers, data });
  return [answer.status(), (await answer.json()).code];
}

const rowOf = (page: Page, reference: string) => page.getByRole('row').filter({ hasText: reference });

test('two others approve what a member made in the form; the maker cannot, and everybody sees it at once', async ({
  page,
  browser,
  world,
}) => {
  const desk = deskOf(world.demo);
  const [maker, first, second] = [await desk.join('owner'), await desk.join('approver'), await desk.join('owner')];
  const contexts = [await browser.newContext(), await browser.newContext()] as const;
  const [firstPage, secondPage] = [await contexts[0].newPage(), await contexts[1].newPage()];
  await desk.enter(page, maker, '/dashboard/payouts/new');
  await desk.confirmed(maker);
  const payout = await makeLarge(page, '9600.00');
  await expect(page.getByText('You made this one; another member must approve.')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Look at it for approval' })).toHaveCount(0);
  await expectSoundScreen(page, 'payout-waits-for-others');
  await page.goto(`${world.demo.baseUrl}/dashboard/approvals`);
  await desk.enter(firstPage, first, '/dashboard/approvals');
  await desk.enter(secondPage, second, '/dashboard/approvals');

  const own = rowOf(page, payout.reference);
  await expect(own.getByText('You made this one; another member must approve.')).toBeVisible();
  await expect(own.getByRole('button', { name: 'Approve' })).toHaveCount(0);
  await expect(own.getByRole('checkbox')).toHaveCount(0);
  expect(await consentTo(page, world.demo, payout.id)).toEqual([403, 'approval_own']);

  const waiting = rowOf(firstPage, payout.reference);
  await expect(waiting.getByText('Payouts from 9,500.00 USDT on need two people.')).toBeVisible();
  await expect(waiting.getByText('New destination: you never paid this address before.')).toBeVisible();
  await waiting.getByText('What an approval freezes').click();
  await expectSoundScreen(firstPage, 'approvals');
  await waiting.getByRole('button', { name: 'Approve' }).click();
  await desk.stepUp(firstPage, first);
  await expect(waiting.getByText('You approved it; one more person is needed.')).toBeVisible();
  await expect(own.getByText(`: ${first.email}`)).toBeVisible();
  await expectSoundScreen(firstPage, 'approvals-one-of-two');
  expect((await world.merchant.payout(payout.id)).status).toBe('awaiting_approval');

  await rowOf(secondPage, payout.reference).getByRole('button', { name: 'Approve' }).click();
  await desk.stepUp(secondPage, second);
  await expect(rowOf(secondPage, payout.reference)).toBeHidden();
  await expect(firstPage.getByText(`Decided by others just now: ${payout.reference} has its approvals.`)).toBeVisible();
  await expectSoundScreen(firstPage, 'approvals-decided-by-others');
  expect((await world.merchant.payout(payout.id)).status).toBe('pending');
  for (const context of contexts) await context.close();
});

test('an approval counts for nothing once the amount has changed, and is asked for again', { tag: '@deep' }, async ({
  page,
  world,
}) => {
  const desk = deskOf(world.demo);
  const approver = await desk.join('approver');
  const payout = await large(world, '9610.00');
  await desk.enter(page, approver, '/dashboard/approvals');
  await desk.confirmed(approver);
  const row = rowOf(page, payout.reference);
  await row.getByRole('button', { name: 'Approve' }).click();
  await expect(row.getByText('You approved it; one more person is needed.')).toBeVisible();
  await desk.inDatabase(
    (sql) => sql`update payouts set gross = 9620000000, net = 9620000000, fee = 0 where id = ${payout.id}`,
  );
  await page.reload();
  await expect(row.getByText('9,620.00 USDT').first()).toBeVisible();
  await expect(row.getByText('Not counted: 1', { exact: false })).toBeVisible();
  await row.getByRole('button', { name: 'Approve' }).click();
  await expect(row.getByText('You approved it; one more person is needed.')).toBeVisible();
  expect((await world.merchant.payout(payout.id)).status).toBe('awaiting_approval');
});

test('several are approved at once, and one is rejected with a reason', async ({ page, world }) => {
  const desk = deskOf(world.demo);
  const approver = await desk.join('approver');
  const payouts = [
    await large(world, '9000.00'),
    await large(world, '9100.00'),
    await large(world, '9200.00'),
  ] as const;
  const [one, two, bad] = payouts;
  await desk.enter(page, approver, `/dashboard/approvals?payouts=${one.id},${two.id}`);
  await desk.confirmed(approver);
  const bar = page.getByRole('region', { name: 'Selected payouts' });
  await expect(bar.getByText('18,100.00 USDT')).toBeVisible();
  await expectSoundScreen(page, 'approvals-selected');
  await bar.getByRole('button', { name: 'Approve 2 payouts' }).click();
  await expect(page.getByText('You approved 2 payouts.')).toBeVisible();

  await rowOf(page, bad.reference).getByRole('button', { name: 'Reject' }).click();
  const dialog = page.getByRole('dialog', { name: `Turn ${bad.reference} down?` });
  await dialog.getByRole('button', { name: `Reject ${bad.reference}` }).click();
  await expect(dialog.getByLabel('Why')).toBeFocused();
  await expectSoundScreen(page, 'approvals-turn-down');
  await dialog.getByLabel('Why').fill('The invoice is not ours');
  await dialog.getByRole('button', { name: `Reject ${bad.reference}` }).click();
  await expect(page.getByText(`You turned ${bad.reference} down.`)).toBeVisible();
  const statuses = await Promise.all(payouts.map(async ({ id }) => (await world.merchant.payout(id)).status));
  expect(statuses).toEqual(['pending', 'pending', 'cancelled']);
});

test('while one decision is on its way no other press is lost: what is ticked stays, and no button takes one', async ({
  page,
  world,
}) => {
  const desk = deskOf(world.demo);
  const approver = await desk.join('approver');
  const [one, other] = [await large(world, '9002.00'), await large(world, '9003.00')] as const;
  await desk.signIn(page, approver, '/dashboard/approvals');
  await desk.confirmed(approver);
  const goOn = Promise.withResolvers<void>();
  await page.route('**/approve', async (route) => {
    await goOn.promise;
    await route.continue();
  });
  await rowOf(page, one.reference).getByRole('button', { name: 'Approve' }).click();
  const row = rowOf(page, other.reference);
  const tick = row.getByRole('checkbox', { name: `Select ${other.reference}` });
  await expect(rowOf(page, one.reference).getByRole('button', { name: 'One moment …' })).toBeDisabled();
  await expect(row.getByRole('button', { name: 'Approve' })).toBeDisabled();
  await expect(row.getByRole('button', { name: 'Reject' })).toBeDisabled();
  await tick.check();
  goOn.resolve();
  await expect(page.getByText(`You approved ${one.reference}.`)).toBeVisible();
  await expect(tick).toBeChecked();
  await row.getByRole('button', { name: 'Approve' }).click();
  await expect(page.getByText(`You approved ${other.reference}.`)).toBeVisible();
});

test('what changed after it was looked at is not approved', async ({ page, world }) => {
  const desk = deskOf(world.demo);
  const approver = await desk.join('approver');
  const payout = await large(world, '9001.00');
  await desk.enter(page, approver, '/dashboard/approvals');
  await desk.confirmed(approver);
  await expect(rowOf(page, payout.reference)).toBeVisible();
  const { address } = newPerson();
  // Changed while the consent is on its way: the open page would show a change before.
  await page.route('**/approve', async (route) => {
    await desk.inDatabase(
      (sql) => sql`update payouts set recipient_address = ${address.toLowerCase()} where id = ${payout.id}`,
    );
    await route.continue();
  });
  await rowOf(page, payout.reference).getByRole('button', { name: 'Approve' }).click();
  await expect(page.getByRole('alert').getByText(/The payout is not what you looked at/)).toBeVisible();
  expect((await world.merchant.payout(payout.id)).status).toBe('awaiting_approval');
});
