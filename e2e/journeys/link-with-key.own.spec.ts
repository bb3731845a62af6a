import { type BrowserContext, devices, type Page } from '@playwright/test';
import { expect, test } from '@/e2e/support/journey';
import { chooseOwnSigner, type OwnSigner, vaultsOfOwner } from '@/e2e/support/own-signer';
import { expectSoundScreen } from '@/e2e/support/screens';
import { final, restoreVault } from '@/e2e/support/vault';
import { walletOn } from '@/e2e/support/wallet';
import type { PayoutAnswer } from '@/lib/wire/payout';
import { languageNames } from '@/lib/words/languages';
import { wordsIn } from '@/lib/words/words-in';

// The first question for a call is refused: its answer says what the key has to sign.
test.use({ expected: /responded with a status of 409|net::ERR_FAILED/ });
// One portal, one vault and one chain without blocks of its own: these journeys run one after the other.
test.describe.configure({ mode: 'default', timeout: 240_000 });

let signer: OwnSigner;
test.beforeAll(async ({ browser, ownWorld }) => {
  const owner = await vaultsOfOwner(ownWorld, browser);
  signer = await chooseOwnSigner(ownWorld, owner, (name) => expectSoundScreen(owner.page, name));
  await owner.page.context().close();
});
test.afterAll(async ({ ownWorld }) => {
  await signer.end();
  await restoreVault(ownWorld);
});

const partOf = (page: Page) => new URL(page.url()).hash;
const copied = (page: Page) => page.evaluate(() => navigator.clipboard.readText());
/** As in any browser of a portal that pays real money: the demo's own wallet is not there. */
const withoutWallet = (context: BrowserContext) =>
  context.route('**/dev/wallet.js', (route) => route.fulfill({ contentType: 'text/javascript', body: '' }));

/** All that a browser sends: addresses as they go over the line, headers and bodies. */
function sentBy(context: BrowserContext) {
  const sent: Promise<string>[] = [];
  context.on('request', (request) => {
    const [address = ''] = request.url().split('#');
    const body = request.postData() ?? '';
    sent.push(request.allHeaders().then((headers) => [address, JSON.stringify(headers), body].join('\n')));
  });
  return sent;
}

test('a link with a key of its own pays the wallet that its reader connects, and no request has what stands behind its #', async ({
  context,
  page,
  claim,
  ownWorld,
}) => {
  const { chain } = ownWorld;
  const customer = await chain.newcomer();
  await walletOn(chain, [customer]).install(context);
  const sent = sentBy(context);
  const link = await signer.newLink('link-paid');
  await claim.open(link.whole);
  await claim.prepare();
  await claim.send();
  await expect(claim.heading).toHaveText('On its way');
  await chain.mine(final);
  await claim.paid();
  expect(await chain.balanceOf(customer.address)).toBe(24_500_000n);
  expect(partOf(page)).toBe(link.part);
  const all = await Promise.all(sent);
  expect(all.filter((one) => one.includes('key_signature'))).not.toEqual([]);
  expect(all.filter((one) => one.includes(link.digits))).toEqual([]);
});

test('without its last part the page says so, and goes on once the whole link is opened', async ({
  context,
  page,
  claim,
  ownWorld,
}) => {
  await walletOn(ownWorld.chain, [await ownWorld.chain.newcomer()]).install(context);
  const link = await signer.newLink('link-cut');
  await claim.open(link.claim_url);
  await claim.connect();
  await expect(claim.step).toHaveText('This link is not complete');
  await expect(page.getByText('Its last part, after the #, is missing or changed.')).toBeVisible();
  await expectSoundScreen(page, 'link-incomplete');
  await claim.open(link.whole);
  await claim.button('Prepare it again').click();
  await expect(claim.step).toHaveText('This is what will happen');
});

