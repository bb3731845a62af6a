import type { z } from 'zod';

export type SearchParams = Promise<Record<string, string | string[] | undefined>>;

/** What of a page's address its schema understands, and the names of what it does not. Empty fields are no filters. */
export async function readQuery<Shape extends z.ZodType>(
  schema: Shape,
  searchParams: SearchParams,
): Promise<{ query: z.output<Shape>; ignored: string[] }> {
  const entries = Object.entries(await searchParams).flatMap(([name, value]) => {
    const text = [value].flat()[0]?.trim();
    return text ? [[name, text] as const] : [];
  });
  const parsed = schema.safeParse(Object.fromEntries(entries));
  if (parsed.success) return { query: parsed.data, ignored: [] };
  const wrong = new Set(
    parsed.error.issues.flatMap((issue) => ('keys' in issue ? issue.keys : [String(issue.path[0])])),
  );
  const rest = entries.filter(([name]) => !wrong.has(name));
  return { query: schema.parse(Object.fromEntries(rest)), ignored: [...wrong] };
}
