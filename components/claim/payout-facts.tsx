import { Amount } from '@/components/ui/figures/amount';
import { BrowserTime } from '@/components/ui/figures/browser-time';
import { Fact, Facts } from '@/components/ui/figures/facts';
import { Address } from '@/components/ui/figures/hex';
import { Fold } from '@/components/ui/fold';
import type { ClaimView } from '@/lib/claims/schema';
import { type Screen, tenseOf } from './screen';

const coverage = {
  funded: 'Yes, ready for you',
  short: 'Not yet',
  unknown: 'Cannot be checked right now',
} as const;

const netNames = { now: 'You get', done: 'You got', never: 'After the fee' } as const;

const open: readonly Screen[] = [
  'ready',
  'reverted',
  'replaced',
  'dropped',
  'awaiting_funds',
  'obstructed',
  'network_down',
];

function feeWords(view: ClaimView) {
  return view.fee_payer === 'merchant' ? `Fee, paid by ${view.merchant.name}` : 'Fee';
}

/** Said only where the money itself is the question. */
function coverageWords({ coverage: { state }, obstacle }: ClaimView): string | null {
  return state === 'blocked' || obstacle === 'signer_limit' ? null : coverage[state];
}

/** Everything about the payout, quieter than the amount and the next step. */
export function PayoutFacts({ view, screen }: { view: ClaimView; screen: Screen }) {
  const { symbol } = view.asset;
  const covered = coverageWords(view);
  const sent = screen === 'processing' || screen === 'sent' || tenseOf(screen) === 'done';
  const to = view.recipient.address ?? (sent ? view.transfer?.recipient : undefined);
  return (
    <section aria-label="About this payout" className="mt-7 border-t border-line pt-2">
      <Facts>
        <Fact name="For">
          <bdi>{view.description ?? view.reference}</bdi>
        </Fact>
        <Fact name="Amount">
          <Amount value={view.amount} symbol={symbol} />
        </Fact>
        <Fact name={feeWords(view)}>
          <Amount value={view.fee} symbol={symbol} />
        </Fact>
        <Fact name={netNames[tenseOf(screen)]}>
          <strong className="font-semibold">
            <Amount value={view.net} symbol={symbol} />
          </strong>
        </Fact>
        <Fact name="To">{to ? <Address value={to} /> : 'A wallet of your choice'}</Fact>
        <Fact name="Network">{view.chain.name}</Fact>
        {open.includes(screen) && (
          <>
            {view.vault && covered && (
              <Fact untilSent name="In the vault">
                {covered}
              </Fact>
            )}
            <Fact name="Link works until">
              <BrowserTime iso={view.expires_at} />
            </Fact>
          </>
        )}
      </Facts>
      <Fold title="Details">
        <Facts>
          <Fact name="Reference">
            <bdi>{view.reference}</bdi>
          </Fact>
          {view.vault && (
            <Fact name="Vault that pays">
              <Address value={view.vault} />
            </Fact>
          )}
          <Fact name={`${symbol} token`}>
            <Address value={view.asset.address} />
          </Fact>
          <Fact name="Network number">{view.chain.id}</Fact>
        </Facts>
      </Fold>
    </section>
  );
}
