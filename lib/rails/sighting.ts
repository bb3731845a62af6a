import type { ChainKey } from '@/db/vocabulary/chains';
import type { Look } from '@/lib/evm/read-blocks';
import type { TokenMove } from '@/lib/evm/token-moves';
import type { CancelLog, ClaimLog, OrderLog } from './rail';
import type { Execution } from './wallet/proposals';

/** What the chain shows of payments, as a rail reads it from logs. Each is told to every listener that listens. */
export type Sighting =
  | ({ kind: 'claim' } & ClaimLog)
  | ({ kind: 'cancellation' } & CancelLog)
  | ({ kind: 'order' } & OrderLog)
  | ({ kind: 'execution' } & Execution)
  | { kind: 'move'; move: TokenMove; blockNumber: bigint; blockHash: string };

/** Whose payments are awaited on a chain: the vaults or wallets that pay, and the Safes whose proposals are open. */
export type Payers = { wallets: readonly string[]; safes: readonly string[] };

/** The questions about logs by which a rail sees the payments of these payers; none while there is nobody to watch. */
export type Watch = (chain: ChainKey, payers: Payers) => Look<Sighting>[];

/** Those of one kind, in their order. */
export function ofKind<Kind extends Sighting['kind']>(
  seen: readonly Sighting[],
  kind: Kind,
): Extract<Sighting, { kind: Kind }>[] {
  return seen.filter((one): one is Extract<Sighting, { kind: Kind }> => one.kind === kind);
}
