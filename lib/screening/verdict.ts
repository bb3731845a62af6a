import type { ScreenerAnswer } from '@/db/schema';
import {
  type ScreenerKey,
  type ScreeningLevel,
  type ScreeningVerdict,
  screeningLevels,
} from '@/db/vocabulary/screening';

export type Verdict = {
  verdict: ScreeningVerdict;
  level: ScreeningLevel | null;
  category: string | null;
  name: string | null;
  /** Who speaks against the address. */
  namedBy: ScreenerKey[];
};

const gravity = ({ level }: ScreenerAnswer) => (level === null ? -1 : screeningLevels.indexOf(level));

/**
 * One word of all answers: `listed` where one speaks against the address, `unknown` where none does and one of those who
 * were asked could not tell, `clear` otherwise. The gravest answer gives level, category and name.
 */
export function verdictOf(answers: readonly ScreenerAnswer[]): Verdict {
  const against = answers.filter(({ said }) => said === 'listed');
  const verdict = against.length > 0 ? 'listed' : answers.some(({ said }) => said === 'silent') ? 'unknown' : 'clear';
  const heard = against.length > 0 ? against : answers.filter(({ said }) => said === 'clear');
  const [gravest] = heard.toSorted((one, other) => gravity(other) - gravity(one));
  const { level = null, category = null, name = null } = gravest ?? {};
  const namedBy = against.map(({ screener }) => screener);
  return { verdict, level: verdict === 'clear' ? (level ?? 'none') : level, category, name, namedBy };
}
