import { encodeFunctionData } from 'viem';
import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts';
import { beforeAll, expect, test } from 'vitest';
import { demoAccount } from '@/demo/accounts';
import { saveApprovalRule } from '@/lib/approvals/rules';
import { previewPayment } from '@/lib/by-hand/prepare';
import { previewBody } from '@/lib/by-hand/sightings/schema';
import { testUsdtAbi } from '@/lib/chains/abi/test-usdt';
import { checksumAddress, hex } from '@/lib/chains/address';
import { drawbridgeAddress, testUsdtAddress } from '@/lib/chains/deployments';
import { approvePayout } from '@/lib/payouts/approvals/approve';
import { findApprovalState } from '@/lib/payouts/approvals/list-approvals';
import { testDesk } from '@/lib/payouts/testing/desk';
import { view } from '@/lib/payouts/testing/view';
import { testWorld } from '@/lib/payouts/testing/world';

const world = testWorld();
const desk = testDesk(world);
const payer = () => world.member('payer');
const stranger = () => privateKeyToAccount(generatePrivateKey()).address;
const contract = checksumAddress('0xc0de00000000000000000000000000000000c0de');
const delegated = checksumAddress('0xde1e00000000000000000000000000000000de1e');

/** A payout to an address that the API itself would refuse, as an older version of the list may have let through. */
async function owedTo(address: string) {
  const payout = await desk.owed({ recipient: { type: 'wallet', address: stranger() } });
  await world.database.sql`update payouts set recipient_address = ${address.toLowerCase()} where id = ${payout.id}`;
  return payout;
}

async function notesOn(payoutId: string) {
  const body = previewBody.parse({ payout_ids: [payoutId], sender: desk.sender });
  return (await previewPayment(payer(), body)).notes;
}

beforeAll(async () => {
  await world.rpc('anvil_setCode', [contract, '0x60006000fd']);
  await world.rpc('anvil_setCode', [delegated, `0xef0100${drawbridgeAddress.slice(2)}`]);
});

test.each([
  ['the zero address', `0x${'0'.repeat(40)}`, 'burn_address'],
  ['a burn address', '0x000000000000000000000000000000000000dEaD', 'burn_address'],
  ['a precompile', '0x0000000000000000000000000000000000000001', 'burn_address'],
  ['the token', testUsdtAddress, 'token_itself'],
  ['the payout contract', drawbridgeAddress, 'payout_contract'],
  ['a vault', demoAccount('vault').address, 'vault'],
  ['the wallet that pays', demoAccount('admin').address, 'sender_itself'],
])('%s is never paid', async (_name, address, check) => {
  const payout = await owedTo(address);
  expect(await notesOn(payout.id)).toMatchObject([{ check, blocking: true }]);
  const refused = desk.prepare([payout.id], { accept_warnings: true });
  await expect(refused).rejects.toMatchObject({ code: 'destination_refused', facts: { extra: { check } } });
});

test('an address that the token’s issuer blocked is never paid, as the token itself says', async () => {
  const address = stranger();
  const setBlackListed = (value: boolean) =>
    desk.usdt(
      'faucet',
      encodeFunctionData({ abi: testUsdtAbi, functionName: 'setBlackListed', args: [hex(address), value] }),
    );
  const payout = await owedTo(address);
  await setBlackListed(true);
  const refused = { code: 'destination_refused', facts: { extra: { check: 'blocked_by_token' } } };
  await expect(desk.prepare([payout.id], { accept_warnings: true })).rejects.toMatchObject(refused);
  await setBlackListed(false);
  expect(await notesOn(payout.id)).toEqual([]);
});

test('a contract is paid only by who saw the warning; a wallet whose key delegates is none', async () => {
  const payout = await owedTo(contract);
  const doubtful = { code: 'destination_doubtful', facts: { extra: { check: 'contract' } } };
  await expect(desk.prepare([payout.id])).rejects.toMatchObject(doubtful);
  const { notes } = await desk.prepare([payout.id], { accept_warnings: true });
  expect(notes).toMatchObject([{ check: 'contract', blocking: false }]);
  expect(await notesOn((await owedTo(delegated)).id)).toEqual([]);
});

test('an address that begins and ends like a known payee is called out', async () => {
  const known = demoAccount('customer').address.toLowerCase();
  const paid = await owedTo(known);
  await desk.sign((await desk.prepareOne([paid.id])).calls);
  await desk.settle();
  expect((await view(world, paid.id)).status).toBe('completed');
  expect(await notesOn((await owedTo(known)).id)).toEqual([]);
  const alike = `${known.slice(0, 6)}${'7'.repeat(32)}${known.slice(-4)}`;
  const payout = await owedTo(alike);
  expect(await notesOn(payout.id)).toMatchObject([{ check: 'resembles_known', blocking: false }]);
  await expect(desk.prepare([payout.id])).rejects.toMatchObject({ code: 'destination_doubtful' });
});

test('one bad destination among many is named and stops them all, with nothing written', async () => {
  const [good, bad] = [await desk.owed(), await owedTo(testUsdtAddress)];
  const refused = desk.prepare([good.id, bad.id]);
  await expect(refused).rejects.toMatchObject({ facts: { extra: { payout_id: bad.id } } });
  const rows = await world.database.sql`select id from transfers where payout_id in (${good.id}, ${bad.id})`;
  expect(rows).toEqual([]);
});

test('what the network would refuse is refused before anything is signed, with its reason', async () => {
  const payout = await desk.owed();
  const setPaused = (value: boolean) =>
    desk.usdt('faucet', encodeFunctionData({ abi: testUsdtAbi, functionName: 'setPaused', args: [value] }));
  await setPaused(true);
  await expect(desk.prepare([payout.id])).rejects.toMatchObject({ code: 'payment_would_fail' });
  await setPaused(false);
});

test('a payout that was changed after its approval is not prepared', async () => {
  const rule = { chain: 'local', asset: 'USDT', one_from: '100.00', two_from: null, new_destination: false } as const;
  await saveApprovalRule(world.member('owner'), rule);
  const payout = await desk.owed({ amount: '100.00' });
  expect(payout.status).toBe('awaiting_approval');
  await expect(desk.prepare([payout.id])).rejects.toMatchObject({ code: 'payout_state' });
  const state = await findApprovalState(world.member('approver'), payout.id);
  await approvePayout(world.member('approver'), payout.id, { digest: state?.digest ?? '' });
  await world.database.sql`update payouts set recipient_address = ${stranger().toLowerCase()} where id = ${payout.id}`;
  await expect(desk.prepare([payout.id])).rejects.toMatchObject({ code: 'approval_changed' });
});
