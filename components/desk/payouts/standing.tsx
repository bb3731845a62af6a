import { standsWords } from '@/components/desk/words/approval-words';
import { isMaker } from '@/components/desk/words/is-maker';
import { obstacleWords } from '@/components/desk/words/obstacle-words';
import { relayWords } from '@/components/desk/words/relay-words';
import { Callout } from '@/components/ui/callout';
import { Amount } from '@/components/ui/figures/amount';
import { Time } from '@/components/ui/figures/time';
import type { PayoutStory } from '@/lib/desk/story/schema';
import { isByPortal } from '@/lib/rails/traits';
import { actorWords } from './story-words';

/** What a member has to know before they do anything: what is the matter with it, and what happens by itself. */
export function Standing({ story, viewer }: { story: PayoutStory; viewer: string }) {
  const { payout, approvals, hold } = story;
  const callouts = [
    payout.transfer?.status === 'unknown' && (
      <Callout key="unknown" tone="warn">
        Nobody can say yet whether the transfer moved the money. It is not offered for payment again until that is
        known.
      </Callout>
    ),
    payout.status === 'processing' && payout.transfer?.status === 'differs' && (
      <Callout key="differs" tone="bad">
        It was paid, but not as agreed. {payout.transfer.failure_reason} The vault never pays it again; say under
        Reconciliation whether it counts as paid.
      </Callout>
    ),
    payout.obstacle && (
      <Callout key="obstacle" tone="warn">
        It cannot be paid since <Time iso={payout.obstacle.since} as="brief" />:{' '}
        {obstacleWords[payout.obstacle.cause].why} <Held payout={payout} />
        Nothing has left the {isByPortal(payout.rail) ? 'hot wallet' : 'vault'}.{' '}
        {obstacleWords[payout.obstacle.cause].ends}
      </Callout>
    ),
    payout.status === 'pending' && payout.relay?.reason && !payout.obstacle && (
      <Callout key="relay">
        We have not sent it yet. {relayWords[payout.relay.reason]} Nothing has left the vault.
      </Callout>
    ),
    payout.cancellation && (
      <Callout key="cancellation" tone="warn">
        It is being cancelled: a signed payout that was handed out can be used until{' '}
        <Time iso={payout.cancellation.effective_at} />.
        {payout.cancellation.on_chain && (
          <>
            {' '}
            To end it sooner, your vault or its guardian calls <code>cancel</code> of the payout contract with your
            vault, the word <code className="wrap-anywhere">{payout.cancellation.on_chain.word}</code> and the mask{' '}
            <code className="wrap-anywhere">{payout.cancellation.on_chain.mask}</code>.
          </>
        )}
      </Callout>
    ),
    payout.status === 'failed' && (
      <Callout key="failed" tone="bad">
        {payout.failure_reason ?? 'The payment was taken back.'}{' '}
        {payout.transfer?.status === 'differs'
          ? 'What left stays with the recipient, and it does not count as paid.'
          : isByPortal(payout.rail)
            ? 'Nothing has left the hot wallet.'
            : 'The money is in the vault again.'}
      </Callout>
    ),
    payout.status === 'awaiting_approval' && approvals && (
      <Callout key="approval" tone="warn">
        {approvals.given.length} of {approvals.needed} approvals
        {approvals.given.length > 0 && `: ${approvals.given.map(({ by }) => actorWords(by)).join(', ')}`}. Nothing is
        paid before.
        {isMaker(story, viewer) &&
          ` ${standsWords[story.created_by?.kind === 'api_key' ? 'made_by_your_key' : 'made_by_you']}`}
      </Callout>
    ),
    hold && (
      <Callout key="hold">
        {actorWords(hold.by)} is about to pay it; it is kept for them until <Time iso={hold.until} as="clock" />.
      </Callout>
    ),
  ].filter(Boolean);
  return callouts.length > 0 ? <div className="mb-5 space-y-2">{callouts}</div> : null;
}

/** What this payout takes of what is short, and what the hot wallet has of it. */
function Held({ payout: { obstacle, asset } }: Pick<PayoutStory, 'payout'>) {
  if (!obstacle?.held) return null;
  if (!obstacle.needed) return `The hot wallet has ${obstacle.held} of them. `;
  return (
    <>
      This payout takes <Amount value={obstacle.needed} symbol={asset} />, and the hot wallet has{' '}
      <Amount value={obstacle.held} symbol={asset} />.{' '}
    </>
  );
}
