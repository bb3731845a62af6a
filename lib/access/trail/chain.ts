import { createHash } from 'node:crypto';

/** What stands before a chain's first line. */
export const firstHash = '0'.repeat(64);

export type Head = { sequence: bigint; hash: string };
export const noHead: Head = { sequence: 0n, hash: firstHash };

/** What every line is hashed by, beside its number and the hash before it. */
type Facts = {
  id: bigint;
  createdAtMs: string;
  actorKind: string;
  actorId: string | null;
  action: string;
  subjectId: string;
  originAddress: string | null;
  userAgent: string | null;
  before: string | null;
  after: string | null;
  detail: string;
};
/** `merchantId`: of a merchant's line; what operators did has none. */
export type HashedLine = Facts & { merchantId?: string };

/**
 * The hash of a line in its place: sha256 over the JSON list of the form's name, the hash before, the number and every
 * fact of the line. docs/sign-in.md has it in words; changing it would break every chain.
 */
export function hashOfLine(line: HashedLine, sequence: bigint, previousHash: string): string {
  const { id, merchantId, createdAtMs, actorKind, actorId, action, subjectId } = line;
  const whose = merchantId === undefined ? [] : [merchantId];
  const form = merchantId === undefined ? 'drawbridge operators 1' : 'drawbridge audit 1';
  const place = [form, previousHash, sequence.toString()];
  const facts = [id.toString(), ...whose, createdAtMs, actorKind, actorId, action, subjectId];
  const rest = [line.originAddress, line.userAgent, line.before, line.after, line.detail];
  return createHash('sha256')
    .update(JSON.stringify([...place, ...facts, ...rest]))
    .digest('hex');
}

/** The seal that follows a head. */
export function sealAfter({ sequence, hash: previousHash }: Head, line: HashedLine, sealedAt: Date) {
  const next = sequence + 1n;
  return { lineId: line.id, sequence: next, previousHash, hash: hashOfLine(line, next, previousHash), sealedAt };
}

export type ChainFault = { sequence: string | null; lineId: string | null; what: string };
type Seal = { lineId: bigint; sequence: bigint; previousHash: string; hash: string };
type Link<Line> = { seal: Seal; line: Line | null };
/** How a chain is read on from a number; `isForeign`: whether a line is of another one. */
type ReadChain<Line> = { read(after: bigint): Promise<Link<Line>[]>; isForeign(line: Line): boolean };

/** Follows a chain from its first line, and past the seals that were written down earlier, by their numbers. */
export async function walkChain<Line extends HashedLine>(
  { read, isForeign }: ReadChain<Line>,
  awaited: Map<bigint, string>,
): Promise<{ head: Head; count: bigint; faults: ChainFault[] }> {
  const faults: ChainFault[] = [];
  let [head, count] = [noHead, 0n];
  let page = await read(0n);
  while (page.length > 0) {
    for (const { seal, line } of page) {
      const fault = (what: string) =>
        faults.push({ sequence: seal.sequence.toString(), lineId: seal.lineId.toString(), what });
      if (seal.sequence !== head.sequence + 1n) fault(`seals before it are missing, from ${head.sequence + 1n} on`);
      if (seal.previousHash !== head.hash) fault('it does not follow from the seal before it');
      if (!line) fault('its line is gone');
      else if (isForeign(line)) fault('its line belongs to another merchant');
      else if (hashOfLine(line, seal.sequence, seal.previousHash) !== seal.hash) fault('its line was changed or moved');
      const witnessed = awaited.get(seal.sequence);
      if (witnessed !== undefined && witnessed !== seal.hash) fault('it is not the seal that was written down earlier');
      awaited.delete(seal.sequence);
      head = { sequence: seal.sequence, hash: seal.hash };
      count += 1n;
    }
    page = await read(head.sequence);
  }
  for (const sequence of awaited.keys()) {
    faults.push({
      sequence: sequence.toString(),
      lineId: null,
      what: 'the seal that was written down earlier is gone',
    });
  }
  return { head, count, faults };
}
