import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { settings } from './settings.ts';

/** The shop's books: one JSON file here, a few tables in a real shop. Money is counted in cents, never in floats. */

export type Recipient = { type: 'anyone' } | { type: 'wallet'; address: string };

export type Withdrawal = {
  /** Our name for it: the payout's `reference`, and the Idempotency-Key of the request that makes it. */
  reference: string;
  cents: number;
  recipient: Recipient;
  /** `requested` until the portal answered, `refused` if it said no; from then on the payout's own status. */
  status: string;
  /** The payout's version that these books are at. Anything older is out of date. */
  version: number;
  /** Whether the cents are out of the balance. They leave it once and, at most, come back once. */
  setAside: boolean;
  payoutId: string | null;
  /** Secret: its holder may claim. It goes to this customer's page and into no log. */
  claimUrl: string | null;
  reason: string | null;
  explorerUrl: string | null;
  createdAt: string;
};

export type Books = {
  balance: number;
  withdrawals: Withdrawal[];
  /** Ids of the webhooks that were acted on, newest last. */
  seenWebhooks: string[];
  /** Where we are in the portal's events, of those that we fetch ourselves. */
  heardUpTo: string;
};

const fresh: Books = { balance: 75_00, withdrawals: [], seenWebhooks: [], heardUpTo: '0' };

function read(): Books {
  try {
    return { ...fresh, ...JSON.parse(readFileSync(settings.dataFile, 'utf8')) };
  } catch (error) {
    // No file means a new shop. A file that cannot be read stops us: guessing a balance would be worse.
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
      return fresh;
    }
    throw error;
  }
}

/** All or nothing: the new file takes the old one's place only when it is safely on disk. */
function write(next: Books): void {
  mkdirSync(dirname(settings.dataFile), { recursive: true });
  const fresh = `${settings.dataFile}.new`;
  const file = openSync(fresh, 'w', 0o600);
  writeSync(file, JSON.stringify(next, null, 2));
  fsyncSync(file);
  closeSync(file);
  renameSync(fresh, settings.dataFile);
}

let current = read();
const watchers = new Set<() => void>();

export function books(): Books {
  return current;
}

/** Changes the books in one step: if `edit` throws or the disk refuses, nothing has changed. */
export function change(edit: (draft: Books) => void): void {
  const draft = structuredClone(current);
  edit(draft);
  write(draft);
  current = draft;
  for (const tell of watchers) tell();
}

/** Calls `tell` after every change, until the returned function is called. */
export function watch(tell: () => void): () => void {
  watchers.add(tell);
  return () => watchers.delete(tell);
}
