import { Icon } from '@/components/ui/figures/icon';
import type { Failure } from './failures';

/** Said aloud when it appears. */
export function FailureCallout({ failure }: { failure: Failure | null }) {
  return (
    <div aria-live="assertive">
      {failure && (
        <div className="mb-5 flex gap-3 rounded-lg bg-bad-ground px-4 py-3 text-[0.9375rem]">
          <span className="mt-1 text-bad">
            <Icon name="alert" />
          </span>
          <div>
            <p className="font-medium text-bad">{failure.heading}</p>
            <p className="mt-0.5 text-text">{failure.words}</p>
          </div>
        </div>
      )}
    </div>
  );
}
