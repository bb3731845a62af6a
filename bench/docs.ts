// What each page of the reference weighs, and what asking for it again costs the portal, beside the front page, which is made each
// time. Alone: node scripts/run.js bench/docs.ts
import { pathToFileURL } from 'node:url';
import { type Demo, withPortal } from './portal';
import { type Spread, spreadOf } from './spread';
import { noteTarget } from './targets';

const maxBytes = 150 * 1024;
const again = 100;

export type DocsFigures = { pages: number; heaviest: { address: string; bytes: number }; kept: Spread; made: Spread };

const linksOf = (html: string) => [...html.matchAll(/href="(\/docs[^"#?]*)/g)].map(([, link = '']) => link);

async function read(demo: Demo, address: string): Promise<string> {
  const answer = await fetch(`${demo.baseUrl}${address}`, { headers: { accept: 'text/html' } });
  if (answer.status !== 200) throw new Error(`${address} answered ${answer.status}`);
  return answer.text();
}

async function timed(demo: Demo, address: string): Promise<Spread> {
  const times: number[] = [];
  for (let time = 0; time < again; time++) {
    const began = performance.now();
    await read(demo, address);
    times.push(performance.now() - began);
  }
  return spreadOf(times);
}

export async function benchDocs(demo: Demo): Promise<DocsFigures> {
  const weights = new Map<string, number>();
  const open = ['/docs'];
  for (let address = open.pop(); address; address = open.pop()) {
    const html = await read(demo, address);
    weights.set(address, Buffer.byteLength(html));
    open.push(...new Set(linksOf(html).filter((one) => !weights.has(one) && !open.includes(one))));
  }
  const [heaviest = ['', 0]] = [...weights].toSorted(([, one], [, other]) => other - one);
  const [kept, made] = [await timed(demo, heaviest[0]), await timed(demo, '/')];
  return { pages: weights.size, heaviest: { address: heaviest[0], bytes: heaviest[1] }, kept, made };
}

export function printDocs({ pages, heaviest, kept, made }: DocsFigures): void {
  const kb = `${(heaviest.bytes / 1024).toFixed(0)} KB`;
  console.log(`\nthe reference: ${pages} pages`);
  console.log(`  heaviest, ${heaviest.address.padEnd(40)}${kb.padStart(10)}`);
  console.log(`  asked for again, ms${kept.p50.toFixed(1).padStart(33)}`);
  console.log(`  the front page, made each time, ms${made.p50.toFixed(1).padStart(18)}`);
  noteTarget({
    what: '/docs: HTML of a page, made once',
    figure: `${kb}, ${kept.p50.toFixed(1)} ms again, beside ${made.p50.toFixed(1)} ms of a page that is made`,
    target: `at most ${maxBytes / 1024} KB`,
    met: heaviest.bytes <= maxBytes,
  });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  printDocs(await withPortal(benchDocs));
  process.exit();
}
