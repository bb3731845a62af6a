import type { Database } from '@/db/client';
import type { Door } from '@/db/vocabulary/webhooks';
import { createApiKey } from '@/lib/access/api-keys';
import { addDoorKey, doorScopes, newPublicId } from '@/lib/doors/keys/add';
import type { DoorSettings } from '@/lib/doors/keys/schema';

export type OwnDoorKey<D extends Door> = { merchantId: string; door: D; settings: DoorSettings[D] };

/** A key at a door, without the person who would make it at the desk. */
export async function ownDoorKey<D extends Door>(db: Database, { merchantId, door, settings }: OwnDoorKey<D>) {
  const publicId = newPublicId();
  const made = { merchantId, name: `${door} server`, scopes: doorScopes, prefix: publicId, requestsPerMinute: 10_000 };
  return db.transaction(async (tx) => {
    const { id: keyId } = await createApiKey(tx, { ...made, now: new Date() });
    return { keyId, publicId, secret: await addDoorKey(tx, { keyId, merchantId, door, publicId, settings }) };
  });
}
