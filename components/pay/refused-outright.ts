/**
 * Numbers by which a wallet says that it did not even ask its person: not authorised, not supported (EIP-1193, JSON-RPC),
 * and what EIP-5792 says of batches: no such capability or chain, too large, no upgrade, not all at once.
 */
const numbers: readonly unknown[] = [4100, 4200, -32601, 5700, 5710, 5740, 5750, 5760];

/** Whether a wallet's error says for certain that nothing was signed, however many layers it is wrapped in. */
export function refusedOutright(error: unknown): boolean {
  let next: unknown = error;
  for (let depth = 0; depth < 10 && typeof next === 'object' && next !== null; depth += 1) {
    if ('code' in next && numbers.includes(next.code)) return true;
    next = 'cause' in next ? next.cause : null;
  }
  return false;
}
