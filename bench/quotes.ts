// Quotes made one after another from the table of rates, each written with its readings.
// Alone: node scripts/run.js bench/quotes.ts
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { connect } from '@/db/client';
import { startPostgres } from '@/db/embedded';
import { migrateDatabase } from '@/db/migrate';
import { merchantAssets, merchants, vaults } from '@/db/schema';
import { scopes } from '@/db/vocabulary';
import type { Context } from '@/lib/access/actor';
import { listedAssets } from '@/lib/chains/listed-assets';
import { systemClock } from '@/lib/kernel/clock';
import { newId } from '@/lib/kernel/ids';
import { makeQuote } from '@/lib/quotes/deals/make-quote';
import { createQuoteBody } from '@/lib/quotes/schema';
import { sayRates } from '@/lib/quotes/testing/say-rates';
import { type Spread, spreadOf } from './spread';

const root = fileURLToPath(new URL('../', import.meta.url));
const runs = 1_000;
/** Milliseconds in which 95 of 100 quotes are made. */
const targetMs = 50;

export async function benchQuotes(): Promise<Spread> {
  mkdirSync(path.join(root, '.tmp'), { recursive: true });
  const directory = mkdtempSync(path.join(root, '.tmp', 'bench-quotes-'));
  const server = await startPostgres(directory);
  process.env.SECRETS_KEY ??= randomBytes(32).toString('base64');
  process.env.DATABASE_URL = server.ownerUrl;
  await migrateDatabase(server.ownerUrl, listedAssets);
  const { db, close } = connect(server.ownerUrl, 10);
  try {
    const merchantId = newId('merchant');
    await db.insert(merchants).values({ id: merchantId, name: 'Bench' });
    await db.insert(vaults).values({
      ...{ id: newId('vault'), merchantId, chain: 'local', address: `0x${'a'.repeat(40)}`, namespace: 1n },
      ...{ signerAddress: `0x${'b'.repeat(40)}`, signerKey: 'none', feeCollector: `0x${'c'.repeat(40)}` },
    });
    const terms = { fee: 500_000n, minimum: 1_000_000n, maximum: 10n ** 12n };
    await db.insert(merchantAssets).values({ merchantId, chain: 'local', symbol: 'USDT', ...terms });
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
  } finally {
    await close();
    await server.stop();
    rmSync(directory, { recursive: true, force: true });
  }
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
