import type { Context } from '@/lib/access/actor';
import { newId } from '@/lib/kernel/ids';
import { log } from '@/lib/kernel/log';
import { unseal } from '@/lib/kernel/secrets';
import { createSender } from '@/lib/outgoing/send';
import { operatorRules } from '@/lib/outgoing/target-url';
import type { SignatureAnswer, Voucher } from '@/lib/rails/rail';
import { mayAsk, noteAsked } from './breaker';
import { readAnswer, requestOf, type Subject } from './message';
import { type RemoteSigner, saveAnswer } from './store';

/** A person waits for it, with a page that gives up later than this. */
const timeoutMs = 4_000;
const sender = createSender({ rules: operatorRules, timeoutMs });

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
  // A trial is pressed by a person who wants to know how it is now.
  if (payout && !mayAsk(signer.id, performance.now())) {
    return { ok: false, because: 'signer_unreachable', word: signer.silentCode ?? 'no_answer' };
  }
  const at = ctx.clock.now();
  const { id, url, address, merchantId } = signer;
  const ask = { id: newId('request', at.getTime()), url, secret: unseal(signer.secret, id), at, voucher, payout };
  const outcome = await sender.send(requestOf(ask), merchantId);
  const said = await readAnswer(ask, address, outcome, ctx.clock.now());
  const answered = said.ok || said.because === 'signer_declined';
  noteAsked(id, answered, performance.now());
  if (!answered)
    log.warn({ merchantId, signer: id, code: said.word, err: outcome.error }, 'a merchant’s signer is silent');
  await saveAnswer(ctx.db, signer, said, at);
  return said;
}
