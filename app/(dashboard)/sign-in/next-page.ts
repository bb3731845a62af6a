const home = '/dashboard';
const roots = [home, '/operator', '/start'];

/** Where to go after signing in: always a page of the desk, or of the operators. */
export function nextPage(given: string | string[] | undefined): string {
  if (typeof given !== 'string' || !given.startsWith('/')) return home;
  const origin = 'https://portal.invalid';
  if (!URL.canParse(given, origin)) return home;
  const { origin: there, pathname, search } = new URL(given, origin);
  const ours = there === origin && roots.some((root) => pathname === root || pathname.startsWith(`${root}/`));
  return ours ? pathname + search : home;
}

export function isOfOperators(page: string): boolean {
  return page === '/operator' || page.startsWith('/operator/') || page.startsWith('/operator?');
}
