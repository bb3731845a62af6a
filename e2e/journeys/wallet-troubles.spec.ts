import { newPerson } from '@/e2e/support/chain';
import { expect, test } from '@/e2e/support/journey';
import { expectSoundScreen } from '@/e2e/support/screens';
import { walletOn } from '@/e2e/support/wallet';

const netUnits = 24_500_000n;

test('a wrong wallet is told so before anything is signed, and switching the account goes on by itself', async ({
  context,
  page,
  claim,
  world,
}) => {
  const { chain, merchant } = world;
  const [owner, stranger] = [await chain.newcomer(), await chain.newcomer()];
  const wallet = walletOn(chain, [stranger, owner]);
  await wallet.install(context);
  const payout = await merchant.createPayout({ recipient: { type: 'wallet', address: owner.address } });
  await claim.open(payout.claim_url);
  await claim.connect();
  await expect(claim.step).toHaveText('This payout is for another wallet');
  await expect(page.getByText('Nothing is sent from there. Switch to the right account')).toBeVisible();
  await expectSoundScreen(page, 'wrong-wallet');

  await wallet.show(owner);
  await expect(claim.step).toHaveText('This is what will happen');
  await claim.send();
  await claim.paid();
  expect(await chain.balanceOf(owner.address)).toBe(netUnits);
  expect(await chain.balanceOf(stranger.address)).toBe(0n);
});

test('a wallet on another network is offered the switch, may decline it, and goes on once it has switched', async ({
  context,
  page,
  claim,
  world,
}) => {
  const { chain, merchant } = world;
  const wallet = walletOn(chain, [await chain.newcomer()]);
  Object.assign(wallet.state, { chainId: 1, declinesSwitch: true });
  await wallet.install(context);
  await claim.open((await merchant.createPayout()).claim_url);
  await claim.connect();
  await expect(claim.step).toHaveText('Switch to Local chain');
  await expectSoundScreen(page, 'wrong-network');
  await claim.button('Switch to Local chain').click();
  await expect(page.getByText('You declined the switch')).toBeVisible();
  await expectSoundScreen(page, 'wrong-network-declined');

  wallet.state.declinesSwitch = false;
  await claim.button('Switch to Local chain').click();
  await expect(claim.step).toHaveText('This is what will happen');
  await claim.send();
  await claim.paid();
});

test('a wallet that does not know the network is taught it', async ({ context, claim, world }) => {
  const { chain, merchant } = world;
  const wallet = walletOn(chain, [await chain.newcomer()]);
  Object.assign(wallet.state, { chainId: 1, known: new Set([1]) });
  await wallet.install(context);
  await claim.open((await merchant.createPayout()).claim_url);
  await claim.connect();
  await claim.button('Switch to Local chain').click();
  await expect(claim.step).toHaveText('This is what will happen');
  expect([...wallet.state.known]).toContain(31337);
});

test('declining in the wallet loses nothing: the same button sends it a moment later', async ({
  context,
  page,
  claim,
  world,
}) => {
  const { chain, merchant } = world;
  const customer = await chain.newcomer();
  const wallet = walletOn(chain, [customer]);
  wallet.state.manner = 'reject';
  await wallet.install(context);
  const payout = await merchant.createPayout();
  await claim.open(payout.claim_url);
  await claim.prepare();
  await claim.send();
  await expect(claim.step).toHaveText('You declined in your wallet');
  await expect(page.getByText('Nothing has left the vault.')).toBeVisible();
  await expectSoundScreen(page, 'rejected');
  expect((await merchant.payout(payout.id)).status).toBe('pending');

  wallet.state.manner = 'send';
  await claim.send();
  await claim.paid();
  expect(await chain.balanceOf(customer.address)).toBe(netUnits);
});

test('a wallet that fails says so in its own words, and nobody says that nothing was sent', async ({
  context,
  page,
  claim,
  world,
}) => {
  const { chain, merchant } = world;
  const wallet = walletOn(chain, [await chain.newcomer()]);
  wallet.state.manner = 'fail';
  await wallet.install(context);
  await claim.open((await merchant.createPayout()).claim_url);
  await claim.prepare();
  await claim.send();
  await expect(claim.step).toHaveText('Your wallet gave no clear answer');
  await page.locator('summary', { hasText: 'Details' }).first().click();
  await expect(page.getByText('The device is not responding.')).toBeVisible();
  await expect(page.getByText('Nothing has left the vault')).toHaveCount(0);
  await expectSoundScreen(page, 'wallet-unclear');

  wallet.state.manner = 'send';
  await claim.button('Prepare it again').click();
  await expect(page.getByText('Your wallet may have sent this before.')).toBeVisible();
  await expectSoundScreen(page, 'preview-in-doubt');
  await claim.send();
  await claim.paid();
});

