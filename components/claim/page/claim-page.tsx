import { LanguageChoice } from '@/components/claim/language-choice';
import { markOf } from '@/components/claim/mark';
import { progressWords } from '@/components/claim/progress';
import { paceOf, screenOf } from '@/components/claim/screen';
import type { ScreenProps } from '@/components/claim/screen-props';
import { ClaimSheet } from './claim-sheet';
import { LiveUpdates } from './live-updates';

type ClaimPageProps = ScreenProps & { now: Date; embedOrigins: readonly string[] };

/** The whole claim page, complete before any script runs. */
export function ClaimPage({ now, embedOrigins, ...props }: ClaimPageProps) {
  const { view, token, say } = props;
  const screen = screenOf(view, now);
  return (
    <ClaimSheet {...props} screen={screen}>
      <LanguageChoice query={props.query} language={say.language} label={say('ui.languages')} />
      <LiveUpdates
        token={token}
        mark={markOf(view)}
        pace={paceOf(screen)}
        screen={screen}
        status={view.status}
        version={view.version}
        progress={progressWords(view, say)}
        offlineWords={say('claim.offline')}
        embedOrigins={embedOrigins}
      />
    </ClaimSheet>
  );
}
