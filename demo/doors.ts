import type { Connection, Database } from '@/db/client';
import type { Door } from '@/db/vocabulary';
import { createApiKey } from '@/lib/access/api-keys';
import { addDoorKey, doorScopes, newPublicId } from '@/lib/doors/keys/add';
import { type DoorKey, findDoorKey } from '@/lib/doors/keys/find';
import type { DoorSettings } from '@/lib/doors/keys/schema';
import { selectDoorKeys } from '@/lib/doors/keys/store';
import { uuidOf } from '@/lib/kernel/ids';

/** What a program needs at each door of the demo, under that system's own names. */
export type DemoDoors = {
  dex3: { public: string; private: string };
  coindirect: { id: string; key: string; merchantId: string };
};

/** The merchant's oldest key of a door that still opens something, made when there is none. */
async function keyAt<D extends Door>(
  db: Database,
  merchantId: string,
  door: D,
  settings: DoorSettings[D],
): Promise<DoorKey<D>> {
  for (const { door: other, publicId } of await selectDoorKeys(db, merchantId)) {
    const known = other === door ? await findDoorKey(db, door, publicId, new Date()) : null;
    if (known) return known;
  }
  const publicId = newPublicId();
  const wanted = { merchantId, name: `Demo, ${door}`, scopes: doorScopes, prefix: publicId, now: new Date() };
  await db.transaction(async (tx) => {
    const { id: keyId } = await createApiKey(tx, wanted);
    await addDoorKey(tx, { keyId, merchantId, door, publicId, settings });
  });
  const made = await findDoorKey(db, door, publicId, new Date());
  if (!made) throw new Error(`The demo's key for ${door} could not be made`);
  return made;
}

/** Opens every door to the demo merchant. */
export async function seedDemoDoors({ db }: Connection, merchantId: string): Promise<DemoDoors> {
  const dex3 = await keyAt(db, merchantId, 'dex3', { chain: 'local', asset: 'USDT' });
  const coindirect = await keyAt(db, merchantId, 'coindirect', { merchant_id: uuidOf(merchantId) });
  return {
    dex3: { public: dex3.publicId, private: dex3.secret },
    coindirect: { id: coindirect.publicId, key: coindirect.secret, merchantId: coindirect.settings.merchant_id },
  };
}
