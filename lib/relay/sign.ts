import { keccak256 } from 'viem';
import { privateKeyToAccount } from 'viem/accounts';
import type { Tx } from '@/db/client';
import type { RelayVersionKind } from '@/db/vocabulary';
import { hex } from '@/lib/chains/address';
import { chainOf } from '@/lib/chains/registry';
import { unseal } from '@/lib/kernel/secrets';
import type { RelayAccount } from './account-store';
import type { Offer } from './fees';
import { insertVersion, type RelaySend } from './send-store';

/** An empty transfer of the account to itself. */
const fillGas = 21_000n;

type Form = { number: number; kind: RelayVersionKind; offer: Offer };

/**
 * Signs one form of a send and stores its bytes, in the caller's transaction, before any of them leaves. False when another
 * worker has signed this number.
 */
export async function signVersion(
  tx: Tx,
  account: RelayAccount,
  send: RelaySend & { nonce: number },
  { number, kind, offer }: Form,
  now: Date,
): Promise<boolean> {
  const call =
    kind === 'fill'
      ? { to: hex(account.address), data: hex('0x'), value: 0n, gas: fillGas }
      : { to: hex(send.toAddress), data: hex(send.data), value: send.value, gas: send.gas };
  const raw = await privateKeyToAccount(hex(unseal(account.sealedKey, account.id))).signTransaction({
    ...{ type: 'eip1559', chainId: chainOf(send.chain).id, nonce: send.nonce, ...call },
    ...{ maxFeePerGas: offer.maxFee, maxPriorityFeePerGas: offer.tip },
  });
  const { id: sendId, chain } = send;
  const { maxFee, tip } = offer;
  return insertVersion(tx, { sendId, number, kind, chain, hash: keccak256(raw), raw, maxFee, tip, createdAt: now });
}
