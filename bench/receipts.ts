import { sign } from 'node:crypto';
import { pathToFileURL } from 'node:url';
import { newKeyPair, signReceipt } from '@/lib/receipts/jws';
import { sampleEvent } from '@/lib/webhooks/events/samples';
import { type Spread, spreadOf } from './spread';

const rounds = 2_000;
/** What signing may cost beside booking a payment. */
const goalMs = 1;

function timed(work: () => void): Spread {
  const took = Array.from({ length: rounds }, () => {
    const from = performance.now();
    work();
    return performance.now() - from;
  });
  return spreadOf(took.slice(rounds / 10));
}

/** A receipt of the usual size, and as a yardstick the bare signature of as many bytes by a key that is at hand. */
export function benchReceipts() {
  const data: { receipt?: string } = sampleEvent({ event: 'payout.completed' }).data;
  const content = JSON.parse(Buffer.from(data.receipt?.split('.')[1] ?? '', 'base64url').toString());
  const key = newKeyPair();
  const bytes = Buffer.from(JSON.stringify(content));
  return {
    whole: timed(() => signReceipt(content, key)),
    letters: signReceipt(content, key).length,
    bare: timed(() => sign(null, bytes, { key: key.privateJwk, format: 'jwk' })),
  };
}

export function printReceipts({ whole, letters, bare }: ReturnType<typeof benchReceipts>): void {
  const words = ({ p50, p95 }: Spread) => `p50 ${p50.toFixed(3)} ms, p95 ${p95.toFixed(3)} ms`;
  console.log('\nReceipts');
  console.log(`  signing one of ${letters} letters   ${words(whole)}   (goal: ${goalMs} ms)`);
  console.log(`  the bare signature           ${words(bare)}`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) printReceipts(benchReceipts());
