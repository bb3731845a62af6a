import type { ChainKey } from '@/db/vocabulary/chains';
import { protocolOf } from '@/lib/dialects/coindirect-summary';
import { namedNetwork } from '@/lib/doors/order-flow/network';
import { Refusal } from '@/lib/kernel/errors';

/**
 * The network that `protocol` means, of those on which the merchant pays out this currency. ERC20 is the standard of every
 * network of ours, so it means Ethereum only where the merchant pays there. Refuses: asset_unavailable.
 */
export function chooseChain(
  currency: string,
  protocol: string | null | undefined,
  offered: readonly ChainKey[],
): ChainKey {
  const unavailable = (field: string, detail: string) => new Refusal('asset_unavailable', { field, detail });
  const named = protocol ? namedNetwork(protocol) : undefined;
  const [only, ...others] = offered;
  if (!only) throw unavailable('currency', `${currency} is not paid out here.`);
  if (named && offered.includes(named)) return named;
  if (protocol && !/^erc-?20$/i.test(protocol)) {
    throw unavailable('protocol', `${currency} is not paid out by ${protocol} here.`);
  }
  if (others.length === 0) return only;
  const names = offered.map(protocolOf).join(', ');
  throw unavailable('protocol', `${currency} is paid out by ${names}: name one of them as protocol.`);
}
