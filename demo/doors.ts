import type { Connection, Database } from '@/db/client';
import { scopes } from '@/db/vocabulary/people';
import type { Door } from '@/db/vocabulary/webhooks';
import type { Context } from '@/lib/access/actor';
import { createApiKey } from '@/lib/access/api-keys';
import { addDoorKey, doorScopes, newPublicId } from '@/lib/doors/keys/add';
import { type DoorKey, findDoorKey } from '@/lib/doors/keys/find';
import type { DoorSettings } from '@/lib/doors/keys/schema';
import { selectDoorKeys } from '@/lib/doors/keys/store';
import { systemClock } from '@/lib/kernel/clock';
import { newId, uuidOf } from '@/lib/kernel/ids';
import { unseal } from '@/lib/kernel/secrets';
import { createRewardSourceBody } from '@/lib/rewards/schema';
import { selectRewardSources } from '@/lib/rewards/source-store';
import { rewardSourceUrl } from '@/lib/rewards/source-terms';
import { createRewardSource } from '@/lib/rewards/sources';

/** What a program needs at each door of the demo, under that system's own names. */
export type DemoDoors = {
  dex3: { public: string; private: string };
  coindirect: { id: string; key: string; merchantId: string };
  adjoe: { url: string; token: string };
};

/** The merchant's oldest key of a door that still opens something, made when there is none. */
async function keyAt<D extends Door>(
  db: Database,
  merchantId: string,
  door: D,
  settings: DoorSettings[D],
): Promise<DoorKey<D>> {
  for (const { door: other, publicId } of await selectDoorKeys(db, merchantId)) {
    const known = other === door ? await findDoorKey(db, door, publicId) : null;
    if (known) return known;
  }
  const publicId = newPublicId();
  const wanted = { merchantId, name: `Demo, ${door}`, scopes: doorScopes, prefix: publicId, now: new Date() };
  await db.transaction(async (tx) => {
    const { id: keyId } = await createApiKey(tx, wanted);
    await addDoorKey(tx, { keyId, merchantId, door, publicId, settings });
  });
  const made = await findDoorKey(db, door, publicId);
  if (!made) throw new Error(`The demo's key for ${door} could not be made`);
  return made;
}

type Merchant = { merchantId: string; keyId: string };

/** The merchant's oldest source of rewards, made when there is none: a thousand of its coins are a dollar. */
async function adjoeOf(db: Database, { merchantId, keyId }: Merchant): Promise<DemoDoors['adjoe']> {
  const [known] = await selectRewardSources(db, merchantId);
  if (known) return { url: rewardSourceUrl(known), token: unseal(known.secret, known.id) };
  const actor = { kind: 'api_key', keyId, merchantId, scopes } as const;
  const ctx: Context = { db, clock: systemClock, actor, requestId: newId('request') };
  const rate = { coins: 1000, amount: '1.00' };
  const terms = { description: 'Demo, adjoe', asset: 'USDT', chain: 'local', rate };
  const { url, token } = await createRewardSource(ctx, createRewardSourceBody.parse(terms));
  if (token === null) throw new Error('A source that is given no token makes one');
  return { url, token };
}

/** Opens every door to the demo merchant. */
export async function seedDemoDoors({ db }: Pick<Connection, 'db'>, merchant: Merchant): Promise<DemoDoors> {
  const { merchantId } = merchant;
  const dex3 = await keyAt(db, merchantId, 'dex3', { chain: 'local', asset: 'USDT' });
  const coindirect = await keyAt(db, merchantId, 'coindirect', { merchant_id: uuidOf(merchantId) });
  return {
    dex3: { public: dex3.publicId, private: dex3.secret },
    coindirect: { id: coindirect.publicId, key: coindirect.secret, merchantId: coindirect.settings.merchant_id },
    adjoe: await adjoeOf(db, merchant),
  };
}
