import { headers } from 'next/headers';
import type { Language } from '@/db/vocabulary/mails';
import { cookieHeader, readCookies } from '@/lib/http/identity/cookies';
import { chooseLanguage, languageOf } from '@/lib/words/choose';
import { isLanguage } from '@/lib/words/languages';

/** The language of a page for recipients; `proxy.ts` writes it over what the caller sent. Other pages have none. */
export const languageHeader = 'x-drawbridge-language';

const cookieName = 'language';
const yearSeconds = 365 * 86_400;

/** Pages that recipients read: a payout's, a verification's, and the buyer's of an order. */
const forRecipients = /^\/[pvo]\//;

/** In which language a page is drawn; null where nothing tells. Pages that recipients do not read speak English alone. */
export function wishedLanguage(url: URL, given: Headers): Language | null {
  if (!forRecipients.test(url.pathname)) return 'en';
  const wishes = {
    asked: url.searchParams.get('lang'),
    chosen: readCookies(given).get(cookieName),
    accepted: given.get('accept-language'),
  };
  return chooseLanguage(wishes);
}

/** Kept for a year, and only when a person chose on the page: a link that names a language decides nothing for later. */
export function choiceCookie({ pathname, searchParams }: URL): string | null {
  const value = languageOf(searchParams.get('lang') ?? '');
  if (!value || !searchParams.has('choose') || !forRecipients.test(pathname)) return null;
  return cookieHeader({ name: cookieName, value, path: '/', maxAgeSeconds: yearSeconds, sameSite: 'Lax' });
}

/** The language in which the page that is asked for is drawn. */
export async function pageLanguage(): Promise<Language> {
  const given = (await headers()).get(languageHeader);
  return isLanguage(given) ? given : 'en';
}

export type AddressQuery = Readonly<Record<string, string | string[] | undefined>>;

/** What a page's links to itself take along: all that its address asked, the language as it was understood. */
export function pageQuery(language: Language, { choose: _choose, ...asked }: AddressQuery): string {
  const texts = Object.entries(asked).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  const query = new URLSearchParams(texts);
  if (query.has('lang')) query.set('lang', language);
  return query.size === 0 ? '' : `?${query}`;
}
