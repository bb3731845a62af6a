const tokens = /"(?:\\.|[^"\\])*"|\{\s*\}|\[\s*\]|[{}[\],:]|\s+|[^"{}[\],:\s]+/g;

/** JSON in lines, without reading its values, so that every digit of a number stays. Anything else as it is. */
export function readable(text: string): string {
  try {
    JSON.parse(text);
  } catch {
    return text;
  }
  let depth = 0;
  const line = () => `\n${'  '.repeat(depth)}`;
  return text.replaceAll(tokens, (part) => {
    if (/^\s/.test(part)) return '';
    if (part === ':') return ': ';
    if (part === ',') return `,${line()}`;
    if (part === '{' || part === '[') {
      depth++;
      return part + line();
    }
    if (part === '}' || part === ']') {
      depth--;
      return line() + part;
    }
    return part;
  });
}
