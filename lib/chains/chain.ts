import type { ChainKey } from '@/db/vocabulary/chains';

/** A token that payouts can be made in. Only well-behaved ones are listed: what is sent must be what arrives. */
export type Token = { symbol: string; name: string; address: `0x${string}`; decimals: number };

/** Facts of one chain, all public and safe to send to a browser. */
export type ChainFacts = {
  key: ChainKey;
  id: number;
  name: string;
  /** What network fees are paid in. */
  currency: { name: string; symbol: string; decimals: number };
  explorerUrl: string | null;
  /** A node that anybody may ask, for wallets that do not know the network. */
  publicNode?: string;
  tokens: readonly Token[];
  /**
   * When a block cannot change any more: a depth below the head, or the node's own word with its usual depth. A node that
   * does not know the tag is taken at `depthWithoutTag`, or is refused where that is null.
   */
  finality:
    | { confirmations: number }
    | { tag: 'safe' | 'finalized'; usualDepth: number; depthWithoutTag: number | null };
  /** Seconds between blocks, for honest waiting times. */
  blockSeconds: number;
  /** Above so many gwei for a unit of gas we send nothing ourselves; the setting RELAY_MAX_GWEI may say another number. */
  relayMaxGwei: number;
  test: boolean;
};
