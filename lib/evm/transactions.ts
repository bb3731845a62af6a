import {
  type PublicClient,
  TransactionNotFoundError,
  type TransactionReceipt,
  TransactionReceiptNotFoundError,
} from 'viem';
import { hex } from '@/lib/chains/address';

/** A transfer as the chain shows it now. */
export type Sighting =
  | { state: 'missing' }
  | { state: 'waiting'; sender: string; nonce: number; to: string | null; input: `0x${string}` }
  | {
      state: 'mined';
      sender: string;
      nonce: number;
      to: string | null;
      input: `0x${string}`;
      receipt: TransactionReceipt;
    };

/** What the node knows of a hash: nothing, waiting to be mined, or mined with its receipt. */
export async function sight(client: PublicClient, hash: `0x${string}`): Promise<Sighting> {
  const [transaction, receipt] = await Promise.all([
    client.getTransaction({ hash }).catch(nullIf(TransactionNotFoundError)),
    client.getTransactionReceipt({ hash }).catch(nullIf(TransactionReceiptNotFoundError)),
  ]);
  if (!transaction) return { state: 'missing' };
  const facts = {
    sender: transaction.from.toLowerCase(),
    nonce: transaction.nonce,
    to: transaction.to?.toLowerCase() ?? null,
    input: transaction.input,
  };
  return receipt ? { state: 'mined', ...facts, receipt } : { state: 'waiting', ...facts };
}

function nullIf(kind: abstract new (...args: never[]) => Error): (error: unknown) => null {
  return (error) => {
    if (error instanceof kind) return null;
    throw error;
  };
}

/** True when the sender's nonce was used by another transfer, so that this one can never be mined. */
export async function nonceIsSpent(client: PublicClient, sender: `0x${string}`, nonce: number): Promise<boolean> {
  return (await client.getTransactionCount({ address: sender, blockTag: 'latest' })) > nonce;
}

/** The same as of one block, where a block that may still go must not mislead. */
export async function nonceIsSpentAt(
  client: PublicClient,
  sender: `0x${string}`,
  nonce: number,
  blockNumber: bigint,
): Promise<boolean> {
  return (await client.getTransactionCount({ address: sender, blockNumber })) > nonce;
}

/** How many transfers of a wallet the node knows of that are in no block yet. */
export async function countWaiting(client: PublicClient, sender: `0x${string}`): Promise<number> {
  const [mined, known] = await Promise.all([
    client.getTransactionCount({ address: sender, blockTag: 'latest' }),
    client.getTransactionCount({ address: sender, blockTag: 'pending' }),
  ]);
  return Math.max(0, known - mined);
}

/** How many transfers of an account stand in blocks: the number of its next one. */
export function nonceOf(client: PublicClient, address: string): Promise<number> {
  return client.getTransactionCount({ address: hex(address), blockTag: 'latest' });
}
