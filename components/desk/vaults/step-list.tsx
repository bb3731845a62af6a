import { Icon } from '@/components/ui/figures/icon';

type StepListProps = { names: readonly string[] /** Counted from 1: what is done next. */; at: number };

/** Where the reader is, when one change takes several signatures. */
export function StepList({ names, at }: StepListProps) {
  return (
    <ol className="space-y-1.5 text-sm">
      {names.map((name, index) => {
        const isDone = index + 1 < at;
        const isNow = index + 1 === at;
        return (
          <li key={name} aria-current={isNow ? 'step' : undefined} className="flex items-center gap-2.5 tabular-nums">
            <span
              className={`inline-flex size-5 shrink-0 items-center justify-center rounded-full text-xs ${isDone ? 'bg-good-ground text-good' : isNow ? 'border-2 border-accent font-medium' : 'border border-line-strong text-quiet'}`}
            >
              {isDone ? <Icon name="check" size={12} /> : index + 1}
            </span>
            <span className={isNow ? 'font-medium' : 'text-quiet'}>
              {name}
              {isDone && <span className="sr-only"> (done)</span>}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
