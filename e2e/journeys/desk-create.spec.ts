import type { Page } from '@playwright/test';
import { claimPage } from '@/e2e/pages/claim-page';
import { newPayoutPage } from '@/e2e/pages/new-payout-page';
import { newPerson } from '@/e2e/support/chain';
import { deskOf, type Member, type Role } from '@/e2e/support/desk';
import { expect, test } from '@/e2e/support/journey';
import { expectSoundScreen } from '@/e2e/support/screens';
import type { World } from '@/e2e/support/world';

// The browser's console names every refusal; these journeys meet them on purpose.
test.use({ expected: /responded with a status of 4(03|04|09|22)|net::ERR_FAILED/ });
test.describe.configure({ timeout: 180_000 });

/** A member who is signed in, has confirmed their identity, and has the form open. */
async function atTheForm(page: Page, world: World, role: Role = 'owner') {
  const desk = deskOf(world.demo);
  const member = await desk.join(role);
  await desk.enter(page, member, '/dashboard/payouts/new');
  await desk.confirmed(member);
  return { desk, member, form: newPayoutPage(page) };
}

const countOf = (world: World, reference: string) =>
  deskOf(world.demo).inDatabase(async (sql) => {
    const rows = await sql`select created_by from payouts
      where merchant_id = ${world.demo.merchantId} and reference = ${reference}`;
    return rows.map((row) => row.created_by);
  });

test('what is typed before the page’s scripts came stays in every field', async ({ page, world }) => {
  const desk = deskOf(world.demo);
  await desk.enter(page, await desk.join('payer'), '/dashboard');
  const { promise: scriptsMayCome, resolve: letScriptsCome } = Promise.withResolvers<void>();
  await page.route(/\.js(\?|$)/, async (route) => {
    await scriptsMayCome;
    await route.continue();
  });
  await page.goto(`${world.demo.baseUrl}/dashboard/payouts/new`, { waitUntil: 'commit' });
  const form = newPayoutPage(page);
  await form.amount.fill('12.00');
  await form.field('What it is for').fill('Refund of order 1004');
  letScriptsCome();
  await form.address.fill(world.demo.wallets.customer.address);
  await form.worksOut('11.50 USDT');
  await expect(form.amount).toHaveValue('12.00');
  await expect(form.field('What it is for')).toHaveValue('Refund of order 1004');
});

test('a member makes a payout in the form, sends its link, and the recipient claims it with the demo wallet', async ({
  page,
  browser,
  world,
}) => {
  const { desk, member, form } = await atTheForm(page, world, 'payer');
  const { customer } = world.demo.wallets;
  await expectSoundScreen(page, 'new-payout');
  await form.address.fill(customer.address);
  await form.amount.fill('12.00');
  await form.field('What it is for').fill('Refund of order 1004');
  await form.worksOut('11.50 USDT');
  await expect(form.meaning.getByText('0.50 USDT')).toBeVisible();
  await form.main.getByText('Notes of your own, and ways back').click();
  await form.main.getByRole('button', { name: 'Add a note' }).click();
  await form.field('Name').fill('order');
  await form.field('Text').fill('1004');
  await expectSoundScreen(page, 'new-payout-filled');
  const reference = await form.reference.inputValue();
  await expect(form.make).toHaveText('Make this payout of 12.00 USDT');
  await form.make.click();
  await form.made();
  const link = await form.link();
  expect(link).toContain('/p/');
  await expectSoundScreen(page, 'new-payout-made');

  const context = await browser.newContext();
  const claimant = await context.newPage();
  const claim = claimPage(claimant);
  await claim.open(link);
  await claim.connect('Demo wallet');
  const sheet = claimant.getByRole('dialog', { name: 'Connect the demo wallet' });
  await sheet.getByRole('radio', { name: /Customer/ }).check();
  await sheet.getByRole('button', { name: 'Connect' }).click();
  await claim.send();
  await claimant.getByRole('dialog', { name: 'Send to the network' }).getByRole('button', { name: 'Approve' }).click();
  await claim.paid();
  await context.close();

  await form.toThePayout.click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(reference);
  const facts = page.getByRole('region', { name: 'Facts' });
  await expect(facts.getByText(member.email)).toBeVisible();
  await expect(facts.getByText('1004', { exact: true })).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: `Created by ${member.email}` })).toBeVisible();
  expect(await countOf(world, reference)).toEqual([member.userId]);
  await desk.confirmed(member);
});

