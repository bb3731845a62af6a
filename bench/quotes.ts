// Quotes made one after another from the table of rates, each written with its readings.
// Alone: node scripts/run.js bench/quotes.ts
import { pathToFileURL } from 'node:url';
import { scopes } from '@/db/vocabulary/people';
import type { Context } from '@/lib/access/actor';
import { systemClock } from '@/lib/kernel/clock';
import { makeQuote } from '@/lib/quotes/deals/make-quote';
import { createQuoteBody } from '@/lib/quotes/schema';
import { sayRates } from '@/lib/quotes/testing/say-rates';
import { withMerchant } from './merchant';
import { type Spread, spreadOf } from './spread';

const runs = 1_000;
/** Milliseconds in which 95 of 100 quotes are made. */
const targetMs = 50;

export async function benchQuotes(): Promise<Spread> {
  return withMerchant('quotes', async (db, merchantId) => {
    await sayRates(db, {}, systemClock.now());
    const actor = { kind: 'api_key', keyId: 'key_bench', merchantId, scopes } as const;
    const ctx: Context = { db, clock: systemClock, requestId: 'req_bench', actor };
    const body = createQuoteBody.parse({
      ...{ display: { currency: 'USD', amount: '32.50' }, asset: 'USDT', chain: 'local' },
    });
    const times: number[] = [];
    for (let run = 0; run < runs; run++) {
      const started = performance.now();
      await makeQuote(ctx, body);
      times.push(performance.now() - started);
    }
    return spreadOf(times);
  });
}

export function printQuotes({ p50, p95 }: Spread): void {
  const verdict = p95 <= targetMs ? 'met' : 'MISSED';
  console.log(
    `\na quote from the table of rates: p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms, of at most ${targetMs}: ${verdict}`,
  );
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  printQuotes(await benchQuotes());
  process.exit();
}
