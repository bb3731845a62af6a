import { Amount } from '@/components/ui/figures/amount';
import { BrowserTime } from '@/components/ui/figures/browser-time';
import { Fact, Facts } from '@/components/ui/figures/facts';
import { Address } from '@/components/ui/figures/hex';
import { Fold } from '@/components/ui/fold';
import type { ClaimView } from '@/lib/claims/schema';
import type { ClaimSay } from './claim-say';
import { type Screen, tenseOf } from './screen';

const open: readonly Screen[] = [
  'ready',
  'lapsed',
  'reverted',
  'replaced',
  'dropped',
  'awaiting_funds',
  'obstructed',
  'network_down',
];

function feeWords(view: ClaimView, say: ClaimSay) {
  return view.fee_payer === 'merchant'
    ? say('claim.fact.feeOfMerchant', { merchant: view.merchant.name })
    : say('claim.fact.fee');
}

/** Said only where the money itself is the question. */
function coverageWords({ coverage: { state }, obstacle }: ClaimView, say: ClaimSay): string | null {
  return state === 'blocked' || obstacle === 'signer_limit' ? null : say(`claim.fact.inVault.${state}`);
}

type FactsProps = { view: ClaimView; screen: Screen; say: ClaimSay };

/** What it comes to; of a quote that has lapsed nobody knows. */
function Sums({ view, screen, say }: FactsProps) {
  const { symbol } = view.asset;
  const { language } = say;
  return (
    <>
      <Fact name={say('claim.fact.amount')}>
        <Amount value={view.amount} symbol={symbol} language={language} />
      </Fact>
      <Fact name={feeWords(view, say)}>
        <Amount value={view.fee} symbol={symbol} language={language} />
      </Fact>
      <Fact name={say(`claim.fact.net.${tenseOf(screen)}`)}>
        <strong className="font-semibold">
          <Amount value={view.net} symbol={symbol} language={language} />
        </strong>
      </Fact>
    </>
  );
}

/** Everything about the payout, quieter than the amount and the next step. */
export function PayoutFacts({ view, screen, say }: FactsProps) {
  const { symbol } = view.asset;
  const { language } = say;
  const covered = coverageWords(view, say);
  const sent = screen === 'processing' || screen === 'sent' || tenseOf(screen) === 'done';
  const relayed = screen === 'relaying' ? view.relay.address : null;
  const to = view.recipient.address ?? relayed ?? (sent ? view.transfer?.recipient : undefined);
  return (
    <section aria-label={say('claim.about')} className="mt-7 border-t border-line pt-2">
      <Facts>
        <Fact name={say('claim.fact.for')}>
          <bdi>{view.description ?? view.reference}</bdi>
        </Fact>
        {view.display && (
          <Fact name={say('claim.fact.promised')}>
            <Amount value={view.display.amount} symbol={view.display.currency} language={language} />
          </Fact>
        )}
        {screen !== 'lapsed' && <Sums {...{ view, screen, say }} />}
        <Fact name={say('claim.fact.to')}>{to ? <Address value={to} say={say} /> : say('claim.fact.anyWallet')}</Fact>
        <Fact name={say('claim.fact.network')}>
          <bdi>{view.chain.name}</bdi>
        </Fact>
        {open.includes(screen) && (
          <>
            {view.vault && covered && (
              <Fact untilSent name={say('claim.fact.inVault')}>
                {covered}
              </Fact>
            )}
            <Fact name={say('claim.fact.until')}>
              <BrowserTime iso={view.expires_at} />
            </Fact>
          </>
        )}
      </Facts>
      <Fold title={say('claim.fact.details')}>
        <Facts>
          <Fact name={say('claim.fact.reference')}>
            <bdi>{view.reference}</bdi>
          </Fact>
          {view.vault && (
            <Fact name={say('claim.fact.vault')}>
              <Address value={view.vault} say={say} />
            </Fact>
          )}
          <Fact name={say('claim.fact.token', { symbol })}>
            <Address value={view.asset.address} say={say} />
          </Fact>
          <Fact name={say('claim.fact.networkNumber')}>{view.chain.id}</Fact>
        </Facts>
      </Fold>
    </section>
  );
}
