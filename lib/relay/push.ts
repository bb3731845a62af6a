import { BaseError } from 'viem';
import type { ChainKey } from '@/db/vocabulary';
import type { Context } from '@/lib/access/actor';
import { hex } from '@/lib/chains/address';
import { reading } from '@/lib/evm/rpc';
import { Refusal } from '@/lib/kernel/errors';
import { log } from '@/lib/kernel/log';
import { type RelayVersion, savePush } from './send-store';

/** In which words nodes say that they have these very bytes. */
const known = /already known|already imported|known transaction|already exists|already in/i;

/**
 * Gives the stored bytes of a form to the node. Giving them twice changes nothing, so in doubt it is done again; what the
 * node answers is only noted: whether it was sent is read from the chain.
 */
export async function push(ctx: Context, chain: ChainKey, version: RelayVersion): Promise<void> {
  const taken = await reading(chain, (client) =>
    client.sendRawTransaction({ serializedTransaction: hex(version.raw) }),
  ).then(
    () => true,
    (error: unknown) => isKnown(chain, version, error),
  );
  await savePush(ctx.db, version, taken, ctx.clock.now());
}

function isKnown(chain: ChainKey, version: RelayVersion, error: unknown): boolean {
  const caught = error instanceof Refusal ? error.cause : error;
  if (caught instanceof BaseError && known.test(`${caught.details} ${caught.message}`)) return true;
  if (!(error instanceof Refusal) && !(error instanceof BaseError)) throw error;
  log.info({ chain, hash: version.hash, err: error }, 'a node did not take what we sent; it is sent again');
  return false;
}
