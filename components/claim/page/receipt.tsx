import { LanguageChoice } from '@/components/claim/language-choice';
import { buttonClass } from '@/components/ui/button';
import { Amount } from '@/components/ui/figures/amount';
import { BrowserTime } from '@/components/ui/figures/browser-time';
import { Fact, Facts } from '@/components/ui/figures/facts';
import type { ClaimView } from '@/lib/claims/schema';
import type { Say } from '@/lib/words/say';
import { PrintButton } from './print-button';

function Whole({ value }: { value: string }) {
  return (
    <bdi dir="ltr" className="inline-block text-start font-mono text-[0.8125rem] break-all">
      {value}
    </bdi>
  );
}

/** What was paid, by whom and to whom, with every value in full: made to be printed. */
type ReceiptProps = { view: ClaimView; token: string; say: Say<'ui' | 'receipt'>; query: string };

export function Receipt({ view, token, say, query }: ReceiptProps) {
  const { transfer, merchant, asset } = view;
  const { language } = say;
  const paid = view.status === 'completed' && transfer;
  return (
    <main className="mx-auto w-full max-w-2xl px-4 py-8 sm:py-12 print:p-0">
      <div className="rounded-2xl border border-line bg-surface px-5 py-7 sm:px-9 sm:py-9 print:border-0 print:p-0">
        <p className="text-quiet">
          <bdi>{merchant.name}</bdi>
        </p>
        <h1 className="text-2xl font-semibold">{say(paid ? 'receipt.title' : 'receipt.none')}</h1>
        {paid ? (
          <div className="mt-6">
            <p className="mb-6">
              <Amount value={view.net} symbol={asset.symbol} language={language} large />
            </p>
            <Facts>
              {view.completed_at && (
                <Fact name={say('receipt.paidOn')}>
                  <BrowserTime iso={view.completed_at} />
                </Fact>
              )}
              <Fact name={say('receipt.for')}>
                <bdi>{view.description ?? view.reference}</bdi>
              </Fact>
              <Fact name={say('receipt.reference')}>
                <bdi>{view.reference}</bdi>
              </Fact>
              <Fact name={say('receipt.amount')}>
                <Amount value={view.amount} symbol={asset.symbol} language={language} />
              </Fact>
              <Fact
                name={
                  view.fee_payer === 'merchant'
                    ? say('receipt.feeOfMerchant', { merchant: merchant.name })
                    : say('receipt.fee')
                }
              >
                <Amount value={view.fee} symbol={asset.symbol} language={language} />
              </Fact>
              <Fact name={say('receipt.received')}>
                <Amount value={view.net} symbol={asset.symbol} language={language} />
              </Fact>
              {transfer.recipient && (
                <Fact name={say('receipt.to')}>
                  <Whole value={transfer.recipient} />
                </Fact>
              )}
              {view.vault && (
                <Fact name={say('receipt.fromVault')}>
                  <Whole value={view.vault} />
                </Fact>
              )}
              <Fact name={say('receipt.network')}>
                <bdi>{view.chain.name}</bdi> ({view.chain.id})
              </Fact>
              <Fact name={say('receipt.token', { symbol: asset.symbol })}>
                <Whole value={asset.address} />
              </Fact>
              <Fact name={say('receipt.transfer')}>
                <Whole value={transfer.hash} />
              </Fact>
              {transfer.block_number && <Fact name={say('receipt.block')}>{transfer.block_number}</Fact>}
            </Facts>
            {view.test_mode && <p className="mt-4 text-[0.9375rem] text-quiet">{say('receipt.testMoney')}</p>}
          </div>
        ) : (
          <p className="mt-3 text-quiet">{say('receipt.none.words')}</p>
        )}
        <div className="mt-7 space-y-3 print:hidden">
          {paid && <PrintButton>{say('receipt.print')}</PrintButton>}
          <a className={buttonClass(paid ? 'quiet' : 'primary')} href={`/p/${token}${query}`}>
            {say('receipt.back')}
          </a>
        </div>
      </div>
      <LanguageChoice language={language} label={say('ui.languages')} />
    </main>
  );
}
