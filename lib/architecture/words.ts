/** A word with its forms and the only folders whose names may contain it; no folder means anywhere. */
export type WordRule = { forms: string[]; places: string[] };

/** The rows of the table under one heading of docs/words.md: its words, and the places in its last column. */
export function rulesIn(document: string, heading: string): WordRule[] {
  const section = document.split(`## ${heading}\n`)[1]?.split('\n## ')[0] ?? '';
  const rows = [...section.matchAll(/^\|([^-].*)\|$/gm)].map(([, row = '']) =>
    row.split('|').map((cell) => cell.trim()),
  );
  return rows.slice(1).map((cells) => ({
    forms: (cells[0] ?? '').split(', '),
    places: [...(cells.at(-1) ?? '').matchAll(/`([^`]+)`/g)].map(([, place = '']) => place),
  }));
}

const exported = /^export (?:async )?(?:const|function\*?|type|class|interface) (\w+)/gm;
/** The first argument of a table, a column or an index. */
const stored = /\b\w+\(\s*'([a-z]\w*)'/g;

/** What other files and the database know a source by: its exported names; of a schema file its tables and columns, too. */
export function namesIn(file: string, source: string): string[] {
  const names = [...source.matchAll(exported)].map(([, name = '']) => name);
  const columns = file.startsWith('db/schema/') ? [...source.matchAll(stored)].map(([, name = '']) => name) : [];
  return [...names, ...columns];
}

/** The words of a name: `leaseMessages` and `lease_messages` are lease and messages. */
export function wordsOf(name: string): string[] {
  return (name.match(/[A-Z]?[a-z0-9]+|[A-Z]+(?![a-z])/g) ?? []).map((word) => word.toLowerCase());
}

/** What the names of one file break; `retired` words pass only in their places, the others also where they have none. */
export function wordFaults(file: string, source: string, rules: WordRule[], retired: WordRule[]): string[] {
  const isThere = ({ places }: WordRule) => places.some((place) => file === place || file.startsWith(`${place}/`));
  const refusing = [...rules.filter(({ places }) => places.length > 0), ...retired].filter((rule) => !isThere(rule));
  return namesIn(file, source).flatMap((name) => {
    const words = new Set(wordsOf(name));
    const word = refusing.flatMap(({ forms }) => forms).find((form) => words.has(form));
    return word === undefined ? [] : [`${file}: ${name} says "${word}", see docs/words.md`];
  });
}
