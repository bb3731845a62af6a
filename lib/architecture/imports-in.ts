export type Import = { specifier: string; typeOnly: boolean };

// Comments go first, so that an example in one is no import; strings of code never hold these forms in this house.
const comments = /\/\*[\s\S]*?\*\/|(?<![:'"`\\])\/\/[^\n]*/g;
const statement = /(?:^|[\n;}])\s*(?:import|export)\s+(type\s)?(?:[\w*{}\s,$]+?\sfrom\s*)?['"]([^'"\n]+)['"]/g;
const call = /\b(?:import|require)\(\s*['"]([^'"\n]+)['"]\s*\)/g;

/** Every module that a TypeScript source names: static imports, re-exports and dynamic ones. */
export function importsIn(source: string): Import[] {
  const code = source.replace(comments, '');
  const fixed = [...code.matchAll(statement)].map((match) => ({
    specifier: match[2] ?? '',
    typeOnly: Boolean(match[1]),
  }));
  const dynamic = [...code.matchAll(call)].map((match) => ({ specifier: match[1] ?? '', typeOnly: false }));
  return [...fixed, ...dynamic];
}
