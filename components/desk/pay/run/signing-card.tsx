'use client';
import { buttonClass } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { Amount } from '@/components/ui/figures/amount';
import { Fact, Facts } from '@/components/ui/figures/facts';
import { Address } from '@/components/ui/figures/hex';
import { roughAmount } from '@/components/ui/figures/rough-amount';
import { Fold } from '@/components/ui/fold';
import type { PaymentWay } from '@/db/vocabulary/payouts';
import type { PaymentPreview } from '@/lib/by-hand/sightings/schema';
import { chainOf } from '@/lib/chains/registry';
import { wayWords } from './pay-words';

type SigningCardProps = {
  signing: PaymentPreview;
  /** Whether the wallet has to change the account before it can sign this. */
  upgrades: boolean;
  /** The way that was asked for, if one was. */
  wish: PaymentWay | undefined;
  onWay: (way: PaymentWay) => void;
};

/** One signing in plain words: how much in all, how it is signed, what it costs, and to whom each part goes. */
export function SigningCard({ signing, upgrades, wish, onWay }: SigningCardProps) {
  const { count, total, asset, chain, way, preview, network_fee: fee } = signing;
  const { name } = chainOf(chain);
  return (
    <section
      aria-label={`${total} ${asset} on ${name}`}
      className="space-y-3 rounded-lg border border-line bg-surface p-4"
    >
      <div>
        <p className="text-2xl font-semibold tracking-tight">
          <Amount value={total} symbol={asset} />
        </p>
        <p className="text-quiet">
          {count === 1 ? 'to one recipient' : `${count} payments`} on {name}
        </p>
      </div>
      <ol className="list-decimal space-y-1 pl-5">
        {preview.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ol>
      {signing.sender_kind === 'contract' && (
        <Callout>
          This wallet is a contract, such as a Safe. What you sign becomes a proposal that others may have to sign, too;
          we follow it to the transfer that it becomes.
        </Callout>
      )}
      {upgrades && (
        <Callout>
          Your wallet may ask first to turn this account into a smart account, which signs several calls at once. If you
          decline that, nothing is signed; the payout contract does the same without it.
        </Callout>
      )}
      <OtherWays signing={signing} wish={wish} onWay={onWay} />
      <Facts>
        <Fact name="How">{wayWords[way]}</Fact>
        <Fact name="Network fee, about">
          <span className="tabular-nums">
            {roughAmount(fee.estimate, 'up')} {fee.currency}
          </span>
        </Fact>
        {signing.sender_kind === 'contract' ? (
          <Fact name="Paid by">the account that carries the proposal out</Fact>
        ) : (
          <Fact name="Your wallet has for it">
            <span className="tabular-nums">
              {roughAmount(fee.balance, 'down')} {fee.currency}
            </span>
          </Fact>
        )}
      </Facts>
      {fee.tight && (
        <Callout tone="warn">
          Your wallet may want more for the network fee: while it sends, it sets aside up to{' '}
          {roughAmount(fee.reserve, 'up')} {fee.currency} and keeps what is not used.
        </Callout>
      )}
      {!fee.enough && !fee.tight && (
        <Callout tone="warn">
          That is not enough for the network fee. Add a little {fee.currency} on {name} to this wallet. Nothing was
          signed.
        </Callout>
      )}
      {count === 1 ? <Payments signing={signing} /> : null}
      <Fold title={count === 1 ? 'The token' : `All ${count} payments`}>
        {count > 1 && <Payments signing={signing} />}
        <div className="py-2 text-sm text-quiet">
          Token <Address value={signing.token} />
        </div>
      </Fold>
    </section>
  );
}

/** To whom each part goes, every digit of it. */
function Payments({ signing: { payments, asset } }: { signing: PaymentPreview }) {
  return (
    <ul aria-label="Payments" className="divide-y divide-line text-sm">
      {payments.map(({ payout_id: id, reference, recipient, amount }) => (
        <li key={id} className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 py-2">
          <span className="font-medium wrap-anywhere">
            <bdi>{reference}</bdi>
          </span>
          <Amount value={amount} symbol={asset} />
          <span className="w-full font-mono text-xs break-all text-quiet">{recipient}</span>
        </li>
      ))}
    </ul>
  );
}

type Other = readonly [way: PaymentWay, words: string];

/** The other ways to sign the same. Where the wish cannot be granted, the portal takes the usual way. */
function otherWays(way: PaymentWay, wish: PaymentWay | undefined): Other[] {
  if (way === 'one_by_one') return wish === 'one_by_one' ? [['calls', 'Sign them together instead']] : [];
  const single: Other = ['one_by_one', 'Sign them one by one instead'];
  return way === 'calls' ? [['disperse', 'Use the payout contract instead'], single] : [single];
}

function OtherWays({ signing: { way, count }, wish, onWay }: Omit<SigningCardProps, 'upgrades'>) {
  const others = count === 1 ? [] : otherWays(way, wish);
  if (others.length === 0) return null;
  return (
    <p className="flex flex-wrap gap-2">
      {others.map(([other, words]) => (
        <button key={other} type="button" className={buttonClass('small')} onClick={() => onWay(other)}>
          {words}
        </button>
      ))}
    </p>
  );
}
