import type { Page } from '@playwright/test';
import { connect } from '@/db/client';
import { vaults } from '@/db/schema';
import { beginBooks, final, owedByHand, readBooks, signInOwner, transfer } from '@/e2e/support/books';
import { expect, test } from '@/e2e/support/journey';
import { expectSoundScreen } from '@/e2e/support/screens';
import type { OwnWorld } from '@/e2e/support/world';
import { type Posting, post } from '@/lib/ledger/post';
import { reverseNewest } from '@/lib/ledger/reverse';

const usdt = (whole: number) => BigInt(whole) * 1_000_000n;
const invented = (digits: string) => `0x${digits.repeat(32)}`;

// One portal, one vault and one chain without blocks of its own: these journeys run one after the other.
test.describe.configure({ mode: 'default', timeout: 180_000 });

const cardOf = (page: Page, name: RegExp) => page.getByRole('article', { name });

/** Works in the books' own database, as no verb of the portal would. */
async function inBooks<T>({ demo }: OwnWorld, work: (db: ReturnType<typeof connect>['db']) => Promise<T>): Promise<T> {
  const { db, close } = connect(demo.databaseUrl, 1);
  try {
    return await work(db);
  } finally {
    await close();
  }
}

const forge = (world: OwnWorld, posting: Pick<Posting, 'kind' | 'subject' | 'log' | 'lines'>) =>
  inBooks(world, (db) => {
    const facts = { merchantId: world.demo.merchantId, chain: 'local' as const, symbol: 'USDT', now: new Date() };
    return db.transaction((tx) => post(tx, { ...facts, ...posting }));
  });

