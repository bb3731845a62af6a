import type { Tx } from '@/db/client';
import type { AccountKind, PostingKind } from '@/db/vocabulary/books';
import { type Posting, post, postAll } from '@/lib/ledger/post';
import type { PromisesOf } from '@/lib/ledger/promise';
import { reverseNewest } from '@/lib/ledger/reverse';
import { findNewest } from '@/lib/ledger/store';
import {
  type Redemption,
  type Reward,
  selectCoins,
  selectMerchantsWithPurses,
  selectUnevenPurses,
  symbolOf,
} from './store';

/** What the books must keep for users: the coins of each. The postings of one purse are its own account. */
export const coinPromises: PromisesOf = {
  accounts: ['coins', 'coins_held'],
  selectOpen: selectCoins,
  selectMerchants: selectMerchantsWithPurses,
  selectUneven: selectUnevenPurses,
};

type Booked = Pick<Reward, 'id' | 'merchantId' | 'currency' | 'coins'>;

function posting(
  subject: 'reward' | 'redemption',
  { id, merchantId, currency, coins }: Booked,
  kind: PostingKind,
  [credit, debit]: [AccountKind, AccountKind],
  now: Date,
): Posting {
  const asset = { chain: null, symbol: symbolOf(currency) };
  return {
    merchantId,
    ...asset,
    subject: { kind: subject, id },
    log: null,
    kind,
    lines: [{ credit, debit, amount: coins }],
    now,
  };
}

async function bookOnce(tx: Tx, one: Posting): Promise<void> {
  if (!(await post(tx, one))) throw new Error(`${one.kind} of ${one.subject.id} was booked before`);
}

/** Coins for users; those above a cap are kept apart. */
export async function bookCoins(
  tx: Tx,
  rewards: readonly (Booked & Pick<Reward, 'status' | 'receivedAt'>)[],
): Promise<void> {
  await postAll(
    tx,
    rewards.map((reward) => {
      const account = reward.status === 'held' ? 'coins_held' : 'coins';
      return posting('reward', reward, 'reward', ['granted', account], reward.receivedAt);
    }),
  );
}

export async function bookAdmitted(tx: Tx, reward: Reward, now: Date): Promise<void> {
  await bookOnce(tx, posting('reward', reward, 'admit', ['coins_held', 'coins'], now));
}

/** The opposite of all that was booked of a reward. */
export async function unbookCoins(tx: Tx, reward: Reward, now: Date): Promise<void> {
  const origin = { chain: null, subject: { kind: 'reward' as const, id: reward.id }, log: null };
  if (await findNewest(tx, 'admit', origin)) await reverseNewest(tx, 'admit', origin, now);
  await reverseNewest(tx, 'reward', origin, now);
}

/** Each taking and giving back of a redemption has a number of its own: its version. */
export async function bookSpent(tx: Tx, redemption: Redemption, now: Date): Promise<void> {
  const one = posting('redemption', redemption, 'redeem', ['coins', 'redeemed'], now);
  await bookOnce(tx, { ...one, round: redemption.version });
}

export async function bookReturned(tx: Tx, redemption: Redemption, now: Date): Promise<void> {
  const one = posting('redemption', redemption, 'unredeem', ['redeemed', 'coins'], now);
  await bookOnce(tx, { ...one, round: redemption.version });
}
