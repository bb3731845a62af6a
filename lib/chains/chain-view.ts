import type { ChainKey } from '@/db/vocabulary/chains';
import { chainOf } from './registry';

/** What has to be known of a network to speak of it with people and their wallets. */
export type ChainView = {
  key: ChainKey;
  id: number;
  name: string;
  /** What network fees are paid in. */
  currency: string;
  explorer_url: string | null;
  /** A node that anybody may ask; null where wallets know the network by themselves. */
  rpc_url: string | null;
};

export function viewChain(of: ChainKey): ChainView {
  const { key, id, name, currency, explorerUrl, publicNode } = chainOf(of);
  return { key, id, name, currency: currency.symbol, explorer_url: explorerUrl, rpc_url: publicNode ?? null };
}
