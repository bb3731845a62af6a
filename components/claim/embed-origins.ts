/**
 * Which of the merchant's origins to address. Where the browser names the embedding page, only that one and only if it
 * is listed; otherwise all of them, as the browser itself delivers to none but the right one.
 */
export function originsToTell(listed: readonly string[], embedding: string | undefined): readonly string[] {
  if (!embedding) return listed;
  return listed.includes(embedding) ? [embedding] : [];
}
