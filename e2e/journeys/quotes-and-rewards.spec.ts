import { randomUUID } from 'node:crypto';
import { beginLabel } from '@/e2e/pages/claim-page';
import { newPayoutPage } from '@/e2e/pages/new-payout-page';
import type { Demo } from '@/e2e/support/demo-file';
import { deskOf } from '@/e2e/support/desk';
import { expect, test } from '@/e2e/support/journey';
import { mailTo } from '@/e2e/support/mailbox';
import { expectSoundScreen } from '@/e2e/support/screens';
import { walletOn } from '@/e2e/support/wallet';
import { rewardSourceAnswer } from '@/lib/rewards/schema';
import { queryOf, signed } from '@/lib/rewards/testing/earn';

// Without a rate the page is refused one, on purpose, and of a payout that is over.
test.use({ expected: /responded with a status of (503|410|409)/ });
// One after the other: each says what currencies are worth.
test.describe.configure({ mode: 'default', timeout: 180_000 });

/** Two feeds say so for a day; null: none says anything. */
const saysEther = (demo: Demo, dollars: number | null) =>
  deskOf(demo).inDatabase(async (sql) => {
    await sql`delete from rate_readings where currency in ('ETH', 'USDT')`;
    await sql`delete from rate_prices where currency in ('ETH', 'USDT')`;
    await sql`insert into rate_readings
        (feed, currency, against, numerator, denominator, observed_at, read_at, valid_until)
      select feed, currency, 'USD', worth, 1, now(), now(), now() + interval '1 day'
      from (values ('kraken'), ('bitstamp')) feeds (feed),
        (values ('ETH', ${dollars ?? 0}::numeric), ('USDT', 1)) prices (currency, worth)
      where ${dollars !== null}`;
  });

/** As if so much time had gone by since the payout was quoted; answers its id. */
const lapse = (demo: Demo, reference: string) =>
  deskOf(demo).inDatabase(async (sql) => {
    const [row] = await sql`update payouts set quoted_until = now() - interval '1 second'
      where reference = ${reference} returning id, quote_id`;
    await sql`update quotes set created_at = created_at - interval '1 hour', expires_at = now() - interval '1 second'
      where id = ${row?.quote_id}`;
    return String(row?.id);
  });

test('an amount in another currency is promised at the desk; once its quote has lapsed its recipient is shown what it comes to now, takes it, and is paid that', async ({
  page,
  browser,
  world: { demo, chain, merchant },
}) => {
  const desk = deskOf(demo);
  const member = await desk.join('owner');
  await saysEther(demo, 2000);
  await desk.enter(page, member, '/dashboard/payouts/new');
  await desk.confirmed(member);
  const form = newPayoutPage(page);
  await form.choose(/^Anyone with the link/);
  await form.main.getByLabel('Currency', { exact: true }).selectOption('ETH');
  await form.amount.fill('0.0125');
  await form.worksOut('24.50 USDT');
  await expectSoundScreen(page, 'new-payout-in-ether');
  const reference = await form.reference.inputValue();
  await form.make.click();
  await form.made();
  const link = await form.link();

  const context = await browser.newContext();
  const claimant = await context.newPage();
  const wallet = await chain.newcomer();
  await walletOn(chain, [wallet]).install(context);
  const id = await lapse(demo, reference);
  await saysEther(demo, null);
  await claimant.goto(link);
  const heading = claimant.locator('#claim-heading');
  await expect(heading).toHaveText('Look at the amount again');
  await expect(claimant.getByText('0.0125 ETH').first()).toBeVisible();
  await expect(claimant.getByText('24.50')).toHaveCount(0);
  await expectSoundScreen(claimant, 'quote-lapsed');
  await claimant.getByRole('link', { name: 'See what you get now' }).click();
  await expect(heading).toHaveText('What you get now');
  await expect(claimant.getByText('There is no rate at the moment.')).toBeVisible();
  await expectSoundScreen(claimant, 'quote-failed');
  await saysEther(demo, 2100);
  await claimant.getByRole('button', { name: 'Ask again' }).click();
  const accept = claimant.getByRole('button', { name: 'Accept 25.75 USDT' });
  await expect(accept).toBeEnabled();
  await expectSoundScreen(claimant, 'quote');
  await accept.click();
  await expect(heading).toHaveText('Ready for you');
  await expect(claimant.getByText('25.75').first()).toBeVisible();
  expect(await merchant.payout(id)).toMatchObject({
    net: '25.75',
    display: { currency: 'ETH', amount: '0.0125' },
  });
  await context.close();
});

