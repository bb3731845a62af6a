import { seal, unseal } from '@/lib/kernel/secrets';
import type { Words } from './render';

const ofSubject = (id: string) => `${id} subject`;

/** The words of a mail as they are kept, both sealed: a code stands in the subject, too. */
export function sealWords(id: string, { subject, text }: Words): { subject: string; body: string } {
  return { subject: seal(subject, ofSubject(id)), body: seal(text, id) };
}

/** Mails that were queued before subjects were sealed have a plain one. */
export function openWords({ id, subject, body }: { id: string; subject: string; body: string }): Words {
  const plain = subject.startsWith('v1.') ? unseal(subject, ofSubject(id)) : subject;
  return { subject: plain, text: unseal(body, id) };
}
