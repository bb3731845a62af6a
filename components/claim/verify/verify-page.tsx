import type { ReactNode } from 'react';
import type { ClaimSay } from '@/components/claim/claim-say';
import { LanguageChoice } from '@/components/claim/language-choice';
import { lazyWords } from '@/components/claim/lazy-words';
import { Logo } from '@/components/claim/logo';
import { accentStyle } from '@/components/ui/accent';
import { buttonClass } from '@/components/ui/button';
import { BrowserTime } from '@/components/ui/figures/browser-time';
import { Address } from '@/components/ui/figures/hex';
import { Icon, type IconName } from '@/components/ui/figures/icon';
import { Rich } from '@/components/ui/words/rich';
import type { WalletPlace } from '@/components/wallet/wallet-room';
import type { VerificationView } from '@/lib/attestations/schema';
import { VerifyAction } from './verify-action';

type VerifyPageProps = { view: VerificationView; token: string; place: WalletPlace; say: ClaimSay; query: string };

/** The whole page of a link on which a person shows that a wallet is theirs, complete before any script runs. */
export function VerifyPage(props: VerifyPageProps) {
  const { view, say, query } = props;
  const { name: merchant, logo_url: logo, accent_color: accent } = view.merchant;
  return (
    <main
      aria-label={say('claim.verify.title')}
      data-merchant
      style={accentStyle(accent)}
      className="mx-auto flex min-h-dvh w-full max-w-lg flex-col justify-center px-[min(1rem,4vw)] py-8 wrap-break-word sm:py-12"
    >
      <div className="rounded-2xl border border-line bg-surface px-[min(1.25rem,5vw)] py-7 shadow-(--shadow) sm:px-9 sm:py-9">
        <header className="mb-7 flex flex-wrap items-center justify-center gap-x-3 gap-y-2">
          <Logo key={logo} src={logo} name={merchant} />
          <p className="wrap-anywhere text-quiet">
            <Rich of={say.pieces('claim.verify.asks')} with={{ merchant: <Strong>{merchant}</Strong> }} />
          </p>
        </header>
        <div key={view.status} className="text-center">
          <Shown {...props} />
        </div>
      </div>
      <p className="mt-6 text-center text-[0.8125rem] text-quiet">{say('claim.verify.footer', { merchant })}</p>
      <LanguageChoice query={query} language={say.language} label={say('ui.languages')} />
    </main>
  );
}

function Strong({ children }: { children: ReactNode }) {
  return <strong className="font-semibold text-text">{children}</strong>;
}

function Shown(props: VerifyPageProps) {
  switch (props.view.status) {
    case 'open':
      return <Open {...props} />;
    case 'verified':
      return <Done {...props} />;
    case 'expired':
      return <Expired {...props} />;
  }
}

type HeadingProps = { icon: IconName; tone: string; children: ReactNode };

function Heading({ icon, tone, children }: HeadingProps) {
  return (
    <h1
      id="claim-heading"
      tabIndex={-1}
      className="mx-auto flex w-fit items-center gap-2 text-start text-xl font-semibold"
    >
      <span className={`inline-flex size-7 shrink-0 items-center justify-center rounded-full ${tone}`}>
        <Icon name={icon} />
      </span>
      <span className="min-w-0 hyphens-auto wrap-anywhere">{children}</span>
    </h1>
  );
}

const words = 'mx-auto mt-3 max-w-sm space-y-2 text-[0.9375rem] text-pretty text-quiet';

function Open({ view, token, place, say }: VerifyPageProps) {
  const { name: merchant } = view.merchant;
  const texts = lazyWords({
    go: say('claim.do.continue'),
    looking: say('claim.do.looking'),
    missing: say('claim.walletPartMissing'),
  });
  return (
    <>
      <Heading icon="clock" tone="bg-sunken text-quiet">
        {say('claim.verify.open.heading')}
      </Heading>
      <div className={words}>
        <p>
          <Rich of={say.pieces('claim.verify.open.words')} with={{ merchant }} />
        </p>
        {view.address && (
          <div>
            {say('claim.verify.open.bound')} <Address value={view.address} say={say} />
          </div>
        )}
        <p>
          <Rich of={say.pieces('claim.verify.open.until')} with={{ time: <BrowserTime iso={view.expires_at} /> }} />
        </p>
      </div>
      <div className="mt-6">
        <VerifyAction {...place} token={token} wanted={view.address} merchant={merchant} words={texts} />
        <noscript>
          <p className="text-[0.9375rem] text-warn">{say('claim.noScript')}</p>
        </noscript>
      </div>
    </>
  );
}

function Done({ view, say }: VerifyPageProps) {
  const { name: merchant } = view.merchant;
  return (
    <>
      <Heading icon="check" tone="bg-good-ground text-good">
        {say('claim.verify.done.heading')}
      </Heading>
      <div className={words}>
        {view.signed_by && <Address value={view.signed_by} say={say} />}
        <p>
          <Rich of={say.pieces('claim.verify.done.words')} with={{ merchant }} />
        </p>
      </div>
      {view.return_url && (
        <a className={`${buttonClass()} mt-6`} href={view.return_url} target="_top" rel="noreferrer">
          {say('claim.do.back', { merchant })}
        </a>
      )}
    </>
  );
}

function Expired({ view, say }: VerifyPageProps) {
  return (
    <>
      <Heading icon="clock" tone="bg-sunken text-quiet">
        {say('claim.verify.expired.heading')}
      </Heading>
      <p className={words}>
        <Rich of={say.pieces('claim.verify.expired.words')} with={{ merchant: view.merchant.name }} />
      </p>
    </>
  );
}
