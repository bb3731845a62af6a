// JavaScript that the claim page loads before anybody acts, beside an empty page of the same app.
// Alone: node scripts/run.js bench/first-load.ts
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { createOne, type Demo, withPortal } from './portal';
import { noteTarget } from './targets';

const targetBytes = 3 * 1024;

export type FirstLoadFigures = { emptyBytes: number; claimBytes: number; extraBytes: number; demoWalletBytes: number };

async function scriptsOf(page: string): Promise<string[]> {
  const html = await (await fetch(page, { headers: { accept: 'text/html' } })).text();
  const tags = [...html.matchAll(/<script[^>]*\ssrc="([^"]+)"[^>]*>/g)].filter((tag) => !/nomodule/i.test(tag[0]));
  const preloads = html.matchAll(/<link[^>]*rel="(?:module)?preload"[^>]*as="script"[^>]*href="([^"]+)"/g);
  return [...new Set([...tags, ...preloads].map((tag) => new URL((tag[1] ?? '').replaceAll('&amp;', '&'), page).href))];
}

async function gzipped(urls: string[]): Promise<number> {
  const sizes = urls.map(
    async (url) => gzipSync(Buffer.from(await (await fetch(url)).arrayBuffer()), { level: 9 }).length,
  );
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}

/** The demo wallet is not part of the product and is counted apart; the empty page is the app's own "not found". */
export async function benchFirstLoad(demo: Demo): Promise<FirstLoadFigures> {
  const payout = await createOne(demo, `first-load-${Date.now()}`);
  const empty = await scriptsOf(`${demo.baseUrl}/an-empty-page`);
  const all = await scriptsOf(payout.claim_url);
  const demoWallet = all.filter((url) => url.includes('/dev/'));
  const claim = all.filter((url) => !demoWallet.includes(url));
  const [emptyBytes, claimBytes, demoWalletBytes] = await Promise.all([empty, claim, demoWallet].map(gzipped));
  if (!emptyBytes || !claimBytes) throw new Error('A page without scripts is no measurement');
  return { emptyBytes, claimBytes, extraBytes: claimBytes - emptyBytes, demoWalletBytes: demoWalletBytes ?? 0 };
}

export function printFirstLoad({ emptyBytes, claimBytes, extraBytes, demoWalletBytes }: FirstLoadFigures): void {
  const kb = (bytes: number) => `${(bytes / 1024).toFixed(1)} KB`.padStart(12);
  console.log('\nfirst-load JavaScript, gzip -9');
  console.log(`  empty page of the same app${kb(emptyBytes)}`);
  console.log(`  claim page${kb(claimBytes).padStart(28)}`);
  console.log(`  difference${kb(extraBytes).padStart(28)}`);
  console.log(`  demo wallet (demo mode only)${kb(demoWalletBytes).padStart(10)}`);
  noteTarget({
    what: 'claim page: JavaScript before the press',
    figure: `an empty page + ${kb(extraBytes).trim()}`,
    target: `+ ${targetBytes / 1024} KB or less`,
    met: extraBytes <= targetBytes,
  });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) printFirstLoad(await withPortal(benchFirstLoad));
