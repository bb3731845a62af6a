import type { Queryable } from '@/db/client';
import type { ScreeningLevel, ScreeningVerdict } from '@/db/vocabulary';
import { findScreening, type Screening } from './store';

/** What was last found of whom a payout goes to, for those who are told of it. */
export type KnownScreening = {
  verdict: ScreeningVerdict;
  level: ScreeningLevel | null;
  category: string | null;
  name: string | null;
  address: string;
  screenedAt: Date;
  answers: Screening['answers'];
};

/** The newest screening of a payout, of the address that it was paid to where that is known; null where none was made. */
export async function screeningOf(
  db: Queryable,
  payout: { merchantId: string; id: string },
  address?: string,
): Promise<KnownScreening | null> {
  const found = await findScreening(db, payout, address);
  if (!found) return null;
  const { verdict, level, category, name, address: of, screenedAt, answers } = found;
  return { verdict, level, category, name, address: of, screenedAt, answers };
}
