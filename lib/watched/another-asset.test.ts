import { rmSync } from 'node:fs';
import path from 'node:path';
import { createPublicClient, createWalletClient, encodeFunctionData, type Hex, http, maxUint256 } from 'viem';
import { privateKeyToAccount } from 'viem/accounts';
import { bsc } from 'viem/chains';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { merchantAssets, merchants, vaults } from '@/db/schema';
import { demoAccount } from '@/demo/accounts';
import { drawbridgeAbi } from '@/lib/chains/abi/drawbridge';
import { testUsdtAbi } from '@/lib/chains/abi/test-usdt';
import { hex } from '@/lib/chains/address';
import { drawbridgeAddress, testUsdtAddress } from '@/lib/chains/deployments';
import { chainOf, findToken } from '@/lib/chains/registry';
import { claimPayout } from '@/lib/claims/claim';
import { viewClaim } from '@/lib/claims/view';
import { newId } from '@/lib/kernel/ids';
import { seal } from '@/lib/kernel/secrets';
import { checkMerchant } from '@/lib/ledger/checks/check';
import { rollUpBalances } from '@/lib/ledger/roll-up';
import { viewClaimReceipt } from '@/lib/payouts/receipts/view-receipt';
import { copyPreparedChain } from '@/lib/payouts/testing/prepared-chain';
import { testSigner, testSignerKey } from '@/lib/payouts/testing/signer';
import { view } from '@/lib/payouts/testing/view';
import { testWorld } from '@/lib/payouts/testing/world';
import { offerQuote } from '@/lib/quotes/deals/offer-quote';
import { takeQuote } from '@/lib/quotes/deals/take-quote';
import { sayRates } from '@/lib/quotes/testing/say-rates';
import { watchChain } from '@/lib/watcher/watch';
import { mine } from '@/scripts/services/block-maker';
import { type LocalChain, startChain } from '@/scripts/services/chain';
import { callRpc } from '@/scripts/services/json-rpc';
import { listeners } from './listeners';

/** A second network with another token, of 18 decimals, on a node of its own: what a claimant chooses is really signed and paid there. */
const world = testWorld();
const directory = path.resolve('.tmp', `second-chain-${process.pid}`);
const usdc = hex(findToken('bsc', 'USDC')?.address ?? '');
const [vault, faucet] = [demoAccount('vault').address, demoAccount('faucet').address];
const state: { chain?: LocalChain } = {};
const there = () => state.chain?.rpcUrl ?? expect.unreachable();
const client = () => createPublicClient({ chain: bsc, transport: http(there()) });

async function sendThere(from: string, to: string, data: Hex): Promise<void> {
  await callRpc(there(), 'eth_sendTransaction', [{ from, to, data }]);
  await mine(there());
}

beforeAll(async () => {
  copyPreparedChain(inject('preparedChain'), directory);
  state.chain = await startChain(directory, bsc.id);
  process.env.RPC_URL_BSC = there();
  const code = await callRpc(there(), 'eth_getCode', [testUsdtAddress, 'latest']);
  for (const { address } of chainOf('bsc').tokens) await callRpc(there(), 'anvil_setCode', [address, code]);
  const token = { abi: testUsdtAbi } as const;
  await sendThere(faucet, usdc, encodeFunctionData({ ...token, functionName: 'mint', args: [vault, 10n ** 24n] }));
  const approval = [drawbridgeAddress, maxUint256] as const;
  await sendThere(vault, usdc, encodeFunctionData({ ...token, functionName: 'approve', args: approval }));
  const terms = [testSigner.address, usdc, 10n ** 24n, 10n ** 20n, 4_294_967_295] as const;
  const named = encodeFunctionData({ abi: drawbridgeAbi, functionName: 'setSigner', args: terms });
  await sendThere(vault, drawbridgeAddress, named);
  const { db } = world.database;
  // Tokens of 18 decimals are on real networks, where a test merchant pays nothing.
  await db.update(merchants).set({ testMode: false });
  const bounds = { fee: 2n * 10n ** 17n, minimum: 10n ** 18n, maximum: 10n ** 22n };
  await db.insert(merchantAssets).values({ merchantId: world.merchantId, chain: 'bsc', symbol: 'USDC', ...bounds });
  const [row] = await db.select().from(vaults);
  const { number: _number, ...copied } = row ?? expect.unreachable();
  const id = newId('vault');
  const signerKey = seal(testSignerKey, id);
  await db.insert(vaults).values({ ...copied, id, signerKey, chain: 'bsc', namespace: 77n });
  await sayRates(db, { JPY: '0.0065', USDC: '1' }, world.system().clock.now());
});
afterAll(async () => {
  delete process.env.RPC_URL_BSC;
  await state.chain?.stop();
  rmSync(directory, { recursive: true, force: true });
});

async function settleThere(): Promise<void> {
  await mine(there(), 80);
  while (await watchChain(world.system(), 'bsc', listeners));
}

test('what a claimant chose among networks and assets is signed, paid and booked there, and nothing of it in the first one', async () => {
  await settleThere();
  const display = { currency: 'JPY', amount: '5000' };
  const options = [{ chain: 'bsc', asset: 'USDC' }];
  const recipient = { type: 'anyone' };
  const { id, token } = await world.newPayout({ recipient, amount: undefined, display, options });
  const claimant = world.claimant();
  expect((await viewClaim(claimant, token)).options).toMatchObject([{ asset: 'USDT' }, { asset: 'USDC' }]);
  const offered = await offerQuote(claimant, token, { chain: 'bsc', asset: 'USDC' });
  expect(offered).toMatchObject({ accepted: false, asset: 'USDC', chain: 'bsc', fee: '0.20', net: '32.30' });
  await takeQuote(claimant, token, { quote: offered.id });
  const held = await world.vaultBalance();
  const { address, privateKey } = demoAccount('customer');
  const { transfer, preview } = await claimPayout(claimant, token, { address });
  expect(preview).toContain('You receive 32.30 USDC');
  const wallet = createWalletClient({
    account: privateKeyToAccount(privateKey),
    chain: bsc,
    transport: http(there()),
  });
  await wallet.sendTransaction({ to: hex(transfer.to), data: hex(transfer.data), gas: 300_000n });
  await settleThere();
  expect(await view(world, id)).toMatchObject({
    ...{ status: 'completed', chain: 'bsc', asset: 'USDC', net: '32.30' },
    transfer: { status: 'confirmed' },
  });
  const balance = { address: usdc, abi: testUsdtAbi, functionName: 'balanceOf' } as const;
  expect(await client().readContract({ ...balance, args: [hex(address)] })).toBe(323n * 10n ** 17n);
  expect(await world.vaultBalance()).toBe(held);
  const { decoded } = await viewClaimReceipt(claimant, token);
  expect(decoded).toMatchObject({ chain: { key: 'bsc' }, asset: { symbol: 'USDC' }, rates: { counter: 'USDC' } });
  await rollUpBalances(world.system());
  expect((await checkMerchant(world.system(), world.merchantId)).faults).toEqual([]);
});
