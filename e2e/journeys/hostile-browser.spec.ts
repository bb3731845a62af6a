import type { Route } from '@playwright/test';
import { deskOf } from '@/e2e/support/desk';
import {
  bringWallet,
  denyClipboard,
  denyStorage,
  fillStorage,
  haveNoStorage,
  translate,
} from '@/e2e/support/hostile-browser';
import { expect, test } from '@/e2e/support/journey';
import { expectSoundScreen } from '@/e2e/support/screens';
import { walletOn } from '@/e2e/support/wallet';

const netUnits = 24_500_000n;

test('a page that the browser translates goes on to the end, and says at each step what is true', async ({
  context,
  page,
  claim,
  world,
}) => {
  const { chain, merchant } = world;
  const customer = await chain.newcomer();
  const wallet = walletOn(chain, [customer]);
  await wallet.install(context);
  await context.addInitScript(translate);
  wallet.state.manner = 'hold';
  await claim.open((await merchant.createPayout()).claim_url);
  await expect(page.locator('font').first()).toBeVisible();
  await claim.prepare();
  await claim.send();
  await expect(claim.heading).toHaveText('Sent');
  await wallet.release();
  await claim.paid();
  await expect(page.getByText('This page stopped working')).toHaveCount(0);
  await expect(page.getByText('Nothing has left the vault')).toHaveCount(0);
  expect(await chain.balanceOf(customer.address)).toBe(netUnits);
});

