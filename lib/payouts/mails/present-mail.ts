import type { MailRow } from '@/lib/mail/store';
import type { MailAnswer } from '@/lib/wire/mail';

/** A mail about a payout in the words of the API; null for any other. */
export function presentMail(mail: MailRow): MailAnswer | null {
  if (mail.kind === null) return null;
  return {
    id: mail.id,
    kind: mail.kind,
    email: mail.recipient,
    state: mail.state,
    smtp_code: mail.smtpCode,
    answer: mail.error,
    retryable: mail.retryable,
    created_at: mail.createdAt.toISOString(),
    updated_at: (mail.stateAt ?? mail.createdAt).toISOString(),
  };
}
