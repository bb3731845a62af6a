const drizzle = /\.(?:insert|update|delete)\(\s*(\w+)\s*\)/g;
const written = /\b(?:insert into|update|delete from)\s+(?:\$\{(\w+)\}|([a-z]\w*))/g;

/** The tables that a source writes, by the names that `tables` gives them: as a schema's object, or as SQL has it. */
export function tablesWrittenIn(source: string, tables: ReadonlyMap<string, string>): string[] {
  const code = source.replace(/^\s*(?:\/\*\*|\*|\/\/).*$/gm, '');
  const names = [...code.matchAll(drizzle), ...code.matchAll(written)].map(([, object, word]) => object ?? word ?? '');
  return [...new Set(names.flatMap((name) => tables.get(name) ?? []))];
}
