import { Refusal } from '@/lib/kernel/errors';

const maxDepth = 32;
const marks = /"(?:[^"\\]|\\.)*"|[{}[\],]/g;

type Level = { names: Set<string> | null; atName: boolean };

/**
 * Walks text that is known to be JSON. Parsers disagree on which of two equal names counts, and on whether `__proto__` is
 * a name at all, so neither does here.
 */
function refuseOddShape(text: string): void {
  const levels: Level[] = [];
  for (const [mark] of text.matchAll(marks)) {
    const level = levels.at(-1);
    if (mark === '{' || mark === '[') {
      levels.push({ names: mark === '{' ? new Set() : null, atName: true });
      if (levels.length > maxDepth) throw new Refusal('malformed_json', { detail: `Nested deeper than ${maxDepth}.` });
    } else if (mark === '}' || mark === ']') levels.pop();
    else if (mark === ',') {
      if (level) level.atName = true;
    } else if (level?.names && level.atName) {
      const name = String(JSON.parse(mark));
      if (name === '__proto__') throw new Refusal('malformed_json', { detail: 'The name "__proto__" is not taken.' });
      if (level.names.has(name)) {
        throw new Refusal('malformed_json', { detail: `The name "${name.slice(0, 80)}" is given twice.` });
      }
      level.names.add(name);
      level.atName = false;
    }
  }
}

/** JSON with neither repeated or magic names nor absurd depth. */
export function parseJson(text: string): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const detail = text.trim() === '' ? 'The body is empty.' : undefined;
    throw new Refusal('malformed_json', { detail }, { cause: error });
  }
  refuseOddShape(text);
  return value;
}

/** Writes the same text for the same value, in any order of names and with any blanks. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  const members = Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1));
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${canonicalJson(member)}`).join(',')}}`;
}
