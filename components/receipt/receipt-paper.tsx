import type { ReactNode } from 'react';
import { buttonClass } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { Amount } from '@/components/ui/figures/amount';
import type { ReceiptAnswer } from '@/lib/receipts/schema';
import type { Say } from '@/lib/words/say';
import { PrintButton } from './print-button';
import { ReceiptFacts } from './receipt-facts';

type Words = Say<'ui' | 'receipt'>;
/** `file`: where the answer of the API is, to be saved. `children`: the way back. */
type PaperProps = { answer: ReceiptAnswer; say: Words; file: string; children: ReactNode };

/** Everything that was signed, with each value in full, and the signed text itself: a page that is saved can be checked later. */
export function ReceiptPaper({ answer, say, file, children }: PaperProps) {
  const { decoded, voided_at: voidedAt } = answer;
  return (
    <div
      data-paper
      className="rounded-2xl border border-line bg-surface px-[min(1.25rem,5vw)] py-7 sm:px-9 sm:py-9 print:border-0 print:p-0"
    >
      <p className="text-quiet">
        <bdi>{decoded.merchant.name}</bdi>
      </p>
      <h1 className="text-2xl font-semibold">{say('receipt.title')}</h1>
      {voidedAt && (
        <div className="mt-4">
          <Callout tone="warn">
            <strong className="block">{say('receipt.void')}</strong>
            {say('receipt.void.words')}
          </Callout>
        </div>
      )}
      <p className="my-6 print:my-3">
        <Amount value={decoded.net.text} symbol={decoded.asset.symbol} language={say.language} large />
      </p>
      <ReceiptFacts content={decoded} say={say} />
      {decoded.chain.test && <p className="mt-4 text-[0.9375rem] text-quiet">{say('receipt.testMoney')}</p>}
      <SignedText answer={answer} say={say} />
      <div className="mt-7 space-y-3 print:hidden">
        <PrintButton>{say('receipt.print')}</PrintButton>
        <a className={buttonClass('quiet')} href={file} download={`receipt-${decoded.sub}.json`}>
          {say('receipt.file')}
        </a>
        {children}
      </div>
    </div>
  );
}

function SignedText({ answer, say }: { answer: ReceiptAnswer; say: Words }) {
  return (
    <section className="mt-6 break-inside-avoid border-t border-line pt-4 print:mt-3 print:pt-2">
      <h2 className="font-medium">{say('receipt.signed')}</h2>
      <p className="mt-1 text-[0.9375rem] text-quiet">{say('receipt.signed.words')}</p>
      <p className="mt-1 flex flex-wrap gap-x-4 gap-y-1 text-[0.9375rem] print:hidden">
        <a className={buttonClass('text')} href="/verify-receipt.html" download>
          {say('receipt.checkPage')}
        </a>
        <a className={buttonClass('text')} href="/.well-known/jwks.json" download="jwks.json">
          {say('receipt.keys')}
        </a>
      </p>
      <p
        dir="ltr"
        data-receipt={answer.receipt}
        data-voided={answer.voided_at}
        className="mt-2 font-mono text-[0.625rem] leading-snug break-all text-quiet print:text-[6pt]"
      >
        {answer.receipt}
      </p>
    </section>
  );
}
