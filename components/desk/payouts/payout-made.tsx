'use client';
import Link from 'next/link';
import { SecretOnce } from '@/components/desk/frame/secret-once';
import { Amount } from '@/components/ui/amount';
import { buttonClass } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { shorten } from '@/components/ui/shorten';
import type { CreatedPayoutAnswer } from '@/lib/payouts/schema';
import { HandOver } from './hand-over';

type PayoutMadeProps = { payout: CreatedPayoutAnswer; onAnother: () => void };

/** A payout that was just made: its link, this once, and what happens next. */
export function PayoutMade({ payout, onAnother }: PayoutMadeProps) {
  const waits = payout.status === 'awaiting_approval';
  const byHand = payout.rail === 'wallet';
  return (
    <div className="max-w-2xl rounded-lg border border-line bg-surface p-5">
      <SecretOnce
        title={waits ? 'The payout is made and waits for approval' : 'The payout is made'}
        label={byHand ? 'Link for the recipient' : 'Claim link'}
        value={payout.claim_url}
        noun="link"
        kept={
          byHand
            ? 'We keep a hash to know it by.'
            : 'We keep a hash to know it by. If it gets lost, the payout’s page makes a new one, and this one stops working.'
        }
        ways={(store) => <HandOver link={payout.claim_url} title={`Payout ${payout.reference}`} onShared={store} />}
        next={
          <>
            <Link
              data-stored
              href={`/dashboard/payouts/${payout.id}`}
              prefetch={false}
              className={buttonClass('smallPrimary')}
            >
              I have stored it, on to the payout
            </Link>
            <button type="button" className={buttonClass('small')} onClick={onAnother}>
              Make another
            </button>
          </>
        }
      >
        <p>
          <strong className="font-semibold text-text">
            <bdi>{payout.reference}</bdi>
          </strong>
          : <Amount value={payout.net} symbol={payout.asset} /> {recipientWords(payout)}
        </p>
        {waits && (
          <div className="mt-3">
            <Callout tone="warn">
              Nothing is paid before it is approved. You made it, so somebody else must approve it.
            </Callout>
          </div>
        )}
      </SecretOnce>
    </div>
  );
}

function recipientWords({ rail, recipient }: CreatedPayoutAnswer): string {
  const wallet = recipient.address ? shorten(recipient.address) : '';
  if (rail === 'wallet') {
    return `for ${wallet}, to be sent by one of your team. The link shows the recipient how it stands; there is nothing to claim.`;
  }
  return recipient.type === 'wallet'
    ? `for ${wallet}. Send the link to the recipient: whoever opens it, only that wallet can be paid.`
    : 'for whoever has this link. Send it to the recipient and to nobody else.';
}
