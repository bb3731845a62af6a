import { progressOf } from '@/components/claim/progress';
import { ScreenFrame } from '@/components/claim/screen-frame';
import type { ScreenProps } from '@/components/claim/screen-props';
import { Hash } from '@/components/ui/figures/hex';
import type { ClaimView } from '@/lib/claims/schema';
import { ProgressSteps } from './progress-steps';
import { usualWait } from './waiting-time';
import { WayBack } from './way-back';

export function Processing({ view }: ScreenProps) {
  const { transfer } = view;
  if (transfer?.status === 'differs') return <PaidOtherwise view={view} transfer={transfer} />;
  const doubtful = transfer?.status === 'unknown';
  return (
    <ScreenFrame view={view} tone="plain" icon="clock" heading={doubtful ? 'Making sure' : 'On its way'}>
      {doubtful ? (
        <p key="doubtful">
          The transfer was sent, but we did not hear back. We are checking with the network whether the money moved, and
          send nothing else until we know.
        </p>
      ) : (
        <p key="usual">{`The network usually confirms this in ${usualWait(view.chain.key, transfer?.confirmations_needed ?? 0)}.`}</p>
      )}
      <ProgressSteps progress={progressOf(transfer)} />
      {transfer && (
        <div>
          Transfer <Hash value={transfer.hash} href={transfer.explorer_url} />
        </div>
      )}
      <p>You can close this page. The transfer goes on without it, and this link always shows where it stands.</p>
    </ScreenFrame>
  );
}

type Otherwise = { view: ClaimView; transfer: NonNullable<ClaimView['transfer']> };

/** What the network shows is known, and it is not what was agreed: people have to settle the rest. */
function PaidOtherwise({ view, transfer }: Otherwise) {
  return (
    <ScreenFrame
      view={view}
      tone="warn"
      icon="alert"
      heading="Paid, but not as agreed"
      actions={<WayBack view={view} ended="badly" main />}
    >
      <p>
        The network has confirmed a payment to your wallet. {transfer.failure_reason} This is no fault of yours, and
        nothing that you can mend here.
      </p>
      <p>
        <bdi>{view.merchant.name}</bdi> sees it, too, and decides what happens with the rest. This link shows how it
        ends.
      </p>
      <div>
        Transfer <Hash value={transfer.hash} href={transfer.explorer_url} />
      </div>
    </ScreenFrame>
  );
}
