import { z } from 'zod';
import { findMarked } from '@/lib/mail/mail-mark';
import type { MailReport } from '@/lib/mail/report';

/**
 * What others say of a mail: our own JSON, or the report itself as a mail server sends it to the return path: a delivery
 * status notification (RFC 3464) or a complaint (ARF, RFC 5965).
 */

const jsonEvent = z.object({
  mail: z.string().max(2000),
  type: z.enum(['late', 'bounced', 'complained']),
  words: z.string().max(2000).default(''),
  code: z.int().min(200).max(599).optional(),
});
const jsonReport = z.union([z.object({ events: z.array(jsonEvent).max(500) }), jsonEvent]);

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function readJson(text: string): MailReport[] | null {
  const read = jsonReport.safeParse(parseJson(text));
  if (!read.success) return null;
  const events = 'events' in read.data ? read.data.events : [read.data];
  return events.flatMap(({ mail, type, words, code }) => {
    const id = findMarked(mail);
    return id === null ? [] : [{ id, state: type, words, code }];
  });
}

/** Lines that go on are one line. */
const unfold = (text: string) => text.replace(/\r?\n[ \t]+/g, ' ');
const fieldOf = (text: string, name: string) =>
  new RegExp(`^${name}:[ \\t]*(.+)$`, 'im').exec(text)?.[1]?.trim() ?? null;

const states: Readonly<Record<string, MailReport['state']>> = { failed: 'bounced', delayed: 'late' };

function readMail(given: string): MailReport[] | null {
  const text = unfold(given);
  const id = findMarked(text);
  const complaint = fieldOf(text, 'Feedback-Type');
  const state = complaint ? 'complained' : states[fieldOf(text, 'Action')?.toLowerCase() ?? ''];
  if (!state) return null;
  const said = complaint
    ? `Feedback-Type: ${complaint}`
    : (fieldOf(text, 'Diagnostic-Code') ?? fieldOf(text, 'Status') ?? '');
  const words = said.replace(/^smtp;\s*/i, '');
  const code = Number(/^([245]\d\d)\b/.exec(words)?.[1]);
  return id === null ? [] : [{ id, state, words, ...(code && { code }) }];
}

/** Null where it is no report at all. Of mails that are not ours nothing is read. */
export function readReport(text: string): MailReport[] | null {
  return /^\s*\{/.test(text) ? readJson(text) : readMail(text);
}
