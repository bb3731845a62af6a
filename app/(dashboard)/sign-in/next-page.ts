const home = '/dashboard';

/** Where to go after signing in: always a page of the desk. */
export function nextPage(given: string | string[] | undefined): string {
  if (typeof given !== 'string' || !given.startsWith('/')) return home;
  const origin = 'https://portal.invalid';
  if (!URL.canParse(given, origin)) return home;
  const { origin: there, pathname, search } = new URL(given, origin);
  const ours = there === origin && (pathname === home || pathname.startsWith(`${home}/`));
  return ours ? pathname + search : home;
}
