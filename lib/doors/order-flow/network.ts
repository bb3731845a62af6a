import type { ChainKey } from '@/db/vocabulary';
import { chainKeys } from '@/db/vocabulary';
import { Refusal } from '@/lib/kernel/errors';

/** How the order flow and wallets call our networks. */
const names: Readonly<Record<ChainKey, readonly string[]>> = {
  local: [],
  ethereum: ['eth', 'erc20', 'mainnet'],
  base: [],
  arbitrum: ['arb', 'arbitrumone'],
  polygon: ['matic', 'pol'],
  bsc: ['bnb', 'bep20', 'binance', 'binancesmartchain', 'bnbchain', 'bnbsmartchain'],
  sepolia: [],
};

/** The network that a name stands for, however it is spelt. */
export function namedNetwork(text: string): ChainKey | undefined {
  const name = text.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
  return chainKeys.find((key) => key === name || names[key].includes(name));
}

/** The network that is meant, of those on which the merchant's gateways pay this token. Refuses: asset_unavailable. */
export function chooseNetwork(body: { token: string; network?: string }, covered: readonly ChainKey[]): ChainKey {
  const { token, network } = body;
  const unavailable = (field: string, detail: string) => new Refusal('asset_unavailable', { field, detail });
  if (network !== undefined) {
    const chain = namedNetwork(network);
    if (!chain) throw unavailable('network', `There is no network "${network}" here.`);
    if (covered.includes(chain)) return chain;
    throw unavailable('token', `No gateway of yours pays ${token} on ${chain}.`);
  }
  const [only, ...others] = covered;
  if (!only) throw unavailable('token', `No gateway of yours pays ${token}.`);
  if (others.length === 0) return only;
  throw unavailable('network', `Your gateways pay ${token} on ${covered.join(', ')}: name one of them as network.`);
}