for (const [manner, answer, details] of [
  ['err', 'an error', {}],
  ['shrug', 'nothing', { tag: '@deep' }],
] as const) {
  test(
    `a wallet that sends and answers with ${answer} is asked once, and the chain says what became of it`,
    details,
    async ({ context, page, claim, world }) => {
      const { chain, merchant } = world;
      const customer = await chain.newcomer();
      const wallet = walletOn(chain, [customer]);
      wallet.state.manner = manner;
      await wallet.install(context);
      await claim.open((await merchant.createPayout()).claim_url);
      await claim.prepare();
      await claim.send();
      await claim.paid();
      await expect(page.getByText('Nothing has left the vault')).toHaveCount(0);
      expect(wallet.state.sent).toHaveLength(1);
      expect(await chain.balanceOf(customer.address)).toBe(netUnits);
    },
  );
}

test('what the wallet cannot do is not told as a refusal by its person', async ({ context, page, claim, world }) => {
  const { chain, merchant } = world;
  const wallet = walletOn(chain, [await chain.newcomer()]);
  wallet.state.manner = 'lack';
  await wallet.install(context);
  await claim.open((await merchant.createPayout()).claim_url);
  await claim.prepare();
  await claim.send();
  await expect(claim.step).toHaveText('Your wallet cannot do this');
  await expectSoundScreen(page, 'wallet-unable');
  expect(wallet.state.sent).toHaveLength(0);
});

test('a wallet that cannot pay the network fee is told what is missing before it is asked', async ({
  context,
  page,
  claim,
  world,
}) => {
  const { chain, merchant } = world;
  const penniless = newPerson();
  const wallet = walletOn(chain, [penniless]);
  await wallet.install(context);
  await claim.open((await merchant.createPayout()).claim_url);
  await claim.connect();
  await expect(claim.step).toHaveText('Not enough for the network fee');
  await expect(page.getByText('Yours has 0.00 ETH', { exact: false })).toBeVisible();
  await expectSoundScreen(page, 'short-of-fee');
  expect(wallet.state.sent).toHaveLength(0);

  await chain.payGas(penniless.address);
  await claim.button('I have added some, look again').click();
  await claim.send();
  await claim.paid();
  expect(await chain.balanceOf(penniless.address)).toBe(netUnits);
});

test('a call that was left lying until it lapsed is prepared again', async ({ context, page, claim, world }) => {
  const { chain, merchant } = world;
  await walletOn(chain, [await chain.newcomer()]).install(context);
  await page.clock.install();
  await claim.open((await merchant.createPayout()).claim_url);
  await claim.prepare();
  await page.clock.fastForward('04:45');
  await expect(claim.step).toHaveText('That took a while');
  await page.clock.resume();
  await expectSoundScreen(page, 'lapsed');
  await claim.button('Prepare it again').click();
  await claim.send();
  await claim.paid();
});

test('the waiting wallet has a screen of its own, with a way to start again', async ({
  context,
  page,
  claim,
  world,
}) => {
  const { chain, merchant } = world;
  const wallet = walletOn(chain, [await chain.newcomer()]);
  wallet.state.manner = 'ponder';
  await wallet.install(context);
  await claim.open((await merchant.createPayout()).claim_url);
  await claim.begin.click();
  await expect(page.getByRole('dialog').getByRole('button', { name: 'Test Wallet' })).toBeVisible();
  await expectSoundScreen(page, 'choose-wallet');
  await page.getByRole('dialog').getByRole('button', { name: 'Test Wallet' }).click();
  await claim.send();
  await expect(claim.step).toHaveText('Confirm it in your wallet');
  await expectSoundScreen(page, 'asking');

  wallet.state.manner = 'send';
  await claim.button('Nothing shows up? Start again').click();
  await expect(claim.step).toHaveText('This is what will happen');
  await claim.send();
  await claim.paid();
  expect(wallet.state.sent).toHaveLength(1);
});
