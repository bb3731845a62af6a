/** The one place where a value's type is asserted instead of proved; each use says why no proof is possible. */
export function unchecked<T>(value: unknown, _because: string): T {
  // biome-ignore lint/plugin: the one place where a type is asserted
  return value as T;
}
