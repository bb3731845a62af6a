import type { Tx } from '@/db/client';
import type { Door } from '@/db/vocabulary/webhooks';
import { newToken, seal } from '@/lib/kernel/secrets';
import type { DoorSettings } from './schema';
import { insertDoorKey } from './store';

/** 144 random bits: nobody meets another's by chance. */
const publicIdLength = 24;

export const newPublicId = () => newToken().slice(0, publicIdLength);

type NewDoorKey<D extends Door> = {
  keyId: string;
  merchantId: string;
  door: D;
  publicId: string;
  settings: DoorSettings[D];
};

/** Gives an API key its place at a door, and answers the secret that is shown once. */
export async function addDoorKey<D extends Door>(tx: Tx, row: NewDoorKey<D>): Promise<string> {
  const secret = newToken();
  await insertDoorKey(tx, { ...row, secret: seal(secret, row.keyId) });
  return secret;
}

/** As little as these systems need: to make payouts and to look at them. */
export const doorScopes = ['payouts:read', 'payouts:write'] as const;
