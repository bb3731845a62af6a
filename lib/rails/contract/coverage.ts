import { erc20Abi } from 'viem';
import { drawbridgeAbi } from '@/lib/chains/abi/drawbridge';
import { hex } from '@/lib/chains/address';
import { drawbridgeAddress } from '@/lib/chains/deployments';
import { reading } from '@/lib/evm/rpc';
import type { Coverage, CoverageFacts } from '@/lib/rails/rail';

const recent = new Map<string, { at: number; value: Promise<Coverage> }>();

/**
 * What a vault can pay through its signer: the least of balance, allowance and the signer's rolling limit. Read from the
 * chain, unless an answer at most `maxAgeMs` old is good enough. Refuses: chain_unavailable.
 */
export function readCoverage(facts: CoverageFacts, maxAgeMs = 0): Promise<Coverage> {
  const key = `${facts.chain}:${facts.vault}:${facts.token}:${facts.signer}`;
  const known = recent.get(key);
  if (known && Date.now() - known.at < maxAgeMs) return known.value;
  if (recent.size > 1_000) recent.clear();
  const value = readNow(facts);
  recent.set(key, { at: Date.now(), value });
  value.catch(() => recent.delete(key));
  return value;
}

async function readNow({ chain, vault, token, signer }: CoverageFacts): Promise<Coverage> {
  return reading(chain, async (client) => {
    const erc20 = { address: hex(token), abi: erc20Abi } as const;
    const [balance, allowance, limits] = await Promise.all([
      client.readContract({ ...erc20, functionName: 'balanceOf', args: [hex(vault)] }),
      client.readContract({ ...erc20, functionName: 'allowance', args: [hex(vault), drawbridgeAddress] }),
      client.readContract({
        address: drawbridgeAddress,
        abi: drawbridgeAbi,
        functionName: 'signerOf',
        args: [hex(vault), hex(signer), hex(token)],
      }),
    ]);
    const [, , expiry, available] = limits;
    const signerAvailable = Number(expiry) * 1000 > Date.now() ? available : 0n;
    const payable = [balance, allowance, signerAvailable].reduce((least, next) => (next < least ? next : least));
    return { balance, allowance, signerAvailable, payable };
  });
}
