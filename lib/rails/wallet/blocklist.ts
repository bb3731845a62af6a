import {
  BaseError,
  ContractFunctionRevertedError,
  ContractFunctionZeroDataError,
  type PublicClient,
  parseAbi,
} from 'viem';
import { hex } from '@/lib/chains/address';

/** The lists that Tether and Circle keep in their tokens: who is on one can neither send nor, with Circle, receive. */
const lists = parseAbi([
  'function isBlackListed(address account) view returns (bool)',
  'function isBlacklisted(address account) view returns (bool)',
]);

/** Whether the token itself says that it blocks this address; a token without such a list blocks nobody. */
export async function isBlocked(client: PublicClient, token: string, address: string): Promise<boolean> {
  const answers = await Promise.all(
    (['isBlackListed', 'isBlacklisted'] as const).map((functionName) =>
      client
        .readContract({ address: hex(token), abi: lists, functionName, args: [hex(address)] })
        .catch(falseIfMissing),
    ),
  );
  return answers.includes(true);
}

/** Only the token's own refusal means that it has no such list; a node that does not answer means nothing. */
function falseIfMissing(error: unknown): false {
  const missing =
    error instanceof BaseError &&
    error.walk(
      (cause) => cause instanceof ContractFunctionRevertedError || cause instanceof ContractFunctionZeroDataError,
    );
  if (missing) return false;
  throw error;
}
