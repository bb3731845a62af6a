import type { ScreenProps } from '@/components/claim/screen-props';
import { buttonClass } from '@/components/ui/button';
import { WayBack, wayBack } from './way-back';

/** After the money arrived: back to the merchant first, the receipt beside it. */
export function PaidActions({ view, token, query, say }: ScreenProps) {
  return (
    <>
      {/* Inside the merchant's own page there is no way back to go: globals.css. */}
      <div data-way-back>
        <WayBack view={view} say={say} ended="well" main />
      </div>
      <a className={buttonClass(wayBack(view, 'well', say) ? 'quiet' : 'primary')} href={`/p/${token}/receipt${query}`}>
        {say('claim.do.receipt')}
      </a>
    </>
  );
}
