/** The text between the bracket at `open` and its partner. Brackets in strings are rare enough in a `catch` to be counted. */
function inside(source: string, open: number): string {
  const [left = '', right = ''] = source[open] === '{' ? ['{', '}'] : ['(', ')'];
  let depth = 0;
  for (let at = open; at < source.length; at++) {
    if (source[at] === left) depth += 1;
    if (source[at] === right) depth -= 1;
    if (depth === 0) return source.slice(open + 1, at);
  }
  return source.slice(open + 1);
}

/** Errors made in a `catch` that do not carry what was caught: the log could not say what went wrong. */
export function lostCausesIn(source: string): string[] {
  return [...source.matchAll(/\bcatch\s*(?:\([^)]*\)\s*)?\{/g)].flatMap((caught) => {
    const block = inside(source, caught.index + caught[0].length - 1);
    return [...block.matchAll(/throw new (\w+)\(/g)].flatMap((thrown) => {
      const given = inside(block, thrown.index + thrown[0].length - 1);
      return /\bcause\b/.test(given) ? [] : [`throw new ${thrown[1]}`];
    });
  });
}
