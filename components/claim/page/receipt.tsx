import { buttonClass } from '@/components/ui/button';
import { Amount } from '@/components/ui/figures/amount';
import { BrowserTime } from '@/components/ui/figures/browser-time';
import { Fact, Facts } from '@/components/ui/figures/facts';
import type { ClaimView } from '@/lib/claims/schema';
import { PrintButton } from './print-button';

function Whole({ value }: { value: string }) {
  return <span className="inline-block text-left font-mono text-[0.8125rem] break-all">{value}</span>;
}

/** What was paid, by whom and to whom, with every value in full: made to be printed. */
export function Receipt({ view, token }: { view: ClaimView; token: string }) {
  const { transfer, merchant, asset } = view;
  const paid = view.status === 'completed' && transfer;
  return (
    <main className="mx-auto w-full max-w-2xl px-4 py-8 sm:py-12 print:p-0">
      <div className="rounded-2xl border border-line bg-surface px-5 py-7 sm:px-9 sm:py-9 print:border-0 print:p-0">
        <p className="text-quiet">
          <bdi>{merchant.name}</bdi>
        </p>
        <h1 className="text-2xl font-semibold">{paid ? 'Receipt' : 'There is no receipt yet'}</h1>
        {paid ? (
          <div className="mt-6">
            <p className="mb-6">
              <Amount value={view.net} symbol={asset.symbol} large />
            </p>
            <Facts>
              {view.completed_at && (
                <Fact name="Paid on">
                  <BrowserTime iso={view.completed_at} />
                </Fact>
              )}
              <Fact name="For">
                <bdi>{view.description ?? view.reference}</bdi>
              </Fact>
              <Fact name="Reference">
                <bdi>{view.reference}</bdi>
              </Fact>
              <Fact name="Amount">
                <Amount value={view.amount} symbol={asset.symbol} />
              </Fact>
              <Fact name={view.fee_payer === 'merchant' ? `Fee, paid by ${merchant.name}` : 'Fee'}>
                <Amount value={view.fee} symbol={asset.symbol} />
              </Fact>
              <Fact name="Received">
                <Amount value={view.net} symbol={asset.symbol} />
              </Fact>
              {transfer.recipient && (
                <Fact name="To">
                  <Whole value={transfer.recipient} />
                </Fact>
              )}
              {view.vault && (
                <Fact name="From vault">
                  <Whole value={view.vault} />
                </Fact>
              )}
              <Fact name="Network">
                {view.chain.name} ({view.chain.id})
              </Fact>
              <Fact name={`${asset.symbol} token`}>
                <Whole value={asset.address} />
              </Fact>
              <Fact name="Transfer">
                <Whole value={transfer.hash} />
              </Fact>
              {transfer.block_number && <Fact name="Block">{transfer.block_number}</Fact>}
            </Facts>
            {view.test_mode && <p className="mt-4 text-[0.9375rem] text-quiet">Paid in test money, without value.</p>}
          </div>
        ) : (
          <p className="mt-3 text-quiet">A receipt is written once the network has confirmed the payout.</p>
        )}
        <div className="mt-7 space-y-3 print:hidden">
          {paid && <PrintButton />}
          <a className={buttonClass(paid ? 'quiet' : 'primary')} href={`/p/${token}`}>
            Back to the payout
          </a>
        </div>
      </div>
    </main>
  );
}
