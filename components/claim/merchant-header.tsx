import { Badge } from '@/components/ui/badge';
import { Rich } from '@/components/ui/words/rich';
import type { ClaimView } from '@/lib/claims/schema';
import type { ClaimSay } from './claim-say';
import { Logo } from './logo';
import { type Screen, tenseOf } from './screen';

/** Who pays. */
export function MerchantHeader({ view, screen, say }: { view: ClaimView; screen: Screen; say: ClaimSay }) {
  const { name, logo_url: logo } = view.merchant;
  const merchant = <strong className="font-semibold text-text">{name}</strong>;
  return (
    <header className="mb-7 flex flex-wrap items-center justify-center gap-x-3 gap-y-2">
      <Logo key={logo} src={logo} name={name} />
      <p className="text-quiet wrap-anywhere">
        <Rich of={say.pieces(`claim.pays.${tenseOf(screen)}`)} with={{ merchant }} />
      </p>
      {view.test_mode && <Badge>{say('claim.testMoney')}</Badge>}
    </header>
  );
}
