import type { ClaimSay } from '@/components/claim/claim-say';
import { buttonClass } from '@/components/ui/button';
import type { ClaimView } from '@/lib/claims/schema';

type Way = { href: string; words: string };

/** Where the reader can turn when this page can do no more: back to the merchant, or to the merchant's support. */
export function wayBack(view: ClaimView, ended: 'well' | 'badly', say: ClaimSay): Way | null {
  const { name: merchant, support_url: support } = view.merchant;
  const back = ended === 'badly' ? (view.cancel_url ?? view.return_url) : view.return_url;
  if (ended === 'badly' && support) return { href: support, words: say('claim.do.askForHelp', { merchant }) };
  return back ? { href: back, words: say('claim.do.back', { merchant }) } : null;
}

type WayBackProps = { view: ClaimView; ended: 'well' | 'badly'; main?: boolean; say: ClaimSay };

/** Leaves an embedding frame too: the merchant's page belongs into the whole window. */
export function WayBack({ view, ended, main, say }: WayBackProps) {
  const way = wayBack(view, ended, say);
  if (!way) return null;
  return (
    <a className={buttonClass(main ? 'primary' : 'quiet')} href={way.href} target="_top" rel="noreferrer">
      {way.words}
    </a>
  );
}
