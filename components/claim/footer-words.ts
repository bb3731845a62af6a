import { wordsOf } from '@/components/rails/registry';
import type { ClaimView } from '@/lib/claims/schema';
import { type Screen, tenseOf } from './screen';

/** Who pays, and from where: true of a link that pays nothing any more, and of a payout that a person sends, too. */
export function footerWords({ merchant: { name }, rail }: ClaimView, screen: Screen): string {
  const from = wordsOf(rail).origin;
  switch (tenseOf(screen)) {
    case 'now':
      return `${name} pays this${from}. Drawbridge shows how it stands. Keep this link to yourself.`;
    case 'done':
      return `Paid by ${name}${from}. Shown by Drawbridge. Keep this link to yourself.`;
    case 'never':
      return `Shown by Drawbridge for ${name}.`;
  }
}
