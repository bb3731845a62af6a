import { randomBytes } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts';
import type { Connection, Database } from '@/db/client';
import { merchants, vaults } from '@/db/schema';
import { seedMerchant } from '@/db/seed';
import { type Scope, scopes } from '@/db/vocabulary/people';
import type { Context } from '@/lib/access/actor';
import { createApiKey, findActorByKey } from '@/lib/access/api-keys';
import { systemClock } from '@/lib/kernel/clock';
import { Refusal } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import { seal } from '@/lib/kernel/secrets';
import { addAccount, listAccounts } from '@/lib/relay/accounts';
import { createEndpoint } from '@/lib/webhooks/endpoints/add-endpoint';
import { updateEndpoint } from '@/lib/webhooks/endpoints/endpoints';
import { createEndpointBody } from '@/lib/webhooks/endpoints/schema';
import { demoAccount } from './accounts';

const oneUsdt = 1_000_000n;
const everyScope: readonly Scope[] = scopes;

export type DemoMerchant = { merchantId: string; keyId: string; signer: `0x${string}` };

async function addMerchant(db: Database, apiKey: string): Promise<void> {
  const now = new Date();
  const merchantId = newId('merchant');
  const vaultId = newId('vault');
  const signerKey = generatePrivateKey();
  const seed = {
    merchant: { id: merchantId, name: 'Demo Store', testMode: true, createdAt: now },
    assets: [
      {
        ...({ chain: 'local', symbol: 'USDT' } as const),
        ...{ fee: oneUsdt / 2n, minimum: oneUsdt, maximum: 10_000n * oneUsdt },
      },
    ],
    vault: {
      id: vaultId,
      chain: 'local',
      address: demoAccount('vault').address.toLowerCase(),
      signerAddress: privateKeyToAccount(signerKey).address.toLowerCase(),
      signerKey: seal(signerKey, vaultId),
      feeCollector: demoAccount('feeCollector').address.toLowerCase(),
      namespace: randomBytes(8).readBigUInt64BE(),
      createdAt: now,
    },
  } as const;
  await seedMerchant(db, { ...seed, assets: [...seed.assets] }, async (tx) => {
    await createApiKey(tx, {
      ...{ merchantId, name: 'Demo', scopes: everyScope, key: apiKey, now },
      requestsPerMinute: 100_000,
    });
  });
}

/** The demo merchant that holds `apiKey`, made when there is none. */
export async function seedDemoMerchant({ db }: Connection, apiKey: string): Promise<DemoMerchant> {
  if (!(await findActorByKey(db, apiKey, new Date()))) await addMerchant(db, apiKey);
  const holder = await findActorByKey(db, apiKey, new Date());
  if (!holder) throw new Error('The demo merchant could not be made');
  const { merchantId, keyId } = holder.actor;
  const [vault] = await db
    .select({ signer: vaults.signerAddress })
    .from(vaults)
    .where(and(eq(vaults.merchantId, merchantId), eq(vaults.chain, 'local')));
  if (!vault) throw new Error('The demo merchant has no vault');
  return { merchantId, keyId, signer: `0x${vault.signer.slice(2)}` };
}

/** Accounts of the relayer on the local chain, made when there are none. Answers their addresses, for currency. */
export async function seedRelayAccounts({ db }: Connection, wanted: number): Promise<string[]> {
  const ctx: Context = { db, clock: systemClock, actor: { kind: 'system', job: 'demo' }, requestId: newId('request') };
  const there = await listAccounts(db, ['local']);
  for (let have = there.length; have < wanted; have++) await addAccount(ctx, 'local', 'relay');
  return (await listAccounts(db, ['local'])).map(({ address }) => address);
}

/** The merchant's site may show the claim page in a frame and hears of its payouts. Answers the endpoint's secret. */
export async function connectMerchantSite(
  { db }: Connection,
  merchant: DemoMerchant,
  site: string,
  known: { endpointId: string; secret: string } | null,
): Promise<{ endpointId: string; secret: string }> {
  await db
    .update(merchants)
    .set({ embedOrigins: [new URL(site).origin] })
    .where(eq(merchants.id, merchant.merchantId));
  const { merchantId, keyId } = merchant;
  const actor = { kind: 'api_key', keyId, merchantId, scopes: everyScope } as const;
  const ctx: Context = { db, clock: systemClock, actor, requestId: newId('request') };
  const url = new URL('/webhooks', site).href;
  if (known && (await pointEndpoint(ctx, known.endpointId, url))) return known;
  const body = createEndpointBody.parse({ url, description: 'The example merchant of the demo' });
  const { id, secret } = await createEndpoint(ctx, body);
  if (secret === null) throw new Error('An endpoint that signs by HMAC has a secret');
  return { endpointId: id, secret };
}

/** False when the endpoint is gone, such as with another database. */
async function pointEndpoint(ctx: Context, id: string, url: string): Promise<boolean> {
  try {
    await updateEndpoint(ctx, id, { url });
    return true;
  } catch (error) {
    if (error instanceof Refusal && error.code === 'not_found') return false;
    throw error;
  }
}
