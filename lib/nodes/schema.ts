import type { ChainKey } from '@/db/vocabulary/chains';

/** A node as the operator sees it. Times are of the look of a worker, twice a minute. */
export type NodeView = {
  host: string;
  place: number;
  looked_at: string;
  /** It answers as a node of this chain does. */
  answers: boolean;
  head: string | null;
  final: string | null;
  /** Blocks of logs that it grants at once. */
  log_blocks: string | null;
  /** How far its newest block is behind the newest of all nodes of the chain. */
  lag_blocks: string | null;
  lag_seconds: number | null;
  lacks: string[];
  last_fault: string | null;
  last_fault_at: string | null;
};

export type ChainNodesView = { chain: ChainKey; dispute: string | null; nodes: NodeView[] };
