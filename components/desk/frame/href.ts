/** A page's address with what is set of these. */
export function hrefOf(path: string, given: Readonly<Record<string, string | number | undefined | null>>): string {
  const set = Object.entries(given).flatMap(([name, value]) => (value ? [[name, String(value)]] : []));
  const query = new URLSearchParams(set).toString();
  return query ? `${path}?${query}` : path;
}
