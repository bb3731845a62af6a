import type { ClaimView } from '@/lib/claims/schema';
import type { ClaimSay } from './claim-say';
import { type Screen, tenseOf, wordedAs } from './screen';

/** Who pays, and from where: true of a link that pays nothing any more, and of a payout that a person sends, too. */
export function footerWords({ merchant: { name: merchant }, rail }: ClaimView, screen: Screen, say: ClaimSay): string {
  const tense = tenseOf(screen);
  return tense === 'never'
    ? say('claim.footer.never', { merchant })
    : say(`claim.footer.${tense}.${wordedAs(rail)}`, { merchant });
}
