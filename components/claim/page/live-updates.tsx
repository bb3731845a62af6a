'use client';
import { hasBegun } from '@/components/claim/use-lazy-step';
import { usePart } from '@/components/claim/use-part';
import type { KeepTrueProps } from './keep-true';

/** Said aloud when it changes: progress that has no heading of its own. */
type LiveUpdatesProps = KeepTrueProps & { progress: string };

/** About half a minute. */
const maxFailures = 7;

/** A newer version of the portal has taken this page's code away: the page as it comes now is kept true again. */
function readAgain(failures: number): void {
  if (failures >= maxFailures && navigator.onLine && !hasBegun()) location.reload();
}

/** Keeps the page true, from the moment on that the code for it is there. */
export function LiveUpdates({ progress, ...props }: LiveUpdatesProps) {
  const load = () => import('./keep-true').then((module) => module.KeepTrue);
  const KeepTrue = usePart(load, props.pace === 'still' ? undefined : readAgain);
  return (
    <>
      <p role="status" className="sr-only">
        {progress}
      </p>
      {KeepTrue && <KeepTrue {...props} />}
    </>
  );
}
