import type { Tx } from '@/db/client';
import { insertMember } from '@/lib/access/people-store';

/** Makes a person who is here the owner of a merchant that this transaction makes. */
export async function placeOwner(tx: Tx, place: { merchantId: string; userId: string; now: Date }): Promise<void> {
  const { merchantId, userId, now } = place;
  await insertMember(tx, { merchantId, userId, role: 'owner', createdAt: now });
}
