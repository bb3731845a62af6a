import type { Tx } from '@/db/client';
import { pointSession } from './session-store';

/** Shows a merchant to its new owner, in the transaction that makes it. */
export async function lookAt(tx: Tx, sessionId: string, merchantId: string): Promise<void> {
  await pointSession(tx, sessionId, merchantId);
}
