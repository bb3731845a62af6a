import { parseArgs } from 'node:util';
import { z } from 'zod';
import { connect } from '@/db/client';
import { chainKey } from '@/lib/chains/chain-key';
import { systemClock } from '@/lib/kernel/clock';
import { idPattern } from '@/lib/kernel/ids';
import { type Closed, reconcileAll } from '@/lib/reconcile/day/reconcile-all';
import { learnAddedTokens } from '@/lib/tokens/learn';
import { databaseUrl, takeDemoChain } from './database-url';

/** Closes the books: `npm run reconcile [-- --merchant mer_… --chain ethereum --from 2026-01-01 --to 2026-01-31]`. */

const wantedSchema = z
  .strictObject({
    merchant: z.string().regex(idPattern('merchant'), 'must be the id of a merchant').optional(),
    chain: chainKey.optional(),
    from: z.iso.date('must be a day such as 2026-01-31').optional(),
    to: z.iso.date('must be a day such as 2026-01-31').optional(),
  })
  .refine(({ from, to }) => !from || from <= (to ?? new Date().toISOString().slice(0, 10)), '--from is after --to');

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}

function readWanted(): z.infer<typeof wantedSchema> {
  const text = { type: 'string' } as const;
  try {
    const { values } = parseArgs({ options: { merchant: text, chain: text, from: text, to: text } });
    const read = wantedSchema.safeParse(values);
    if (read.success) return read.data;
    return fail(
      read.error.issues
        .map((issue) => `${issue.path.map((part) => `--${String(part)} `).join('')}${issue.message}`)
        .join('\n'),
    );
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error));
  }
}

function tell({ merchantId, close, differences }: Closed): void {
  const where = `${merchantId} ${close.chain} ${close.day}`;
  const { moves, claims, settlements, bookings, matched, repaired } = close.counts;
  const read = `read ${moves + claims} on the chain and ${settlements + bookings} in the books`;
  if (close.status === 'not_checked') {
    console.error(`${where}: NOT CHECKED. ${close.reason}`);
    return;
  }
  const put = `${matched} payments found, ${repaired} things put right`;
  console.log(`${where}: ${close.status === 'green' ? 'green' : `${differences.length} open`}; ${read}; ${put}`);
  for (const { id, title, amount, asset, hash, detail, action, owner } of differences) {
    const what = amount ? ` ${amount} ${asset}` : '';
    const who = owner?.name ?? 'nobody';
    console.error(`${where} ${id}: ${title}${what}${hash ? ` ${hash}` : ''}. ${detail} Owner: ${who}. ${action}`);
  }
}

const wanted = readWanted();
takeDemoChain();
const url = databaseUrl();
if (!url) fail('DATABASE_URL is not set and no demo runs: give the address of the database whose books to close.');
const { db, close } = connect(url, 4);
const actor = { kind: 'system', job: 'reconcile' } as const;
const ctx = { db, clock: systemClock, actor, requestId: 'reconcile' };
await learnAddedTokens(db);
const { merchant: merchantId, chain, from, to } = wanted;
let closed = 0;
let right = true;
for await (const one of reconcileAll(ctx, { merchantId, chain, from, to })) {
  tell(one);
  closed += 1;
  right &&= one.close.status === 'green';
}
await close();
if (closed === 0) fail('There is nothing to close: no such merchant, or it has nothing set up on that chain.');
console.log(right ? 'All green.' : 'Not all green: see above.');
process.exit(right ? 0 : 1);
