import { type PublicClient, parseAbi } from 'viem';
import { hex } from '@/lib/chains/address';
import { missingAs } from '@/lib/evm/missing-as';

/** The lists that Tether (old and new), Circle and Paxos keep in their tokens: who is on one cannot send or, with some, receive. */
const lists = parseAbi([
  'function isBlackListed(address account) view returns (bool)',
  'function isBlacklisted(address account) view returns (bool)',
  'function isBlocked(address account) view returns (bool)',
  'function isFrozen(address account) view returns (bool)',
]);

/** Whether the token itself says that it blocks this address; a token without such a list blocks nobody. */
export async function isBlocked(client: PublicClient, token: string, address: string): Promise<boolean> {
  const answers = await Promise.all(
    (['isBlackListed', 'isBlacklisted', 'isBlocked', 'isFrozen'] as const).map((functionName) =>
      client
        .readContract({ address: hex(token), abi: lists, functionName, args: [hex(address)] })
        .catch(missingAs(false)),
    ),
  );
  return answers.includes(true);
}
