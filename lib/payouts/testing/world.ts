import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createPublicClient, createWalletClient, encodeFunctionData, type Hex, http } from 'viem';
import { privateKeyToAccount } from 'viem/accounts';
import { foundry } from 'viem/chains';
import { afterAll, beforeAll, inject } from 'vitest';
import { apiKeys, members, merchantAssets, merchants, users, vaults } from '@/db/schema';
import { testDatabase } from '@/db/testing/database';
import { type Role, roles, scopes } from '@/db/vocabulary/people';
import { type DemoAccountName, demoAccount } from '@/demo/accounts';
import type { Context } from '@/lib/access/actor';
import { drawbridgeAbi } from '@/lib/chains/abi/drawbridge';
import { testUsdtAbi } from '@/lib/chains/abi/test-usdt';
import { hex } from '@/lib/chains/address';
import { drawbridgeAddress, testUsdtAddress } from '@/lib/chains/deployments';
import { newId } from '@/lib/kernel/ids';
import { seal } from '@/lib/kernel/secrets';
import { watchVaults } from '@/lib/obstacles/watch-vaults';
import { createPayoutBody } from '@/lib/payouts/schema';
import { createPayout } from '@/lib/payouts/terms/create';
import { listeners } from '@/lib/watched/listeners';
import { watchChain } from '@/lib/watcher/watch';
import { mine } from '@/scripts/services/block-maker';
import { type LocalChain, startChain } from '@/scripts/services/chain';
import { callRpc } from '@/scripts/services/json-rpc';
import { copyPreparedChain } from './prepared-chain';
import { testSigner, testSignerKey } from './signer';

const usdt = 1_000_000n;

/** People of the team whom tests name; what each may do is what the test says. */
const names = ['ann', 'bob', 'cat', 'cleo', 'dan', 'other', 'maker', 'key_maker', ...roles].map((name) => `us_${name}`);

