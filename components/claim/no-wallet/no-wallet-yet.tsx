import type { ReactNode } from 'react';
import type { ScreenProps } from '@/components/claim/screen-props';
import { WholeLink } from '@/components/claim/whole-link';
import { buttonClass } from '@/components/ui/button';
import { BrowserTime } from '@/components/ui/figures/browser-time';
import { Rich } from '@/components/ui/words/rich';
import { KeepLink } from './keep-link';
import { walletSites } from './wallet-sites';

type NoWalletYetProps = Pick<ScreenProps, 'view' | 'token' | 'say' | 'query'> & { link: string };

/** For those who have no wallet: what one is, where to get one, and the way without. The link waits meanwhile. */
export function NoWalletYet({ view, token, say, query, link }: NoWalletYetProps) {
  const values = { symbol: view.asset.symbol, network: view.chain.name };
  const time = <BrowserTime iso={view.expires_at} />;
  const mayAsk = view.recipient.type === 'email' && view.status === 'pending' && !view.expired;
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-lg flex-col justify-center px-[min(1rem,4vw)] py-8 wrap-break-word sm:py-12">
      <div className="space-y-7 rounded-2xl border border-line bg-surface px-[min(1.25rem,5vw)] py-7 shadow-(--shadow) sm:px-9 sm:py-9">
        <div>
          <h1 id="claim-heading" tabIndex={-1} className="text-xl font-semibold text-balance">
            {say('claim.noWallet.heading')}
          </h1>
          <p className="mt-3 text-[0.9375rem] text-pretty text-quiet">
            {say('claim.noWallet.what', values)} {say('claim.noWallet.free')} {say('claim.noWallet.secret')}{' '}
            <Rich of={say.pieces('claim.noWallet.then')} with={{ time }} />
          </p>
        </div>
        <Way heading={say('claim.noWallet.get')}>
          <ul className="divide-y divide-line">
            {walletSites.map(({ name, ios, android }) => (
              <li key={name} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2.5">
                <bdi className="font-medium text-text">{name}</bdi>
                <span className="flex gap-4">
                  <Site href={ios}>{say('claim.noWallet.ios')}</Site>
                  <Site href={android}>{say('claim.noWallet.android')}</Site>
                </span>
              </li>
            ))}
          </ul>
        </Way>
        <Way heading={say('claim.noWallet.exchange')}>
          <p>{say('claim.noWallet.exchange.words', values)}</p>
        </Way>
        <Way heading={say('claim.noWallet.later')}>
          <p>
            <Rich of={say.pieces('claim.noWallet.later.words')} with={{ time }} />
          </p>
          <KeepLink
            {...{ link, token, title: say('claim.title') }}
            email={mayAsk ? (view.recipient.email ?? null) : null}
            words={keepWords(say)}
          />
        </Way>
        <WholeLink className={buttonClass()} href={`/p/${token}${query}`}>
          {say('claim.noWallet.back')}
        </WholeLink>
      </div>
    </main>
  );
}

const keepWords = (say: ScreenProps['say']) => ({
  copy: say('claim.noWallet.copy'),
  share: say('claim.noWallet.share'),
  mailMyself: say('claim.noWallet.mailMyself'),
  remind: say('claim.noWallet.remind'),
  reminded: say('claim.noWallet.reminded', { email: '{email}' }),
  failed: say('claim.noWallet.remindFailed'),
});

function Way({ heading, children }: { heading: string; children: ReactNode }) {
  return (
    <section className="space-y-2 text-[0.9375rem] text-pretty text-quiet">
      <h2 className="text-base font-semibold text-text">{heading}</h2>
      {children}
    </section>
  );
}

function Site({ href, children }: { href: string; children: ReactNode }) {
  return (
    <a className="min-h-6 text-link underline underline-offset-4" href={href} rel="noreferrer" target="_blank">
      {children}
    </a>
  );
}
