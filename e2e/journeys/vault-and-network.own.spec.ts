import { expect, test } from '@/e2e/support/journey';
import { expectSoundScreen } from '@/e2e/support/screens';
import { walletOn } from '@/e2e/support/wallet';

const netUnits = 24_500_000n;

// One portal, one vault and one chain without blocks of its own: these journeys run one after the other.
test.describe.configure({ mode: 'default' });

test('an empty vault parks the claim without a transfer, and the page frees itself when the money is there', async ({
  context,
  page,
  claim,
  ownWorld,
}) => {
  const { chain, merchant } = ownWorld;
  const customer = await chain.newcomer();
  const wallet = walletOn(chain, [customer]);
  await wallet.install(context);
  const payout = await merchant.createPayout();
  await claim.open(payout.claim_url);
  await claim.prepare();
  await chain.drainVault();
  await expect(claim.heading).toHaveText('Waiting for funds');
  await expect(page.getByText('Nothing has left the vault', { exact: false }).first()).toBeVisible();
  await expect(claim.offer).toHaveCount(0);
  await expectSoundScreen(page, 'awaiting-funds');
  expect(wallet.state.sent).toHaveLength(0);

  await chain.fillVault();
  await expect(claim.heading).toHaveText('Ready for you');
  await claim.begin.click();
  await expect(claim.step).toHaveText('This is what will happen');
  await claim.send();
  await claim.comesTo('On its way');
  await chain.mine(4);
  await claim.paid();
  expect(await chain.balanceOf(customer.address)).toBe(netUnits);
});

test.describe('when the vault was emptied a moment ago', () => {
  test.use({ expected: /status of 409/ });

  test('a claim that is asked for while the vault is empty tells the merchant that it waits', { tag: '@deep' }, async ({
    context,
    claim,
    ownWorld,
  }) => {
    const { chain, merchant } = ownWorld;
    await walletOn(chain, [await chain.newcomer()]).install(context);
    const payout = await merchant.createPayout();
    await claim.open(payout.claim_url);
    await expect(claim.heading).toHaveText('Ready for you');
    await chain.drainVault();
    await claim.connect();
    await claim.comesTo('Waiting for funds');
    expect((await merchant.payout(payout.id)).awaiting_funds).toBe(true);
    await chain.fillVault();
    await claim.comesTo('Ready for you');
    await expect.poll(async () => (await merchant.payout(payout.id)).awaiting_funds).toBe(false);
  });
});

test('while the network cannot be reached nothing is offered, and the page recovers by itself', async ({
  context,
  page,
  claim,
  ownWorld,
}) => {
  const { chain, merchant, network } = ownWorld;
  await walletOn(chain, [await chain.newcomer()]).install(context);
  const payout = await merchant.createPayout();
  network.cut();
  await claim.open(payout.claim_url);
  await expect(claim.heading).toHaveText('We cannot reach the network');
  await expect(claim.offer).toHaveCount(0);
  await expectSoundScreen(page, 'network-down');

  network.mend();
  await expect(claim.heading).toHaveText('Ready for you');
  await claim.prepare();
  network.cut();
  await claim.send();
  await expect(claim.heading).toHaveText('Sent');
  network.mend();
  await claim.comesTo('On its way');
  await chain.mine(4);
  await claim.paid();
});

test('a payment that a reorganisation takes back is offered again, never kept as paid', async ({
  context,
  page,
  claim,
  ownWorld,
}) => {
  const { chain, merchant } = ownWorld;
  const customer = await chain.newcomer();
  await walletOn(chain, [customer]).install(context);
  const payout = await merchant.createPayout();
  await claim.open(payout.claim_url);
  await claim.prepare();
  const snapshot = await chain.rpc('evm_snapshot');
  await claim.send();
  await claim.comesTo('On its way');
  await chain.mine(4);
  await claim.paid();
  await chain.rpc('evm_revert', [snapshot]);
  await chain.mine(8);
  await expect.poll(async () => (await merchant.payout(payout.id)).status).toBe('pending');
  await page.reload();
  await claim.comesTo('The network lost the transfer');
  expect(await chain.balanceOf(customer.address)).toBe(0n);
});

test('a payment that is taken back after the link has run out is said to have failed', async ({
  context,
  page,
  claim,
  ownWorld,
}) => {
  const { chain, merchant } = ownWorld;
  await walletOn(chain, [await chain.newcomer()]).install(context);
  const payout = await merchant.createPayout();
  await claim.open(payout.claim_url);
  await claim.prepare();
  const snapshot = await chain.rpc('evm_snapshot');
  await claim.send();
  await claim.comesTo('On its way');
  await chain.mine(4);
  await claim.paid();
  await merchant.letTimePass(payout.id, 8 * 86_400);
  await chain.rpc('evm_revert', [snapshot]);
  await chain.mine(8);
  await expect.poll(async () => (await merchant.payout(payout.id)).status).toBe('failed');
  await page.reload();
  await expect(claim.heading).toHaveText('This payout failed');
  await expect(claim.offer).toHaveCount(0);
  await expectSoundScreen(page, 'failed');
});
