/** What is wrong with the text of a webhook address in every installation; null where nothing is. Client-safe. */
export function explainTarget(text: string): string | null {
  // Parsers disagree on what these mean, and drop some of them silently.
  if (/[\s\\\p{Cc}]/u.test(text)) return 'It must not contain blanks, control characters or backslashes.';
  const url = URL.parse(text);
  if (!url) return 'It is not a complete web address.';
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return 'It must start with https://.';
  if (!/^https?:\/\/[^/]/i.test(text)) return 'It must start with https:// and a host.';
  return url.username || url.password ? 'It must not contain a user name or a password.' : null;
}
