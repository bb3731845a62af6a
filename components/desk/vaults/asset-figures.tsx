import { obstacleWords } from '@/components/desk/words/obstacle-words';
import { Callout } from '@/components/ui/callout';
import { Amount } from '@/components/ui/figures/amount';
import { Figure, Figures, NotKnown } from '@/components/ui/figures/figure';
import { groupDigits } from '@/components/ui/figures/group-digits';
import { Time } from '@/components/ui/figures/time';
import { parseAmount } from '@/lib/kernel/money';
import type { VaultAsset } from '@/lib/vaults/schema';

/** What one asset of a vault holds, allows and owes, and how much our key could move. */
export function AssetFigures({ asset }: { asset: VaultAsset }) {
  const { reading, asset: symbol } = asset;
  const amount = (value: string | undefined) =>
    value === undefined ? <NotKnown /> : <Amount value={value} symbol={symbol} />;
  return (
    <>
      {asset.obstacle && (
        <Callout tone="bad">
          No payout in {symbol} can be paid from this vault now. {obstacleWords[asset.obstacle].why} No money has moved;{' '}
          what is promised waits. {obstacleWords[asset.obstacle].ends}
        </Callout>
      )}
      {reading?.short && (
        <Callout tone="bad">
          More is promised than can be taken: <Amount value={asset.committed} symbol={symbol} /> are owed. Payouts
          beyond that wait for funds and go on by themselves once balance and allowance suffice. No money has moved.
        </Callout>
      )}
      <Figures>
        <Figure name="Balance" note="what the vault holds">
          {amount(reading?.balance)}
        </Figure>
        <Figure name="Allowance" note="what the contract may take in all">
          {reading?.unlimited ? 'no limit' : amount(reading?.allowance)}
        </Figure>
        <Figure name="Promised" note="open payouts, by the books">
          <Amount value={asset.committed} symbol={symbol} />
        </Figure>
        <Figure
          name="Coverage"
          bad={reading?.short}
          note={`${reading?.short ? 'short by this much' : 'left once all is paid'}: the smaller of balance and allowance, less what is promised`}
        >
          {amount(reading?.coverage)}
        </Figure>
        <Figure
          name="Exposure"
          note="the most that our signer could move now: the least of balance, allowance and what is left of its limit"
        >
          {amount(reading?.exposure)}
        </Figure>
        <SignerFigures asset={asset} />
        <Figure name="A usual day" note="average of the last 30 days">
          <Amount value={asset.usual_per_day} symbol={symbol} />
        </Figure>
      </Figures>
    </>
  );
}

function SignerFigures({ asset: { reading, asset: symbol, fee, decimals } }: { asset: VaultAsset }) {
  const signer = reading?.signer;
  if (reading && !signer) {
    return (
      <Figure name="Signer" bad note="no claim link can be paid until the vault names it">
        not named
      </Figure>
    );
  }
  const of = (value: string | undefined) => (value ? <Amount value={value} symbol={symbol} /> : <NotKnown />);
  const low = signer ? parseAmount(signer.fee_ceiling, decimals) < parseAmount(fee, decimals) : false;
  return (
    <>
      <Figure name="Signer’s limit" note="gross, refilled over 24 hours">
        {of(signer?.capacity)}
      </Figure>
      <Figure name="Left of it now" note="of the signer’s limit">
        {of(signer?.available)}
      </Figure>
      <Figure
        name="Fee ceiling"
        bad={low}
        note={low ? `below your fee of ${groupDigits(fee)} ${symbol}` : 'of one payout'}
      >
        {of(signer?.fee_ceiling)}
      </Figure>
      <Figure name="Signer valid until" bad={signer?.expired} note={signer?.expired ? 'expired' : undefined}>
        {signer ? <Time iso={signer.expires_at} /> : <NotKnown />}
      </Figure>
    </>
  );
}