test('a new amount of a payout to a mailbox is shown and accepted by its owner alone, who types a code from there first', async ({
  page,
  world: { demo, merchant },
}) => {
  await saysEther(demo, 2000);
  const email = `ann-${randomUUID().slice(0, 8)}@shop.example`;
  const display = { currency: 'ETH', amount: '0.0125' };
  const payout = await merchant.createPayout({ amount: undefined, display, recipient: { type: 'email', email } });
  const [link = ''] = /http\S+\/p\/\S+/.exec(await mailTo(demo.baseUrl, email, /for you/)) ?? [];
  await lapse(demo, payout.reference);
  await saysEther(demo, 2100);
  await page.goto(link);
  await page.getByRole('link', { name: 'See what you get now' }).click();
  const heading = page.locator('#claim-heading');
  await expect(heading).toHaveText('What you get now');
  await expect(page.getByRole('button', { name: 'Send a code to' })).toBeEnabled();
  await expect(page.getByText('25.75')).toHaveCount(0);
  await expectSoundScreen(page, 'quote-mailbox');
  await page.getByRole('button', { name: 'Send a code to' }).click();
  await expect(page.getByText('We have sent a code')).toBeVisible();
  await expectSoundScreen(page, 'quote-code');
  const code = /\b(\d{3} \d{3})\b/.exec(await mailTo(demo.baseUrl, email, /is your code/))?.[1] ?? '';
  await page.getByLabel('Code from the mail').fill(code);
  await page.getByRole('button', { name: 'Accept 25.75 USDT' }).click();
  await expect(heading).toHaveText('Ready for you');
  await expect(page.getByRole('button', { name: beginLabel })).toBeVisible();
  expect((await merchant.payout(payout.id)).net).toBe('25.75');
});

test('a page that offers a new amount leads back to a payout that was cancelled meanwhile', async ({
  page,
  world: { demo, merchant },
}) => {
  await saysEther(demo, 2000);
  const display = { currency: 'ETH', amount: '0.0125' };
  const payout = await merchant.createPayout({ amount: undefined, display });
  await lapse(demo, payout.reference);
  await saysEther(demo, null);
  await page.goto(`${payout.claim_url}/quote`);
  const again = page.getByRole('button', { name: 'Ask again' });
  await expect(again).toBeEnabled();
  await merchant.cancel(payout.id);
  await again.click();
  await expect(page.locator('#claim-heading')).toHaveText('This payout was cancelled');
});

