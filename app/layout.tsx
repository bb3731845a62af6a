import type { Metadata, Viewport } from 'next';
import { cookies } from 'next/headers';
import type { ReactNode } from 'react';
import { WordsOfPage } from '@/components/ui/words/page-words';
import { pageLanguage } from '@/lib/http/pages/page-language';
import { directionOf } from '@/lib/words/locale';
import { pageWords } from '@/lib/words/words-in';
import { inter } from './fonts';
import './globals.css';

// A page made in advance has no nonce for its scripts, so none is: not even the one for unknown addresses.
export const dynamic = 'force-dynamic';

export const metadata: Metadata = {
  title: { default: 'Drawbridge', template: '%s · Drawbridge' },
  description: 'Payouts that go straight from the merchant’s own vault to your wallet.',
};

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#f6f6f3' },
    { media: '(prefers-color-scheme: dark)', color: '#0e1217' },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const language = await pageLanguage();
  const chosen = (await cookies()).get('theme')?.value;
  return (
    <html
      lang={language}
      dir={directionOf(language)}
      className={inter.variable}
      data-theme={chosen === 'light' || chosen === 'dark' ? chosen : undefined}
    >
      <body>
        {language === 'en' ? (
          children
        ) : (
          <WordsOfPage language={language} words={pageWords(language)}>
            {children}
          </WordsOfPage>
        )}
      </body>
    </html>
  );
}
