import Link from 'next/link';
import { buttonClass } from '@/components/ui/button';
import { CopyField } from '@/components/ui/copy-field';
import type { SentOrderAnswer } from '@/lib/orders/schema';
import { sideWords } from './order-words';

type NewLinksProps = { payouts: SentOrderAnswer['new_payouts']; onClose: () => void };

/** What was made, each with its page, and with the link that its recipient needs, which is shown this once. */
export function NewLinks({ payouts, onClose }: NewLinksProps) {
  return (
    <div className="space-y-4 text-sm">
      {payouts.map(({ id, side, claim_url: link }) => (
        <div key={id} className="space-y-2">
          <p>
            {sideWords[side]}:{' '}
            <Link href={`/dashboard/payouts/${id}`} prefetch={false} className="text-link underline underline-offset-4">
              its payout
            </Link>
          </p>
          {link && (
            <CopyField label="Link for the recipient" value={link} noun="link">
              Shown this once. Anyone with it can open the payout’s page; where we know a mailbox, we mail it.
            </CopyField>
          )}
        </div>
      ))}
      <div className="flex justify-end">
        <button type="button" className={buttonClass('smallPrimary')} onClick={onClose}>
          Done
        </button>
      </div>
    </div>
  );
}
