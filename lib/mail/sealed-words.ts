import { seal, unseal } from '@/lib/kernel/secrets';
import type { Words } from './render';

const ofSubject = (id: string) => `${id} subject`;
const ofPage = (id: string) => `${id} html`;

type SealedWords = { id: string; subject: string; body: string; html?: string | null };

/** The words of a mail as they are kept, all sealed: a code stands in the subject, too. */
export function sealWords(
  id: string,
  { subject, text, html }: Words,
): { subject: string; body: string; html: string | null } {
  const page = html === undefined ? null : seal(html, ofPage(id));
  return { subject: seal(subject, ofSubject(id)), body: seal(text, id), html: page };
}

/** Mails that were queued before subjects were sealed have a plain one. */
export function openWords({ id, subject, body, html }: SealedWords): Words {
  const plain = subject.startsWith('v1.') ? unseal(subject, ofSubject(id)) : subject;
  return { subject: plain, text: unseal(body, id), ...(html && { html: unseal(html, ofPage(id)) }) };
}
