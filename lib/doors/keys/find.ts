import type { Queryable } from '@/db/client';
import type { Door } from '@/db/vocabulary/webhooks';
import { findActorByKeyId, type KeyHolder } from '@/lib/access/api-keys';
import { unseal } from '@/lib/kernel/secrets';
import { type DoorSettings, settingsOf } from './schema';
import { findByPublicId } from './store';

/** `actor` is who acts once the door has proved that the caller knows `secret`; before that it is a claim. */
export type DoorKey<D extends Door> = KeyHolder & { publicId: string; secret: string; settings: DoorSettings[D] };

const publicIdPattern = /^[A-Za-z0-9_-]{1,80}$/;

/** The key that goes by this name at a door; null for an unknown or revoked one. */
export async function findDoorKey<D extends Door>(
  db: Queryable,
  door: D,
  publicId: string,
): Promise<DoorKey<D> | null> {
  if (!publicIdPattern.test(publicId)) return null;
  const row = await findByPublicId(db, door, publicId);
  const holder = row && (await findActorByKeyId(db, row.keyId));
  if (!holder) return null;
  const settings: DoorSettings[D] = settingsOf[door].parse(row.settings);
  return { ...holder, publicId, secret: unseal(row.secret, row.keyId), settings };
}
