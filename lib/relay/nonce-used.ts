import type { Queryable } from '@/db/client';
import { selectAccounts } from './account-store';
import { countFinal } from './look';
import { selectSends } from './send-store';

/** Whether something in this block or below used up the nonce of a send, as a node tells of that block; false where it does not. */
export async function isNonceUsed(db: Queryable, ref: string, blockNumber: bigint): Promise<boolean> {
  const [send] = await selectSends(db, [ref]);
  if (!send || send.nonce === null) return false;
  const account = (await selectAccounts(db, send.chain)).find(({ id }) => id === send.accountId);
  const used = account ? await countFinal(send.chain, account.address, blockNumber) : null;
  return used !== null && used > send.nonce;
}
