// What the pages of the ledger and the vaults read, of a merchant with hundreds of thousands of postings.
import { sql } from 'drizzle-orm';
import type { Context } from '@/lib/access/actor';
import { addSeconds } from '@/lib/kernel/clock';
import { viewBooks } from '@/lib/ledger/checks/check-books';
import { listLines } from '@/lib/ledger/list-lines';
import { rollUp } from '@/lib/ledger/store';
import { sumPaid } from '@/lib/vaults/store';
import { viewVaults } from '@/lib/vaults/view-vaults';

export type Read = [name: string, work: (run: number) => Promise<unknown>];

const monthSeconds = 30 * 86_400;

/** The balances as the worker keeps them; without this every look at them would add up all lines. */
export async function rollUpAll({ db }: Context): Promise<void> {
  while ((await db.transaction((tx) => rollUp(tx))) > 0);
}

export async function bookReads(ctx: Context, merchantId: string, references: readonly string[]): Promise<Read[]> {
  const found = await ctx.db.execute<{ id: string }>(
    sql`select id from postings where merchant_id = ${merchantId} order by random() limit ${references.length}`,
  );
  const postings = [...found];
  const after = (run: number) => postings[run % postings.length]?.id;
  const lines = (query: Parameters<typeof listLines>[1]) => listLines(ctx, query);
  const now = ctx.clock.now();
  const day = (back: number) =>
    addSeconds(now, -back * 86_400)
      .toISOString()
      .slice(0, 10);
  return [
    ['ledger: newest', () => lines({})],
    ['ledger: anywhere', (run) => lines({ after: after(run) })],
    ['ledger: one account, anywhere', (run) => lines({ account: 'fees', after: after(run) })],
    ['ledger: an account that nothing touched', (run) => lines({ account: 'suspense', after: after(run) })],
    ['ledger: one kind, anywhere', (run) => lines({ kind: 'unreserve', after: after(run) })],
    ['ledger: a kind that is not there', (run) => lines({ kind: 'reversal', after: after(run) })],
    ['ledger: a week, one asset', () => lines({ from: day(14), to: day(7), asset: 'USDT', chain: 'local' })],
    ['ledger: a network that is not there', () => lines({ chain: 'base' })],
    ['ledger: search, reference', (run) => lines({ payout: references[run % references.length] })],
    ['ledger: search, nothing there', (run) => lines({ payout: `nobody-${run}` })],
    ['ledger: balances', () => viewBooks(ctx)],
    ['vaults, without their network', () => viewVaults(ctx)],
    ['vaults: a usual day, added up again', () => sumPaid(ctx.db, merchantId, addSeconds(now, -monthSeconds), now)],
  ];
}
