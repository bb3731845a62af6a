import { and, eq, gt, inArray, isNotNull, isNull, min, or } from 'drizzle-orm';
import type { Queryable } from '@/db/client';
import {
  chainBlocks,
  identities,
  members,
  merchantAssets,
  merchants,
  paymentSignings,
  transfers,
  vaults,
  wallets,
} from '@/db/schema';
import type { ChainKey } from '@/db/vocabulary/chains';
import { liveTransferStatuses } from '@/db/vocabulary/payouts';
import { selectHotWallets } from '@/lib/gateways/store';
import type { Vault } from '@/lib/payouts/store';
import { handRails } from '@/lib/rails/traits';
import { countsAtAddress } from '@/lib/vaults/store';
import { selectForeignWallets } from '@/lib/wallets/store';

/** An address that pays for a merchant. */
export type Known = {
  address: string;
  vault: Vault | null;
  /** Proved to be the merchant's by its own signature: a payment out of it may book itself. */
  trusted: boolean;
  /** Whether all that leaves it must be explained. Not so for what a member signs in with: it may be their own. */
  booked: boolean;
  /** Whether a gateway pays from it. What else leaves it is the gateway's own business, but for a payment that was made before. */
  hot: boolean;
  /** Since when it is known. What left it before then may have paid a payout, and is otherwise none of our business. */
  since: Date;
};

/**
 * The vault, the declared wallets, the wallets that signed payments by hand lately, those that members sign in with, and
 * the hot wallets of gateways. Wallets that were removed before `from` are not among them, nor is what is proved to be
 * another merchant's.
 */
export async function selectKnown(db: Queryable, merchantId: string, chain: ChainKey, from: Date): Promise<Known[]> {
  const [vaultRows, walletRows, senderRows, memberRows, hotRows] = await Promise.all([
    db
      .select()
      .from(vaults)
      .where(and(eq(vaults.merchantId, merchantId), eq(vaults.chain, chain), countsAtAddress)),
    db.select().from(wallets).where(eq(wallets.merchantId, merchantId)),
    selectSenders(db, merchantId, chain, from),
    selectMemberWallets(db, merchantId, chain),
    selectHotWallets(db, merchantId, chain),
  ]);
  const known = new Map<string, Known>();
  for (const { address, since } of hotRows) {
    known.set(address, { address, vault: null, trusted: false, booked: false, hot: true, since });
  }
  for (const { address, since } of memberRows) {
    known.set(address, { address, vault: null, trusted: false, booked: false, hot: false, since });
  }
  for (const { sender, since } of senderRows) {
    known.set(sender, { address: sender, vault: null, trusted: false, booked: true, hot: false, since });
  }
  for (const { address, provenAt, provenChains, createdAt: since, removedAt } of walletRows) {
    const trusted = provenAt !== null && (provenChains === null || provenChains.includes(chain));
    if (removedAt && removedAt < from) known.delete(address);
    else known.set(address, { address, vault: null, trusted, booked: true, hot: false, since });
  }
  for (const vault of vaultRows) {
    known.set(vault.address, {
      address: vault.address,
      vault,
      trusted: true,
      booked: true,
      hot: false,
      since: vault.createdAt,
    });
  }
  const anothers = await selectForeignWallets(db, { merchantId, chain }, [...known.keys()]);
  return [...known.values()].filter(({ address }) => !anothers.has(address));
}

/** What members sign in with. A contract is its members' on its own chain alone. */
async function selectMemberWallets(db: Queryable, merchantId: string, chain: ChainKey) {
  const rows = await db
    .select({ address: identities.value, joined: members.createdAt, linked: identities.createdAt })
    .from(identities)
    .innerJoin(members, eq(members.userId, identities.userId))
    .where(
      and(
        ...[eq(members.merchantId, merchantId), eq(identities.kind, 'wallet')],
        or(isNull(identities.chain), eq(identities.chain, chain)),
      ),
    );
  const later = (a: Date, b: Date) => new Date(Math.max(a.getTime(), b.getTime()));
  return rows.map(({ address, joined, linked }) => ({ address, since: later(joined, linked) }));
}

async function selectSenders(db: Queryable, merchantId: string, chain: ChainKey, from: Date) {
  const ofSignings = db
    .select({ sender: paymentSignings.sender, since: min(paymentSignings.createdAt) })
    .from(paymentSignings)
    .where(
      and(
        eq(paymentSignings.merchantId, merchantId),
        eq(paymentSignings.chain, chain),
        gt(paymentSignings.createdAt, new Date(from.getTime() - 30 * 86_400_000)),
      ),
    )
    .groupBy(paymentSignings.sender);
  const ofLive = db
    .select({ sender: transfers.sender, since: min(transfers.createdAt) })
    .from(transfers)
    .where(
      and(
        eq(transfers.merchantId, merchantId),
        eq(transfers.chain, chain),
        inArray(transfers.rail, handRails()),
        inArray(transfers.status, [...liveTransferStatuses]),
        isNotNull(transfers.sender),
        // Whose wallet sent a hash that was merely named, is for people to say.
        isNotNull(transfers.signingId),
      ),
    )
    .groupBy(transfers.sender);
  const rows = [...(await ofSignings), ...(await ofLive)];
  return rows.flatMap(({ sender, since }) => (sender && since ? [{ sender, since }] : []));
}

/** The chains on which a merchant has anything to pay out of or in. */
export async function selectChains(db: Queryable, merchantId: string): Promise<ChainKey[]> {
  const [ofVaults, ofAssets] = await Promise.all([
    db.selectDistinct({ chain: vaults.chain }).from(vaults).where(eq(vaults.merchantId, merchantId)),
    db
      .selectDistinct({ chain: merchantAssets.chain })
      .from(merchantAssets)
      .where(eq(merchantAssets.merchantId, merchantId)),
  ]);
  return [...new Set([...ofVaults, ...ofAssets].map(({ chain }) => chain))].sort();
}

export async function selectMerchantIds(db: Queryable): Promise<string[]> {
  const rows = await db.select({ id: merchants.id }).from(merchants).orderBy(merchants.id);
  return rows.map(({ id }) => id);
}

/** The hash that the watcher holds for a block; null once it is forgotten. */
export async function findKeptHash(db: Queryable, chain: ChainKey, number: bigint): Promise<string | null> {
  const [row] = await db
    .select({ hash: chainBlocks.hash })
    .from(chainBlocks)
    .where(and(eq(chainBlocks.chain, chain), eq(chainBlocks.number, number)));
  return row?.hash ?? null;
}
