/** Every line keeps what is prepared on it, so there is an end to how many statements are. */
const max = { prepared: 300, counted: 2_000 } as const;
/** A statement that a pool said so often is worth preparing. */
const often = 10;

/**
 * Makes, of the arguments of the driver's `unsafe`, those that have a frequent statement prepared: the server reads it once for
 * each line, and it goes there in one piece, together with others of its transaction; else the driver asks first what it takes.
 */
export function preparesFrequent(): (args: unknown[]) => unknown[] {
  const prepared = new Set<string>();
  const counted = new Map<string, number>();
  // A list of another length is another text: most of those are said too seldom.
  const isFrequent = (text: string): boolean => {
    if (prepared.has(text)) return true;
    if (prepared.size >= max.prepared) return false;
    const count = (counted.get(text) ?? 0) + 1;
    if (counted.size >= max.counted) counted.clear();
    counted.set(text, count);
    if (count < often) return false;
    counted.delete(text);
    prepared.add(text);
    return true;
  };
  return ([text, values, options]) => {
    const hasValues = Array.isArray(values) && values.length > 0;
    if (typeof text !== 'string' || !hasValues || !isFrequent(text)) return [text, values, options];
    return [text, values, { ...Object(options), prepare: true }];
  };
}
