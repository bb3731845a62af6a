import { type ChainKey, chainKeys, type PostingKind } from '@/db/vocabulary';

export type LogPlace = { chain: ChainKey; hash: string; logIndex: number | null };

/** Which kinds name a log, and where in their reference its hash stands. */
const hashAt: Partial<Record<PostingKind, number>> = { settle: 2, deposit: 3, outflow: 3, clear: 3 };

/** The chain's log that a posting stands for; null for what happened in the books alone. */
export function placeOf({ kind, originRef }: { kind: PostingKind; originRef: string }): LogPlace | null {
  const parts = originRef.split(':');
  const chain = chainKeys.find((key) => key === parts[0]);
  const at = hashAt[kind];
  if (!chain || at === undefined) return null;
  const [hash = '', index = ''] = parts.slice(at);
  if (!/^0x[0-9a-f]{64}$/.test(hash)) return null;
  return { chain, hash, logIndex: /^\d+$/.test(index) ? Number(index) : null };
}
