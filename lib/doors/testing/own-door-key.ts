import type { Database } from '@/db/client';
import type { Door } from '@/db/vocabulary';
import { createApiKey } from '@/lib/access/api-keys';
import type { DoorSettings } from '@/lib/doors/keys/schema';
import { insertDoorKey } from '@/lib/doors/keys/store';
import { newToken, seal } from '@/lib/kernel/secrets';

export type OwnDoorKey<D extends Door> = { merchantId: string; door: D; settings: DoorSettings[D] };

/** A key at a door, without the person who would make it at the desk. */
export async function ownDoorKey<D extends Door>(db: Database, { merchantId, door, settings }: OwnDoorKey<D>) {
  const [publicId, secret] = [newToken().slice(0, 24), newToken()];
  const scopes = ['payouts:read', 'payouts:write'] as const;
  const made = { merchantId, name: `${door} server`, scopes, prefix: publicId, requestsPerMinute: 10_000 };
  const { id: keyId } = await createApiKey(db, { ...made, now: new Date() });
  await db.transaction((tx) =>
    insertDoorKey(tx, { keyId, merchantId, door, publicId, settings, secret: seal(secret, keyId) }),
  );
  return { keyId, publicId, secret };
}
