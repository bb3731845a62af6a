import { type Chain, createPublicClient, custom, type Hash } from 'viem';
import type { Provider } from './ask-once';

/**
 * Watches, through the wallet itself, whether the transfer is sped up there, and tells the new hash.
 * What it sees decides nothing: the portal reads the chain. Errors end the watch silently.
 */
export function followReplacement(provider: Provider, chain: Chain, hash: Hash, onNewHash: (hash: Hash) => void): void {
  const client = createPublicClient({ chain, transport: custom(provider), pollingInterval: 4000 });
  client
    .waitForTransactionReceipt({
      hash,
      timeout: 30 * 60_000,
      onReplaced: ({ reason, transaction }) => reason !== 'cancelled' && onNewHash(transaction.hash),
    })
    .catch(() => {});
}
