import { ProveMailbox } from '@/components/claim/mailbox/prove-mailbox';
import type { ScreenProps } from '@/components/claim/screen-props';
import { WholeLink } from '@/components/claim/whole-link';
import { buttonClass } from '@/components/ui/button';
import { Amount } from '@/components/ui/figures/amount';
import { Rich } from '@/components/ui/words/rich';
import { QuoteStep } from './quote-step';

/** What the payout comes to now; accepted, its reader is back at the claim. */
export function QuotePage({ view, token, say, query }: Pick<ScreenProps, 'view' | 'token' | 'say' | 'query'>) {
  const { display, proof_needed: needed, recipient } = view;
  if (!display) return null;
  const promised = <Amount value={display.amount} symbol={display.currency} language={say.language} />;
  const proving = needed === 'email' && recipient.email;
  const back = `/p/${token}${query}`;
  const words = {
    asking: say('claim.quote.asking'),
    accept: say('claim.quote.accept', { amount: '{amount}' }),
    failed: say('claim.quote.failed'),
    unpayable: say('claim.quote.unpayable'),
    again: say('claim.quote.again'),
    choose: say('claim.quote.choose'),
  };
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-lg flex-col justify-center px-[min(1rem,4vw)] py-8 wrap-break-word sm:py-12">
      <div className="space-y-7 rounded-2xl border border-line bg-surface px-[min(1.25rem,5vw)] py-7 text-center shadow-(--shadow) sm:px-9 sm:py-9">
        <div>
          <h1 id="claim-heading" tabIndex={-1} className="text-xl font-semibold text-balance">
            {say('claim.quote.heading')}
          </h1>
          <p className="mt-3 text-[0.9375rem] text-pretty text-quiet">
            <Rich of={say.pieces(proving ? 'claim.quote.before' : 'claim.quote.words')} with={{ amount: promised }} />
          </p>
        </div>
        {proving ? (
          <ProveMailbox {...{ token, say }} email={proving} />
        ) : (
          <QuoteStep {...{ token, words, back, options: view.options }} language={say.language} />
        )}
        <WholeLink className={buttonClass('text')} href={back}>
          {say('claim.noWallet.back')}
        </WholeLink>
      </div>
    </main>
  );
}
