import type { Tx } from '@/db/client';
import type { ChainKey } from '@/db/vocabulary/chains';
import { newId } from '@/lib/kernel/ids';
import { insertSend, ringForRelay } from './send-store';

/** A call for one of our accounts to send. `value` is in base units of the chain's currency. */
export type SendOrder = {
  chain: ChainKey;
  call: { to: string; data: string; value?: bigint };
  /** The most that it may use. */
  gas: bigint;
  /** What is in no block by then is given up: its nonce is used for nothing, so that it can never be mined. */
  validUntil: Date;
  /** The one account that may send it; else any that relays. */
  accountId?: string;
};

/** Orders a call to be sent, in the caller's transaction; the worker does the rest. `statusOf` tells of the answered name. */
export async function send(tx: Tx, order: SendOrder, now: Date): Promise<string> {
  const { chain, call, gas, validUntil, accountId = null } = order;
  const id = newId('relaySend', now.getTime());
  await insertSend(tx, {
    ...{ id, chain, accountId, toAddress: call.to.toLowerCase(), data: call.data, value: call.value ?? 0n, gas },
    ...{ validUntil, status: 'waiting', createdAt: now, updatedAt: now },
  });
  await ringForRelay(tx, chain);
  return id;
}
