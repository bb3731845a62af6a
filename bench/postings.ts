// Postings a second on one account of one merchant, each in a transaction of its own and as sets, with fsync on, beside
// accounts that hold their balance in a row, taken in turns. Alone: node scripts/run.js bench/postings.ts
import { pathToFileURL } from 'node:url';
import { sql } from 'drizzle-orm';
import type postgres from 'postgres';
import { connect, type Database } from '@/db/client';
import { newId } from '@/lib/kernel/ids';
import { balanceOf } from '@/lib/ledger/balance';
import { type Posting, post, postAll } from '@/lib/ledger/post';
import { rollUp } from '@/lib/ledger/store';
import { bareBalance, bareTransfer, makeBareLedger } from './ledger-bare';
import { withMerchant } from './merchant';
import { noteTarget } from './targets';

const clients = 32;
const turns = 5;
const turnMs = 2_000;
/** Postings of one transaction where they are due together. */
const setOf = 25;
const target = 1_500;
const asset = { chain: 'local', symbol: 'USDT' } as const;

export type PostingFigures = { own: number; ownInSets: number; bare: number; balanced: boolean };

/** What an order takes out of the account that all of a merchant's payouts are promised from. */
function reservation(merchantId: string): Posting {
  const now = new Date();
  const subject = { kind: 'order' as const, id: newId('order', now.getTime()) };
  const lines = [{ credit: 'available' as const, debit: 'committed' as const, amount: 1n }];
  return { merchantId, ...asset, kind: 'reserve', subject, log: null, lines, now };
}

/** How many `work` did, with as many clients as there are, in one turn. */
async function turn(work: () => Promise<unknown>): Promise<number> {
  let done = 0;
  const until = performance.now() + turnMs;
  const client = async () => {
    while (performance.now() < until) {
      await work();
      done += 1;
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  return done;
}

async function measure(db: Database, bare: postgres.Sql, merchantId: string): Promise<PostingFigures> {
  const one = () => db.transaction((tx) => post(tx, reservation(merchantId)));
  const set = () =>
    db.transaction((tx) =>
      postAll(
        tx,
        Array.from({ length: setOf }, () => reservation(merchantId)),
      ),
    );
  const done = { own: 0, ownInSets: 0, bare: 0 };
  for (let round = 0; round < turns; round++) {
    done.bare += await turn(() => bareTransfer(bare));
    done.own += await turn(one);
    done.ownInSets += setOf * (await turn(set));
    // As the worker does, so that a balance is read out of one row and a few lines.
    await db.transaction((tx) => rollUp(tx));
  }
  const booked = await balanceOf(db, merchantId, asset, 'committed');
  const balanced = booked === BigInt(done.own + done.ownInSets) && (await bareBalance(bare)) === BigInt(done.bare);
  const perSecond = (count: number) => (count * 1000) / (turns * turnMs);
  return { own: perSecond(done.own), ownInSets: perSecond(done.ownInSets), bare: perSecond(done.bare), balanced };
}

export async function benchPostings(): Promise<PostingFigures> {
  return withMerchant('postings', async (owner, merchantId) => {
    const [fsync] = await owner.execute<{ fsync: string }>(sql`show fsync`);
    if (fsync?.fsync !== 'on') throw new Error('PostgreSQL runs without fsync');
    const { db, sql: bare, close } = connect(process.env.DATABASE_URL ?? '', clients);
    try {
      await makeBareLedger(bare);
      return await measure(db, bare, merchantId);
    } finally {
      await close();
    }
  });
}

export function printPostings({ own, ownInSets, bare, balanced }: PostingFigures): void {
  const cell = (value: number) => value.toFixed(0).padStart(10);
  console.log(`\npostings a second on one account, ${clients} clients, fsync on; the balances are right: ${balanced}`);
  console.log(`${'each in a transaction of its own'.padEnd(42)}${cell(own)}`);
  console.log(`${`${setOf} to a transaction`.padEnd(42)}${cell(ownInSets)}`);
  console.log(`${'accounts that hold their balance'.padEnd(42)}${cell(bare)}`);
  const times = (own / bare).toFixed(1);
  const figure = `${own.toFixed(0)}/s, ${times} × pgledger's SQL; in sets ${ownInSets.toFixed(0)}/s`;
  noteTarget({ what: 'postings on one account', figure, target: `≥ ${target}/s`, met: own >= target && balanced });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) printPostings(await benchPostings());
