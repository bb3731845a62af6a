import { NeverAsked } from './ask-once';

/**
 * `rejected`: its person declined. `unable`: it says that it did not even ask them. `wallet_busy`: another request is open
 * there. `short_of_fee`: it says so, and may be wrong. `unclear`: any other answer; it may have signed or sent.
 */
export type WalletTrouble = 'rejected' | 'unable' | 'wallet_busy' | 'short_of_fee' | 'unclear';

/** EIP-1193, CAIP-25 and what ethers puts in their place. */
const declined: readonly unknown[] = [4001, 5000, 'ACTION_REJECTED'];

/**
 * Numbers by which a wallet says that it did not even ask its person: not authorised, not supported (EIP-1193, JSON-RPC),
 * and what EIP-5792 says of batches: no such capability or chain, too large, no upgrade, not all at once.
 */
const refusing: readonly unknown[] = [4100, 4200, -32601, 5700, 5710, 5740, 5750, 5760];

/** Of a wallet "another request is open", of a node "timed out": only the words tell. */
const requestPending = -32002;

/** The error and what it wraps: `cause` of libraries, `data.originalError` of wallets. */
function layersOf(error: unknown): object[] {
  const layers: object[] = [];
  let next: unknown = error;
  while (typeof next === 'object' && next !== null && layers.length < 10) {
    layers.push(next);
    next = 'cause' in next ? next.cause : originalOf(next);
  }
  return layers;
}

function originalOf(error: object): unknown {
  const data: unknown = 'data' in error ? error.data : null;
  return typeof data === 'object' && data !== null && 'originalError' in data ? data.originalError : null;
}

const codeOf = (layer: object) => ('code' in layer ? layer.code : undefined);
const messageOf = (layer: object) => ('message' in layer && typeof layer.message === 'string' ? layer.message : '');

/** What a wallet's error means, however many layers it is wrapped in. Only a plain no is taken as one. */
export function readWalletError(error: unknown): WalletTrouble {
  const layers = layersOf(error);
  const codes = layers.map(codeOf);
  const words = layers.map(messageOf).join(' ');
  if (layers.some((layer) => layer instanceof NeverAsked)) return 'unable';
  if (codes.some((code) => declined.includes(code))) return 'rejected';
  if (codes.some((code) => refusing.includes(code))) return 'unable';
  if (codes.includes(requestPending) && /already|pending/i.test(words)) return 'wallet_busy';
  if (/insufficient (funds|balance)|exceeds the balance/i.test(words)) return 'short_of_fee';
  return /user (rejected|denied|cancell?ed)/i.test(words) ? 'rejected' : 'unclear';
}

/** The wallet's own words, for the details fold. */
export function walletWords(error: unknown): string {
  return layersOf(error).map(messageOf).findLast(Boolean)?.slice(0, 300) ?? '';
}
