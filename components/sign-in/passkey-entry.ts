import { canOfferInField, signWithPasskey, stopWaiting } from '@/components/passkey/ask-passkey';
import { rememberPasskey } from '@/components/passkey/passkey-here';
import { passkeyWords } from '@/components/passkey/passkey-trouble';
import { passkeyOffer } from '@/lib/access/passkey-schema';
import { askForPasskey, bring } from './door';
import { type Failure, failureOf } from './failures';

/** Null: the person is in. */
export async function enterWithPasskey({ waiting = false } = {}): Promise<Failure | null> {
  const asked = await askForPasskey();
  if (!asked.ok) return failureOf(asked.refused);
  const signed = await signWithPasskey(passkeyOffer.parse(asked.value), { waiting });
  if (!signed.ok) return passkeyWords[signed.trouble];
  const answer = await bring({ by: 'passkey', ...signed.value });
  if (!answer.ok) return failureOf(answer.refused);
  rememberPasskey();
  return null;
}

/** The same with what the browser offers in the field for the address; silent until a person chooses there. */
export async function waitInField(onIn: () => void): Promise<void> {
  if (!(await canOfferInField())) return;
  if ((await enterWithPasskey({ waiting: true })) === null) onIn();
}

export { stopWaiting };
