import { z } from 'zod';
import { readAddress } from '@/lib/chains/address';
import { classifySubmission, type GatewayAnswer, readBody } from './classify';
import { type GatewayAccess, readBalanceOf, readCryptos, readHotWalletOf, submitPayout } from './client';

/** What keeps a gateway from being used, each for its own words. */
export type GatewayFault =
  | 'unreachable'
  | 'not_a_gateway'
  | 'login_refused'
  | 'login_not_admin'
  | 'key_refused'
  | 'crypto_unknown'
  | 'wallet_unknown'
  | 'wallet_offline';

/** Of one crypto that is to be paid: the hot wallet that pays it, in lower case, and its balance as decimal text. */
export type GatewayWallet = { crypto: string; address: string; balance: string };
export type GatewayState =
  | { ok: true; wallets: GatewayWallet[] }
  | { ok: false; fault: GatewayFault; crypto: string | null; words: string };

const cryptosBody = z.object({ crypto: z.array(z.string()) });
const balanceBody = z.object({ amount_crypto: z.union([z.string(), z.number()]), server_status: z.string() });
const walletBody = z.object({ fee_deposit_address: z.string() });
const saidBody = z.object({ message: z.string() });

/** A crypto that no gateway has: a payout of it is refused before the wallet, and only to who may order payouts. */
const noCrypto = 'DRAWBRIDGE-PROBE';

const wordsOf = ({ body, error }: GatewayAnswer) =>
  readBody(saidBody, body)?.message ?? error ?? (body ?? '').slice(0, 200);
const fault = (of: GatewayFault, answer: GatewayAnswer, crypto: string | null = null): GatewayState => ({
  ...{ ok: false, fault: of, crypto, words: wordsOf(answer) },
});

/**
 * Looks whether a gateway can pay these cryptos with this login and key. It pays nothing: what tries the login is an order
 * that every server refuses before it asks its wallet.
 */
export async function inspectGateway(access: GatewayAccess, cryptos: readonly string[]): Promise<GatewayState> {
  const listed = await readCryptos(access);
  if (listed.status === null) return fault('unreachable', listed);
  const known = listed.status === 200 ? readBody(cryptosBody, listed.body) : null;
  if (!known) return fault('not_a_gateway', listed);
  const missing = cryptos.find((crypto) => !known.crypto.includes(crypto));
  if (missing !== undefined) return fault('crypto_unknown', listed, missing);
  return (await tryLogin(access)) ?? readWallets(access, cryptos);
}

/** An admin's order of a crypto that does not exist is refused for that; a store user's, or a stranger's, for who asks. */
async function tryLogin(access: GatewayAccess): Promise<GatewayState | null> {
  const order = { crypto: noCrypto, externalId: `probe-${crypto.randomUUID()}`, amount: '0', destination: '0x0' };
  const answer = await submitPayout(access, { ...order, callbackUrl: null });
  const words = wordsOf(answer);
  if (answer.status === 500 && words === `Unknown crypto: ${noCrypto}`) return null;
  if (answer.status === null) return fault('unreachable', answer);
  if (answer.status === 403 || /^Payout destination must be /.test(words)) return fault('login_not_admin', answer);
  return fault(classifySubmission(answer).state === 'refused' ? 'login_refused' : 'not_a_gateway', answer);
}

async function readWallets(access: GatewayAccess, cryptos: readonly string[]): Promise<GatewayState> {
  const wallets: GatewayWallet[] = [];
  for (const name of cryptos) {
    const balance = await readBalanceOf(access, name);
    const held = balance.status === 200 ? readBody(balanceBody, balance.body) : null;
    if (!held) return fault(/API key/.test(wordsOf(balance)) ? 'key_refused' : 'crypto_unknown', balance, name);
    if (held.server_status === 'Offline') return fault('wallet_offline', balance, name);
    const wallet = await readHotWalletOf(access, name);
    const address = readAddress(readBody(walletBody, wallet.body)?.fee_deposit_address ?? '');
    if (!address) return fault('wallet_unknown', wallet, name);
    wallets.push({ crypto: name, address, balance: String(held.amount_crypto) });
  }
  return { ok: true, wallets };
}
