import { Notice } from '@/components/ui/notice';
import type { Problem } from './ask';
import { saidByFields } from './faults';

/** Why it did not work, unless the fields with these names say so themselves. */
export function ProblemNotice({ problem, fields = [] }: { problem: Problem | null; fields?: readonly string[] }) {
  if (!problem || saidByFields(problem, fields)) return null;
  return <Notice tone="bad">{problem.detail}</Notice>;
}
