import { getAddress } from 'viem';
import type { Context } from '@/lib/access/actor';
import { unseal } from '@/lib/kernel/secrets';
import { digestOf } from '@/lib/rails/contract/voucher';
import type { SignatureAnswer, Voucher } from '@/lib/rails/rail';
import { askSigner } from '@/lib/signers/ask';
import { type RemoteSigner, saveAnswer } from './store';

/** The payout that a voucher is for; null for a trial, whose voucher no contract takes. */
export type Subject = { id: string; reference: string } | null;

/**
 * Asks a merchant's own signer for one voucher, and keeps what it said last. Never throws for what the signer does; takes
 * at most four seconds. Call it outside every transaction.
 */
export async function askRemote(
  ctx: Context,
  signer: RemoteSigner,
  voucher: Voucher,
  payout: Subject,
): Promise<SignatureAnswer> {
  const { id, url, address, merchantId, silentCode } = signer;
  const at = ctx.clock.now();
  const question = {
    ...{ what: 'voucher' as const, isTrial: payout === null, said: { payout, voucher: inWords(voucher) } },
    hash: digestOf(voucher),
  };
  const service = { id, url, address, secret: unseal(signer.secret, id) };
  const said = await askSigner(ctx.clock, service, question, { merchantId, silentCode });
  await saveAnswer(ctx.db, signer, said, at);
  return said;
}

function inWords({ chainId, contract, kind, message }: Voucher): object {
  const named = kind === 'KeyPayout' ? 'claim_key' : 'recipient';
  return {
    ...{ chain_id: chainId, contract: getAddress(contract), vault: getAddress(message.vault) },
    ...{ token: getAddress(message.token), [named]: getAddress(message.recipient) },
    ...{ amount: String(message.amount), fee: String(message.fee), fee_collector: getAddress(message.feeCollector) },
    ...{ payout_id: String(message.payoutId), deadline: String(message.deadline) },
  };
}
