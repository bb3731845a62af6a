import { BaseError } from 'viem';
import type { ChainKey } from '@/db/vocabulary/chains';
import type { Context } from '@/lib/access/actor';
import { hex } from '@/lib/chains/address';
import { isNodeFault } from '@/lib/evm/faults';
import { sendToNodes } from '@/lib/evm/rpc';
import { log } from '@/lib/kernel/log';
import { isChainStopped } from '@/lib/stops/store';
import { type RelayVersion, savePush } from './send-store';

/** In which words nodes say that they have these very bytes. */
const known = /already known|already imported|known transaction|already exists|already in/i;

/**
 * Gives the stored bytes of a form to the nodes. Giving them twice changes nothing, so in doubt it is done again; what the
 * nodes answer is only noted: whether it was sent is read from the chain. Where the chain is stopped it waits, signed.
 */
export async function push(ctx: Context, chain: ChainKey, version: RelayVersion): Promise<void> {
  if (await isChainStopped(ctx.db, chain)) return;
  const answers = await sendToNodes(chain, hex(version.raw));
  const taken = answers.map((error) => error === null || isKnown(chain, version, error));
  await savePush(ctx.db, version, taken.includes(true), ctx.clock.now());
}

function isKnown(chain: ChainKey, version: RelayVersion, error: unknown): boolean {
  if (error instanceof BaseError && known.test(`${error.details} ${error.message}`)) return true;
  if (!isNodeFault(error)) throw error;
  log.info({ chain, hash: version.hash, err: error }, 'a node did not take what we sent; it is sent again');
  return false;
}
