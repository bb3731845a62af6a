import { Badge } from '@/components/ui/badge';
import type { ClaimView } from '@/lib/payouts/schema';
import { type Screen, tenseOf } from './screen';

const verbs = { now: 'pays you', done: 'paid you', never: '' } as const;

/** Who pays. */
export function MerchantHeader({ view, screen }: { view: ClaimView; screen: Screen }) {
  const { name, logo_url: logo } = view.merchant;
  return (
    <header className="mb-7 flex flex-wrap items-center justify-center gap-x-3 gap-y-2">
      {logo ? (
        // biome-ignore lint/performance/noImgElement: a merchant's own address, and next/image would add script to the page
        <img
          src={logo}
          alt=""
          width={36}
          height={36}
          referrerPolicy="no-referrer"
          className="size-9 rounded-lg object-contain"
        />
      ) : (
        <span
          aria-hidden="true"
          className="flex size-9 items-center justify-center rounded-lg border border-line bg-sunken font-semibold text-quiet uppercase"
        >
          {[...name][0]}
        </span>
      )}
      <p className="wrap-anywhere">
        <strong className="font-semibold">{name}</strong> <span className="text-quiet">{verbs[tenseOf(screen)]}</span>
      </p>
      {view.test_mode && <Badge>Test money</Badge>}
    </header>
  );
}
