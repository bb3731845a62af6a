/** Closed lists of words about mails and the languages of pages. */

/** What a mail to a recipient is: the first with the link, a later one, a code, the link asked for again, or that a payment was undone. */
export const mailKinds = ['invitation', 'reminder', 'code', 'link', 'undone'] as const;
export type MailKind = (typeof mailKinds)[number];

/**
 * What is known of a mail: it waits; the server asked to wait; the server took it; the server will not have it; it was given
 * up; and, heard later, it is late, it came back, its reader complained. `unsubscribed`: its reader wants none, so none was sent.
 */
export const mailStates = [
  'queued',
  'delayed',
  'sent',
  'refused',
  'failed',
  'late',
  'bounced',
  'complained',
  'unsubscribed',
] as const;
export type MailState = (typeof mailStates)[number];

/** What claim page, receipt and mails to recipients speak; desk and API speak English. */
export const languages = ['en', 'es', 'pt-BR', 'fr', 'ar', 'fa', 'tr', 'ru', 'hi', 'id', 'vi', 'zh-Hans'] as const;
export type Language = (typeof languages)[number];
