import { createHmac, randomBytes } from 'node:crypto';
import { pathToFileURL } from 'node:url';
import { isBodyOf, isHawkOf, readHawk } from '@/lib/http/identity/hawk';
import { type Spread, spreadOf } from './spread';

const rounds = 20_000;
/** What it may cost to know who signed a request, beside looking up the key. */
const goalMs = 0.2;

function timed(work: () => void): Spread {
  const took = Array.from({ length: rounds }, () => {
    const from = performance.now();
    work();
    return performance.now() - from;
  });
  return spreadOf(took.slice(rounds / 10));
}

/** A request with a body of the usual size, wrongly signed, so that every way is tried; as a yardstick one bare HMAC. */
export function benchHawk() {
  const key = randomBytes(32).toString('base64url');
  const header = `Hawk id="${randomBytes(18).toString('base64url')}", ts="1769860800", nonce="hUynKW", hash="x", mac="x"`;
  const body = Buffer.from(JSON.stringify({ amount: 40, reference: randomBytes(200).toString('hex') }));
  const asked = { method: 'POST', target: '/api/v1/pay/summary?merchantId=x', origin: 'https://pay.example.com' };
  return {
    whole: timed(() => {
      const read = readHawk(header);
      if (read) isHawkOf(key, read, asked) || isBodyOf(read, 'application/json', body);
    }),
    bare: timed(() => createHmac('sha256', key).update(header).digest('base64')),
  };
}

export function printHawk({ whole, bare }: ReturnType<typeof benchHawk>): void {
  const words = ({ p50, p95 }: Spread) => `p50 ${p50.toFixed(3)} ms, p95 ${p95.toFixed(3)} ms`;
  console.log('\nHawk');
  console.log(`  proving a request    ${words(whole)}   (goal: ${goalMs} ms)`);
  console.log(`  one bare HMAC        ${words(bare)}`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) printHawk(benchHawk());
