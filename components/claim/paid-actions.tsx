import { buttonClass } from '@/components/ui/button';
import type { ScreenProps } from './screen-props';
import { WayBack, wayBack } from './way-back';

/** After the money arrived: back to the merchant first, the receipt beside it. */
export function PaidActions({ view, token }: ScreenProps) {
  return (
    <>
      <WayBack view={view} ended="well" main />
      <a className={buttonClass(wayBack(view, 'well') ? 'quiet' : 'primary')} href={`/p/${token}/receipt`}>
        Open the receipt
      </a>
    </>
  );
}
