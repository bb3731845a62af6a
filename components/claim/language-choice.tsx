import { WholeLink } from '@/components/claim/whole-link';
import { Icon } from '@/components/ui/figures/icon';
import { languages } from '@/db/vocabulary/mails';
import { languageNames } from '@/lib/words/languages';
import { directionOf, type Language } from '@/lib/words/locale';

/** `query`: what the page's address asks, which a choice leaves as it is. */
type LanguageChoiceProps = { language: Language; label: string; query: string };

function linkTo(language: Language, query: string): string {
  const asked = new URLSearchParams(query);
  asked.set('lang', language);
  asked.set('choose', '');
  return `?${asked}`;
}

/** The languages in their own words. Links, which work before any script runs; the choice is remembered. */
export function LanguageChoice({ language, label, query }: LanguageChoiceProps) {
  return (
    <details className="mx-auto mt-3 w-full max-w-lg text-[0.8125rem] print:hidden">
      <summary className="mx-auto flex min-h-11 w-fit list-none items-center gap-1.5 px-3 text-quiet hover:text-text [&::-webkit-details-marker]:hidden">
        <Icon name="globe" />
        <span className="sr-only">{label}</span>
        <span className="underline underline-offset-4">{languageNames[language]}</span>
      </summary>
      <nav aria-label={label}>
        <ul className="mt-1 grid grid-cols-2 gap-1">
          {languages.map((one) => (
            <li key={one}>
              <WholeLink
                className="flex h-full min-h-11 items-center justify-center rounded-lg px-2 py-1 text-center hover:bg-sunken aria-current:font-semibold"
                aria-current={one === language ? 'true' : undefined}
                href={linkTo(one, query)}
                hrefLang={one}
                lang={one}
                dir={directionOf(one)}
                rel="nofollow"
              >
                {languageNames[one]}
              </WholeLink>
            </li>
          ))}
        </ul>
      </nav>
    </details>
  );
}