test('a payment that fits two payouts waits until a person says which one it paid', async ({ page, ownWorld }) => {
  const { chain, merchant, demo } = ownWorld;
  const customer = await chain.newcomer();
  const amount = '31.00';
  const first = await merchant.createPayout({ ...owedByHand(customer.address), amount });
  const second = await merchant.createPayout({ ...owedByHand(customer.address), amount });
  await signInOwner(page, ownWorld, '/dashboard/reconciliation');
  await beginBooks(page, ownWorld);
  await chain.call(demo.wallets.admin, demo.token.address, transfer(customer.address, usdt(31)));
  await chain.mine(final);
  await readBooks(page, ownWorld);

  const card = cardOf(page, /A payment that nobody reported: 31\.00 USDT/);
  await card.getByRole('button', { name: 'Say which payout it paid' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('radio')).toHaveCount(2);
  await expectSoundScreen(page, 'books-which-payout');
  await dialog.getByLabel(second.reference).check();
  await dialog.getByRole('button', { name: 'Book as paid' }).click();
  await expect(card).toHaveCount(0);
  expect((await merchant.payout(second.id)).status).toBe('completed');
  expect((await merchant.payout(first.id)).status).toBe('pending');
});

test('a payee who got another amount is a difference that leads to the payout, and is booked out with a reason', {
  tag: '@deep',
}, async ({ page, ownWorld }) => {
  const { chain, merchant, demo } = ownWorld;
  const customer = await chain.newcomer();
  const payout = await merchant.createPayout({ ...owedByHand(customer.address), amount: '12.00' });
  await signInOwner(page, ownWorld, '/dashboard/reconciliation');
  await beginBooks(page, ownWorld);
  await chain.call(demo.wallets.vault, demo.token.address, transfer(customer.address, usdt(11)));
  await chain.mine(final);
  await readBooks(page, ownWorld);

  const card = cardOf(page, /A payee got another amount: 11\.00 USDT/);
  await expect(card.getByRole('link', { name: `Open payout ${payout.reference}` })).toBeVisible();
  await card.getByRole('button', { name: 'Book out of suspense' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(/It left the house/).check();
  await dialog.getByLabel('Reason').fill('One short; the rest is paid in cash');
  await expectSoundScreen(page, 'books-out-of-suspense');
  await dialog.getByRole('button', { name: 'Book out of suspense' }).click();
  await expect(card).toHaveCount(0);
  expect((await merchant.payout(payout.id)).status).toBe('pending');
  await merchant.cancel(payout.id);
});

test('a booking that the chain does not show puts the balance off, is taken by a member, and taken back', async ({
  page,
  ownWorld,
}) => {
  const { chain, demo } = ownWorld;
  const { email } = await signInOwner(page, ownWorld, '/dashboard/reconciliation');
  await beginBooks(page, ownWorld);
  const block = Number(await chain.client.getBlockNumber()) - final;
  const [vault] = await inBooks(ownWorld, (db) => db.select({ id: vaults.id }).from(vaults).limit(1));
  const subject = { kind: 'vault' as const, id: vault?.id ?? '' };
  const log = { blockNumber: BigInt(block), blockHash: invented('1a'), hash: invented('2b'), logIndex: 0 };
  const lines = [{ credit: 'external' as const, debit: 'available' as const, amount: usdt(4) }];
  await forge(ownWorld, { kind: 'deposit', subject, log, lines });
  await page
    .getByRole('link', { name: /\d{4}$/ })
    .first()
    .click();
  await page.getByRole('button', { name: 'Close this day again' }).click();

  const missing = cardOf(page, /A movement that the chain does not show: 4\.00 USDT/);
  const off = cardOf(page, /Vault and books do not hold the same: -4\.00 USDT/);
  await expect(missing).toBeVisible();
  await expect(off).toBeVisible();
  await missing.getByLabel('Owner').selectOption(email);
  await expect(missing.getByText('In hand')).toBeVisible();
  await expectSoundScreen(page, 'books-closed-day');
  await page.goto(`${demo.baseUrl}/dashboard/reconciliation`);
  await expect(missing.getByText('In hand')).toBeVisible();
  await expectSoundScreen(page, 'books');

  await missing.getByRole('button', { name: 'Take the booking back' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Reason').fill('No node knows this hash');
  await dialog.getByRole('button', { name: 'Take the booking back' }).click();
  await expect(missing).toHaveCount(0);
  await off.getByRole('button', { name: 'Read the chain again' }).click();
  await expect(off).toHaveCount(0);
  await expect(page.getByText('Nothing is open', { exact: false }).first()).toBeVisible();
  await page
    .getByRole('link', { name: /\d{4}$/ })
    .first()
    .click();
  await expect(page.getByText('Green so far').first()).toBeVisible();
  await expectSoundScreen(page, 'books-green-day');
});

test('a settlement that nothing on the chain stands behind is a difference until a member explains it', {
  tag: '@deep',
}, async ({ page, ownWorld }) => {
  await signInOwner(page, ownWorld, '/dashboard/reconciliation');
  await beginBooks(page, ownWorld);
  const subject = { kind: 'own_wallets' as const, id: ownWorld.demo.merchantId };
  const log = { blockNumber: 1n, blockHash: invented('3c'), hash: invented('4d'), logIndex: 0 };
  const lines = [{ credit: 'owed' as const, debit: 'paid' as const, amount: usdt(3) }];
  await forge(ownWorld, { kind: 'settle', subject, log, lines });
  await page.getByRole('button', { name: 'Reconcile now' }).click();
  const card = cardOf(page, /Booked as paid, but not on the chain: 3\.00 USDT/);
  await expect(card).toBeVisible();
  await expect(card.getByRole('button', { name: 'Read the chain again' })).toBeVisible();
  await card.getByRole('button', { name: 'Mark as explained' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Reason').fill('Booked twice while a backup was restored');
  await dialog.getByRole('button', { name: 'Mark as explained' }).click();
  await expect(card).toHaveCount(0);
  await page.getByRole('link', { name: 'Show what is resolved' }).click();
  await expect(page.getByText('Booked twice while a backup was restored')).toBeVisible();
  // What other journeys read afterwards is right again.
  await inBooks(ownWorld, (db) =>
    db.transaction((tx) => reverseNewest(tx, 'settle', { chain: 'local', subject, log }, new Date())),
  );
});
