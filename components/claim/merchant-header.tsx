import { Badge } from '@/components/ui/badge';
import type { ClaimView } from '@/lib/claims/schema';
import { Logo } from './logo';
import { type Screen, tenseOf } from './screen';

const verbs = { now: 'pays you', done: 'paid you', never: '' } as const;

/** Who pays. */
export function MerchantHeader({ view, screen }: { view: ClaimView; screen: Screen }) {
  const { name, logo_url: logo } = view.merchant;
  return (
    <header className="mb-7 flex flex-wrap items-center justify-center gap-x-3 gap-y-2">
      <Logo key={logo} src={logo} name={name} />
      <p className="wrap-anywhere">
        <strong className="font-semibold">{name}</strong> <span className="text-quiet">{verbs[tenseOf(screen)]}</span>
      </p>
      {view.test_mode && <Badge>Test money</Badge>}
    </header>
  );
}
