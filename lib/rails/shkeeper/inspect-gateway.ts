import { z } from 'zod';
import type { GatewayFault } from '@/db/vocabulary/gateways';
import { readAddress } from '@/lib/chains/address';
import { classifySubmission, type GatewayAnswer, readBody } from './classify';
import { askForNothing, type GatewayAccess, readBalanceOf, readCryptos, readHotWalletOf } from './client';

/** Of one crypto that is to be paid: the hot wallet that pays it, in lower case, and its balance as decimal text. */
export type GatewayWallet = { crypto: string; address: string; balance: string };
export type GatewayInspection =
  | { ok: true; wallets: GatewayWallet[] }
  | { ok: false; fault: GatewayFault; crypto: string | null; words: string };

const cryptosBody = z.object({ crypto: z.array(z.string()) });
const balanceBody = z.object({ amount_crypto: z.union([z.string(), z.number()]), server_status: z.string() });
const walletBody = z.object({ fee_deposit_address: z.string() });
const saidBody = z.object({ message: z.string() });

/**
 * What no server can pay: it is told no fee and an amount that is no number, both of which every version reads before it
 * asks its wallet, and a destination that is nobody's. The newer ones look before that who may pay there.
 */
const unpayable = { amount: 'none', destination: '0x000000000000000000000000000000000000dEaD' };
/** What an admin is told about it. */
const readAsAdmin = [/^\[<class 'decimal\.ConversionSyntax'>\]$/, /^'fee'$/];
/** What a store's user is told, who may pay to the store's own wallet alone. */
const readAsStoreUser = [/^Payout destination must be /, /^Cold wallet address is not configured /];

const wordsOf = ({ body, error }: GatewayAnswer) =>
  readBody(saidBody, body)?.message ?? error ?? (body ?? '').slice(0, 200);
const fault = (of: GatewayFault, answer: GatewayAnswer, crypto: string | null = null): GatewayInspection => ({
  ...{ ok: false, fault: of, crypto, words: wordsOf(answer) },
});

/**
 * Looks whether a gateway can pay these cryptos with this login and key. It pays nothing: what tries the login is an order
 * that every server refuses before it asks its wallet.
 */
export async function inspectGateway(access: GatewayAccess, cryptos: readonly string[]): Promise<GatewayInspection> {
  const listed = await readCryptos(access);
  if (listed.status === null) return fault('unreachable', listed);
  const known = listed.status === 200 ? readBody(cryptosBody, listed.body) : null;
  if (!known) return fault('not_a_gateway', listed);
  const missing = cryptos.find((crypto) => !known.crypto.includes(crypto));
  if (missing !== undefined) return fault('crypto_unknown', listed, missing);
  return (await tryLogin(access, cryptos[0] ?? '')) ?? readWallets(access, cryptos);
}

/** Tries the login with a payout that is refused before any wallet is asked: an admin's for what it says, others' for who they are. */
async function tryLogin(access: GatewayAccess, crypto: string): Promise<GatewayInspection | null> {
  const answer = await askForNothing(access, { crypto, ...unpayable });
  const words = wordsOf(answer);
  if (answer.status === 500 && readAsAdmin.some((one) => one.test(words))) return null;
  if (answer.status === null) return fault('unreachable', answer);
  const storeUser = answer.status === 403 || readAsStoreUser.some((one) => one.test(words));
  if (storeUser) return fault('login_not_admin', answer);
  return fault(classifySubmission(answer, null).state === 'refused' ? 'login_refused' : 'not_a_gateway', answer);
}

async function readWallets(access: GatewayAccess, cryptos: readonly string[]): Promise<GatewayInspection> {
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
