import type { Tx } from '@/db/client';
import { openVault } from './store';

/** Says that a vault's books begin above this block. False when they were open already: what was booked then stands. */
export async function openBooks(tx: Tx, vault: { merchantId: string; id: string }, block: bigint): Promise<boolean> {
  return openVault(tx, vault, block);
}
