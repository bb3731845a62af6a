import { encodeAbiParameters, encodeFunctionResult, type Hex, parseAbi } from 'viem';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { demoAccount } from '@/demo/accounts';
import { checksumAddress } from '@/lib/chains/address';
import { drawbridgeAddress, testUsdtAddress } from '@/lib/chains/deployments';
import { lyingNode } from '@/lib/evm/testing/lying-node';
import { testWorld } from '@/lib/payouts/testing/world';
import { checkClaimDestination } from './check-destination';

/** A node that says it is Ethereum's, whose names are what the tests say. */
const world = testWorld();
const state: { ethereum?: Awaited<ReturnType<typeof lyingNode>>; token: string } = { token: '' };
const known = checksumAddress('0x5a1e5a1e5a1e5a1e5a1e5a1e5a1e5a1e5a1e5a1e');
const contract = checksumAddress('0xc0de00000000000000000000000000000000c0de');

beforeAll(async () => {
  state.ethereum = await lyingNode(world.rpcUrl());
  process.env.RPC_URL_ETHEREUM = state.ethereum.url;
  state.token = (await world.newPayout({ recipient: { type: 'anyone' } })).token;
  await world.rpc('anvil_setCode', [contract, '0x60006000fd']);
});
afterEach(() => state.ethereum?.honest());
afterAll(() => state.ethereum?.close());

const check = (to: string) => checkClaimDestination(world.claimant(), state.token, { to });

const resolver = parseAbi([
  'function resolveWithGateways(bytes name, bytes data, string[] gateways) view returns (bytes, address)',
]);
const ofNetwork = (address: string) => encodeAbiParameters([{ type: 'bytes' }], [`0x${address.slice(2)}`]);
const ofEthereum = (address: Hex) => encodeAbiParameters([{ type: 'address' }], [address]);

/** What the resolver answers, one record after another as they are asked for. */
function names(...records: Hex[]) {
  const answers = [...records];
  state.ethereum?.lie(({ method }) => {
    if (method === 'eth_chainId') return { result: '0x1' };
    if (method !== 'eth_call') return undefined;
    const record = answers.shift() ?? '0x';
    const result = encodeFunctionResult({
      abi: resolver,
      functionName: 'resolveWithGateways',
      result: [record, `0x${'00'.repeat(20)}`],
    });
    return { result };
  });
}

test('a plain address is answered in its checksum form, with nothing against it', async () => {
  expect(await check(known.toLowerCase())).toEqual({ address: known, name: null, notes: [] });
});

test.each([
  ['the token', testUsdtAddress, 'token_itself', true],
  ['the payout contract', drawbridgeAddress, 'payout_contract', true],
  ['the vault that pays', demoAccount('vault').address, 'vault', true],
  ['a burn address', '0x000000000000000000000000000000000000dEaD', 'burn_address', true],
  ['a contract', contract, 'contract', false],
])('%s is called out', async (_what, address, why, blocking) => {
  expect((await check(address)).notes).toEqual([{ check: why, blocking }]);
});

test.each([
  ['a wrong capital', known.replace('a', 'A'), 'checksum'],
  ['a digit too few', known.slice(0, 41), 'form'],
  ['words', 'my wallet', 'form'],
  ['letters that only look like others', 'vіtalik.eth\u0455', 'name_malformed'],
])('%s is refused, and says why', async (_what, to, why) => {
  names();
  await expect(check(to)).rejects.toMatchObject({ code: 'address_refused', facts: { extra: { why } } });
});

test('a name is its record for this network, else the address that its key has on all', async () => {
  names(ofNetwork(known));
  expect(await check('Alice.eth')).toMatchObject({ address: known, name: 'alice.eth' });
  names('0x', ofEthereum(known));
  expect(await check('alice.eth')).toMatchObject({ address: known });
});

test('a name that stands for a contract of Ethereum, for nothing, or that nobody can look up sends nothing anywhere', async () => {
  const why = (word: string) => ({ code: 'address_refused', facts: { extra: { why: word } } });
  names('0x', ofEthereum(contract));
  await expect(check('alice.eth')).rejects.toMatchObject(why('name_elsewhere'));
  names('0x', '0x');
  await expect(check('alice.eth')).rejects.toMatchObject(why('name_unset'));
  state.ethereum?.bare(500);
  await expect(check('alice.eth')).rejects.toMatchObject(why('name_silent'));
  process.env.RPC_URL_ETHEREUM = '';
  await expect(check('alice.eth')).rejects.toMatchObject(why('name_not_offered'));
  process.env.RPC_URL_ETHEREUM = state.ethereum?.url;
});
