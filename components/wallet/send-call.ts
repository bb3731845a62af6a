import type { Hash } from 'viem';
import type { Config, Connector } from 'wagmi';
import type { ClaimAnswer } from '@/lib/claims/schema';
import { isProvider, NeverAsked, sendOnce } from './ask-once';
import { followReplacement } from './follow-replacement';

/** Has the wallet send exactly the call that the portal prepared. */
export async function sendCall(connector: Connector, address: string, call: ClaimAnswer['transfer']): Promise<Hash> {
  if (BigInt(call.value) !== 0n) throw new NeverAsked('The portal sent a call that moves coins of the wallet.');
  return sendOnce(connector, address, call.chainId, call);
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
