import type { ChainKey } from '@/db/vocabulary/chains';
import { hex } from '@/lib/chains/address';
import type { Listener } from '@/lib/cursors/listener';
import { reading } from '@/lib/evm/rpc';
import { recordClaims, type Sender } from '@/lib/payouts/sightings';
import { selectVaults } from '@/lib/payouts/store';
import { selectUnrecorded } from '@/lib/payouts/transfer-store';
import { contractRail } from '@/lib/rails/contract/rail';
import { ofKind } from '@/lib/rails/sighting';
import { cancelOnChain } from './cancel-on-chain';

/** Claims that the vaults paid, and claim ids that they burnt. */
export const claimListener: Listener = {
  looks: async (db, chain) => {
    const wallets = (await selectVaults(db, chain)).map(({ address }) => address);
    return contractRail.watch(chain, { wallets, safes: [] });
  },
  apply: async (ctx, chain, { seen, known }) => {
    // Blocks are read several times, so most of what they show was recorded before.
    const claims = await selectUnrecorded(ctx.db, chain, ofKind(seen, 'claim'));
    const senders = await readSenders(chain, [...new Set(claims.map(({ hash }) => hash))]);
    const seenClaims = claims.map((claim) => ({
      ...{ claim, from: senders.get(claim.hash) ?? { sender: null, nonce: null } },
      isNew: claim.blockNumber > known,
    }));
    await recordClaims(ctx, chain, seenClaims);
    for (const cancellation of ofKind(seen, 'cancellation')) await cancelOnChain(ctx, chain, cancellation);
  },
};

function readSenders(chain: ChainKey, hashes: readonly string[]): Promise<Map<string, Sender>> | Map<string, Sender> {
  if (hashes.length === 0) return new Map();
  return reading(chain, async (client) => {
    const found = await Promise.all(hashes.map((hash) => client.getTransaction({ hash: hex(hash) })));
    return new Map(
      found.map(({ hash, from, nonce }) => [hash.toLowerCase(), { sender: from.toLowerCase(), nonce }] as const),
    );
  });
}
