import { claimPage } from '@/e2e/pages/claim-page';
import { newPayoutPage } from '@/e2e/pages/new-payout-page';
import { makeBlocks } from '@/e2e/support/blocks';
import { newPerson } from '@/e2e/support/chain';
import { askAsCoindirect, hostedPage } from '@/e2e/support/coindirect-page';
import { deskOf } from '@/e2e/support/desk';
import { expect, test } from '@/e2e/support/journey';
import { mailTo } from '@/e2e/support/mailbox';
import { servePage } from '@/e2e/support/network';
import { chooseOwnSigner, vaultsOfOwner } from '@/e2e/support/own-signer';
import { expectSoundScreen } from '@/e2e/support/screens';
import { walletOn } from '@/e2e/support/wallet';
import { openOwnWorld } from '@/e2e/support/world';

// A portal that sends claims for their recipients; the price of its network is changed, so one journey after the other.
test.describe.configure({ mode: 'default', timeout: 240_000 });

const netUnits = 24_500_000n;
let own: Awaited<ReturnType<typeof openOwnWorld>>;
let blocks: ReturnType<typeof makeBlocks>;

test.beforeAll(async () => {
  test.setTimeout(300_000);
  own = await openOwnWorld({ DEMO_RELAY_ACCOUNTS: '2' });
  blocks = makeBlocks(own.world.demo.chain.rpcUrl);
});
test.afterAll(async () => {
  await blocks.stop();
  await own.stop();
});

test('a link that is bound to a wallet is paid by one press, without a wallet, and every visitor is told', async ({
  page,
  claim,
  browser,
}) => {
  const { chain, merchant } = own.world;
  const { address } = newPerson();
  const payout = await merchant.createPayout({ recipient: { type: 'wallet', address } });
  await claim.open(payout.claim_url);
  await expectSoundScreen(page, 'ready-to-send');
  const other = await (await browser.newContext()).newPage();
  await page.getByRole('button', { name: /^Send it to my wallet 0x/ }).click();
  await expect(claim.heading).toHaveText(/Being sent|On its way|Paid/);
  await other.goto(payout.claim_url);
  await expect(other.locator('#claim-heading')).toHaveText(/Being sent|On its way|Paid/);
  await claim.paid();
  await expect.poll(() => chain.balanceOf(address)).toBe(netUnits);
});

test('an address that is pasted is checked, asked about and confirmed before it is paid', async ({ page, claim }) => {
  const { chain, demo, merchant } = own.world;
  const { address } = newPerson();
  const payout = await merchant.createPayout();
  await claim.open(payout.claim_url);
  await page.getByRole('button', { name: 'Paste an address' }).click();
  const field = page.getByLabel('Address, or ENS name');
  const check = page.getByRole('button', { name: 'Check this address' });
  await field.fill(demo.vault);
  await check.click();
  await expect(page.getByText('This is a vault that pays out.')).toBeVisible();
  await expectSoundScreen(page, 'paste');
  await field.fill(address);
  await check.click();
  await expect(page.getByText(address, { exact: true })).toBeVisible();
  const send = page.getByRole('button', { name: 'Send 24.50 USDT' });
  await send.click();
  await expect(page.getByText('First say whose address it is.')).toBeVisible();
  await page.getByLabel('Yes, it is my account at an exchange').check();
  await expect(page.getByText(/If the exchange asks for a memo/)).toBeVisible();
  await page.getByLabel('Its last six characters').fill('000000');
  await send.click();
  await expect(page.getByText('These are not its last six characters.')).toBeVisible();
  await expectSoundScreen(page, 'paste-confirm');
  await page.getByLabel('Its last six characters').fill(address.slice(-6));
  await send.click();
  await claim.paid();
  await expect.poll(() => chain.balanceOf(address)).toBe(netUnits);
});

