import { Address, Hash } from '@/components/ui/figures/hex';
import type { ClaimView } from '@/lib/claims/schema';

/** Where the money went, and by what. */
export function PaidTransfer({ transfer }: { transfer: NonNullable<ClaimView['transfer']> }) {
  return (
    <>
      {transfer.recipient && (
        <div>
          Paid to <Address value={transfer.recipient} />
        </div>
      )}
      <div>
        Transfer <Hash value={transfer.hash} href={transfer.explorer_url} />
      </div>
    </>
  );
}
