import type { EIP1193Provider, Hash } from 'viem';
import type { Config, Connector } from 'wagmi';
import { sendTransaction } from 'wagmi/actions';
import type { ClaimAnswer } from '@/lib/payouts/schema';
import { followReplacement } from './follow-replacement';
import { addressOf, hexOf } from './hex-text';

/** Has the wallet send exactly the call that the portal prepared. */
export function sendCall(
  config: Config,
  connector: Connector,
  address: string,
  { chainId, to, data, value }: ClaimAnswer['transfer'],
): Promise<Hash> {
  const call = { chainId, to: addressOf(to), data: hexOf(data), value: BigInt(value) };
  return sendTransaction(config, { ...call, account: addressOf(address), connector });
}

/** Tells of the hash that takes this one's place, if the reader speeds the transfer up in the wallet. */
export async function watchForReplacement(
  config: Config,
  connector: Connector,
  hash: Hash,
  onNewHash: (hash: Hash) => void,
): Promise<void> {
  const provider = await connector.getProvider();
  if (isProvider(provider)) followReplacement(provider, config.chains[0], hash, onNewHash);
}

function isProvider(value: unknown): value is EIP1193Provider {
  return typeof value === 'object' && value !== null && 'request' in value;
}
