import { and, eq, inArray } from 'drizzle-orm';
import type { Queryable } from '@/db/client';
import { vaults } from '@/db/schema';

/** A vault that an operator placed proves nothing until its wallet signs: until then its address is paid as any other. */
const stands = eq(vaults.placed, false);

/** Whether a vault of this installation stands at an address, whosever and on whichever chain: a key has one address on all. */
export async function isVault(db: Queryable, address: string): Promise<boolean> {
  const rows = await db
    .select({ id: vaults.id })
    .from(vaults)
    .where(and(eq(vaults.address, address), stands))
    .limit(1);
  return rows.length > 0;
}

/** At which of these addresses vaults stand. */
export async function selectVaultsAt(db: Queryable, addresses: readonly string[]): Promise<Set<string>> {
  if (addresses.length === 0) return new Set();
  const rows = await db
    .select({ address: vaults.address })
    .from(vaults)
    .where(and(inArray(vaults.address, [...addresses]), stands));
  return new Set(rows.map(({ address }) => address));
}
