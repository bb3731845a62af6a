import type { Queryable } from '@/db/client';
import type { RelayReason } from '@/db/vocabulary/relay';
import { type RelaySend, type RelayVersion, selectSends, selectTaken } from './send-store';

/** What became of a send. `final`: nothing can change it any more. `void`: it is proved that it can never be mined. */
export type SendStatus =
  | { state: 'waiting'; because: RelayReason | null }
  /** `hash` is of the newest form that a node took; null while none did. */
  | { state: 'sent'; hash: string | null }
  | {
      state: 'mined';
      final: boolean;
      hash: string;
      blockNumber: bigint;
      success: boolean;
      gasUsed: bigint;
      gasPrice: bigint;
      /** All that the network took, base units of the chain's currency. */
      cost: bigint;
    }
  | { state: 'void'; cost: bigint };

export async function statusOf(db: Queryable, ref: string): Promise<SendStatus> {
  const status = (await statusesOf(db, [ref])).get(ref);
  if (!status) throw new Error(`There is no send ${ref}`);
  return status;
}

export async function statusesOf(db: Queryable, refs: readonly string[]): Promise<Map<string, SendStatus>> {
  const [sends, taken] = await Promise.all([selectSends(db, refs), selectTaken(db, refs)]);
  return new Map(sends.map((send) => [send.id, statusFrom(send, taken.get(send.id))]));
}

function statusFrom(send: RelaySend, taken: RelayVersion | undefined): SendStatus {
  const { status, finalAt, cost } = send;
  if (status === 'lapsed' || status === 'foreign') return { state: 'void', cost: 0n };
  if (status === 'filled' && finalAt) return { state: 'void', cost: cost ?? 0n };
  if (status === 'waiting') return { state: 'waiting', because: send.because };
  if (status !== 'mined') return { state: 'sent', hash: taken?.kind === 'call' ? taken.hash : null };
  const { hash, blockNumber, success, gasUsed, gasPrice } = send;
  if (!hash || blockNumber === null || success === null || gasUsed === null || gasPrice === null || cost === null) {
    throw new Error(`The send ${send.id} is mined without its place`);
  }
  return { state: 'mined', final: finalAt !== null, hash, blockNumber, success, gasUsed, gasPrice, cost };
}
