import { copyFileSync, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { prepareChain } from '@/demo/chain';
import { startChain } from '@/scripts/services/chain';
import { testSigner } from './signer';

declare module 'vitest' {
  interface ProvidedContext {
    /** A folder with a saved chain: contract and token are there, the vault is full and has named the test signer. */
    preparedChain: string;
  }
}

/** Prepares the chain once for the whole run; each test file goes on from a copy, with a node of its own. */
export default async function setup(project: TestProject): Promise<() => void> {
  const directory = path.resolve('.tmp', `test-chain-${process.pid}`);
  const chain = await startChain(directory);
  await prepareChain(chain.rpcUrl, testSigner.address);
  await chain.stop();
  project.provide('preparedChain', directory);
  return () => rmSync(directory, { recursive: true, force: true });
}

/** Where a node begins that goes on from the prepared chain. */
export function copyPreparedChain(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  copyFileSync(path.join(from, 'state.json.gz'), path.join(to, 'state.json.gz'));
}