test('the page says that a payment that was signed for such a link is taken back on the network', async ({
  context,
  page,
  claim,
  ownWorld,
}) => {
  await walletOn(ownWorld.chain, [await ownWorld.chain.newcomer()]).install(context);
  const link = await signer.newLink('link-cancelled');
  await claim.open(link.whole);
  await claim.prepare();
  await ownWorld.merchant.cancel(link.id);
  await claim.comesTo('Being cancelled');
  await expect(page.getByText('It ends sooner only when the merchant cancels it on the network')).toBeVisible();
  await expectSoundScreen(page, 'link-cancelling');
});

test('what stands behind the # goes along: to another language, the page for those without a wallet and back, and in each copy', async ({
  context,
  page,
  claim,
}) => {
  await withoutWallet(context);
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const link = await signer.newLink('link-goes-along');
  await claim.open(link.whole);
  await page.getByText('English', { exact: true }).first().click();
  await page.getByRole('link', { name: languageNames.es }).click();
  await expect(claim.heading).toHaveText(wordsIn('es')('claim.ready.heading'));
  expect(partOf(page)).toBe(link.part);

  // Pressed before any script of the page has come: the key goes along, too.
  await context.route('**/_next/static/**/*.js', (route) => route.abort());
  await page.goto(`${link.claim_url}?lang=en${link.part}`);
  await page.getByRole('link', { name: 'I have no wallet yet' }).click();
  await expect(page).toHaveURL(/no-wallet/);
  expect(partOf(page)).toBe(link.part);
  await context.unroute('**/_next/static/**/*.js');

  await page.goto(`${link.claim_url}?lang=en${link.part}`);
  await page.getByRole('link', { name: 'I have no wallet yet' }).click();
  await expect(page).toHaveURL(/no-wallet/);
  expect(partOf(page)).toBe(link.part);
  await page.getByRole('button', { name: 'Copy' }).click();
  await expect.poll(() => copied(page)).toBe(link.whole);
  await page.getByRole('link', { name: 'Go back to the payout' }).click();
  await expect(claim.heading).toHaveText('Ready for you');
  expect(partOf(page)).toBe(link.part);

  await claim.begin.click();
  await claim.button('Copy the link for another device').click();
  await expect.poll(() => copied(page)).toContain(link.part);
  await claim.button('Look again').click();
  await expect(claim.begin).toBeVisible();
  expect(partOf(page)).toBe(link.part);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, userAgent: devices['iPhone 15'].userAgent, hasTouch: true });

  test('a wallet’s own browser is given the whole link', async ({ context, page, claim }) => {
    await withoutWallet(context);
    const link = await signer.newLink('link-phone');
    await claim.open(link.whole);
    await claim.begin.tap();
    const hrefOf = (name: string) => page.getByRole('link', { name: `Open in ${name}` });
    const address = link.whole.replace(/^https?:\/\//, '');
    await expect(hrefOf('MetaMask')).toHaveAttribute('href', `metamask://dapp/${address}`);
    for (const name of ['Trust Wallet', 'Coinbase Wallet']) {
      const url = new RegExp(`url=${encodeURIComponent(link.whole)}$`);
      await expect(hrefOf(name)).toHaveAttribute('href', url);
    }
  });
});

test('the portal signs again only once no link with a key of its own is open', async ({ browser, ownWorld }) => {
  const { merchant } = ownWorld;
  const { page, vaults } = await vaultsOfOwner(ownWorld, browser);
  await vaults.button('Let the portal sign again').click();
  const dialog = page.getByRole('dialog');
  const confirm = dialog.getByRole('button', { name: 'Let the portal sign', exact: true });
  await confirm.click();
  await expect(dialog.getByText(/open payouts? ha(s|ve) a link that the portal cannot redirect/)).toBeVisible();
  await expectSoundScreen(page, 'signer-refused-open-links');
  const open = await merchant.ask('GET', '/payouts?status=pending&limit=100');
  const withKey = Object(open).data.filter(({ recipient }: PayoutAnswer) => recipient.claim_key);
  for (const { id } of withKey) await merchant.cancel(id);
  await confirm.click();
  await expect(vaults.main.getByText(/The portal, with a key that it keeps for this vault alone/)).toBeVisible();
  await page.context().close();
});
