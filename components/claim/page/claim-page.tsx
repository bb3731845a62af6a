import { markOf } from '@/components/claim/mark';
import { progressWords } from '@/components/claim/progress';
import { paceOf, screenOf } from '@/components/claim/screen';
import type { ScreenProps } from '@/components/claim/screen-props';
import { ClaimSheet } from './claim-sheet';
import { LiveUpdates } from './live-updates';

type ClaimPageProps = ScreenProps & { now: Date; embedOrigins: readonly string[] };

/** The whole claim page, complete before any script runs. */
export function ClaimPage({ view, token, walletConnectProjectId, now, embedOrigins }: ClaimPageProps) {
  const screen = screenOf(view, now);
  return (
    <ClaimSheet view={view} token={token} walletConnectProjectId={walletConnectProjectId} screen={screen}>
      <LiveUpdates
        token={token}
        mark={markOf(view)}
        pace={paceOf(screen)}
        screen={screen}
        status={view.status}
        version={view.version}
        progress={progressWords(view)}
        embedOrigins={embedOrigins}
      />
    </ClaimSheet>
  );
}
