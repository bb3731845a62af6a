import { encodeFunctionData, numberToHex, parseEther } from 'viem';
import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts';
import { afterAll, beforeAll, expect } from 'vitest';
import { gateways, sources } from '@/db/schema';
import type { TestDatabase } from '@/db/testing/database';
import type { Manners } from '@/e2e/support/shkeeper/manners';
import { startGateway } from '@/e2e/support/shkeeper/server';
import { testUsdtAbi } from '@/lib/chains/abi/test-usdt';
import { hex } from '@/lib/chains/address';
import { testUsdtAddress } from '@/lib/chains/deployments';
import { createGateway } from '@/lib/gateways/gateways';
import type { CreateGatewayBody } from '@/lib/gateways/schema';
import { env } from '@/lib/kernel/env';
import { newId } from '@/lib/kernel/ids';
import { seal } from '@/lib/kernel/secrets';
import type { testWorld } from '@/lib/payouts/testing/world';

/** A gateway's row of a merchant, without a server behind it. */
export async function ownGateway({ db }: Pick<TestDatabase, 'db'>, merchantId: string): Promise<string> {
  const [id, sourceId, now] = [newId('gateway'), newId('source'), new Date()];
  const source = { id: sourceId, merchantId, dialect: 'shkeeper' as const, secret: 'sealed', createdAt: now };
  await db.insert(sources).values(source);
  const row = { id, merchantId, kind: 'shkeeper' as const, state: 'active' as const, url: 'https://pay.example.com' };
  const access = { username: 'admin', password: seal('admin', id), apiKey: seal('test-api-key', id), sourceId };
  await db.insert(gateways).values({ ...row, ...access, nextTryAt: now, createdAt: now, updatedAt: now });
  return id;
}

export const testCrypto = 'LOCAL-USDT';
const oneUsdt = 1_000_000n;

/** A gateway server on a test's own chain, with a hot wallet of its own that holds 10,000 test USDT and one coin. */
export function testGateway(world: ReturnType<typeof testWorld>, manners: Partial<Manners> = {}) {
  const privateKey = generatePrivateKey();
  const wallet = privateKeyToAccount(privateKey).address;
  const running: { gateway?: Awaited<ReturnType<typeof startGateway>> } = {};
  const server = () => running.gateway ?? expect.unreachable();

  async function start(port?: number): Promise<void> {
    const token = { name: testCrypto, displayName: 'Test USDT', token: hex(testUsdtAddress), decimals: 6 };
    // The second is on the server and on no chain of ours.
    const cryptos = [token, { ...token, name: 'OTHER-USDT' }];
    running.gateway = await startGateway({ rpcUrl: world.rpcUrl(), privateKey, cryptos, port, manners });
    env.WEBHOOK_ALLOWED_PRIVATE_HOSTS.push(`${world.merchantId}@127.0.0.1:${running.gateway.port}`);
  }

  /** Gives the hot wallet so many test USDT more. */
  async function fill(usdt: bigint): Promise<void> {
    const data = encodeFunctionData({ abi: testUsdtAbi, functionName: 'mint', args: [wallet, usdt * oneUsdt] });
    await world.send('faucet', { to: testUsdtAddress, data });
    await world.mine();
  }
  const setCoins = (ether: string) => world.rpc('anvil_setBalance', [wallet, numberToHex(parseEther(ether))]);

  beforeAll(async () => {
    await start();
    await setCoins('1');
    await fill(10_000n);
  });
  afterAll(() => server().close());

  const body = (given: Partial<CreateGatewayBody> = {}): CreateGatewayBody => ({
    ...{ kind: 'shkeeper', url: server().url, username: 'admin', password: 'admin', api_key: 'test-api-key' },
    assets: [{ chain: 'local', asset: 'USDT', crypto: testCrypto }],
    ...given,
  });

  return {
    wallet,
    server,
    start,
    fill,
    setCoins,
    body,
    setUp: (given: Partial<CreateGatewayBody> = {}) => createGateway(world.merchant(), body(given)),
    /** What the server was asked to pay, by its own log. */
    submissions: () => server().requests.filter((line) => /^POST .*\/payout$/.test(line)).length,
  };
}
