import { type ChainKey, shippedChains } from '@/db/vocabulary/chains';
import { otherNames } from '@/lib/chains/other-names';
import { readChainKey } from '@/lib/chains/registry';
import { Refusal } from '@/lib/kernel/errors';

/** The network that a name stands for, however it is spelt. */
export function namedNetwork(text: string): ChainKey | undefined {
  const name = text.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
  return readChainKey(name) ?? shippedChains.find((key) => otherNames[key].includes(name));
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
