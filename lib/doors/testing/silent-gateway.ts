import type { Database } from '@/db/client';
import { gatewayAssets, gateways, hotWallets, sources } from '@/db/schema';
import { newId } from '@/lib/kernel/ids';
import { seal } from '@/lib/kernel/secrets';

/** A gateway of a merchant that pays USDT on the local chain, as if it had been set up; nobody is at its address. */
export async function silentGateway(db: Database, { merchantId, wallet }: { merchantId: string; wallet: string }) {
  const now = new Date();
  const [id, sourceId] = [newId('gateway'), newId('source')];
  const source = { id: sourceId, merchantId, dialect: 'shkeeper' as const, secret: seal('key', sourceId) };
  await db.insert(sources).values({ ...source, createdAt: now });
  const login = { username: 'admin', password: seal('admin', id), apiKey: seal('key', id), sourceId };
  const times = { nextTryAt: now, createdAt: now, updatedAt: now };
  const url = 'https://pay.shop.example';
  await db
    .insert(gateways)
    .values({ ...{ id, merchantId, url, kind: 'shkeeper', state: 'active' }, ...login, ...times });
  await db.insert(hotWallets).values({ chain: 'local', address: wallet, merchantId, since: now });
  await db.insert(gatewayAssets).values({
    ...({ gatewayId: id, merchantId, chain: 'local', symbol: 'USDT', crypto: 'ETH-USDT', wallet } as const),
    ...{ held: 0n, coins: 0n, readAt: now, createdAt: now },
  });
  return id;
}
