import type { Page } from '@playwright/test';
import { deskOf } from '@/e2e/support/desk';
import { expect, test } from '@/e2e/support/journey';
import { expectSoundScreen } from '@/e2e/support/screens';
import type { World } from '@/e2e/support/world';
import { hex } from '@/lib/chains/address';
import { claimAnswer } from '@/lib/claims/schema';
import { buyerLink } from '@/lib/orders/clock/schema';
import { claimLinkAnswer } from '@/lib/payouts/schema';

test.describe.configure({ timeout: 150_000 });

const head = (page: Page) => page.locator('header').filter({ has: page.getByRole('heading', { level: 1 }) });
const money = (page: Page) => page.getByRole('region', { name: 'Money' });

/** An owner, who has just confirmed who they are, at the page of an order whose buyer has paid. */
async function openOrder(page: Page, { demo, merchant, chain }: World) {
  const desk = deskOf(demo);
  const member = await desk.join('owner');
  const seller = await chain.newcomer();
  const order = await merchant.createOrder(seller.address);
  await desk.enter(page, member, '/dashboard/orders');
  await desk.confirmed(member);
  await page.getByRole('link', { name: order.reference }).click();
  await expect(page.getByRole('heading', { level: 1, name: order.reference })).toBeVisible();
  return { desk, order, seller };
}

async function deliver(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Mark as delivered' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Mark as delivered' }).click();
  await expect(page.getByText('What is held is released by itself on')).toBeVisible();
}

test('a delivered order is released by itself when its time is over, its seller is paid, and the page follows', async ({
  page,
  world,
}) => {
  const { merchant, chain } = world;
  const { desk, order, seller } = await openOrder(page, world);
  await expect(page.getByText('not custody by us')).toBeVisible();
  await deliver(page);
  await expectSoundScreen(page, 'order-delivered');
  await desk.inDatabase((sql) => sql`update orders set auto_release_at = now() where id = ${order.id}`);
  await expect(head(page)).toContainText('Being released');
  await expect(page.getByRole('link', { name: 'To the seller: 100.00 USDT' })).toBeVisible();
  const [part] = (await merchant.order(order.id)).payouts;
  const { claim_url: link } = claimLinkAnswer.parse(await merchant.ask('POST', `/payouts/${part?.id}/link`));
  const claimed = await merchant.ask('POST', `/claims/${link.split('/').at(-1)}`, { address: seller.address });
  const { to, data } = claimAnswer.parse(claimed).transfer;
  await chain.call(seller, hex(to), hex(data));
  await expect(head(page).getByText('Released', { exact: true })).toBeVisible({ timeout: 60_000 });
  await expect(money(page)).toContainText('The seller got99.50');
  await page.getByRole('link', { name: 'Orders' }).last().click();
  await expect(page.getByRole('row', { name: order.reference })).toContainText('Released');
  await expectSoundScreen(page, 'orders');
});

test('the buyer objects by their link, and a member decides who gets how much: both parts are what is held', async ({
  page,
  context,
  world,
}) => {
  const { merchant } = world;
  const { order } = await openOrder(page, world);
  await deliver(page);
  const { url } = buyerLink.parse(await merchant.ask('POST', `/orders/${order.id}/buyer-link`));
  const buyer = await context.newPage();
  await buyer.goto(url);
  await buyer.getByLabel('What is wrong?').fill('The box was empty');
  await buyer.getByRole('button', { name: 'Object and stop the payout' }).click();
  await expect(buyer.getByText('An objection was made.')).toBeVisible();
  await buyer.close();

  await expect(head(page)).toContainText('Disputed');
  await expect(page.getByText('The box was empty').first()).toBeVisible();
  await expect(page.getByRole('button', { name: 'Release', exact: true })).toHaveCount(0);
  await expectSoundScreen(page, 'order-disputed');
  await page.getByRole('button', { name: 'Decide the dispute' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Decide' }).click();
  await expect(dialog.getByLabel('The buyer gets back')).toHaveAccessibleDescription(/An amount is missing/);
  await dialog.getByLabel('The buyer gets back').fill('40.00');
  await expect(dialog.getByLabel('The seller gets')).toHaveValue('60.00');
  await dialog.getByLabel('The seller gets').fill('70.5');
  await expect(dialog.getByLabel('The buyer gets back')).toHaveValue('29.50');
  await expectSoundScreen(page, 'order-decide');
  await dialog.getByRole('button', { name: 'Decide' }).click();
  await expect(dialog.getByText('Back to the buyer')).toBeVisible();
  await expectSoundScreen(page, 'order-decided');
  await dialog.getByRole('button', { name: 'Done' }).click();
  await expect(head(page)).toContainText('Being released');
  await expect(page.getByRole('link', { name: 'Back to the buyer: 29.50 USDT' })).toBeVisible();
  expect((await merchant.order(order.id)).money).toMatchObject({
    held: '0.00',
    releasing: '100.00',
    refunding: '29.50',
  });
});

test('a hold stops what would be released, a part goes back to the buyer, and the rest stays held', async ({
  page,
  world,
}) => {
  const { order } = await openOrder(page, world);
  const dialog = page.getByRole('dialog');
  await page.getByRole('button', { name: 'Buyer’s link' }).click();
  await dialog.getByRole('button', { name: 'Show the link' }).click();
  await expect(dialog.getByText(/\/o\/[\w-]{43}/)).toBeVisible();
  await expectSoundScreen(page, 'order-buyer-link');
  await dialog.getByText('Close', { exact: true }).click();
  await page.getByRole('button', { name: 'Seller’s address' }).click();
  await dialog.getByRole('button', { name: 'Name this address' }).click();
  await expect(dialog.getByLabel('Address', { exact: true })).toHaveAccessibleDescription(/.+/);
  const { address } = await world.chain.newcomer();
  await dialog.getByLabel('Address', { exact: true }).fill(address);
  await expectSoundScreen(page, 'order-seller');
  await dialog.getByRole('button', { name: 'Name this address' }).click();
  await expect(dialog).toBeHidden();
  expect((await world.merchant.order(order.id)).seller.address).toBe(address);
  await page.getByRole('button', { name: 'Put on hold' }).click();
  await dialog.getByRole('button', { name: 'Put on hold' }).click();
  await expect(dialog.getByLabel('Why')).toHaveAccessibleDescription(/.+/);
  await dialog.getByLabel('Why').fill('We look into it');
  await dialog.getByRole('button', { name: 'Put on hold' }).click();
  await expect(head(page)).toContainText('On hold');
  await page.getByRole('button', { name: 'End the hold' }).click();
  await dialog.getByRole('button', { name: 'End the hold' }).click();
  await expect(head(page)).toContainText('Funded');
  await page.getByRole('button', { name: 'Refund' }).click();
  await dialog.getByLabel('How much').fill('100.01');
  await dialog.getByRole('button', { name: 'Refund' }).click();
  await expect(dialog.getByLabel('How much')).toHaveAccessibleDescription(/No more than 100.00 USDT is held/);
  await dialog.getByLabel('How much').fill('25.00');
  await expectSoundScreen(page, 'order-refund');
  await dialog.getByRole('button', { name: 'Refund' }).click();
  await dialog.getByRole('button', { name: 'Done' }).click();
  await expect(head(page)).toContainText('Being refunded');
  await expect(money(page)).toContainText('Held75.00');
  await expect(page.getByRole('link', { name: 'Back to the buyer: 25.00 USDT' })).toBeVisible();
  await expect(page.getByRole('heading', { level: 1, name: order.reference })).toBeVisible();
});