test('on a phone, by the keyboard alone, from the list of payouts, and the maker of one makes the next', async ({
  page,
  world,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const desk = deskOf(world.demo);
  const member: Member = await desk.join('developer');
  await desk.enter(page, member, '/dashboard/payouts');
  await page.getByRole('link', { name: 'New payout' }).focus();
  await page.keyboard.press('Enter');
  const form = newPayoutPage(page);
  await form.radio(/^One wallet/).focus();
  await page.keyboard.press('ArrowDown');
  await expect(form.address).toBeHidden();
  await page.keyboard.press('ArrowDown');
  await expect(form.radio(/^Anyone with the link/)).toBeChecked();
  await page.keyboard.press('Tab');
  await expect(form.amount).toBeFocused();
  await page.keyboard.type('3.00');
  await form.worksOut('2.50 USDT');
  await page.keyboard.press('Enter');
  await desk.stepUp(page, member);
  await form.made();
  await expectSoundScreen(page, 'new-payout-made-anyone');
  const link = await form.link();

  await form.copy();
  await form.another.focus();
  await page.keyboard.press('Enter');
  await expect(form.amount).toHaveValue('');
  await expect(form.radio(/^Anyone with the link/)).toBeChecked();
  await form.amount.fill('4.00');
  await form.make.click();
  await form.made();
  expect(await form.link()).not.toBe(link);
});

test('what is wrong stands at its field, before and after the button', { tag: '@deep' }, async ({ page, world }) => {
  const { desk, form } = await atTheForm(page, world);
  const recipient = newPerson().address;
  await form.amount.fill('0.99');
  await form.address.fill(recipient);
  await form.fault(form.amount, 'The smallest payout is 1.00 USDT.');
  await form.amount.fill('12,5');
  await form.fault(form.amount, '"12,5" has a comma: write 12.5, with a point.');
  await expectSoundScreen(page, 'new-payout-faults');
  await form.make.click();
  await expect(form.amount).toBeFocused();

  await form.amount.fill('12.5');
  await form.worksOut('12.00 USDT');
  await form.address.fill(world.demo.vault);
  await form.fault(form.address, 'This is a vault that payouts are paid from.');
  await form.address.fill(recipient.slice(0, 30));
  await form.make.click();
  await form.fault(form.address, /has 28 digits after 0x/);
  await expect(form.address).toBeFocused();
  await form.address.fill('0x000000000000000000000000000000000000dEaD');
  await form.fault(form.address, 'Nothing comes back from this address.');

  const taken = await world.merchant.createPayout();
  await form.address.fill(recipient);
  await form.worksOut('12.00 USDT');
  await form.reference.fill(taken.reference);
  await form.make.click();
  await form.fault(form.reference, `You have a payout with the reference "${taken.reference}".`);
  await expect(form.reference).toBeFocused();
  await expect(form.main.getByRole('link', { name: 'See that payout' })).toBeVisible();
  await expectSoundScreen(page, 'new-payout-reference-taken');

  const contract = '0xc0de00000000000000000000000000000000C0dE';
  await world.chain.rpc('anvil_setCode', [contract, '0x60006000fd']);
  await form.address.fill(contract.toLowerCase());
  await expect(form.meaning.getByText(/A contract stands at this address/)).toBeVisible();
  await expectSoundScreen(page, 'new-payout-doubtful');
  expect(await desk.inDatabase((sql) => sql`select 1 from payouts where recipient_address = ${contract}`)).toEqual([]);
});

test('a double click makes one, and so does the button after an answer was lost', async ({ page, request, world }) => {
  const { member, form } = await atTheForm(page, world);
  const sent: string[] = [];
  page.on('request', (one) => {
    sent.push(
      ...[one].filter((r) => r.method() === 'POST' && r.url().endsWith('/api/desk/payouts')).map((r) => r.url()),
    );
  });
  await form.choose(/^Anyone with the link/);
  await form.amount.fill('5.00');
  await form.worksOut('4.50 USDT');
  const first = await form.reference.inputValue();
  await form.make.dblclick();
  await form.made();
  expect(sent).toHaveLength(1);
  expect(await countOf(world, first)).toEqual([member.userId]);
  expect((await request.get(await form.link())).status()).toBe(200);

  await form.copy();
  await form.another.click();
  await form.amount.fill('6.00');
  await form.worksOut('5.50 USDT');
  const second = await form.reference.inputValue();
  await page.route('**/api/desk/payouts', async (route) => {
    await route.fetch();
    await route.abort();
    await page.unroute('**/api/desk/payouts');
  });
  await form.make.click();
  await expect(form.main.getByRole('alert')).toContainText('Press the button again');
  await form.make.click();
  await form.made();
  expect(await countOf(world, second)).toEqual([member.userId]);
  expect((await request.get(await form.link())).status()).toBe(200);
});

test('a link that nobody copied is offered once more, on every road from its page', async ({ page, world }) => {
  const { form } = await atTheForm(page, world);
  const make = async () => {
    await form.choose(/^Anyone with the link/);
    await form.amount.fill('5.00');
    await form.worksOut('4.50 USDT');
    await form.make.click();
    await form.made();
    return form.link();
  };
  const left = page.getByRole('dialog', { name: 'You left without copying the link' });
  const first = await make();
  await page.getByRole('link', { name: 'Overview', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Overview');
  await expect(left.getByText(first)).toBeVisible();
  await page.keyboard.press('Escape');
  await expectSoundScreen(page, 'link-not-copied');
  await left.getByRole('button', { name: 'I have stored it' }).click();
  await expect(left).toBeHidden();

  await page.getByRole('link', { name: 'Payouts', exact: true }).click();
  await page.getByRole('link', { name: 'New payout' }).click();
  const second = await make();
  await page.goBack();
  await expect(left.getByText(second)).toBeVisible();
  await left.getByRole('button', { name: 'I have stored it' }).click();

  await page.goto(`${world.demo.baseUrl}/dashboard/payouts/new`);
  await make();
  await form.copy();
  await page.getByRole('link', { name: 'Overview', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Overview');
  await expect(left).toBeHidden();
});

test('a link is shown to a phone’s camera, and shared as the system does it: then it counts as handed on', async ({
  page,
  world,
}) => {
  await page.addInitScript(() => {
    const shared: unknown[] = [];
    Object.assign(window, { shared });
    Object.assign(navigator, { share: async (given: unknown) => void shared.push(given) });
  });
  const { form } = await atTheForm(page, world);
  await form.choose(/^Anyone with the link/);
  await form.amount.fill('5.00');
  await form.worksOut('4.50 USDT');
  await form.make.click();
  await form.made();
  const link = await form.link();
  const code = page.getByRole('img', { name: 'QR code of the link' });
  await page.getByRole('button', { name: 'Show as a QR code' }).press('Enter');
  await expect(code).toBeVisible();
  await expectSoundScreen(page, 'new-payout-code');
  await page.getByRole('button', { name: 'Hide the QR code' }).press('Enter');
  await expect(code).toBeHidden();

  await page.getByRole('button', { name: 'Share …' }).click();
  const shared = () => page.evaluate(() => ('shared' in window ? window.shared : null));
  await expect.poll(shared).toMatchObject([{ url: link }]);
  await page.getByRole('link', { name: 'Overview', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Overview');
  await expect(page.getByRole('dialog', { name: 'You left without copying the link' })).toBeHidden();
});

test('what is wrong with a field stands there when it is left, and everything at once after the button', async ({
  page,
  world,
}) => {
  const { form } = await atTheForm(page, world);
  await form.address.fill('0x1234');
  await form.amount.fill('12,50');
  await form.fault(form.address, /an address has 40/);
  await form.reference.fill('');
  await form.fault(form.amount, '"12,50" has a comma: write 12.50, with a point.');
  await form.make.click();
  await form.fault(form.reference, 'must not be empty');
  await expect(form.main.locator('[aria-invalid="true"]')).toHaveCount(3);
  await expect(form.address).toBeFocused();
});

test('a payout by hand is made for one wallet and waits among those to be paid', async ({ page, world }) => {
  const { form } = await atTheForm(page, world);
  await form.choose(/^By hand/);
  await expect(form.main.getByRole('group', { name: 'Who gets it' })).toBeHidden();
  await form.address.fill(newPerson().address);
  await form.amount.fill('8.00');
  await form.worksOut('8.00 USDT');
  const reference = await form.reference.inputValue();
  await form.make.click();
  await form.made();
  await expect(form.main.getByText(/there is nothing to claim/)).toBeVisible();
  await expectSoundScreen(page, 'new-payout-made-by-hand');
  await form.toThePayout.click();
  await expect(page.getByRole('link', { name: 'Pay by hand' }).last()).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(reference);
});

test('an approver, who may not make payouts, is not offered it', async ({ page, world }) => {
  const desk = deskOf(world.demo);
  await desk.enter(page, await desk.join('approver'), '/dashboard/payouts');
  await expect(page.getByRole('link', { name: 'Export CSV' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'New payout' })).toHaveCount(0);
  expect((await page.goto(`${world.demo.baseUrl}/dashboard/payouts/new`))?.status()).toBe(404);
});
