import { type Hash, type Hex, isHex, numberToHex, stringToHex } from 'viem';
import { addressOf, hexOf } from './hex-text';

/** What we need of a connected wallet; wagmi's connectors have it. */
export type AskedWallet = { getProvider(): Promise<unknown>; getChainId(): Promise<number> };

export type Provider = { request(question: { method: string; params: readonly unknown[] }): Promise<unknown> };
type Call = { to: string; data: string };

/** The wallet was not asked at all: nothing can have been signed or sent. */
export class NeverAsked extends Error {
  override readonly name = 'NeverAsked';
}

/** The wallet was asked and gave no answer that can be used: it may still have acted. */
export class NoUsableAnswer extends Error {
  override readonly name = 'NoUsableAnswer';
}

/**
 * The only door through which a wallet is asked to sign or to send: one question of one method, once. Libraries repeat
 * such a question in other words when a wallet answers with an error, and it may have sent before it erred.
 */
async function ask(
  wallet: AskedWallet,
  method: string,
  params: readonly unknown[],
  chainId?: number,
): Promise<unknown> {
  const provider = await providerOf(wallet, chainId);
  return provider.request({ method, params });
}

async function providerOf(wallet: AskedWallet, chainId: number | undefined): Promise<Provider> {
  const provider: unknown = await wallet.getProvider().catch(() => null);
  if (!isProvider(provider)) throw new NeverAsked('The wallet is not reachable from this page.');
  const shown = chainId === undefined ? undefined : await wallet.getChainId().catch(() => null);
  if (shown !== chainId) throw new NeverAsked(`The wallet is not on the network number ${chainId}.`);
  return provider;
}

/** A wallet as it speaks (EIP-1193): to read through it, or to ask which accounts it shows. */
export function isProvider(value: unknown): value is Provider {
  return typeof value === 'object' && value !== null && 'request' in value && typeof value.request === 'function';
}

/** Has the wallet send this call. Answers its hash, which for a Safe is that of its proposal. */
export async function sendOnce(wallet: AskedWallet, from: string, chainId: number, call: Call): Promise<Hash> {
  const fields = { from: addressOf(from), to: addressOf(call.to), data: hexOf(call.data), value: '0x0' } as const;
  const params = [{ ...fields, chainId: numberToHex(chainId) }];
  const answer = await ask(wallet, 'eth_sendTransaction', params, chainId);
  if (isHex(answer) && answer.length === 66) return answer;
  throw new NoUsableAnswer('The wallet answered without a hash.');
}

/** Has the wallet send all these calls as one, all or none (EIP-5792). Answers what the wallet calls them. */
export async function sendAllOnce(
  wallet: AskedWallet,
  from: string,
  chainId: number,
  calls: readonly Call[],
): Promise<string> {
  const listed = calls.map(({ to, data }) => ({ to: addressOf(to), data: hexOf(data), value: '0x0' }));
  const about = { version: '2.0.0', from: addressOf(from), chainId: numberToHex(chainId), atomicRequired: true };
  const answer = await ask(wallet, 'wallet_sendCalls', [{ ...about, calls: listed }], chainId);
  const id: unknown = typeof answer === 'object' && answer !== null && 'id' in answer ? answer.id : answer;
  if (typeof id === 'string' && id !== '') return id;
  throw new NoUsableAnswer('The wallet answered without a name for its batch.');
}

/** Has the wallet sign a text, which moves nothing. */
export async function signOnce(wallet: AskedWallet, address: string, text: string): Promise<Hex> {
  const answer = await ask(wallet, 'personal_sign', [stringToHex(text), addressOf(address)]);
  if (isHex(answer)) return answer;
  throw new NoUsableAnswer('The wallet answered without a signature.');
}
