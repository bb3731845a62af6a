import type { PublicClient } from 'viem';
import { hex } from '@/lib/chains/address';

/** What stands at an address: nothing, a contract, or a wallet whose key delegates to one (EIP-7702) and still signs. */
export type CodeKind = 'none' | 'delegated' | 'contract';

export async function readCodeKind(client: PublicClient, address: string, blockNumber?: bigint): Promise<CodeKind> {
  const code = await client.getCode({ address: hex(address), blockNumber });
  if (!code || code === '0x') return 'none';
  return code.toLowerCase().startsWith('0xef0100') && code.length === 48 ? 'delegated' : 'contract';
}
