import { explainIssue } from '@/lib/kernel/explain-issue';
import { parseAmount } from '@/lib/kernel/money';

/** What the portal would refuse, found on the page by its own rules and told in its own words, by field. */
export type OwnFaults = ReadonlyMap<string, string>;

type Issue = { path: PropertyKey[]; message: string };
/** A schema of the wire. */
export type Checked = {
  safeParse(
    value: unknown,
    words: { error: typeof explainIssue },
  ): { success: true } | { success: false; error: { issues: Issue[] } };
};

/** By the first name of its path, or by its whole path, as `rate.coins`, where each part has a field of its own. */
export function schemaFaults(schema: Checked, body: unknown, { deep = false } = {}): Map<string, string> {
  const parsed = schema.safeParse(body, { error: explainIssue });
  const nameOf = ({ path }: Issue) => (deep ? path.join('.') : String(path[0]));
  const byField = Map.groupBy(parsed.success ? [] : parsed.error.issues, nameOf);
  return new Map([...byField].map(([field, all]) => [field, all.map(({ message }) => message).join('; ')]));
}

/** Amounts of one asset; an empty one is a fault unless it may be left out. */
export function amountFaults(
  texts: Readonly<Record<string, string>>,
  decimals: number,
  { optional = false } = {},
): Map<string, string> {
  const faults = Object.entries(texts).flatMap(([field, given]) => {
    const text = given.trim();
    if (optional && text === '') return [];
    try {
      parseAmount(text, decimals, field);
      return [];
    } catch (error) {
      return [[field, error instanceof Error ? error.message : String(error)] as const];
    }
  });
  return new Map(faults);
}
