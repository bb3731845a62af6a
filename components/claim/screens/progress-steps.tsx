import type { Progress } from '@/components/claim/progress';
import { Icon } from '@/components/ui/figures/icon';

const dots = {
  done: 'bg-good-ground text-good',
  now: 'border-2 border-accent text-accent',
  later: 'border border-line-strong text-quiet',
} as const;

export function ProgressSteps({
  progress,
  done,
}: {
  progress: Progress /** Said of a step that is done. */;
  done: string;
}) {
  const share = progress.needed ? (100 * progress.confirmations) / progress.needed : 0;
  return (
    <ol className="mx-auto my-5 w-fit space-y-3 text-start text-base text-text">
      {progress.steps.map((step) => (
        <li
          key={step.name}
          aria-current={step.state === 'now' ? 'step' : undefined}
          className="grid grid-cols-[1.5rem_1fr] items-center gap-x-3 tabular-nums"
        >
          <span className={`inline-flex size-6 items-center justify-center rounded-full ${dots[step.state]}`}>
            {step.state === 'done' && <Icon name="check" size={14} />}
            {step.state === 'now' && <span className="size-2 rounded-full bg-accent" />}
          </span>
          <span
            className={`hyphens-auto wrap-anywhere ${step.state === 'later' ? 'text-quiet' : step.state === 'now' ? 'font-medium' : ''}`}
          >
            <span>{step.name}</span>
            {step.state === 'done' && <span className="sr-only"> {done}</span>}
          </span>
          {step.state === 'now' && share > 0 && (
            <span aria-hidden="true" className="col-start-2 mt-1.5 h-1.5 w-full rounded-full bg-line">
              <span
                className="block h-full rounded-full bg-accent transition-[width] duration-150"
                style={{ width: `${share}%` }}
              />
            </span>
          )}
        </li>
      ))}
    </ol>
  );
}
