import { encodeFunctionData, type Hex, parseAbi } from 'viem';
import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts';
import { beforeAll, expect, test } from 'vitest';
import { demoAccount } from '@/demo/accounts';
import { drawbridgeAbi } from '@/lib/chains/abi/drawbridge';
import { drawbridgeAddress } from '@/lib/chains/deployments';
import { compileTestContract } from '@/lib/evm/testing/compile-contract';
import { testWorld } from '@/lib/payouts/testing/world';
import type { VaultFacts } from '@/lib/rails/rail';
import { lookAtVault } from './look';
import { findObstacle, vaultObstacle } from './obstacle';

const world = testWorld();
const vault = demoAccount('vault').address;
const recipient = demoAccount('customer').address;
const signer = privateKeyToAccount(generatePrivateKey()).address;
const abi = parseAbi(['function set(uint8 how, address account, bool blocked)']);
const state: { token: Hex } = { token: '0x' };

beforeAll(async () => {
  await world.rpc('anvil_setBalance', [demoAccount('admin').address, '0xde0b6b3a7640000']);
  const hash = await world.rpc('eth_sendTransaction', [
    { from: demoAccount('admin').address, data: compileTestContract('RefusingToken'), gas: '0x4c4b40' },
  ]);
  await world.mine();
  const receipt = await world.client().getTransactionReceipt({ hash: `0x${String(hash).slice(2)}` });
  state.token = receipt.contractAddress ?? expect.unreachable();
  const args = [signer, state.token, 10n ** 9n, 10n ** 6n, 4_000_000_000] as const;
  const data = encodeFunctionData({ abi: drawbridgeAbi, functionName: 'setSigner', args });
  await world.send('vault', { to: drawbridgeAddress, data });
  await world.mine();
});

/** What is found of a payout of 25 to the customer while the token refuses in this way, for this account. */
async function found(how: number, account: Hex) {
  const set = (blocked: boolean, mode: number) =>
    world.send('admin', {
      to: state.token,
      data: encodeFunctionData({ abi, functionName: 'set', args: [mode, account, blocked] }),
    });
  await set(true, how);
  await world.mine();
  const facts: VaultFacts = {
    chain: 'local',
    ...{ vault: vault.toLowerCase(), token: state.token.toLowerCase(), signer: signer.toLowerCase() },
    feeCollector: demoAccount('feeCollector').address.toLowerCase(),
  };
  const wanted = { gross: 25_000_000n, fee: 500_000n, recipient: recipient.toLowerCase() };
  const seen = await lookAtVault(facts);
  const obstacle = await findObstacle(facts, seen, wanted);
  await set(false, 0);
  await world.mine();
  return [vaultObstacle(seen, wanted), obstacle];
}

test.each([
  ['takes the payment', 0, vault, null],
  ['is paused and says so only when asked', 1, vault, 'token_paused'],
  ['is paused and says so only in words', 2, vault, 'token_paused'],
  ['blocks the vault and says so only when asked', 3, vault, 'vault_blocked'],
  ['blocks the vault and says so only in words', 4, vault, 'vault_blocked'],
  ['refuses by an error that nobody knows', 5, vault, 'token_refuses'],
  ['answers no instead of refusing', 6, vault, 'token_refuses'],
] as const)('a token that %s is told as that, for everybody', async (_what, how, account, cause) => {
  expect(await found(how, account)).toEqual([cause, cause]);
});

test('a token that blocks one recipient holds up payouts to that one only', async () => {
  expect(await found(4, recipient)).toEqual([null, 'recipient_blocked']);
});
