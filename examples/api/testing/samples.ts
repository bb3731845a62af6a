import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeAll, beforeEach } from 'vitest';
import { routes } from '@/app/api/v1/routes';
import { endpoints } from '@/db/schema';
import { scopes } from '@/db/vocabulary/people';
import { demoAccount } from '@/demo/accounts';
import { createApiKey } from '@/lib/access/api-keys';
import { silentGateway } from '@/lib/doors/testing/silent-gateway';
import { testCrypto, testGateway } from '@/lib/gateways/testing/test-gateway';
import { servedRoutes } from '@/lib/http/testing/serve-routes';
import { testWorld } from '@/lib/payouts/testing/world';
import { testRelay } from '@/lib/relay/testing/relay';

/** Where the samples are. */
export const folder = path.dirname(import.meta.dirname);
const run = promisify(execFile);

/** The samples that the reference shows, run as they are against the real routes, database and chain. */
export function sampleWorld() {
  const world = testWorld();
  const gateway = testGateway(world);
  const portal = servedRoutes(routes);
  const settings: Record<string, string> = {};

  beforeAll(async () => {
    globalThis.drawbridgeConnection = world.database;
    const { merchantId } = world;
    const { key } = await createApiKey(world.database.db, { merchantId, name: 'samples', scopes, now: new Date() });
    settings.DRAWBRIDGE_URL = portal.url;
    settings.DRAWBRIDGE_API_KEY = key;
    settings.WEBHOOK_URL = 'https://1.1.1.1/webhooks';
    settings.SOURCE_SECRET = `whsec_${Buffer.alloc(32, 6).toString('base64')}`;
    settings.RPC_URL = world.rpcUrl();
    settings.GATEWAY_URL = gateway.server().url;
    settings.GATEWAY_PASSWORD = 'admin';
    settings.GATEWAY_KEY = 'test-api-key';
    settings.GATEWAY_CRYPTO = testCrypto;
    settings.PRIVATE_KEY = demoAccount('customer').privateKey.slice(2);
    settings.ADDRESS = demoAccount('customer').address;
    await testRelay(world).add();
    await silentGateway(world.database.db, { merchantId, wallet: `0x${'6f'.repeat(20)}` });
  });

  beforeEach(async () => {
    const payout = await world.newPayout({ recipient: { type: 'anyone' } });
    settings.PAYOUT_ID = payout.id;
    settings.CLAIM_TOKEN = payout.token;
    settings.ORDER = `order-of-${payout.id}`;
    settings.PURCHASE = payout.id.replace('po_', '');
  });

  // A merchant can have so many and no more.
  afterEach(() => world.database.db.update(endpoints).set({ deletedAt: new Date() }));

  const runSample = async (file: string, more: Record<string, string> = {}): Promise<string> => {
    const program = file.endsWith('.sh') ? 'sh' : process.execPath;
    const { PATH, NODE_COMPILE_CACHE } = process.env;
    // viem, which some import, is compiled once and not for each of them.
    const env = { PATH, NODE_COMPILE_CACHE, NODE_ENV: 'test' as const, ...settings, ...more };
    const { stdout } = await run(program, [path.join(folder, file)], { env });
    return stdout;
  };

  return { world, portal, settings, runSample };
}
