import type { Tx } from '@/db/client';
import type { EventType } from '@/db/vocabulary';
import { newId } from '@/lib/kernel/ids';
import { insertEvent } from './store';

export type EmittedEvent = {
  merchantId: string;
  type: EventType;
  payoutId: string;
  payoutVersion: number;
  /** The payout after the change, in the words of the API. */
  data: Record<string, unknown>;
  now: Date;
};

/** Writes what happened in the transaction that makes it so. Delivery starts when that commits, and only then. */
export async function emit(tx: Tx, { now, ...event }: EmittedEvent): Promise<void> {
  await insertEvent(tx, { ...event, id: newId('event', now.getTime()), createdAt: now });
}
