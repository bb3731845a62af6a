/** Mails to recipients, in plain text. */
export default {} as const;
