import type { Problem } from '@/components/ask/problem';

/** What to do next, in words of this page; the portal's own detail stands before it. */
const advice: Partial<Record<Problem['code'], string>> = {
  chain_refused: 'Nothing was changed. Mend what is named, and try again.',
  chain_known: 'Its short name or its id is of a network that is on this page already. Two cannot share either.',
  chain_own: 'You proposed it, so your own word does not count twice. Ask another operator to open this page.',
  not_found: 'Another operator has agreed to it or taken it back meanwhile. Look at the list.',
  step_up_required: 'It needs a fresh proof that it is you. Press again, and confirm. Nothing was changed.',
  forbidden: 'Your role may look at networks, and change none. Ask an operator who may.',
  chain_unavailable: 'Its nodes do not answer now. Nothing was changed; try again in a minute.',
};

/** Why it did not work, with what to do about it. */
export function explainRefusal(problem: Problem | null): Problem | null {
  const next = problem && advice[problem.code];
  return next ? { ...problem, detail: `${problem.detail} ${next}` } : problem;
}
