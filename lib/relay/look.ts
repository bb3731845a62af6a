import { type PublicClient, type TransactionReceipt, TransactionReceiptNotFoundError } from 'viem';
import type { ChainKey } from '@/db/vocabulary/chains';
import { hex } from '@/lib/chains/address';
import { chainOf } from '@/lib/chains/registry';
import { finalBlock, headBlock } from '@/lib/evm/blocks';
import { reading } from '@/lib/evm/rpc';
import type { RelayAccount } from './account-store';
import { type Market, readMarket } from './fees';
import type { RelayVersion, SignedSend } from './send-store';

export type AccountSeen = { nonce: number; balance: bigint };
export type Seen = {
  market: Market;
  headNumber: bigint;
  finalNumber: bigint;
  finalTime: Date;
  accounts: Map<string, AccountSeen>;
  /** By send: the form of it that is in a block, with its receipt. */
  mined: Map<string, { version: RelayVersion; receipt: TransactionReceipt }>;
};

/** What the chain shows of our accounts and sends, from one node. Refuses: chain_unavailable. */
export function lookAtChain(
  chain: ChainKey,
  accounts: readonly RelayAccount[],
  sends: readonly SignedSend[],
): Promise<Seen> {
  return reading(chain, async (client) => {
    const head = await headBlock(client);
    const final = await finalBlock(client, chainOf(chain), head);
    const [market, standing] = await Promise.all([
      readMarket(client),
      Promise.all(accounts.map(async ({ id, address }) => [id, await readAccount(client, address)] as const)),
    ]);
    const counts = new Map(standing);
    const finalNumber = final?.number ?? -1n;
    const asked = sends.filter((send) => mustAsk(send, counts.get(send.accountId), finalNumber));
    const found = await Promise.all(asked.map(async (send) => [send.id, await findMined(client, send)] as const));
    const mined = new Map(found.flatMap(([id, one]) => (one ? [[id, one] as const] : [])));
    return {
      market,
      headNumber: head.number,
      finalNumber,
      finalTime: final?.time ?? new Date(0),
      accounts: counts,
      mined,
    };
  });
}

/** What is in a block is asked for again once that may be final, or when its nonce is free again. */
function mustAsk({ blockNumber, nonce }: SignedSend, seen: AccountSeen | undefined, finalNumber: bigint): boolean {
  if (!seen || seen.nonce <= nonce) return blockNumber !== null;
  return blockNumber === null || blockNumber <= finalNumber;
}

async function readAccount(client: PublicClient, address: string): Promise<AccountSeen> {
  const account = { address: hex(address) };
  const [nonce, balance] = await Promise.all([client.getTransactionCount(account), client.getBalance(account)]);
  return { nonce, balance };
}

async function findMined(client: PublicClient, { versions }: SignedSend) {
  const receipts = await Promise.all(
    versions.map(({ hash }) => client.getTransactionReceipt({ hash: hex(hash) }).catch(nullIfMissing)),
  );
  for (const [index, receipt] of receipts.entries()) {
    const version = versions[index];
    if (receipt && version) return { version, receipt };
  }
  return null;
}

function nullIfMissing(error: unknown): null {
  if (error instanceof TransactionReceiptNotFoundError) return null;
  throw error;
}

/** How many nonces of an account final blocks have used up; null from a node that keeps no state of that block. */
export function countFinal(chain: ChainKey, address: string, finalNumber: bigint): Promise<number | null> {
  return reading(chain, (client) =>
    client.getTransactionCount({ address: hex(address), blockNumber: finalNumber }),
  ).catch(() => null);
}
