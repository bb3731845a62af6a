import { erc20Abi, type PublicClient } from 'viem';
import type { SenderKind } from '@/db/vocabulary/payouts';
import { hex } from '@/lib/chains/address';
import { drawbridgeAddress } from '@/lib/chains/deployments';
import { readCodeKind } from '@/lib/evm/code';

/** What a wallet that is about to pay has and can do; base units. */
export type SenderFacts = {
  kind: SenderKind;
  nonce: number;
  coins: bigint;
  balance: bigint;
  /** What our contract may take from it. */
  allowance: bigint;
  /** Whether our contract is on this chain at all. */
  hasContract: boolean;
};

export async function readSender(client: PublicClient, sender: string, token: string): Promise<SenderFacts> {
  const address = hex(sender);
  const erc20 = { address: hex(token), abi: erc20Abi } as const;
  const [code, contract, nonce, coins, balance, allowance] = await Promise.all([
    readCodeKind(client, sender),
    readCodeKind(client, drawbridgeAddress),
    client.getTransactionCount({ address, blockTag: 'latest' }),
    client.getBalance({ address }),
    client.readContract({ ...erc20, functionName: 'balanceOf', args: [address] }),
    client.readContract({ ...erc20, functionName: 'allowance', args: [address, drawbridgeAddress] }),
  ]);
  const kind = code === 'contract' ? 'contract' : 'key';
  return { kind, nonce, coins, balance, allowance, hasContract: contract === 'contract' };
}
