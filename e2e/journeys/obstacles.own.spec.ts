import { encodeFunctionData } from 'viem';
import { demoAccount } from '@/demo/accounts';
import { newPayoutPage } from '@/e2e/pages/new-payout-page';
import { expect, test } from '@/e2e/support/journey';
import { expectSoundScreen } from '@/e2e/support/screens';
import { ownerAtVaults, restoreVault, usdt, vaultOnChain } from '@/e2e/support/vault';
import { drawbridgeAbi } from '@/lib/chains/abi/drawbridge';
import { testUsdtAbi } from '@/lib/chains/abi/test-usdt';

// One vault and one token: these journeys run one after the other.
test.describe.configure({ mode: 'default' });

test('each cause has a page of its own, and the page frees itself when the cause is gone', async ({
  page,
  claim,
  ownWorld,
}) => {
  const { chain, demo, merchant } = ownWorld;
  const [faucet, vault] = [demoAccount('faucet'), demo.wallets.vault];
  const onChain = vaultOnChain(ownWorld);
  const token = (data: `0x${string}`) => chain.call(faucet, demo.token.address, data);
  const paused = (value: boolean) =>
    token(encodeFunctionData({ abi: testUsdtAbi, functionName: 'setPaused', args: [value] }));
  const blocked = (value: boolean) =>
    token(encodeFunctionData({ abi: testUsdtAbi, functionName: 'setBlackListed', args: [vault.address, value] }));
  const fee = (points: bigint) =>
    token(encodeFunctionData({ abi: testUsdtAbi, functionName: 'setParams', args: [points, 1n] }));
  const payout = await merchant.createPayout();
  await claim.open(payout.claim_url);
  await expect(claim.heading).toHaveText('Ready for you');
  const causes = [
    {
      heading: 'USDT is stopped for everybody',
      cause: 'token_paused',
      begin: () => paused(true),
      end: () => paused(false),
    },
    {
      heading: /merchant has to settle/,
      cause: 'vault_blocked',
      begin: () => blocked(true),
      end: () => blocked(false),
    },
    { heading: 'USDT would arrive short', cause: 'token_fee', begin: () => fee(10n), end: () => fee(0n) },
    {
      ...{ heading: 'Waiting for the daily limit', cause: 'signer_limit' },
      ...{ begin: () => onChain.setSigner(usdt(20)), end: () => onChain.setSigner(usdt(1_000_000)) },
    },
  ];
  for (const { heading, cause, begin, end } of causes) {
    await begin();
    await claim.comesTo(heading);
    await expect(claim.offer).toHaveCount(0);
    await expect.poll(async () => (await merchant.payout(payout.id)).obstacle?.cause).toBe(cause);
    await expectSoundScreen(page, `claim-${cause}`);
    await end();
    await claim.comesTo('Ready for you');
  }
  await restoreVault(ownWorld);
});

test('a vault that takes the signer back is trouble at the desk before anybody opens a link', async ({
  page,
  ownWorld,
}) => {
  const { chain, demo, merchant } = ownWorld;
  const payout = await merchant.createPayout();
  const { vaults, desk } = await ownerAtVaults(ownWorld, page, [demo.wallets.vault]);
  const signer = await desk.inDatabase(async (sql): Promise<`0x${string}`> => {
    const [row] = await sql`select signer_address from vaults where address = ${demo.vault.toLowerCase()}`;
    return row?.signer_address;
  });
  const args = [demo.vault, signer, [demo.token.address]] as const;
  await chain.call(
    demo.wallets.vault,
    demo.contract,
    encodeFunctionData({ abi: drawbridgeAbi, functionName: 'revokeSigner', args }),
  );
  await expect.poll(async () => (await merchant.payout(payout.id)).obstacle?.cause).toBe('signer_terms');
  await vaults.open();
  await expect(vaults.main.getByText(/No payout in USDT can be paid from this vault now/)).toBeVisible();
  await expectSoundScreen(page, 'vaults-signer-not-named');
  await page.goto(`${demo.baseUrl}/dashboard`);
  await expect(page.getByRole('link', { name: /vault cannot pay what is promised/ })).toBeVisible();
  await expect(
    page.getByRole('link', { name: /for another reason than money|for other reasons than money/ }),
  ).toBeVisible();
  await expectSoundScreen(page, 'overview-vault-in-trouble');
  await page.goto(`${demo.baseUrl}/dashboard/payouts/${payout.id}`);
  await expect(page.getByText(/It cannot be paid since/)).toBeVisible();
  await expectSoundScreen(page, 'payout-held-up');
  await page.goto(payout.claim_url);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Waiting for the merchant');
  await expectSoundScreen(page, 'claim-signer-terms');
  const making = newPayoutPage(page, demo.baseUrl);
  await making.open();
  await making.amount.fill('12.50');
  await making.address.fill(demo.wallets.customer.address);
  await expect(making.meaning.getByText(/It could not be claimed as things are/)).toBeVisible();
  await expectSoundScreen(page, 'new-payout-vault-cannot-pay');
  await restoreVault(ownWorld);
  await expect.poll(async () => (await merchant.payout(payout.id)).obstacle).toBeNull();
});
