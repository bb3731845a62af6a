import { ClaimSheet } from './claim-sheet';
import { LiveUpdates } from './live-updates';
import { markOf } from './mark';
import { progressWords } from './progress';
import { paceOf, screenOf } from './screen';
import type { ScreenProps } from './screen-props';

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
