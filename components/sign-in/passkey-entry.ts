import { canOfferInField, signWithPasskey, stopWaiting } from '@/components/passkey/ask-passkey';
import { rememberPasskey } from '@/components/passkey/passkey-here';
import { passkeyWords } from '@/components/passkey/passkey-trouble';
import { passkeyOffer } from '@/lib/access/passkey-schema';
import { askForPasskey, bring } from './door';
import { type Failure, failureOf } from './failures';

/** Null: the person is in. */
export async function enterWithPasskey(): Promise<Failure | null> {
  const asked = await askForPasskey();
  if (!asked.ok) return failureOf(asked.refused);
  const signed = await signWithPasskey(passkeyOffer.parse(asked.value));
  if (!signed.ok) return passkeyWords[signed.trouble];
  const answer = await bring({ by: 'passkey', ...signed.value });
  if (!answer.ok) return failureOf(answer.refused);
  rememberPasskey();
  return null;
}

/**
 * The same with what the browser offers in the field for the address: silent until a person chooses there, and then told how it went.
 * What was asked for is good for ten minutes, and the page may stand open for longer: then it is offered again.
 */
export async function waitInField(tell: (failure: Failure | null) => void): Promise<void> {
  if (!(await canOfferInField())) return;
  const asked = await askForPasskey();
  if (!asked.ok) return;
  const signed = await signWithPasskey(passkeyOffer.parse(asked.value), { waiting: true });
  if (!signed.ok) return;
  const answer = await bring({ by: 'passkey', ...signed.value });
  if (answer.ok) rememberPasskey();
  tell(answer.ok ? null : failureOf(answer.refused));
  if (!answer.ok && answer.refused.code === 'proof_expired') await waitInField(tell);
}

export { stopWaiting };
