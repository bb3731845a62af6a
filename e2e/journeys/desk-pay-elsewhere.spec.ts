import { readFileSync } from 'node:fs';
import { concatHex, encodeAbiParameters, encodeFunctionData, isHex } from 'viem';
import { z } from 'zod';
import { testWallet } from '@/e2e/pages/claim-page';
import { type Chain, newPerson, type Person } from '@/e2e/support/chain';
import { deskOf } from '@/e2e/support/desk';
import { expect, test } from '@/e2e/support/journey';
import { byHand, inUsdt, payerAtDesk, statusOf } from '@/e2e/support/payer';
import { expectSoundScreen } from '@/e2e/support/screens';
import { testUsdtAbi } from '@/lib/chains/abi/test-usdt';
import { compileTestContract } from '@/lib/evm/testing/compile-contract';

test.describe.configure({ timeout: 180_000 });

// The browser's console names every refusal; these journeys meet them on purpose.
test.use({ expected: /responded with a status of 4(03|09|22)/ });

const artefact = z.object({ testUsdt: z.object({ bytecode: z.custom<`0x${string}`>(isHex) }) });

/** Another token that looks just like ours, with money for a person. */
async function otherToken(chain: Chain, from: Awaited<ReturnType<Chain['payer']>>) {
  const { testUsdt } = artefact.parse(JSON.parse(readFileSync('contracts/deployments/bytecode.json', 'utf8')));
  const address = await chain.deploy(from, testUsdt.bytecode);
  const mint = encodeFunctionData({ abi: testUsdtAbi, functionName: 'mint', args: [from.address, inUsdt(1_000)] });
  await chain.call(from, address, mint);
  return address;
}

test('a payment made elsewhere: the wrong token, the wrong amount and an unknown wallet are refused in words, and two members say whose it is', async ({
  page,
  browser,
  world,
}) => {
  const { chain, demo } = world;
  const to = newPerson().address;
  const payout = await byHand(world, { recipient: { type: 'wallet', address: to } });
  const stranger = await chain.payer(1_000n);
  const send = (token: `0x${string}`, whole: number) => {
    const data = encodeFunctionData({ abi: testUsdtAbi, functionName: 'transfer', args: [to, inUsdt(whole)] });
    return chain.call(stranger, token, data);
  };
  const wrongToken = await send(await otherToken(chain, stranger), 25);
  const wrongAmount = await send(demo.token.address, 24);
  const right = await send(demo.token.address, 25);

  const desk = deskOf(demo);
  const member = await desk.join('payer');
  await desk.enter(page, member, `/dashboard/payouts/${payout.id}`);
  await desk.confirmed(member);
  await page.getByRole('button', { name: 'Record a payment made elsewhere' }).click();
  const dialog = page.getByRole('dialog', { name: 'Record a payment made elsewhere' });
  const field = dialog.getByLabel('Hash of the transfer');
  const record = async (hash: string) => {
    await field.fill(hash);
    await dialog.getByRole('button', { name: 'Record this payment' }).click();
  };
  await record('0x1234');
  await expect(dialog.getByText(/must be a hash/)).toBeVisible();
  await expect(field).toBeFocused();
  await record(wrongToken);
  await expect(dialog.getByText('It does not move USDT on Local chain.')).toBeVisible();
  await record(wrongAmount);
  await expect(dialog.getByText(/It pays 24.00 USDT; this payout is 25.00 USDT, exactly/)).toBeVisible();
  await expectSoundScreen(page, 'record-refused');
  await record(right);
  await expect(dialog.getByText(/which nobody has proved to be yours/)).toBeVisible();
  await dialog.getByLabel(/Wallet that paid/).fill(stranger.address);
  await record(right);
  const done = page.getByRole('dialog', { name: 'Recorded' });
  await expect(done.getByText(/it is booked once another member records it, too/)).toBeVisible();
  await expectSoundScreen(page, 'recorded-once');
  await done.getByRole('button', { name: 'Close' }).last().click();
  expect(await statusOf(world, payout.id)()).toBe('pending');

  const second = await browser.newPage();
  const another = await desk.join('owner');
  await desk.enter(second, another, `/dashboard/payouts/${payout.id}`);
  await desk.confirmed(another);
  await second.getByRole('button', { name: 'Record a payment made elsewhere' }).click();
  const again = second.getByRole('dialog', { name: 'Record a payment made elsewhere' });
  await again.getByLabel('Hash of the transfer').fill(right);
  await again.getByLabel(/Wallet that paid/).fill(stranger.address);
  await again.getByRole('button', { name: 'Record this payment' }).click();
  await expect(second.getByRole('dialog', { name: 'Recorded' }).getByText(/It fits/)).toBeVisible();
  await second.close();
  await expect.poll(statusOf(world, payout.id), { timeout: 60_000 }).toBe('completed');
  expect((await world.merchant.payout(payout.id)).transfer?.hash).toBe(right);
});

