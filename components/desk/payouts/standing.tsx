import { standsWords } from '@/components/desk/approvals/approval-words';
import { isMaker } from '@/components/desk/approvals/is-maker';
import { Notice } from '@/components/ui/notice';
import { Time } from '@/components/ui/time';
import type { PayoutStory } from '@/lib/desk/story/schema';
import { obstacleWords } from './obstacle-words';
import { actorWords } from './story-words';

/** What somebody has to know before they do anything: what is the matter with it, and what happens by itself. */
export function Standing({ story, viewer }: { story: PayoutStory; viewer: string }) {
  const { payout, approvals, hold } = story;
  const notices = [
    payout.transfer?.status === 'unknown' && (
      <Notice key="unknown" tone="warn">
        Nobody can say yet whether the transfer moved the money. It is not offered for payment again until that is
        known.
      </Notice>
    ),
    payout.status === 'processing' && payout.transfer?.status === 'differs' && (
      <Notice key="differs" tone="bad">
        It was paid, but not as agreed. {payout.transfer.failure_reason} The vault never pays it again; say under
        Reconciliation whether it counts as paid.
      </Notice>
    ),
    payout.obstacle && (
      <Notice key="obstacle" tone="warn">
        It cannot be paid since <Time iso={payout.obstacle.since} as="brief" />:{' '}
        {obstacleWords[payout.obstacle.cause].why} Nothing has left the vault.{' '}
        {obstacleWords[payout.obstacle.cause].ends}
      </Notice>
    ),
    payout.cancellation && (
      <Notice key="cancellation" tone="warn">
        It is being cancelled: a signed payout that was handed out can be used until{' '}
        <Time iso={payout.cancellation.effective_at} />.
      </Notice>
    ),
    payout.status === 'failed' && (
      <Notice key="failed" tone="bad">
        {payout.failure_reason ?? 'The payment was taken back.'}{' '}
        {payout.transfer?.status === 'differs'
          ? 'What left stays with the recipient, and it does not count as paid.'
          : 'The money is in the vault again.'}
      </Notice>
    ),
    payout.status === 'awaiting_approval' && approvals && (
      <Notice key="approval" tone="warn">
        {approvals.given.length} of {approvals.needed} approvals
        {approvals.given.length > 0 && `: ${approvals.given.map(({ by }) => actorWords(by)).join(', ')}`}. Nothing is
        paid before.
        {isMaker(story, viewer) &&
          ` ${standsWords[story.created_by?.kind === 'api_key' ? 'made_by_your_key' : 'made_by_you']}`}
      </Notice>
    ),
    hold && (
      <Notice key="hold">
        {actorWords(hold.by)} is about to pay it; it is kept for them until <Time iso={hold.until} as="clock" />.
      </Notice>
    ),
  ].filter(Boolean);
  return notices.length > 0 ? <div className="mb-5 space-y-2">{notices}</div> : null;
}
