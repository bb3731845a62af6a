import { connect } from '@/db/client';
import { systemClock } from '@/lib/kernel/clock';
import { checkLedger } from '@/lib/ledger/checks/check';
import { rollUpBalances } from '@/lib/ledger/roll-up';
import type { BookFault } from '@/lib/ledger/schema';
import { databaseUrl } from './database-url';

type Words = (account: string | null, booked: string, expected: string) => string;

const words: Record<BookFault['kind'], Words> = {
  sum: (account, booked, expected) => `the balance of ${account} is ${booked}, its lines sum to ${expected}`,
  promise: (account, booked, expected) => `${account} is ${booked}, its open payouts come to ${expected}`,
  total: (_account, booked) => `the accounts sum to ${booked} instead of zero`,
};

const url = databaseUrl();
if (!url) {
  console.error('DATABASE_URL is not set and no demo runs: give the address of the database whose books to check.');
  process.exit(1);
}
const { db, close } = connect(url, 1);
const actor = { kind: 'system', job: 'ledger:check' } as const;
const ctx = { db, clock: systemClock, actor, requestId: 'ledger-check' };
await rollUpBalances(ctx);
const { accounts, faults } = await checkLedger(ctx);
await close();
for (const { merchantId, chain, asset, account, kind, booked, expected } of faults) {
  console.error(`${merchantId} ${chain ? `${chain} ` : ''}${asset}: ${words[kind](account, booked, expected)}`);
}
const right = faults.length === 0;
const nothing = right && accounts === 0;
console.log(
  nothing
    ? 'There is no balance to check yet, and nothing is set aside.'
    : right
      ? `All ${accounts} balances equal the sum of their lines, and what is set aside is what is open.`
      : 'The books are not right.',
);
process.exit(right ? 0 : 1);
