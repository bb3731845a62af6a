import Link from 'next/link';
import type { ReactNode } from 'react';
import { wordsOf } from '@/components/rails/registry';
import { CopyButton } from '@/components/ui/copy-button';
import { Amount } from '@/components/ui/figures/amount';
import { Fact, Facts } from '@/components/ui/figures/facts';
import { Address, Hash } from '@/components/ui/figures/hex';
import { Time } from '@/components/ui/figures/time';
import { chainOf } from '@/lib/chains/registry';
import type { PayoutStory } from '@/lib/desk/story/schema';
import { actorWords } from './story-words';

/** The facts of a payout as they are now. */
export function PayoutSide({ story }: { story: PayoutStory }) {
  return (
    <Facts dense>
      <Money story={story} />
      <Times story={story} />
      {Object.entries(story.payout.metadata).map(([key, value]) => (
        <Fact key={key} name={key}>
          {value}
        </Fact>
      ))}
    </Facts>
  );
}

/** Who gets how much, and which way it goes. */
function Money({ story: { payout, vault } }: { story: PayoutStory }) {
  const { recipient, transfer } = payout;
  return (
    <>
      <Fact name="Recipient">
        {recipient.email ?? (recipient.address ? <Address value={recipient.address} /> : 'Anyone with the link')}
      </Fact>
      {recipient.claim_key && (
        <Fact name="Named by the key of its link">
          <Address value={recipient.claim_key} />
        </Fact>
      )}
      {transfer?.recipient && transfer.recipient !== recipient.address && (
        <Fact name="Went to">
          <Address value={transfer.recipient} />
        </Fact>
      )}
      <Fact name="They get">
        <Amount value={payout.net} symbol={payout.asset} />
      </Fact>
      {payout.display && <Displayed display={payout.display} asset={payout.asset} />}
      <Fact name={`Fee, paid by the ${payout.fee_payer}`}>
        <Amount value={payout.fee} symbol={payout.asset} />
      </Fact>
      <Fact name="Network">{chainOf(payout.chain).name}</Fact>
      <Fact name="Paid by">{wordsOf(payout.rail, payout.delivery).paidBy}</Fact>
      {vault && (
        <Fact name="Vault">
          <Address value={vault.address} />
        </Fact>
      )}
      {transfer && (
        <Fact name="Transfer">
          <Hash value={transfer.hash} href={transfer.explorer_url} />
        </Fact>
      )}
      {payout.relay && (
        <Fact name="Network fee, paid by the portal">
          <Amount value={payout.relay.network_fee.amount} symbol={payout.relay.network_fee.currency} />
        </Fact>
      )}
      {payout.description && (
        <Fact name="For">
          <bdi>{payout.description}</bdi>
        </Fact>
      )}
    </>
  );
}

/** What it is called, who made it, and when what happened or will. */
function Times({ story: { payout, created_by: maker } }: { story: PayoutStory }) {
  return (
    <>
      <Fact name="Id">
        <Id value={payout.id} />
      </Fact>
      {maker && <Fact name="Made by">{actorWords(maker)}</Fact>}
      <Fact name="Made">
        <Time iso={payout.created_at} />
      </Fact>
      <Fact name={wordsOf(payout.rail, payout.delivery).until}>
        <Time iso={payout.expires_at} />
      </Fact>
      {payout.completed_at && (
        <Fact name="Paid">
          <Time iso={payout.completed_at} />{' '}
          <Link
            href={`/dashboard/payouts/${payout.id}/receipt`}
            prefetch={false}
            className="text-link underline underline-offset-4"
          >
            Receipt
          </Link>
        </Fact>
      )}
    </>
  );
}

function Id({ value }: { value: string }): ReactNode {
  return (
    <span className="inline-flex items-start gap-1 text-xs">
      <span className="font-mono break-all">{value}</span>
      <CopyButton text={value} noun="id" />
    </span>
  );
}

type Display = NonNullable<PayoutStory['payout']['display']>;

/** What it was asked for in, and at which rate that is paid in the asset. */
function Displayed({ display, asset }: { display: Display; asset: string }) {
  const { amount, currency, rate, valid_until: until } = display;
  return (
    <>
      <Fact name="Asked for">
        <Amount value={amount} symbol={currency} />
      </Fact>
      <Fact name="Rate">
        1 {currency} = {rate} {asset}
      </Fact>
      {until && (
        <Fact name="Its recipient is quoted again after">
          <Time iso={until} />
        </Fact>
      )}
    </>
  );
}
