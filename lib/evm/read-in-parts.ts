import { isRefused } from './nodes/refused';

export type Span = { from: bigint; to: bigint };

/** Most blocks of one part: what most nodes grant a log query. */
const maxBlocks = 1_000n;

/**
 * Reads a range of blocks part by part, in order, each when the one before it was taken. A node that refuses so many at
 * once is asked for half, down to one block, and for no more afterwards. Every part says where it begins and ends.
 */
export async function* readInParts<T>(
  { from, to }: Span,
  read: (part: Span) => Promise<T>,
  most: bigint = maxBlocks,
): AsyncGenerator<{ part: Span; found: T }> {
  let step = most;
  for (let next = from; next <= to; ) {
    const part = { from: next, to: next + step - 1n < to ? next + step - 1n : to };
    const granted = await readIfGranted(part, read);
    if (!granted) {
      step = (part.to - part.from + 1n) / 2n;
      continue;
    }
    yield { part, found: granted.found };
    next = part.to + 1n;
  }
}

/** The same from the newest block down to the oldest; each part's blocks stand in their usual order. */
export async function* readDownInParts<T>(
  { from, to }: Span,
  read: (part: Span) => Promise<T>,
  most: bigint = maxBlocks,
): AsyncGenerator<{ part: Span; found: T }> {
  let step = most;
  for (let next = to; next >= from; ) {
    const part = { from: next - step + 1n > from ? next - step + 1n : from, to: next };
    const granted = await readIfGranted(part, read);
    if (!granted) {
      step = (part.to - part.from + 1n) / 2n;
      continue;
    }
    yield { part, found: granted.found };
    next = part.from - 1n;
  }
}

/** Null when the node refuses to tell of so many blocks at once. */
async function readIfGranted<T>(part: Span, read: (part: Span) => Promise<T>): Promise<{ found: T } | null> {
  try {
    return { found: await read(part) };
  } catch (error) {
    if (part.to > part.from && isRefused(error)) return null;
    throw error;
  }
}
