import type { ScreenerAnswer } from '@/db/schema';
import type { Context } from '@/lib/access/actor';
import { env } from '@/lib/kernel/env';
import { playedOutcome } from '@/lib/merchants/sandbox';
import { listed, type Screened } from './answer';
import { askList } from './ask-list';
import { askOracle } from './ask-oracle';
import { askOwn, screenerOf } from './ask-own';
import { askToken } from './ask-token';
import { oracleOn } from './oracles';
import type { ScreeningSettings } from './store';
import { type Verdict, verdictOf } from './verdict';

/** What was found of an address, by whom and when. */
export type Finding = Verdict & { answers: ScreenerAnswer[]; screenedAt: Date };

/**
 * Asks everybody who can tell about an address, all at once, also whom its merchant's settings name; null where nobody is there. Never throws for what they
 * do. Takes seconds: call it outside every transaction.
 */
export async function askAll(
  ctx: Pick<Context, 'db' | 'clock'>,
  screened: Screened,
  settings: ScreeningSettings | null,
): Promise<Finding | null> {
  const played = await playedOutcome(ctx.db, { ...screened, recipientAddress: screened.address });
  if (played === 'screening_hit') {
    const answers = [listed('ofac', { category: 'sanctions', name: 'Sandbox' }, { played: 1 })];
    return { ...verdictOf(answers), answers, screenedAt: ctx.clock.now() };
  }
  const screener = screenerOf(settings);
  if (!screener && !env.OFAC_LIST_URL && !oracleOn(screened.chain)) return null;
  // The hour before it is asked: what it says is no younger than that.
  const screenedAt = ctx.clock.now();
  const [oracle, list, token, own] = await Promise.all([
    askOracle(screened),
    env.OFAC_LIST_URL ? askList(ctx.db, screened.address, screenedAt) : null,
    askToken(screened),
    screener ? askOwn(ctx.clock, screener, screened) : null,
  ]);
  // The token alone screens nobody: what it blocks it refuses by itself.
  if (!oracle && !list && !own) return null;
  const answers = [oracle, list, token, own].filter((answer) => answer !== null);
  return { ...verdictOf(answers), answers, screenedAt };
}
