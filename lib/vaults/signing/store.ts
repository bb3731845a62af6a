import { and, eq, isNotNull, ne, sql } from 'drizzle-orm';
import type { Queryable, Tx } from '@/db/client';
import { remoteSigners, vaults } from '@/db/schema';
import type { SignatureAnswer } from '@/lib/rails/rail';
import type { Vault } from '@/lib/vaults/store';

export type RemoteSigner = typeof remoteSigners.$inferSelect;

export async function findRemote(db: Queryable, merchantId: string, id: string): Promise<RemoteSigner | null> {
  const own = and(eq(remoteSigners.merchantId, merchantId), eq(remoteSigners.id, id));
  const [row] = await db.select().from(remoteSigners).where(own);
  return row ?? null;
}

export async function selectRemotes(db: Queryable, merchantId: string): Promise<RemoteSigner[]> {
  return db.select().from(remoteSigners).where(eq(remoteSigners.merchantId, merchantId)).orderBy(remoteSigners.id);
}

/** Keeps how a signer answered last; writes only what has changed. */
export async function saveAnswer(
  db: Queryable,
  { merchantId, id }: RemoteSigner,
  said: SignatureAnswer,
  at: Date,
): Promise<void> {
  const own = and(eq(remoteSigners.merchantId, merchantId), eq(remoteSigners.id, id));
  if (!said.ok && said.because === 'signer_unreachable') {
    const silentSince = sql`coalesce(${remoteSigners.silentSince}, ${at.toISOString()}::timestamptz)`;
    const silentCode = said.word ?? 'no_answer';
    await db
      .update(remoteSigners)
      .set({ silentSince, silentCode })
      .where(and(own, sql`${remoteSigners.silentCode} is distinct from ${silentCode}`));
    return;
  }
  const answers = { silentSince: null, silentCode: null };
  if (said.ok)
    await db
      .update(remoteSigners)
      .set(answers)
      .where(and(own, isNotNull(remoteSigners.silentSince)));
  else
    await db
      .update(remoteSigners)
      .set({ ...answers, refusedCode: said.word ?? 'other', refusedAt: at })
      .where(own);
}

export async function insertRemote(tx: Tx, row: typeof remoteSigners.$inferInsert): Promise<RemoteSigner> {
  const [made] = await tx.insert(remoteSigners).values(row).returning();
  if (!made) throw new Error('The signer was not written');
  return made;
}

/** Forgets the signers of a vault that do not sign for it: those set up and never used, and former ones. */
export async function forgetOthers(tx: Tx, vault: Vault): Promise<void> {
  const of = and(eq(remoteSigners.merchantId, vault.merchantId), eq(remoteSigners.vaultId, vault.id));
  const others = vault.remoteSignerId === null ? of : and(of, ne(remoteSigners.id, vault.remoteSignerId));
  await tx.delete(remoteSigners).where(others);
}

export async function lockVault(tx: Tx, merchantId: string, id: string): Promise<Vault | null> {
  const own = and(eq(vaults.merchantId, merchantId), eq(vaults.id, id));
  const [row] = await tx.select().from(vaults).where(own).for('update');
  return row ?? null;
}

/** Open payouts that this vault pays to whom a key names, and that are not being cancelled. Decide on a locked vault. */
export async function countKeyLinks(tx: Tx, { merchantId, id }: Vault): Promise<number> {
  const [row] = await tx.execute<{ open: number }>(sql`
    select count(*)::int as open from payouts
    where merchant_id = ${merchantId} and vault_id = ${id} and recipient_key is not null
      and status not in ('completed', 'cancelled', 'expired') and cancel_requested_at is null`);
  return row?.open ?? 0;
}
