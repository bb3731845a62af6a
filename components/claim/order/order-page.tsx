import { LanguageChoice } from '@/components/claim/language-choice';
import { Logo } from '@/components/claim/logo';
import { accentStyle } from '@/components/ui/accent';
import { Amount } from '@/components/ui/figures/amount';
import { BrowserTime } from '@/components/ui/figures/browser-time';
import { Rich } from '@/components/ui/words/rich';
import type { BuyerOrder } from '@/lib/orders/clock/schema';
import type { Say } from '@/lib/words/say';
import { OrderActions } from './order-actions';

type OrderPageProps = { view: BuyerOrder; token: string; say: Say<'ui' | 'order'>; query: string };

const quiet = 'mx-auto mt-3 max-w-sm text-[0.9375rem] text-pretty text-quiet';

/** The whole page on which a buyer sees how an order stands, complete before any script runs. */
export function OrderPage(props: OrderPageProps) {
  const { view, say, query } = props;
  const { name, logo_url: logo, accent_color: accent } = view.merchant;
  return (
    <main
      aria-label={say('order.title')}
      data-merchant
      style={accentStyle(accent)}
      className="mx-auto flex min-h-dvh w-full max-w-lg flex-col justify-center px-[min(1rem,4vw)] py-8 wrap-break-word sm:py-12"
    >
      <div className="rounded-2xl border border-line bg-surface px-[min(1.25rem,5vw)] py-7 text-center shadow-(--shadow) sm:px-9 sm:py-9">
        <header className="mb-7 flex flex-wrap items-center justify-center gap-x-3 gap-y-2">
          <Logo key={logo} src={logo} name={name} />
          <p className="wrap-anywhere font-semibold">
            <bdi>{name}</bdi>
          </p>
        </header>
        <p className="text-sm text-quiet">{say('order.fact.amount')}</p>
        <p className="mb-5">
          <Amount value={view.amount} symbol={view.asset} language={say.language} large quiet={view.stage === 'over'} />
        </p>
        <h1 id="claim-heading" tabIndex={-1} className="text-xl font-semibold wrap-anywhere">
          <Rich of={say.pieces('order.about')} with={{ reference: view.reference }} />
        </h1>
        <Stage {...props} />
        <Actions {...props} />
      </div>
      <p className="mt-6 text-center text-[0.8125rem] text-quiet">
        <Rich of={say.pieces('order.custody')} with={{ merchant: name }} />
      </p>
      <LanguageChoice query={query} language={say.language} label={say('ui.languages')} />
    </main>
  );
}

function Stage({ view, say }: OrderPageProps) {
  const { stage, pays_at: at, merchant } = view;
  if (stage === 'running' && at) {
    return (
      <p className={quiet}>
        <Rich of={say.pieces('order.running')} with={{ time: <BrowserTime iso={at} /> }} />
      </p>
    );
  }
  if (stage === 'disputed') {
    return (
      <p className={quiet}>
        <Rich of={say.pieces('order.disputed')} with={{ merchant: merchant.name }} />
      </p>
    );
  }
  return <p className={quiet}>{say(stage === 'running' ? 'order.waiting' : `order.${stage}`)}</p>;
}

function Actions({ view, token, say }: OrderPageProps) {
  const { may_object: mayObject, more_days: days, extended, merchant } = view;
  if (!mayObject) return null;
  const words = {
    object: say('order.object.do'),
    reason: say('order.object.reason'),
    trouble: say('order.trouble'),
    extendWords: say('order.extend.words'),
    extend: days === null ? null : say('order.extend.do', { days }),
  };
  return (
    <div className="mt-6 space-y-3">
      <p className={quiet}>
        <Rich of={say.pieces('order.object.words')} with={{ merchant: merchant.name }} />
      </p>
      <OrderActions token={token} words={words} />
      {extended && <p className={quiet}>{say('order.extended')}</p>}
      <noscript>
        <p className="text-[0.9375rem] text-warn">{say('order.noScript')}</p>
      </noscript>
    </div>
  );
}
