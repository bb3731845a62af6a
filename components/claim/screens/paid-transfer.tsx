import type { ClaimSay } from '@/components/claim/claim-say';
import { Address, Hash } from '@/components/ui/figures/hex';
import type { ClaimView } from '@/lib/claims/schema';

type TransferProps = { transfer: NonNullable<ClaimView['transfer']>; say: ClaimSay };

/** What moved the money, with a link to look it up. */
export function TransferLine({ transfer, say }: TransferProps) {
  return (
    <div>
      {say('claim.fact.transfer')} <Hash value={transfer.hash} href={transfer.explorer_url} say={say} />
    </div>
  );
}

/** Where the money went, and by what. */
export function PaidTransfer({ transfer, say }: TransferProps) {
  return (
    <>
      {transfer.recipient && (
        <div>
          {say('claim.fact.paidTo')} <Address value={transfer.recipient} say={say} />
        </div>
      )}
      <TransferLine transfer={transfer} say={say} />
    </>
  );
}
