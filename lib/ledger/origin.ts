import type { PostingKind, PostingSubject } from '@/db/vocabulary/books';
import type { ChainKey } from '@/db/vocabulary/chains';

export type Subject = { kind: PostingSubject; id: string };

/** The chain's log that a posting stands for. */
export type LogPlace = { blockNumber: bigint; blockHash: string; hash: string; logIndex: number };

/** What is booked, and on which chain, if on any. With kind and round it can be booked once; a second try changes nothing. */
export type Origin = { chain: ChainKey | null; subject: Subject; log: LogPlace | null };

type Row = {
  kind: PostingKind;
  subjectKind: PostingSubject;
  subjectId: string;
  chain: ChainKey | null;
  symbol: string;
  round: number;
  blockNumber: bigint | null;
  blockHash: string | null;
  hash: string | null;
  logIndex: number | null;
  reverses: string | null;
};

type Place = Pick<Row, 'blockNumber' | 'blockHash' | 'hash' | 'logIndex'>;

/** The log of a posting; null for what happened in the books alone. */
export function logOf({ blockNumber, blockHash, hash, logIndex }: Place): LogPlace | null {
  if (blockNumber === null || blockHash === null || hash === null || logIndex === null) return null;
  return { blockNumber, blockHash, hash, logIndex };
}

/** A log's place and who holds what it moved, as one word to print or to compare, never to take apart. */
export function nameOfLog(chain: ChainKey | null, log: LogPlace, holder: string, round = 1): string {
  const name = `${chain}:${log.blockNumber}:${log.blockHash}:${log.hash}:${log.logIndex}:${holder}`;
  return round > 1 ? `${name}:${round}` : name;
}

/** How the origin of a posting is printed. */
export function printOrigin(posting: Row): string {
  const { kind, subjectKind, subjectId, chain, symbol, round, reverses } = posting;
  if (reverses !== null) return reverses;
  const log = logOf(posting);
  if (!log) {
    const isHoldings = subjectKind === 'vault' || subjectKind === 'own_wallets';
    return isHoldings ? `opening:${subjectId}:${symbol}` : `${subjectId}:${round}`;
  }
  if (kind !== 'settle') return nameOfLog(chain, log, subjectId, round);
  const name = `${chain}:${log.blockHash}:${log.hash}:${log.logIndex}`;
  return round > 1 ? `${name}:${round}` : name;
}