test('a wallet is declared and taken off the list again', async ({ page, world }) => {
  const { pay } = await payerAtDesk(world, page);
  const { address } = newPerson();
  await pay.button('Declare a wallet').click();
  await page.getByRole('textbox', { name: 'Address' }).fill('0x12');
  await page.getByRole('textbox', { name: 'Name' }).fill('Payroll Safe');
  await pay.button('Declare the wallet').click();
  await expect(page.getByRole('textbox', { name: 'Address' })).toBeFocused();
  await page.getByRole('textbox', { name: 'Address' }).fill(address);
  await pay.button('Declare the wallet').click();
  const line = pay.main.getByRole('listitem').filter({ hasText: address });
  await expect(line).toBeVisible();
  await expectSoundScreen(page, 'pay-wallets');
  await line.getByRole('button', { name: 'Remove Payroll Safe' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Remove it' }).click();
  await expect(line).toBeHidden();
});

/** A wallet that is a contract and signs when its one owner does (ERC-1271). */
async function contractWallet(chain: Chain): Promise<Person> {
  const owner = await chain.newcomer();
  const made = encodeAbiParameters([{ type: 'address' }], [owner.address]);
  return { ...owner, address: await chain.deploy(owner, concatHex([compileTestContract('Wallet1271'), made])) };
}

test('a wallet proves by its signature that it is the team’s, a declared contract as well, and a no changes nothing', async ({
  page,
  world,
}) => {
  const contract = await contractWallet(world.chain);
  const { wallet, pay, person } = await payerAtDesk(world, page, { others: [contract], proved: false });
  await pay.button('Prove a wallet').click();
  const dialog = page.getByRole('dialog', { name: 'Prove a wallet' });
  await dialog.getByLabel('Name').fill('Payroll');
  await expectSoundScreen(page, 'pay-prove');
  wallet.state.manner = 'reject';
  await dialog.getByRole('button', { name: `Prove ${testWallet}` }).click();
  await expect(dialog.getByText('You declined in the wallet. Nothing was signed.')).toBeVisible();
  wallet.state.manner = 'send';
  await dialog.getByRole('button', { name: `Prove ${testWallet}` }).click();
  const line = (address: string) => pay.main.getByRole('listitem').filter({ hasText: address });
  await expect(line(person.address).getByText(/proved/)).toBeVisible();
  await expect(line(person.address).getByText('Payroll', { exact: true })).toBeVisible();

  await pay.button('Declare a wallet').click();
  await page.getByRole('textbox', { name: 'Address' }).fill(contract.address);
  await page.getByRole('textbox', { name: 'Name' }).fill('Treasury');
  await pay.button('Declare the wallet').click();
  await expect(line(contract.address).getByText(/declared/)).toBeVisible();
  await pay.button('Prove Treasury').click();
  const declared = page.getByRole('dialog', { name: 'Prove Treasury' });
  await declared.getByRole('button', { name: `Prove ${testWallet}` }).click();
  await expect(declared.getByText(/which is not a wallet of yours here/)).toBeVisible();
  await expectSoundScreen(page, 'pay-prove-other-account');
  await wallet.show(contract);
  await declared.getByRole('button', { name: `Prove ${testWallet}` }).click();
  await expect(line(contract.address).getByText(/proved/)).toBeVisible();
  await expectSoundScreen(page, 'pay-wallets-proved');
});
