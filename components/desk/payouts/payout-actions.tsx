'use client';
import { useRouter } from 'next/navigation';
import { type ReactNode, useState } from 'react';
import { ApproveThis } from '@/components/desk/approvals/approve-on-payout';
import { SecretOnce } from '@/components/desk/dialogs/secret-once';
import { useMay } from '@/components/desk/frame/desk';
import { useAction } from '@/components/desk/frame/use-action';
import { hasOpenOutcome } from '@/components/desk/pay/open-outcome';
import { PayThis } from '@/components/desk/pay/pay-on-payout';
import { RecordPayment } from '@/components/desk/pay/record-payment';
import { WriteOffPayment } from '@/components/desk/pay/write-off-payment';
import { wordsOf } from '@/components/rails/registry';
import { buttonClass } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { Dialog } from '@/components/ui/dialog';
import { Time } from '@/components/ui/figures/time';
import type { PayoutStory } from '@/lib/desk/story/schema';
import { type ClaimLinkAnswer, claimLinkAnswer } from '@/lib/payouts/schema';
import { isClaimed } from '@/lib/rails/traits';
import { HandOver } from './hand-over';
import { ChangeRecipient, MailLink } from './mailbox-actions';
import { TryAgain } from './try-again';

export type ActionProps = { story: PayoutStory };

/**
 * What can be done with one payout, the weightiest first. One entry each: a component that shows its button when status
 * and role allow it, and nothing otherwise.
 */
const actions: readonly ((props: ActionProps) => ReactNode)[] = [
  ...[ApproveThis, PayThis, RecordPayment, WriteOffPayment],
  ...[TryAgain, MailLink, ChangeRecipient, NewLink, Cancel],
];

export function PayoutActions({ story }: ActionProps) {
  return actions.map((Action) => <Action key={Action.name} story={story} />);
}

function NewLink({ story: { payout } }: ActionProps) {
  const may = useMay('payouts:write');
  const [open, setOpen] = useState(false);
  const [made, setMade] = useState<ClaimLinkAnswer | null>(null);
  const link = made?.claim_url;
  const { run, pending, problem } = useAction();
  if (!may || !isClaimed(payout.rail) || (payout.status !== 'pending' && payout.status !== 'failed')) return null;
  const replace = async () => {
    const path = `/api/desk/payouts/${payout.id}/link`;
    const answer = await run(path, { method: 'POST', body: {}, returns: claimLinkAnswer });
    if (answer.ok) setMade(answer.data);
  };
  const close = () => {
    setOpen(false);
    setMade(null);
  };
  return (
    <>
      <button type="button" className={buttonClass('small')} onClick={() => setOpen(true)}>
        New claim link
      </button>
      <Dialog
        open={open}
        onClose={close}
        title={link ? 'The new claim link' : 'Replace the claim link?'}
        keep={made !== null}
      >
        <div className="space-y-4 text-sm">
          {link ? (
            <SecretOnce
              title="Send it to the recipient"
              label="Claim link"
              value={link}
              noun="link"
              kept="Anyone with it can claim the payout; the old link no longer works."
              ways={(store) => <HandOver link={link} title={`Payout ${payout.reference}`} onShared={store} />}
              next={
                <button data-stored type="button" className={buttonClass('smallPrimary')} onClick={close}>
                  I have stored it
                </button>
              }
            >
              {made?.earlier_claim_until && (
                <Callout tone="warn">
                  The old link was used a moment ago: what it handed out can still be paid until{' '}
                  <Time iso={made.earlier_claim_until} />. The payout is paid once, by the one or the other.
                </Callout>
              )}
            </SecretOnce>
          ) : (
            <>
              <p>The link that was sent stops working at once. You get a new one to send to the recipient.</p>
              {problem && <Callout tone="bad">{problem.detail}</Callout>}
              <button type="button" disabled={pending} onClick={replace} className={buttonClass('smallPrimary')}>
                Replace the link
              </button>
            </>
          )}
        </div>
      </Dialog>
    </>
  );
}

const cancellable = ['awaiting_approval', 'pending', 'failed'];

function Cancel({ story }: ActionProps) {
  const { payout, hold } = story;
  const may = useMay('payouts:write');
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const { run, pending, problem } = useAction();
  if (!may || payout.cancellation || !cancellable.includes(payout.status) || hasOpenOutcome(story)) return null;
  const cancel = async () => {
    const answer = await run(`/api/desk/payouts/${payout.id}/cancel`, { method: 'POST', body: {} });
    if (answer.ok) setOpen(false);
    router.refresh();
  };
  return (
    <>
      <button type="button" className={buttonClass('smallDanger')} onClick={() => setOpen(true)}>
        Cancel payout
      </button>
      <Dialog open={open} onClose={() => setOpen(false)} title="Cancel this payout?">
        <div className="space-y-4 text-sm">
          <p>{wordsOf(payout.rail, payout.delivery).cancelling}</p>
          {payout.recipient.claim_key && (
            <p>
              Its link has a key of its own. Once its holder has asked for the payment, what your signer signed is good
              for as long as the link: only a call of your vault or its guardian on the network ends it sooner.
            </p>
          )}
          {hold && <Callout tone="warn">A member is about to pay it right now.</Callout>}
          {problem && <Callout tone="bad">{problem.detail}</Callout>}
          <div className="flex gap-2">
            <button type="button" disabled={pending} onClick={cancel} className={buttonClass('smallDanger')}>
              Cancel payout
            </button>
            <button type="button" onClick={() => setOpen(false)} className={buttonClass('bare')}>
              Keep it
            </button>
          </div>
        </div>
      </Dialog>
    </>
  );
}
