import { erc20Abi, type PublicClient, parseAbiItem } from 'viem';
import { hex } from '@/lib/chains/address';
import { readDownInParts } from '@/lib/evm/read-in-parts';

const transferEvent = parseAbiItem('event Transfer(address indexed from, address indexed to, uint256 value)');
/** So many blocks below the newest are looked through for a holder, and so many addresses are asked. */
const maxBlocks = 5_000n;
const maxAsked = 20;

export type Holder = { address: string; balance: bigint };

/** An address that received some of a token of late and still holds it, or null. */
export async function findHolder(client: PublicClient, token: string, head: bigint): Promise<Holder | null> {
  const from = head > maxBlocks ? head - maxBlocks : 0n;
  const parts = readDownInParts({ from, to: head }, (part) =>
    client.getLogs({ address: hex(token), event: transferEvent, fromBlock: part.from, toBlock: part.to, strict: true }),
  );
  for await (const { found } of parts) {
    const receivers = [...new Set(found.map(({ args }) => args.to.toLowerCase()))].slice(-maxAsked);
    const held = await Promise.all(receivers.map((address) => readHolder(client, token, address)));
    const largest = held.toSorted((a, b) => (a.balance < b.balance ? 1 : -1))[0];
    if (largest && largest.balance > 0n) return largest;
  }
  return null;
}

export async function readHolder(client: PublicClient, token: string, address: string): Promise<Holder> {
  const call = { address: hex(token), abi: erc20Abi, functionName: 'balanceOf', args: [hex(address)] } as const;
  return { address, balance: await client.readContract(call) };
}
