import { createHash } from 'node:crypto';
import { existsSync, fdatasyncSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Refused } from './rules.ts';
import type { TransactionRequest } from './transaction.ts';
import type { Request } from './voucher.ts';

/** One answer. Each line names the hash of the line before, so that none can be taken out unseen. */
type Line = {
  at: number;
  id: string;
  refused: Refused | null;
  request: Request | TransactionRequest;
  previous: string;
};

const hashOf = (line: string) => createHash('sha256').update(line).digest('hex');

const asText = (_name: string, value: unknown) => (typeof value === 'bigint' ? String(value) : value);
const numbers = new Set([
  ...['amount', 'fee', 'payoutId', 'deadline'],
  ...['value', 'gas', 'maxFeePerGas', 'maxPriorityFeePerGas'],
]);
const asNumber = (name: string, value: unknown) => (numbers.has(name) ? BigInt(String(value)) : value);

/** What was written before. Throws where a line is missing or changed: then nothing is signed. */
export function readLog(file: string): Line[] {
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  return lines.map((line, index) => {
    const read = Object(JSON.parse(line, asNumber));
    const expected = hashOf(lines[index - 1] ?? '');
    if (read.previous !== expected) throw new Error(`The log was changed before its line ${index + 1}`);
    return read;
  });
}

/** Adds lines that are on the disk when `append` returns. */
export function openLog(file: string): (line: Omit<Line, 'previous'>) => void {
  mkdirSync(dirname(file), { recursive: true });
  const last = existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean).at(-1) : undefined;
  const descriptor = openSync(file, 'a', 0o600);
  let previous = hashOf(last ?? '');
  return (line) => {
    const text = JSON.stringify({ ...line, previous }, asText);
    writeSync(descriptor, `${text}\n`);
    fdatasyncSync(descriptor);
    previous = hashOf(text);
  };
}