for (const [what, spoil, details] of [
  ['denies its store', denyStorage, {}],
  ['has no store', haveNoStorage, { tag: '@deep' }],
  ['has a store that is full', fillStorage, { tag: '@deep' }],
] as const) {
  test(
    `in a browser that ${what} a payout is claimed and a wallet signs in`,
    details,
    async ({ context, page, claim, world }) => {
      const { chain, merchant, demo } = world;
      const customer = await chain.newcomer();
      const wallet = walletOn(chain, [customer]);
      await wallet.install(context);
      await context.addInitScript(spoil);
      await claim.open((await merchant.createPayout()).claim_url);
      await claim.prepare();
      await claim.send();
      await claim.paid();

      wallet.state.authorised = false;
      await deskOf(demo).join('viewer', customer.address);
      await page.goto(`${demo.baseUrl}/sign-in`);
      await page.getByRole('button', { name: 'Sign in with a wallet' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Test Wallet' }).click();
      await page.getByRole('button', { name: 'Sign in with this wallet' }).click();
      await page.waitForURL(`${demo.baseUrl}/dashboard`);
    },
  );
}

test('where the browser does not let the page copy, it says so and has the text selected', async ({
  context,
  page,
  claim,
  world,
}) => {
  await context.addInitScript(denyClipboard);
  await context.route('**/dev/wallet.js', (route) => route.fulfill({ contentType: 'text/javascript', body: '' }));
  const payout = await world.merchant.createPayout();
  await claim.open(payout.claim_url);
  await claim.begin.click();
  await claim.button('Copy the link for another device').click();
  await expect(page.getByText('Your browser does not let this page copy.')).toBeVisible();
  const field = page.getByRole('textbox', { name: 'The link, selected' });
  await expect(field).toHaveValue(payout.claim_url);
  await expect(field).toBeFocused();
  const selected = await field.evaluate(
    (input: HTMLInputElement) => `${input.selectionStart} to ${input.selectionEnd} of ${input.value.length}`,
  );
  expect(selected).toBe(`0 to ${payout.claim_url.length} of ${payout.claim_url.length}`);
  await expectSoundScreen(page, 'copy-refused');
});

test('an older wallet that comes late is found', async ({ context, page, claim, world }) => {
  const { chain, merchant } = world;
  const wallet = walletOn(chain, [await chain.newcomer()]);
  await wallet.install(context, { announced: false });
  await context.route('**/dev/wallet.js', (route) => route.fulfill({ contentType: 'text/javascript', body: '' }));
  await claim.open((await merchant.createPayout()).claim_url);
  await claim.begin.click();
  await expect(claim.step).toHaveText('No wallet in this browser');
  await page.evaluate(bringWallet);
  await page.getByRole('dialog').getByRole('button', { name: 'Browser Wallet' }).click();
  await expect(claim.step).toHaveText('This is what will happen');
});

test('a no to connecting is told as one, and the dialog no longer waits', async ({ context, page, claim, world }) => {
  const { chain, merchant } = world;
  const wallet = walletOn(chain, [await chain.newcomer()]);
  wallet.state.declinesConnect = true;
  await wallet.install(context);
  await claim.open((await merchant.createPayout()).claim_url);
  await claim.connect();
  await expect(page.getByText('You declined in your wallet, so it is not connected.')).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expectSoundScreen(page, 'connect-declined');
});

test('a double click on the demo wallet chooses nothing in the sheet that opens under it', async ({
  page,
  claim,
  world,
}) => {
  await claim.open((await world.merchant.createPayout()).claim_url);
  await claim.begin.click();
  const name = page.getByRole('dialog').getByRole('button', { name: 'Demo wallet' });
  await name.click({ clickCount: 1 });
  const sheet = page.getByRole('dialog', { name: 'Connect the demo wallet' });
  const other = sheet.getByRole('radio', { name: /Another person/ });
  await expect(sheet).toBeVisible();
  await other.dispatchEvent('click', { detail: 2, bubbles: true, composed: true, cancelable: true });
  await expect(sheet.getByRole('radio', { name: /Customer/ })).toBeChecked();
});

test('a link in its last seconds is not handed to a wallet: a transfer would come too late', async ({
  context,
  page,
  claim,
  world,
}) => {
  const { chain, merchant } = world;
  await walletOn(chain, [await chain.newcomer()]).install(context);
  const shorten = async (route: Route) => {
    const response = await route.fetch();
    const soon = new Date(Date.now() + 12_000).toISOString();
    await route.fulfill({ response, json: { ...(await response.json()), expires_at: soon } });
  };
  await context.route('**/api/v1/claims/*', (route) =>
    route.request().method() === 'POST' ? shorten(route) : route.continue(),
  );
  await claim.open((await merchant.createPayout()).claim_url);
  await claim.connect();
  await expect(claim.step).toHaveText('This link is about to end');
  await expectSoundScreen(page, 'too-late');
});

test.describe('after a newer version took the code of this one away', () => {
  test.use({ expected: /responded with a status of 404/ });

  test('a page that cannot fetch its later parts reads itself again, and follows what happens from then on', async ({
    page,
    claim,
    world,
  }) => {
    const { id, claim_url: link } = await world.merchant.createPayout();
    const first = await (await fetch(link)).text();
    const isLater = (url: URL) => url.pathname.endsWith('.js') && !first.includes(url.pathname);
    await page.clock.install();
    await page.route(isLater, (route) => route.fulfill({ status: 404 }));
    await claim.open(link);
    await expect(claim.begin).toBeEnabled();
    await page.evaluate(() => document.body.setAttribute('data-old', 'yes'));
    await expect(async () => {
      await page.clock.runFor(4_000);
      await expect(page.locator('body[data-old]')).toHaveCount(0, { timeout: 500 });
    }).toPass({ intervals: [100], timeout: 60_000 });
    await page.unroute(isLater);
    await world.merchant.cancel(id);
    await claim.comesTo(/cancelled|taken back/);
  });

  test('what cannot be copied stands there in letters, where the part that would select it is gone, too', async ({
    context,
    page,
    claim,
    world,
  }) => {
    await context.addInitScript(denyClipboard);
    await context.route('**/dev/wallet.js', (route) => route.fulfill({ contentType: 'text/javascript', body: '' }));
    const { claim_url: link } = await world.merchant.createPayout();
    await claim.open(link);
    await claim.begin.click();
    const copy = claim.button('Copy the link for another device');
    await expect(copy).toBeEnabled();
    await page.route('**/_next/static/**/*.js', (route) => route.fulfill({ status: 404 }));
    await copy.click();
    await expect(
      page.getByRole('alert').filter({ hasText: 'Your browser does not let this page copy.' }),
    ).toContainText(link);
  });
});
