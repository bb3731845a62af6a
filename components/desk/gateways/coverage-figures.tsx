import { Amount } from '@/components/ui/figures/amount';
import { Figure, Figures, NotKnown } from '@/components/ui/figures/figure';
import { Address } from '@/components/ui/figures/hex';
import { Status, type Tone } from '@/components/ui/status';
import type { CoverageState, GatewayCoverage } from '@/lib/desk/gateways/schema';
import type { GatewayAnswer } from '@/lib/gateways/schema';

const stateWords: Readonly<Record<CoverageState, { tone: Tone; words: string }>> = {
  enough: { tone: 'good', words: 'Enough for what waits' },
  short_of_asset: { tone: 'bad', words: 'Too little for what waits: fill up the hot wallet' },
  short_of_coins: { tone: 'bad', words: 'Too few coins for the network fees: fill up the hot wallet' },
  unknown: { tone: 'warn', words: 'Not known: the gateway or its network cannot be read' },
};

type CoverageFiguresProps = { asset: GatewayAnswer['assets'][number]; coverage: GatewayCoverage | null };

/** What the hot wallet holds of one asset, against what waits. Null coverage: it pays nothing any more. */
export function CoverageFigures({ asset, coverage }: CoverageFiguresProps) {
  const { asset: symbol, crypto, hot_wallet: wallet } = asset;
  const link = coverage?.explorer_url && `${coverage.explorer_url}/address/${wallet}`;
  return (
    <div className="space-y-2.5">
      <h3 className="flex flex-wrap items-baseline gap-x-4 gap-y-1 text-sm font-semibold">
        {coverage ? `${symbol} on ${coverage.chain_name}` : symbol}
        {coverage && (
          <span className="font-normal">
            <Status tone={stateWords[coverage.state].tone} wraps>
              {stateWords[coverage.state].words}
            </Status>
          </span>
        )}
      </h3>
      <div className="flex flex-wrap items-center gap-x-6 gap-y-1 text-[0.8125rem] text-quiet">
        <span>
          Its name there: <code className="font-mono">{crypto}</code>
        </span>
        <span>
          Hot wallet <Address value={wallet} href={link} />
        </span>
      </div>
      {coverage && (
        <Figures>
          <Figure name="Balance" bad={coverage.state === 'short_of_asset'} note="what the hot wallet holds">
            {coverage.held === null ? <NotKnown /> : <Amount value={coverage.held} symbol={symbol} />}
          </Figure>
          <Figure name="Waiting" note={countWords(coverage.waiting)}>
            <Amount value={coverage.promised} symbol={symbol} />
          </Figure>
          <Figure name="Coins" bad={coverage.state === 'short_of_coins'} note="for network fees">
            {coverage.coins === null ? <NotKnown /> : <Amount value={coverage.coins} symbol={coverage.currency} />}
          </Figure>
          <Figure name="Enough for" note="payouts, at the network fee of now">
            {coverage.payouts_with_coins === null ? <NotKnown /> : coverage.payouts_with_coins.toLocaleString('en-GB')}
          </Figure>
        </Figures>
      )}
    </div>
  );
}

const countWords = (count: number) =>
  count === 1 ? '1 payout that it is to send' : `${count.toLocaleString('en-GB')} payouts that it is to send`;
