'use client';
import Link from 'next/link';
import { SecretOnce } from '@/components/desk/dialogs/secret-once';
import { HandOver } from '@/components/desk/payouts/hand-over';
import { wordsOf } from '@/components/rails/registry';
import { buttonClass } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { Amount } from '@/components/ui/figures/amount';
import { shorten } from '@/components/ui/figures/shorten';
import type { CreatedPayoutAnswer } from '@/lib/payouts/schema';

type PayoutMadeProps = { payout: CreatedPayoutAnswer; onAnother: () => void };

/** A payout that was just made: its link, this once, and what happens next. */
export function PayoutMade({ payout, onAnother }: PayoutMadeProps) {
  const { address } = payout.recipient;
  const waits = payout.status === 'awaiting_approval';
  const { link, made } = wordsOf(payout.rail, payout.delivery);
  return (
    <div className="max-w-2xl rounded-lg border border-line bg-surface p-5">
      <SecretOnce
        title={waits ? 'The payout is made and waits for approval' : 'The payout is made'}
        label={link.label}
        value={payout.claim_url}
        noun="link"
        kept={link.kept}
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
          : <Amount value={payout.net} symbol={payout.asset} /> {made(address ? shorten(address) : null)}
        </p>
        {waits && (
          <div className="mt-3">
            <Callout tone="warn">
              Nothing is paid before it is approved. You made it, so another member must approve it.
            </Callout>
          </div>
        )}
      </SecretOnce>
    </div>
  );
}
