import { connect } from '@/db/client';
import { systemClock } from '@/lib/kernel/clock';
import { checkLedger } from '@/lib/ledger/check';
import { rollUpBalances } from '@/lib/ledger/roll-up';
import { databaseUrl } from './database-url';

const url = databaseUrl();
if (!url) {
  console.error('DATABASE_URL is not set and no demo runs: give the address of the database whose books to check.');
  process.exit(1);
}
const { db, close } = connect(url, 1);
const actor = { kind: 'system', job: 'ledger:check' } as const;
const ctx = { db, clock: systemClock, actor, requestId: 'ledger-check' };
await rollUpBalances(ctx);
const { accounts, differences, unbalanced, promises } = await checkLedger(ctx);
await close();
for (const { merchantId, chain, symbol, account, rolled, summed } of differences) {
  console.error(`${merchantId} ${chain} ${symbol} ${account}: the balance is ${rolled}, its lines sum to ${summed}`);
}
for (const { merchantId, chain, symbol, account, booked, open } of promises) {
  console.error(`${merchantId} ${chain} ${symbol}: ${account} is ${booked}, its open payouts come to ${open}`);
}
for (const asset of unbalanced) console.error(`${asset}: the accounts do not sum to zero`);
const right = differences.length + unbalanced.length + promises.length === 0;
console.log(
  right
    ? `All ${accounts} balances equal the sum of their lines, and what is set aside is what is open.`
    : 'The books are not right.',
);
process.exit(right ? 0 : 1);