test('a wallet that is asked to sign first signs once, and then it is sent', async ({ context, page, claim }) => {
  const { chain, merchant } = own.world;
  const person = newPerson();
  const wallet = walletOn(chain, [person]);
  await wallet.install(context);
  const recipient = { type: 'wallet', address: person.address, prove: 'signature' };
  const payout = await merchant.createPayout({ recipient });
  await claim.open(payout.claim_url);
  await page.getByRole('button', { name: 'Sign with my wallet' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Test Wallet' }).click();
  await expect(claim.step).toHaveText('Sign that this wallet is yours');
  await expectSoundScreen(page, 'prove');
  await page.getByRole('button', { name: 'Sign with my wallet' }).click();
  await page.getByRole('button', { name: /^Send it to my wallet 0x/ }).click();
  await claim.paid();
  expect(await merchant.ask('GET', `/payouts/${payout.id}/attestation`)).toMatchObject({ method: 'eip191' });
  expect(wallet.state.sent).toEqual([]);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test('the owner of a mailbox types the code, pastes an address, and is paid without wallet or network fee', async ({
    page,
    claim,
  }) => {
    const { chain, demo, merchant } = own.world;
    const { address } = newPerson();
    const email = `ann-${address.slice(-6).toLowerCase()}@shop.example`;
    await merchant.createPayout({ recipient: { type: 'email', email } });
    const [link = ''] = /http\S+\/p\/\S+/.exec(await mailTo(demo.baseUrl, email, /for you/)) ?? [];
    await claim.open(link);
    await claim.button('Send a code to').tap();
    await expect(page.getByText('We have sent a code')).toBeVisible();
    await expectSoundScreen(page, 'phone-code');
    const code = /\b(\d{3} \d{3})\b/.exec(await mailTo(demo.baseUrl, email, /is your code/))?.[1] ?? '';
    await page.getByLabel('Code from the mail').fill(code);
    await page.getByRole('button', { name: 'Paste an address' }).tap();
    await page.getByLabel('Address, or ENS name').fill(address);
    await page.getByRole('button', { name: 'Check this address' }).tap();
    await page.getByLabel('No, it is my own wallet').check();
    await page.getByLabel('Its last six characters').fill(address.slice(-6));
    await expectSoundScreen(page, 'phone-confirm');
    await page.getByRole('button', { name: 'Send 24.50 USDT' }).tap();
    await expect(claim.heading).toHaveText(/Being sent|On its way|Paid/);
    await expectSoundScreen(page, 'phone-sent');
    await claim.paid();
    await expectSoundScreen(page, 'phone-paid');
    await expect.poll(() => chain.balanceOf(address)).toBe(netUnits);
    await page.getByRole('link', { name: 'Open the receipt' }).tap();
    await expect(page.getByText('24.50 USDT').first()).toBeVisible();
  });

  test('a reader without a wallet is sent the link again later, and keeps one for anyone by themselves', async ({
    page,
    claim,
  }) => {
    const email = 'eve@shop.example';
    const mailed = await own.world.merchant.createPayout({ recipient: { type: 'email', email } });
    await claim.open(`${mailed.claim_url}/no-wallet`);
    await page.getByRole('button', { name: 'Send it to me again later' }).tap();
    await expect(page.getByText('We send it to e•••@s•••.example again within a day.')).toBeVisible();
    await expectSoundScreen(page, 'no-wallet-reminded');
    const open = await own.world.merchant.createPayout();
    await claim.open(`${open.claim_url}/no-wallet`);
    const href = await page.getByRole('link', { name: 'Mail it to myself' }).getAttribute('href');
    expect(decodeURIComponent(href ?? '')).toContain(open.claim_url);
    await expect(page.getByRole('button', { name: /later/ })).toHaveCount(0);
    await expectSoundScreen(page, 'no-wallet-anyone');
  });
});

test('a member has the portal send a payout: its page has nothing to press, and the money arrives', async ({
  page,
  browser,
}) => {
  const { chain, demo } = own.world;
  const desk = deskOf(demo);
  const member = await desk.join('owner');
  await desk.enter(page, member, '/dashboard/payouts/new');
  await desk.confirmed(member);
  const form = newPayoutPage(page);
  await form.choose(/^Sent to a wallet/);
  await expect(form.main.getByRole('group', { name: 'Who gets it' })).toBeHidden();
  const { address } = newPerson();
  await form.address.fill(address);
  await form.amount.fill('25.00');
  await form.worksOut('24.50 USDT');
  await expectSoundScreen(page, 'new-payout-send');
  await form.make.click();
  await form.made();
  await expectSoundScreen(page, 'new-payout-send-made');
  const recipient = claimPage(await (await browser.newContext()).newPage());
  await recipient.open(await form.link());
  await expect(recipient.heading).toHaveText(/Being sent|On its way|Paid/);
  await expect(recipient.offer).toHaveCount(0);
  await recipient.paid();
  await expect(recipient.page.getByRole('link', { name: 'Open the receipt' })).toBeVisible();
  await expect.poll(() => chain.balanceOf(address)).toBe(netUnits);
  await recipient.page.context().close();
  await form.toThePayout.click();
  await expect(page.getByText('Network fee, paid by the portal')).toBeVisible();
  await page.goto(`${demo.baseUrl}/dashboard/relayer`);
  await expect(page.getByRole('table', { name: /What sending took/ })).toContainText('USDT');
  await expectSoundScreen(page, 'relayer');
  await page.goto(`${demo.baseUrl}/dashboard/payouts?by=contract+send`);
  await expect(page.getByRole('row')).toHaveCount(2);
});

test.describe('on the hosted page of another system', () => {
  // An address that is none is typed first.
  test.use({ expected: /responded with a status of 400/ });

  test('a recipient says where the money goes, presses once, is paid, and reads the same on our page', async ({
    page,
    claim,
  }) => {
    const { chain, demo } = own.world;
    const { address } = newPerson();
    const { uuid, redirectUrl } = await askAsCoindirect(demo, `withdrawal-${address}`);
    const site = await servePage(hostedPage(`${demo.baseUrl}/api`, uuid));
    await page.goto(site.url);
    await expect(page.getByText('you receive 40.1 USDT')).toBeVisible();
    const field = page.getByLabel('Address where you wish to be paid');
    await field.fill('THr6oYBp7mgUHiLoxYcqKtoKneKvEhyE22');
    await expect(page.getByRole('alert')).toHaveText('Invalid Payment Instruction');
    await field.fill(address);
    await page.getByRole('button', { name: 'Next' }).click();
    await expect(page.getByRole('heading')).toHaveText('Payout Complete');
    await claim.open(redirectUrl);
    await claim.paid();
    await expect.poll(() => chain.balanceOf(address)).toBe(40_100_000n);
    await site.close();
  });
});

test.describe('by a link with a key of its own', () => {
  // The first question is refused: its answer says what the key has to sign.
  test.use({ expected: /responded with a status of 409/ });

  test('it is sent to the address that its reader pastes, and no request has what stands behind its #', {
    tag: '@deep',
  }, async ({ context, page, claim, browser }) => {
    const owner = await vaultsOfOwner(own.world, browser);
    const signer = await chooseOwnSigner(own.world, owner);
    await owner.page.context().close();
    const asked: string[] = [];
    context.on('request', (request) => asked.push(`${request.url().split('#')[0]} ${request.postData() ?? ''}`));
    const { address } = newPerson();
    const link = await signer.newLink('link-sent');
    await claim.open(link.whole);
    await page.getByRole('button', { name: 'Paste an address' }).click();
    await page.getByLabel('Address, or ENS name').fill(address);
    await page.getByRole('button', { name: 'Check this address' }).click();
    await page.getByLabel('Yes, it is my account at an exchange').check();
    await page.getByLabel('Its last six characters').fill(address.slice(-6));
    await page.getByRole('button', { name: 'Send 24.50 USDT' }).click();
    await claim.paid();
    await expect.poll(() => own.world.chain.balanceOf(address)).toBe(netUnits);
    expect(asked.filter((one) => one.includes('key_signature'))).toHaveLength(1);
    expect(asked.filter((one) => one.includes(link.digits))).toEqual([]);
    await signer.end();
  });
});

/** The page asks no node: it knows the price that the worker saw last, who looks seldom. 200 gwei is the most that is paid there. */
const seenByWorker = () =>
  deskOf(own.world.demo).inDatabase(async (sql) => {
    const seen = async () => (await sql`select 1 from relay_accounts where gas_price > 2e11`).length;
    await expect.poll(seen, { timeout: 90_000 }).toBeGreaterThan(0);
  });

test('where the network is too dear the page says so, and one’s own wallet stays a way', async ({ page, claim }) => {
  const { chain, merchant } = own.world;
  const payout = await merchant.createPayout({ recipient: { type: 'wallet', address: newPerson().address } });
  await chain.rpc('anvil_setNextBlockBaseFeePerGas', ['0x9184e72a0000']);
  await chain.mine();
  await seenByWorker();
  await claim.open(payout.claim_url);
  await expect(page.getByText(/is unusually high right now/)).toBeVisible();
  await expect(claim.begin).toBeVisible();
  await expectSoundScreen(page, 'gas-too-dear');
});

test('a person without a wallet is told what to do, and finds back', async ({ page, claim }) => {
  const payout = await own.world.merchant.createPayout();
  await claim.open(payout.claim_url);
  await page.getByRole('link', { name: 'I have no wallet yet' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Getting paid without a wallet');
  await expectSoundScreen(page, 'no-wallet-yet');
  await page.getByRole('link', { name: 'Go back to the payout' }).click();
  await expect(claim.heading).toHaveText('Ready for you');
});

test('a payout that waits to be sent says what for, and that its reader has nothing to do', async ({ page, claim }) => {
  const { chain, merchant } = own.world;
  await chain.rpc('anvil_setNextBlockBaseFeePerGas', ['0x9184e72a0000']);
  await chain.mine();
  const recipient = { type: 'wallet', address: newPerson().address };
  const payout = await merchant.createPayout({ recipient, delivery: 'send' });
  await claim.open(payout.claim_url);
  await claim.comesTo('Waiting to be sent');
  await expect(page.getByText('You have nothing to do: it is sent by itself as soon as that is over.')).toBeVisible();
  await expect(claim.offer).toHaveCount(0);
  await expectSoundScreen(page, 'send-waits');
});
