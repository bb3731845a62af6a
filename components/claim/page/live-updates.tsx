'use client';
import { usePart } from '@/components/claim/use-part';
import type { KeepTrueProps } from './keep-true';

/** Said aloud when it changes: progress that has no heading of its own. */
type LiveUpdatesProps = KeepTrueProps & { progress: string };

/** Keeps the page true, from the moment on that the code for it is there. */
export function LiveUpdates({ progress, ...props }: LiveUpdatesProps) {
  const KeepTrue = usePart(() => import('./keep-true').then((module) => module.KeepTrue));
  return (
    <>
      <p role="status" className="sr-only">
        {progress}
      </p>
      {KeepTrue && <KeepTrue {...props} />}
    </>
  );
}
