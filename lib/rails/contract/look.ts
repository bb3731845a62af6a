import { encodeFunctionData, erc20Abi, type PublicClient } from 'viem';
import type { ChainKey } from '@/db/vocabulary/chains';
import { drawbridgeAbi } from '@/lib/chains/abi/drawbridge';
import { hex } from '@/lib/chains/address';
import { drawbridgeAddress } from '@/lib/chains/deployments';
import { rpcUrlsOf } from '@/lib/chains/served';
import { headBlock } from '@/lib/evm/blocks';
import { revertWord } from '@/lib/evm/revert-word';
import { reading } from '@/lib/evm/rpc';
import type { VaultFacts, VaultState } from '@/lib/rails/rail';
import { takesPart, whyRefused } from './token-says';

const recent = new Map<string, { at: number; value: Promise<VaultState> }>();

/**
 * What a vault holds, allows and lets our signer do with one token, and what the token says against it. Read from the
 * chain, unless an answer at most `maxAgeMs` old is good enough. Refuses: chain_unavailable.
 */
export function lookAtVault(facts: VaultFacts, maxAgeMs = 0): Promise<VaultState> {
  const key = `${facts.vault}:${facts.token}:${facts.signer}`;
  return remembered(recent, facts.chain, key, maxAgeMs, () => lookNow(facts));
}

type Memory<T> = Map<string, { at: number; value: Promise<T> }>;

/** The answer of this chain's node that is known already if it is young enough; a failure is not kept. */
export function remembered<T>(
  kept: Memory<T>,
  chain: ChainKey,
  name: string,
  maxAgeMs: number,
  ask: () => Promise<T>,
): Promise<T> {
  const key = `${chain} ${rpcUrlsOf(chain)} ${name}`;
  const known = kept.get(key);
  if (known && Date.now() - known.at < maxAgeMs) return known.value;
  if (kept.size > 1_000) kept.clear();
  const value = ask();
  kept.set(key, { at: Date.now(), value });
  value.catch(() => kept.delete(key));
  return value;
}

async function lookNow({ chain, vault, token, signer, feeCollector }: VaultFacts): Promise<VaultState> {
  return reading(chain, async (client) => {
    const erc20 = { address: hex(token), abi: erc20Abi } as const;
    const [block, balance, allowance, terms, keepsPart] = await Promise.all([
      headBlock(client),
      client.readContract({ ...erc20, functionName: 'balanceOf', args: [hex(vault)] }),
      client.readContract({ ...erc20, functionName: 'allowance', args: [hex(vault), drawbridgeAddress] }),
      client.readContract({
        ...{ address: drawbridgeAddress, abi: drawbridgeAbi, functionName: 'signerOf' },
        args: [hex(vault), hex(signer), hex(token)],
      }),
      takesPart(client, token),
    ]);
    const [capacity, feeCeiling, expiry, available] = terms;
    const expired = BigInt(Math.floor(block.time.getTime() / 1000)) > expiry;
    // A vault that holds or allows nothing is refused for that, before the token is asked.
    const canTry = balance > 0n && allowance > 0n;
    const word = canTry ? await tryPayment(client, { token, vault, to: feeCollector, amount: 1n }) : null;
    return {
      balance,
      allowance,
      signer: capacity === 0n ? null : { capacity, available: expired ? 0n : available, feeCeiling, expired },
      token: word ? await whyRefused(client, { token, vault, word }) : keepsPart ? 'token_fee' : null,
      blockTime: block.time,
    };
  });
}

type Payment = { token: string; vault: string; to: string; amount: bigint };

/** Asks the token, as our contract would, to move this much; nothing is sent. Null when it would, else its word. */
export async function tryPayment(client: PublicClient, { token, vault, to, amount }: Payment): Promise<string | null> {
  const data = encodeFunctionData({
    ...{ abi: erc20Abi, functionName: 'transferFrom', args: [hex(vault), hex(to), amount] },
  });
  return client.call({ account: drawbridgeAddress, to: hex(token), data }).then(
    ({ data: answer }) => (answer && answer !== '0x' && BigInt(answer) === 0n ? 'the token answers no' : null),
    (error: unknown) => revertWord(error),
  );
}
