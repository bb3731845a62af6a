import type { Queryable, Tx } from '@/db/client';
import type { AccountKind } from '@/db/vocabulary/books';
import type { ChainKey } from '@/db/vocabulary/chains';

/** What the books must hold of one asset in one account, in base units. */
export type Promised = { chain: ChainKey | null; symbol: string; account: AccountKind; amount: bigint };

/** One subject: what the books hold for it, and what they should. */
export type Uneven = Omit<Promised, 'amount'> & { booked: bigint; open: bigint };

/** What one kind of subject has promised, by its own tables. The books' check holds its accounts against this. */
export type PromisesOf = {
  /** The accounts that hold nothing but promises. */
  accounts: readonly AccountKind[];
  /** What is open now: at most one row for an asset and an account. */
  selectOpen: (tx: Tx, merchantId: string) => Promise<Promised[]>;
  /** Subjects whose own account is not what their rows say. */
  selectUneven?: (tx: Tx, merchantId: string) => Promise<Uneven[]>;
  /** Merchants that have any such subject: the check is to look at their books even where these are empty. */
  selectMerchants: (db: Queryable) => Promise<string[]>;
};