/** A merchant with a funded vault on a real chain of this test file's own, and a clock that tests turn. */
export function testWorld(options: { nodeFor?: (rpcUrl: string) => Promise<string> } = {}) {
  const database = testDatabase();
  const directory = mkdtempSync(path.join(tmpdir(), 'drawbridge-chain-'));
  const merchantId = newId('merchant');
  const vaultId = newId('vault');
  const state: { chain?: LocalChain; shiftMs: number; references: number } = { shiftMs: 0, references: 0 };

  const clock = { now: () => new Date(Date.now() + state.shiftMs) };
  const rpcUrl = () => {
    if (!state.chain) throw new Error('The test chain is there only while tests run');
    return state.chain.rpcUrl;
  };
  const context = (actor: Context['actor']): Context => ({ db: database.db, clock, actor, requestId: 'req_test' });
  const merchant = () => context({ kind: 'api_key', keyId: 'key_test', merchantId, scopes });
  /** A member of the merchant's team who has just confirmed their identity. */
  const member = (role: Role, userId = `us_${role}`) =>
    context({
      kind: 'user',
      userId,
      merchantId,
      role,
      sessionId: `se_${userId}`,
      steppedUpAt: clock.now(),
      timeZone: 'UTC',
    });
  const claimant = () => context({ kind: 'claimant' });
  const system = () => context({ kind: 'system', job: 'test' });
  const rpc = (method: string, params: unknown[] = []) => callRpc(rpcUrl(), method, params, 60_000);

  beforeAll(async () => {
    copyPreparedChain(inject('preparedChain'), directory);
    state.chain = await startChain(directory);
    const node = new URL((await options.nodeFor?.(state.chain.rpcUrl)) ?? state.chain.rpcUrl);
    // What is remembered of a node goes by its address, and a later file may get the same port.
    node.searchParams.set('world', merchantId);
    process.env.RPC_URL_LOCAL = node.href;
    await seedTestMerchant();
    await settle();
  });
  afterAll(async () => {
    await state.chain?.stop();
    rmSync(directory, { recursive: true, force: true });
  });

  async function seedTestMerchant(): Promise<void> {
    const terms = { chain: 'local' as const, symbol: 'USDT', fee: usdt / 2n, minimum: usdt, maximum: 10_000n * usdt };
    await database.db.insert(merchants).values({ id: merchantId, name: 'Demo Store', testMode: true });
    const createdAt = clock.now();
    await database.db.insert(users).values(names.map((id) => ({ id, createdAt })));
    const team = names.map((userId) => ({ merchantId, userId, role: 'viewer' as const, createdAt }));
    await database.db.insert(members).values(team);
    const key = { id: 'key_test', merchantId, name: 'Test', prefix: 'dk_test', hash: 'key_test', scopes: [...scopes] };
    await database.db.insert(apiKeys).values({ ...key, createdAt });
    await database.db.insert(merchantAssets).values({ merchantId, ...terms });
    await database.db.insert(vaults).values({
      id: vaultId,
      merchantId,
      chain: 'local',
      address: demoAccount('vault').address.toLowerCase(),
      signerAddress: testSigner.address.toLowerCase(),
      signerKey: seal(testSignerKey, vaultId),
      feeCollector: demoAccount('feeCollector').address.toLowerCase(),
      namespace: BigInt(`0x${crypto.randomUUID().replaceAll('-', '').slice(0, 16)}`),
    });
  }

  /** Reads the chain until there is nothing new in it. */
  async function watch(): Promise<void> {
    while (await watchChain(system(), 'local', listeners));
  }

  /** Buries everything sent so far deep enough to be final, and lets the worker see it. */
  async function settle(): Promise<void> {
    await mine(rpcUrl(), 4);
    await watch();
  }

  async function newPayout(given: Record<string, unknown> = {}) {
    state.references += 1;
    const payout = await createPayout(
      merchant(),
      createPayoutBody.parse({
        amount: '25.00',
        asset: 'USDT',
        chain: 'local',
        recipient: { type: 'wallet', address: demoAccount('customer').address },
        reference: `order-${state.references}`,
        ...given,
      }),
    );
    return { ...payout, token: payout.claim_url.split('/p/')[1] ?? '' };
  }

  async function send(
    from: DemoAccountName,
    call: { to: string; data: string },
    extra: { nonce?: number; tipGwei?: number; gas?: bigint } = {},
  ): Promise<Hex> {
    const { nonce, tipGwei = 1, gas = 300_000n } = extra;
    const fees = { maxPriorityFeePerGas: BigInt(tipGwei) * 10n ** 9n, maxFeePerGas: BigInt(tipGwei) * 20n * 10n ** 9n };
    const account = privateKeyToAccount(demoAccount(from).privateKey);
    const wallet = createWalletClient({ account, chain: foundry, transport: http(rpcUrl()) });
    return wallet.sendTransaction({ to: hex(call.to), data: hex(call.data), gas, nonce, ...fees });
  }

  async function usdtCall(from: DemoAccountName, data: Hex): Promise<void> {
    await send(from, { to: testUsdtAddress, data });
    await mine(rpcUrl());
  }

  async function vaultBalance(): Promise<bigint> {
    const client = createPublicClient({ chain: foundry, transport: http(rpcUrl()) });
    const call = { address: testUsdtAddress, abi: testUsdtAbi, functionName: 'balanceOf' } as const;
    return client.readContract({ ...call, args: [demoAccount('vault').address] });
  }

  /** The vault's owner takes everything out by a plain transfer. */
  async function drainVault(): Promise<void> {
    const args = [demoAccount('admin').address, await vaultBalance()] as const;
    await usdtCall('vault', encodeFunctionData({ abi: testUsdtAbi, functionName: 'transfer', args }));
  }

  async function fillVault(): Promise<void> {
    const args = [demoAccount('vault').address, 100_000n * usdt] as const;
    await usdtCall('admin', encodeFunctionData({ abi: testUsdtAbi, functionName: 'transfer', args }));
  }

  /** The vault's owner burns the claim ids of these payouts in the contract. */
  async function burn(ids: string[]): Promise<void> {
    for (const id of ids) {
      const [row] = await database.sql`select claim_id::text from payouts where id = ${id}`;
      await burnIds(BigInt(row?.claim_id) >> 8n, 1n << (BigInt(row?.claim_id) & 255n));
    }
  }

  /** The same for a word of ids: bit n of `mask` is the id `word` × 256 + n. */
  async function burnIds(word: bigint, mask: bigint): Promise<void> {
    const args = [demoAccount('vault').address, word, mask] as const;
    const data = encodeFunctionData({ abi: drawbridgeAbi, functionName: 'cancel', args });
    await send('vault', { to: drawbridgeAddress, data });
    await mine(rpcUrl());
  }

  return {
    vaultBalance,
    drainVault,
    burn,
    burnIds,
    fillVault,
    /** The worker's look at the vaults, however long ago the last one was. */
    watchVaults: () => watchVaults(system(), 'local', { calm: 0, troubled: 0 }),
    database,
    merchantId,
    vaultId,
    merchant,
    member,
    claimant,
    system,
    rpc,
    watch,
    settle,
    newPayout,
    send,
    mine: (count = 1) => mine(rpcUrl(), count),
    client: () => createPublicClient({ chain: foundry, transport: http(rpcUrl()) }),
    rpcUrl,
    /** Time goes by, for us and for the chain's next block. */
    passTime: async (seconds: number) => {
      state.shiftMs += seconds * 1000;
      await rpc('evm_increaseTime', [seconds]);
    },
  };
}
