import { getAddress, recoverAddress } from 'viem';
import { z } from 'zod';
import { hex } from '@/lib/chains/address';
import { standard } from '@/lib/dialects/standard';
import type { Outcome } from '@/lib/outgoing/send';
import { digestOf } from '@/lib/rails/contract/voucher';
import type { SignatureAnswer, Voucher } from '@/lib/rails/rail';

/** What is said between the portal and a signer that a merchant keeps itself: docs/remote-signer.md. */

/** The payout that a voucher is for; null for a trial, whose voucher no contract takes. */
export type Subject = { id: string; reference: string } | null;

export type Ask = { id: string; url: string; secret: string; at: Date; voucher: Voucher; payout: Subject };

/** The request, proved as webhooks of the standard dialect are. */
export function requestOf({ id, url, secret, at, voucher, payout }: Ask) {
  const { chainId, contract, kind, message } = voucher;
  const named = kind === 'KeyPayout' ? 'claim_key' : 'recipient';
  const body = JSON.stringify({
    type: payout ? 'voucher.sign' : 'voucher.try',
    payout,
    voucher: {
      ...{ chain_id: chainId, contract: getAddress(contract), vault: getAddress(message.vault) },
      ...{ token: getAddress(message.token), [named]: getAddress(message.recipient) },
      ...{ amount: String(message.amount), fee: String(message.fee), fee_collector: getAddress(message.feeCollector) },
      ...{ payout_id: String(message.payoutId), deadline: String(message.deadline) },
    },
  });
  const request = { method: 'POST' as const, url, headers: { 'content-type': 'application/json' }, body };
  return standard.sign(request, { signing: 'hmac', secrets: [secret] }, { id, at, merchantId: '' });
}

const signedAnswer = z.strictObject({
  type: z.literal('voucher.signed'),
  request: z.string(),
  /** 65 bytes; s in the lower half, as the contract takes it. */
  signature: z.string().regex(/^0x[0-9a-f]{64}[0-7][0-9a-f]{63}1[bc]$/i),
});
const refusedAnswer = z.strictObject({
  type: z.literal('voucher.refused'),
  request: z.string(),
  code: z.string().regex(/^[a-z][a-z0-9_]{0,39}$/),
  detail: z.string().max(500).optional(),
});
const answers = z.discriminatedUnion('type', [signedAnswer, refusedAnswer]);

const silent = (word: string): SignatureAnswer => ({ ok: false, because: 'signer_unreachable', word });

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** What an answer comes to: a signature counts only if `address` made it over exactly what was asked. */
export async function readAnswer(ask: Ask, address: string, outcome: Outcome, now: Date): Promise<SignatureAnswer> {
  const { status, answer, headers } = outcome;
  if (status === null || answer === null) return silent('no_answer');
  if (status !== 200 && status !== 422) return silent(`status_${status}`);
  const proved = headers['webhook-id'] === ask.id;
  const message = { method: 'POST' as const, url: ask.url, headers, body: answer };
  if (!proved || !standard.verify(message, ask.secret, { now, merchantId: '' })) return silent('answer_unproved');
  const said = answers.safeParse(readJson(answer));
  if (!said.success || said.data.request !== ask.id) return silent('answer_unreadable');
  if (said.data.type === 'voucher.refused') return { ok: false, because: 'signer_declined', word: said.data.code };
  const signature = hex(said.data.signature);
  const by = await recoverAddress({ hash: digestOf(ask.voucher), signature }).catch(() => null);
  return by?.toLowerCase() === address ? { ok: true, signature } : silent('wrong_signature');
}
