import { headers } from 'next/headers';
import type { Language } from '@/db/vocabulary';
import { isLanguage } from '@/lib/words/languages';

/** The language of a page for recipients; `proxy.ts` writes it over what the caller sent. */
export const languageHeader = 'x-drawbridge-language';

/** The language in which the page that is asked for is drawn. */
export async function pageLanguage(): Promise<Language> {
  const given = (await headers()).get(languageHeader);
  return isLanguage(given) ? given : 'en';
}
