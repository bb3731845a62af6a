import { Callout } from '@/components/ui/callout';
import type { Problem } from './ask';
import { saidByFields } from './faults';

/** Why it did not work, unless the fields with these names say so themselves. */
export function ProblemCallout({ problem, fields = [] }: { problem: Problem | null; fields?: readonly string[] }) {
  if (!problem || saidByFields(problem, fields)) return null;
  return <Callout tone="bad">{problem.detail}</Callout>;
}
