import type { Clock } from '@/lib/kernel/clock';
import { newId } from '@/lib/kernel/ids';
import { log } from '@/lib/kernel/log';
import { mayAsk, noteAsked } from '@/lib/outgoing/breaker';
import { createSender } from '@/lib/outgoing/send';
import { operatorRules } from '@/lib/outgoing/target-url';
import type { SignatureAnswer } from '@/lib/rails/rail';
import { type Question, readAnswer, requestOf, type Service } from './message';

/** A person waits for it, with a page that gives up later than this. */
const timeoutMs = 4_000;
const sender = createSender({ rules: operatorRules, timeoutMs });

/** Whose service it is: a merchant's, or the operator's own. */
type Whose = { merchantId?: string; silentCode?: string | null };

/**
 * Asks a service for one signature. Never throws for what the service does, and takes at most four seconds. Call it
 * outside every transaction. One that is silent is left alone for a while, but for trials.
 */
export async function askSigner(
  clock: Clock,
  service: Service,
  question: Question,
  { merchantId, silentCode }: Whose = {},
): Promise<SignatureAnswer> {
  // A trial is for those who want to know how it is now.
  if (!question.isTrial && !mayAsk(service.id, performance.now())) {
    return { ok: false, because: 'signer_unreachable', word: silentCode ?? 'no_answer' };
  }
  const at = clock.now();
  const ask = { id: newId('request', at.getTime()), at, service, question };
  const outcome = await sender.send(requestOf(ask), merchantId);
  const said = await readAnswer(ask, outcome, clock.now());
  const answered = said.ok || said.because === 'signer_declined';
  noteAsked(service.id, answered, performance.now());
  if (!answered)
    log.warn({ merchantId, signer: service.id, code: said.word, err: outcome.error }, 'a signer is silent');
  return said;
}
