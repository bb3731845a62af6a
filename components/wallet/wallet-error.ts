export type WalletTrouble = 'rejected' | 'wallet_busy' | 'short_of_fee' | 'wallet_error';

/** EIP-1193 and EIP-1474 numbers. */
const userRejected = 4001;
const requestPending = -32002;

function causes(error: unknown): Error[] {
  const chain: Error[] = [];
  let next: unknown = error;
  while (next instanceof Error && chain.length < 10) {
    chain.push(next);
    next = next.cause;
  }
  return chain;
}

function codeOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
}

/** What a wallet's error means, however many layers of libraries it is wrapped in. */
export function readWalletError(error: unknown): WalletTrouble {
  const layers = causes(error);
  const codes = [error, ...layers, ...layers.map((layer) => layer.cause)].map(codeOf);
  const words = layers.map((layer) => layer.message).join(' ');
  if (codes.includes(userRejected) || codes.includes('ACTION_REJECTED')) return 'rejected';
  if (codes.includes(requestPending)) return 'wallet_busy';
  if (/insufficient (funds|balance)|exceeds the balance/i.test(words)) return 'short_of_fee';
  return /user (rejected|denied|cancell?ed)/i.test(words) ? 'rejected' : 'wallet_error';
}

/** The wallet's own words, for the details fold. */
export function walletWords(error: unknown): string {
  const words = causes(error).at(-1)?.message ?? '';
  return words.slice(0, 300);
}
