import { progressOf } from '@/components/claim/progress';
import { ScreenFrame } from '@/components/claim/screen-frame';
import type { ScreenProps } from '@/components/claim/screen-props';
import { Rich } from '@/components/ui/words/rich';
import type { ClaimView } from '@/lib/claims/schema';
import { FailureReason } from './failure-reason';
import { TransferLine } from './paid-transfer';
import { ProgressSteps } from './progress-steps';
import { usualWait } from './waiting-time';
import { WayBack } from './way-back';

export function Processing({ view, say }: ScreenProps) {
  const { transfer } = view;
  if (transfer?.status === 'differs') return <PaidOtherwise {...{ view, say, transfer }} />;
  const doubtful = transfer?.status === 'unknown';
  return (
    <ScreenFrame
      {...{ view, say }}
      tone="plain"
      icon="clock"
      heading={say(doubtful ? 'claim.processing.doubtful.heading' : 'claim.processing.heading')}
    >
      <p key={doubtful ? 'doubtful' : 'usual'}>
        {doubtful
          ? say('claim.processing.doubtful')
          : usualWait(view.chain.block_seconds, transfer?.confirmations_needed ?? 0, say)}
      </p>
      <ProgressSteps progress={progressOf(view, say)} done={say('claim.step.done')} />
      {transfer && <TransferLine transfer={transfer} say={say} />}
      <p>{say('claim.processing.close')}</p>
    </ScreenFrame>
  );
}

type Otherwise = Pick<ScreenProps, 'view' | 'say'> & { transfer: NonNullable<ClaimView['transfer']> };

/** What the network shows is known, and it is not what was agreed: people have to settle the rest. */
function PaidOtherwise({ view, say, transfer }: Otherwise) {
  const { failure_code: code, failure_reason: reason } = transfer;
  return (
    <ScreenFrame
      {...{ view, say }}
      tone="warn"
      icon="alert"
      heading={say('claim.differs.heading')}
      actions={<WayBack view={view} say={say} ended="badly" main />}
    >
      <p>
        <Rich of={say.pieces('claim.differs.words')} with={{ reason: <FailureReason {...{ code, reason, say }} /> }} />
      </p>
      <p>
        <Rich of={say.pieces('claim.differs.next')} with={{ merchant: view.merchant.name }} />
      </p>
      <TransferLine transfer={transfer} say={say} />
    </ScreenFrame>
  );
}