test('a key for Dex3 is made for an asset that is paid out, shown once, and limited', async ({
  page,
  world: { demo },
}) => {
  const desk = deskOf(demo);
  const member = await desk.join('owner');
  const name = `Arcade ${randomUUID().slice(0, 8)}`;
  await desk.enter(page, member, '/dashboard/api-keys');
  await desk.confirmed(member);
  await page.getByRole('button', { name: 'Make one for another API' }).click();
  const form = page.getByRole('dialog', { name: 'Make a key for another system’s API' });
  await form.getByLabel('Written for').selectOption('dex3');
  await form.getByLabel('What it is for').fill(name);
  await expect(form.getByLabel('What a dollar is')).toContainText('USDT');
  await expectSoundScreen(page, 'door-key-dex3');
  await form.getByRole('button', { name: 'Make this key' }).click();
  await expect(page.getByRole('dialog', { name: 'Store it now' })).toContainText('merchant_public');
  await page.getByRole('button', { name: 'I have stored it' }).click();
  const key = page.getByRole('row').filter({ hasText: name });
  await expect(key).toContainText('Dex3: ');

  await key.getByRole('button', { name: `Limits of ${name}` }).click();
  const limits = page.getByRole('dialog', { name: `Limits of “${name}”` });
  const atMost = limits.getByLabel('At most in 24 hours, in USDT');
  await limits.getByLabel('Only from these addresses').fill('the office');
  await limits.getByRole('button', { name: 'Save these limits' }).click();
  await expect(limits.getByLabel('Only from these addresses')).toHaveAttribute('aria-invalid', 'true');
  await limits.getByLabel('Only from these addresses').fill('203.0.113.0/24');
  await atMost.fill('12.50');
  await expectSoundScreen(page, 'key-limits');
  await limits.getByRole('button', { name: 'Save these limits' }).click();
  await expect(limits).toBeHidden();
  await expect(key).toContainText('12.50 USDT a day');
});

test('a source of rewards is changed at the desk, and a user’s coins are paid out there at what they are worth then', async ({
  page,
  world: { demo, merchant },
}) => {
  const desk = deskOf(demo);
  const member = await desk.join('owner');
  const name = `Game ${randomUUID().slice(0, 8)}`;
  const rate = { coins: 1000, amount: '1.00' };
  const given = { description: name, asset: 'USDT', chain: 'local', rate, token: 's2s-token-of-games' };
  const { url } = rewardSourceAnswer.parse(await merchant.ask('POST', '/reward-sources', given));
  const user = `user-${randomUUID().slice(0, 8)}`;
  const earned = signed({ user_uuid: user, coin_amount: '5000' }, given.token);
  expect((await fetch(`${url}${queryOf(earned)}`)).status).toBe(200);

  await desk.enter(page, member, '/dashboard/rewards');
  await desk.confirmed(member);
  const source = page.locator('section').filter({ hasText: name });
  await source.getByRole('button', { name: 'Change' }).click();
  const change = page.getByRole('dialog', { name: 'Change this source' });
  await change.getByLabel('are worth').fill('2,00');
  await change.getByRole('button', { name: 'Save' }).click();
  await expect(change.getByLabel('are worth')).toHaveAttribute('aria-invalid', 'true');
  await change.getByLabel('So many coins').fill('a thousand');
  await change.getByLabel('are worth').fill('2.00');
  await change.getByRole('button', { name: 'Save' }).click();
  await expect(change.getByLabel('So many coins')).toHaveAttribute('aria-invalid', 'true');
  await change.getByLabel('So many coins').fill('1000');
  await expectSoundScreen(page, 'reward-source-change');
  await change.getByRole('button', { name: 'Save' }).click();
  await expect(source).toContainText('1000 coins are worth 2.00 USDT.');

  await page.goto(`${demo.baseUrl}/dashboard/rewards?user=${user}`);
  await page.getByRole('button', { name: 'Pay out' }).click();
  const redeem = page.getByRole('dialog', { name: 'Pay out coins' });
  await redeem.getByLabel('So many coins at most').fill('4000');
  await expectSoundScreen(page, 'reward-redeem');
  await redeem.getByRole('button', { name: 'Make this payout' }).click();
  const made = page.getByRole('dialog', { name: 'Store it now' });
  // The page behind it learns of the payout by itself, and takes the link from nobody.
  await expect(page.locator('tr').filter({ hasText: '8.00 USDT' })).toContainText('On its way');
  await expect(made).toContainText('4000 Coins became 8.00 USDT');
  await made.getByRole('button', { name: 'I have stored it' }).click();
  await expect(page.getByRole('row').filter({ hasText: '8.00 USDT' })).toContainText('On its way');
  await expect(page.getByRole('button', { name: 'Pay out' })).toHaveCount(0);
});
