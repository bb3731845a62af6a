/** The one place where a value's type is asserted instead of proved; each use says why no proof is possible. */
export function unchecked<T>(value: unknown, _because: string): T {
  return value as T;
}
