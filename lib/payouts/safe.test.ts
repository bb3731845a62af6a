import { encodeFunctionData, type Hex, pad, toEventSelector } from 'viem';
import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts';
import { beforeAll, expect, test } from 'vitest';
import { testUsdtAbi } from '@/lib/chains/abi/test-usdt';
import { checksumAddress } from '@/lib/chains/address';
import { reportPayment } from './report-payment';
import { testDesk } from './testing/desk';
import { view } from './testing/view';
import { testWorld } from './testing/world';

const topicOf = (name: string) => toEventSelector(`${name}(bytes32,uint256)`).slice(2);

/**
 * A wallet that is a contract and reports like a Safe. Called with a proposal's hash, a target and data, it calls the
 * target and logs ExecutionSuccess or ExecutionFailure with the proposal's hash; it succeeds itself either way.
 */
function safeCode(): Hex {
  const callTarget = '60403603806040600037600060008260006000602035' + '5af1';
  const keepProposal = '600035600052' + '6000602052';
  const start = callTarget + keepProposal;
  const failure = `7f${topicOf('ExecutionFailure')}60406000a100`;
  const jump = (start.length / 2 + 3 + failure.length / 2).toString(16).padStart(2, '0');
  return `0x${start}60${jump}57${failure}5b7f${topicOf('ExecutionSuccess')}60406000a100`;
}

const world = testWorld();
const desk = testDesk(world);
const payer = () => world.member('payer');
const safe = checksumAddress('0x5afe000000000000000000000000000000005afe');
const unit = 1_000_000n;

beforeAll(async () => {
  await world.rpc('anvil_setCode', [safe, safeCode()]);
  await desk.usdt('faucet', encodeFunctionData({ abi: testUsdtAbi, functionName: 'mint', args: [safe, 100n * unit] }));
});

/** The owners have signed: anybody carries the proposal out. */
const execute = (proposal: Hex, call: { to: string; data: string }) =>
  desk.sign([{ to: safe, data: `${proposal}${pad(`0x${call.to.slice(2)}`).slice(2)}${call.data.slice(2)}` }], 'other');

async function proposed(proposal: Hex) {
  const address = privateKeyToAccount(generatePrivateKey()).address;
  const payout = await desk.owed({ recipient: { type: 'wallet', address } });
  const batch = await desk.prepareOne([payout.id], { sender: safe });
  expect(batch.sender_kind).toBe('contract');
  const reported = await reportPayment(payer(), { batch_id: batch.id, hash: proposal });
  expect(reported).toMatchObject({ open: 1, payments: [{ status: 'prepared', hash: null }] });
  await desk.settle();
  await expect(desk.prepare([payout.id], { sender: safe })).rejects.toMatchObject({ code: 'transfer_in_progress' });
  return { payout, call: batch.calls[0] ?? expect.unreachable() };
}

test('a Safe’s proposal is followed to the transfer that carries it out', async () => {
  const proposal: Hex = `0x${'5a'.repeat(32)}`;
  const { payout, call } = await proposed(proposal);
  const [hash] = await execute(proposal, call);
  await desk.settle();
  expect(await view(world, payout.id)).toMatchObject({ status: 'completed', transfer: { hash } });
});

test('a proposal that was carried out and failed frees its payout once that is final', async () => {
  const proposal: Hex = `0x${'5b'.repeat(32)}`;
  const { payout } = await proposed(proposal);
  const [hash] = await execute(proposal, desk.transfer(safe, 10_000n * unit));
  await desk.look();
  await expect(desk.prepare([payout.id], { sender: safe })).rejects.toMatchObject({ code: 'transfer_in_progress' });
  await desk.settle();
  expect(await view(world, payout.id)).toMatchObject({ status: 'pending', transfer: { status: 'reverted', hash } });
});
