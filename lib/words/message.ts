/**
 * A message is plain text with `{name}` where a value stands. Only where a number bends the words it has branches:
 * `{count, plural, one {# minute} other {# minutes}}`, with `#` for the number and nothing else in braces.
 */
const slot = /\{(\w+)(?:, plural, ((?:\w+ \{[^{}]*\} ?)+))?\}/g;

/** The variables of a message, as the compiler sees them; a branch always has its `#`. */
export type Variables<Message extends string> = Message extends `${string}{${infer Inner}}${infer Rest}`
  ? NameOf<Inner> | Variables<Rest>
  : never;
type NameOf<Inner extends string> = Inner extends `${infer Name}, plural${string}`
  ? Name
  : Inner extends `${string}${' ' | '#'}${string}`
    ? never
    : Inner;

export type Slot = { name: string; branches: ReadonlyMap<string, string> | null };

const branch = /(\w+) \{([^{}]*)\}/g;

/** A message as its texts and slots, in order. */
export function slotsOf(message: string): (string | Slot)[] {
  const parts: (string | Slot)[] = [];
  let from = 0;
  for (const found of message.matchAll(slot)) {
    const [whole, name = '', branches] = found;
    parts.push(message.slice(from, found.index));
    parts.push({ name, branches: branches === undefined ? null : branchesOf(branches) });
    from = found.index + whole.length;
  }
  return [...parts, message.slice(from)].filter((part) => part !== '');
}

function branchesOf(text: string): ReadonlyMap<string, string> {
  return new Map([...text.matchAll(branch)].map(([, category = '', words = '']) => [category, words]));
}
