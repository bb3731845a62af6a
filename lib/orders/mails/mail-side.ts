import type { Tx } from '@/db/client';
import { checksumAddress } from '@/lib/chains/address';
import { formatAmount } from '@/lib/kernel/money';
import { queueMail } from '@/lib/mail/outbox';
import { type OrderMail, orderMail } from '@/lib/mail/render-order';
import { logoUrlOf } from '@/lib/merchants/logo-url';
import { findMerchant } from '@/lib/merchants/store';
import type { LockedOrder } from '@/lib/orders/core/locked-store';
import { groupedIn } from '@/lib/words/numbers';
import { openBuyerLink } from './buyer-link';

export type Side = 'buyer' | 'seller';

/** What a mail tells besides the order itself. */
export type Told = {
  kind: OrderMail;
  amount: bigint;
  /** When the seller is paid; without it the mail does not say. */
  at?: Date | null;
  days?: number;
  /** Another address of the seller than the order has. */
  address?: string;
  /** The seller's page of their payout. */
  url?: string;
};

/** Mails in which a buyer is asked to look, and so gets the link to object. */
const asking: readonly OrderMail[] = ['delivered', 'soon', 'extended', 'resumed'];

export function mailboxOf(order: LockedOrder, side: Side): string | null {
  return side === 'buyer' ? order.buyerContact : (order.sellerContact ?? order.sellerEmail);
}

/** Where a seller's mail says that the money goes; undefined where they fetch it with their mailbox. */
function addressOf({ sellerAddress, sellerEmail, frozenFor }: LockedOrder): string | null | undefined {
  if (sellerAddress) return checksumAddress(sellerAddress);
  return sellerEmail !== null && !frozenFor.includes('no_address') ? undefined : null;
}

/** Writes to one side of an order, where a mailbox is known, in the transaction that has a reason to. */
export async function mailSide(tx: Tx, order: LockedOrder, side: Side, told: Told, now: Date): Promise<void> {
  const to = mailboxOf(order, side);
  if (to === null) return;
  const { merchantId, decimals, symbol, reference } = order;
  const merchant = await findMerchant(tx, merchantId);
  if (!merchant) throw new Error(`There is no merchant ${merchantId}`);
  const isBuyer = side === 'buyer';
  const language = (isBuyer ? order.buyerLanguage : order.sellerLanguage) ?? merchant.language;
  const words = orderMail(told.kind, {
    language,
    merchant: { name: merchant.name, logoUrl: logoUrlOf(merchant), accentColor: merchant.accentColor },
    reference,
    amount: `${groupedIn(language ?? 'en', formatAmount(told.amount, decimals))} ${symbol}`,
    at: told.at,
    days: told.days,
    ...(!isBuyer && { address: told.address ? checksumAddress(told.address) : addressOf(order), url: told.url }),
    ...(isBuyer && asking.includes(told.kind) && { url: await openBuyerLink(tx, order, now) }),
  });
  await queueMail(tx, { merchantId, to, ...words, now });
}

export async function mailBoth(tx: Tx, order: LockedOrder, told: Told, now: Date): Promise<void> {
  await mailSide(tx, order, 'buyer', told, now);
  await mailSide(tx, order, 'seller', told, now);
}
