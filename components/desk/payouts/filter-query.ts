import { type PayoutFilters, payoutListQuery } from '@/lib/desk/list/schema';

type QueryValues = Record<string, string | string[] | undefined>;

/** How a payout is paid, as one choice names it: a rail, and a delivery where it has several. */
export function wayOf({ rail, delivery }: PayoutFilters): string {
  return rail ? [rail, delivery].filter(Boolean).join(' ') : '';
}

function readWay(way: string) {
  const [rail = '', delivery] = way.split(' ');
  return [['rail', rail] as const, ...(delivery ? [['delivery', delivery] as const] : [])];
}

/** What of an address the list understands, and the names of what it does not. Empty fields of a form are no filters. */
export function readFilters(given: QueryValues) {
  const entries = Object.entries(given).flatMap(([name, value]) => {
    const text = [value].flat()[0]?.trim();
    if (!text) return [];
    // Two choices of the form stand for two filters each.
    if (name === 'by') return readWay(text);
    const [kind = '', word = ''] = name === 'show' ? text.split(':') : [name, text];
    return [[kind, word] as const];
  });
  const parsed = payoutListQuery.safeParse(Object.fromEntries(entries));
  if (parsed.success) return { query: parsed.data, ignored: [] };
  const wrong = new Set(
    parsed.error.issues.flatMap((issue) => ('keys' in issue ? issue.keys : [String(issue.path[0])])),
  );
  const rest = entries.filter(([name]) => !wrong.has(name));
  return { query: payoutListQuery.parse(Object.fromEntries(rest)), ignored: [...wrong] };
}

/** The address of the list with these filters; a cursor never outlives a change of them. */
export function listHref(filters: PayoutFilters, page: { after?: string; before?: string } = {}): string {
  const given = Object.entries({ ...filters, ...page }).filter(([, value]) => value);
  const query = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
  return query ? `/dashboard/payouts?${query}` : '/dashboard/payouts';
}
