import { Hash } from '@/components/ui/hex';
import { progressOf } from './progress';
import { ProgressSteps } from './progress-steps';
import { ScreenFrame } from './screen-frame';
import type { ScreenProps } from './screen-props';
import { usualWait } from './waiting-time';

export function Processing({ view }: ScreenProps) {
  const { transfer } = view;
  const doubtful = transfer?.status === 'unknown';
  return (
    <ScreenFrame view={view} tone="plain" icon="clock" heading={doubtful ? 'Making sure' : 'On its way'}>
      {doubtful ? (
        <p>
          The transfer was sent, but we did not hear back. We are checking with the network whether the money moved, and
          send nothing else until we know.
        </p>
      ) : (
        <p>The network usually confirms this in {usualWait(view.chain.key, transfer?.confirmations_needed ?? 0)}.</p>
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
