import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import { callRpc } from './json-rpc';

/** The parts of a saved chain without which it cannot be continued. */
const stateSchema = z.object({
  block: z.object({ number: z.union([z.string(), z.number()]) }).loose(),
  accounts: z.record(z.string(), z.unknown()),
  blocks: z.array(z.unknown()).min(1),
  transactions: z.array(z.unknown()),
});

const files = (directory: string) => ({
  current: path.join(directory, 'state.json.gz'),
  previous: path.join(directory, 'state.previous.json.gz'),
  unfinished: path.join(directory, 'state.unfinished.json.gz'),
  unpacked: path.join(directory, 'state.json'),
});

function writeDurably(file: string, bytes: Uint8Array): void {
  const handle = openSync(file, 'w', 0o600);
  try {
    writeSync(handle, bytes);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Saves the whole chain. A crash at any moment leaves the new state or the one before, never half of one. */
export async function saveChain(rpcUrl: string, directory: string): Promise<void> {
  const packed = z.templateLiteral(['0x', z.string()]).parse(await callRpc(rpcUrl, 'anvil_dumpState', [], 60_000));
  const { current, previous, unfinished } = files(directory);
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  writeDurably(unfinished, Buffer.from(packed.slice(2), 'hex'));
  if (existsSync(current)) renameSync(current, previous);
  renameSync(unfinished, current);
}

function readState(file: string): Buffer | null {
  try {
    const json = gunzipSync(readFileSync(file));
    stateSchema.parse(JSON.parse(json.toString('utf8')));
    return json;
  } catch {
    return null;
  }
}

/**
 * Unpacks the newest saved state that is whole into a file for anvil to load; null on a first start. A state that is
 * there but cannot be read is an error: to go on with an empty chain would lose what the database remembers.
 */
export function unpackChain(directory: string): string | null {
  const { current, previous, unpacked } = files(directory);
  const saved = [current, previous].filter((file) => existsSync(file));
  if (saved.length === 0) return null;
  for (const file of saved) {
    const json = readState(file);
    if (!json) continue;
    writeDurably(unpacked, json);
    return unpacked;
  }
  throw new Error(`The saved local chain in ${directory} cannot be read; delete the whole data folder to start again.`);
}

export function removeUnpacked(directory: string): void {
  rmSync(files(directory).unpacked, { force: true });
}
