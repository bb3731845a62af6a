import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { dyingWithParent, endProcess, freePort, markOf, type ProcessMark } from '@/db/processes';
import { foundryBinary } from '@/scripts/foundry';
import { answersFor, mine, startBlockMaker } from './block-maker';
import { removeUnpacked, saveChain, unpackChain } from './chain-state';

export const localChainId = 31337;

/** As many as the portal waits for and some: after a restart the node knows old states of these blocks only. */
const openingBlocks = 6;

export type LocalChain = {
  rpcUrl: string;
  mark: ProcessMark;
  /** No earlier state of it was found. */
  isNew: boolean;
  /** Resolves when the chain is gone, asked or not. */
  gone: Promise<void>;
  /** Begins to make blocks; before that, only the set-up mines. */
  makeBlocks(onFailure: (error: unknown) => void): void;
  save(): Promise<void>;
  stop(): Promise<void>;
};

async function launch(directory: string, chainId: number, begins: Date | null) {
  const port = await freePort();
  const state = unpackChain(directory);
  const [program = '', ...args] = dyingWithParent('TERM', [
    foundryBinary('anvil'),
    ...['--host', '127.0.0.1', '--port', String(port), '--chain-id', String(chainId), '--no-mining', '--no-cors'],
    ...['--prune-history', '256', '--cache-path', path.join(directory, 'cache'), '--quiet'],
    ...(state ? ['--load-state', state] : []),
    ...(!state && begins ? ['--timestamp', String(Math.floor(begins.getTime() / 1000))] : []),
  ]);
  const logFile = path.join(directory, 'chain.log');
  const log = openSync(logFile, 'w', 0o600);
  const child = spawn(program, args, {
    stdio: ['ignore', log, log],
    env: { ...process.env, HOME: directory },
    detached: true,
  });
  closeSync(log);
  let isGone = false;
  const gone = new Promise<void>((resolve) => {
    const settle = () => {
      isGone = true;
      resolve();
    };
    child.once('exit', settle).once('error', settle);
  });
  const rpcUrl = `http://127.0.0.1:${port}`;
  const ready = await answersFor(rpcUrl, chainId, () => isGone);
  removeUnpacked(directory);
  const mark = child.pid ? markOf(child.pid) : null;
  if (!ready || !mark) {
    if (mark) await endProcess(mark);
    throw new Error(
      `The local chain did not start: ${readFileSync(logFile, 'utf8').trim().slice(-300) || 'no reason'}`,
    );
  }
  return { rpcUrl, mark, gone, isNew: state === null };
}

/**
 * Starts the local chain whose saved state lives in `directory`, on a free port of the loopback interface. Blocks are
 * made by us and the chain is saved after each, so a crash loses at most a block that was a moment old. `chainId`: another network's, for
 * tests that need two. `begins`: the time of its first block, where it is new; now otherwise.
 */
export async function startChain(
  directory: string,
  chainId = localChainId,
  begins: Date | null = null,
): Promise<LocalChain> {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const { rpcUrl, mark, gone, isNew } = await launch(directory, chainId, begins);
  await mine(rpcUrl, openingBlocks);
  await saveChain(rpcUrl, directory);
  const maker: { current?: ReturnType<typeof startBlockMaker> } = {};
  return {
    rpcUrl,
    mark,
    gone,
    isNew,
    makeBlocks: (onFailure) => {
      maker.current = startBlockMaker(rpcUrl, directory, onFailure);
    },
    save: () => saveChain(rpcUrl, directory),
    stop: async () => {
      await maker.current?.stop();
      await saveChain(rpcUrl, directory).catch(() => {});
      await endProcess(mark);
    },
  };
}
