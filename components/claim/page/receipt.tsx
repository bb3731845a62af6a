import { LanguageChoice } from '@/components/claim/language-choice';
import { ReceiptPaper } from '@/components/receipt/receipt-paper';
import { buttonClass } from '@/components/ui/button';
import type { ClaimView } from '@/lib/claims/schema';
import type { ReceiptAnswer } from '@/lib/receipts/schema';
import type { Say } from '@/lib/words/say';

type ReceiptProps = {
  view: ClaimView;
  /** Null until the payout is completed. */
  answer: ReceiptAnswer | null;
  token: string;
  say: Say<'ui' | 'receipt'>;
  query: string;
};

/** The receipt behind a claim link, made to be printed and saved. */
export function Receipt({ view, answer, token, say, query }: ReceiptProps) {
  const back = (
    <a className={buttonClass(answer ? 'quiet' : 'primary')} href={`/p/${token}${query}`}>
      {say('receipt.back')}
    </a>
  );
  return (
    <main className="mx-auto w-full max-w-2xl px-[min(1rem,4vw)] py-8 wrap-break-word sm:py-12 print:max-w-none print:p-0">
      {answer ? (
        <ReceiptPaper answer={answer} say={say} file={`/api/v1/claims/${token}/receipt`}>
          {back}
        </ReceiptPaper>
      ) : (
        <div className="rounded-2xl border border-line bg-surface px-[min(1.25rem,5vw)] py-7 sm:px-9 sm:py-9">
          <p className="text-quiet">
            <bdi>{view.merchant.name}</bdi>
          </p>
          <h1 className="text-2xl font-semibold">{say('receipt.none')}</h1>
          {view.status !== 'completed' && <p className="mt-3 text-quiet">{say('receipt.none.words')}</p>}
          <div className="mt-7">{back}</div>
        </div>
      )}
      <LanguageChoice query={query} language={say.language} label={say('ui.languages')} />
    </main>
  );
}
