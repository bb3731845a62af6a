import { Address } from '@/components/ui/figures/hex';
import type { PayoutRow } from '@/lib/desk/list/schema';

/** Whom a payout is for, in a table: a wallet, a mail address, or anyone with the link, once known by the wallet. */
export function Recipient({ payout }: { payout: Pick<PayoutRow, 'recipient' | 'transfer'> }) {
  const { recipient, transfer } = payout;
  const address = recipient.address ?? transfer?.recipient;
  if (recipient.email) return <span className="wrap-anywhere">{recipient.email}</span>;
  if (address) return <Address value={address} plain />;
  return <span className="text-quiet">Anyone with the link</span>;
}
