import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { eq, gte, min, sql } from 'drizzle-orm';
import { createPublicClient, encodeFunctionData, getAddress, http, numberToHex, pad, parseEther, toHex } from 'viem';
import { foundry } from 'viem/chains';
import { connect } from '@/db/client';
import { startPostgres } from '@/db/embedded';
import { migrateDatabase } from '@/db/migrate';
import { merchantAssets, merchants, relayedClaims, relayVersions, vaults } from '@/db/schema';
import { scopes } from '@/db/vocabulary/people';
import { demoAccount } from '@/demo/accounts';
import { prepareChain } from '@/demo/chain';
import type { Context } from '@/lib/access/actor';
import { createApiKey } from '@/lib/access/api-keys';
import { testUsdtAbi } from '@/lib/chains/abi/test-usdt';
import { testUsdtAddress } from '@/lib/chains/deployments';
import { shippedRows } from '@/lib/chains/shipped-rows';
import { systemClock } from '@/lib/kernel/clock';
import { newId } from '@/lib/kernel/ids';
import { seal } from '@/lib/kernel/secrets';
import { createPayoutBody } from '@/lib/payouts/schema';
import { createPayout } from '@/lib/payouts/terms/create';
import { testSigner, testSignerKey } from '@/lib/payouts/testing/signer';
import { addAccount } from '@/lib/relay/accounts';
import { mine } from '@/scripts/services/block-maker';
import { startChain } from '@/scripts/services/chain';
import { callRpc } from '@/scripts/services/json-rpc';

const usdt = 1_000_000n;
const holders = 50;

export type RelayLine = Awaited<ReturnType<typeof openRelayLine>>;

/** Who is paid; each holds the token before. */
export function holder(index: number) {
  return getAddress(pad(toHex(0xbeef_0000 + (index % holders)), { size: 20 }));
}

/** A database, a local chain that makes its blocks, a merchant with a full vault, and accounts that pay network fees. */
export async function openRelayLine(accounts: number) {
  mkdirSync('.tmp', { recursive: true });
  const directory = mkdtempSync(path.resolve('.tmp', 'bench-relay-'));
  const server = await startPostgres(directory);
  const chain = await startChain(path.join(directory, 'chain'));
  const { rpcUrl } = chain;
  Object.assign(process.env, {
    ...{ DATABASE_URL: server.appUrl, SECRETS_KEY: randomBytes(32).toString('base64'), LOG_LEVEL: 'error', DEMO: '1' },
    RPC_URL_LOCAL: rpcUrl,
  });
  await migrateDatabase(server.ownerUrl, shippedRows);
  const connection = connect(server.appUrl, 20);
  const { db } = connection;
  await prepareChain(rpcUrl, testSigner.address);
  await giveToken(rpcUrl);
  chain.makeBlocks((error) => console.error(error));
  const ctx: Context = { db, clock: systemClock, actor: { kind: 'system', job: 'bench' }, requestId: 'bench' };
  for (let index = 0; index < accounts; index++) {
    const { address } = await addAccount(ctx, 'local', 'relay');
    await callRpc(rpcUrl, 'anvil_setBalance', [address, numberToHex(parseEther('1000'))]);
  }
  const merchant = await addMerchant(ctx);
  const client = createPublicClient({ chain: foundry, transport: http(rpcUrl) });
  const state = { made: 0 };
  return {
    db,
    rpcUrl,
    client,
    gross: usdt,
    vaultBalance: () => {
      const args = [demoAccount('vault').address] as const;
      return client.readContract({ address: testUsdtAddress, abi: testUsdtAbi, functionName: 'balanceOf', args });
    },
    newPayout() {
      state.made += 1;
      const recipient = { type: 'wallet', address: holder(state.made) };
      const owed = { amount: '1.00', asset: 'USDT', chain: 'local', delivery: 'send', recipient };
      return createPayout(merchant, createPayoutBody.parse({ ...owed, reference: `bench-${state.made}` }));
    },
    /** Milliseconds from acceptance to the first answer of a node, of claims that were accepted since a moment. */
    async broadcastTimes(since: Date): Promise<number[]> {
      const taken = min(relayVersions.takenAt);
      const rows = await db
        .select({ from: relayedClaims.createdAt, to: taken })
        .from(relayedClaims)
        .innerJoin(relayVersions, eq(relayVersions.sendId, relayedClaims.sendId))
        .where(gte(relayedClaims.createdAt, since))
        .groupBy(relayedClaims.id)
        .having(sql`${taken} is not null`);
      return rows.map(({ from, to }) => (to?.getTime() ?? Number.NaN) - from.getTime());
    },
    async close() {
      await connection.close();
      await chain.stop();
      await server.stop();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

async function giveToken(rpcUrl: string): Promise<void> {
  const all = [...Array.from({ length: holders }, (_, index) => holder(index)), demoAccount('feeCollector').address];
  const from = demoAccount('faucet').address;
  for (const to of all) {
    const data = encodeFunctionData({ abi: testUsdtAbi, functionName: 'mint', args: [to, 1n] });
    await callRpc(rpcUrl, 'eth_sendTransaction', [{ from, to: testUsdtAddress, data }]);
  }
  await mine(rpcUrl, 4);
}

async function addMerchant(ctx: Context): Promise<Context> {
  const { db } = ctx;
  const [merchantId, vaultId] = [newId('merchant'), newId('vault')];
  const terms = { chain: 'local' as const, symbol: 'USDT', fee: usdt / 2n, minimum: usdt, maximum: 10_000n * usdt };
  await db.insert(merchants).values({ id: merchantId, name: 'Bench', testMode: true });
  await db.insert(merchantAssets).values({ merchantId, ...terms });
  await db.insert(vaults).values({
    ...{ id: vaultId, merchantId, chain: 'local', address: demoAccount('vault').address.toLowerCase(), namespace: 7n },
    ...{ signerAddress: testSigner.address.toLowerCase(), signerKey: seal(testSignerKey, vaultId) },
    feeCollector: demoAccount('feeCollector').address.toLowerCase(),
  });
  const key = await createApiKey(db, { merchantId, name: 'bench', scopes: [...scopes], now: new Date() });
  return { ...ctx, actor: { kind: 'api_key', keyId: key.id, merchantId, scopes: [...scopes] } };
}
