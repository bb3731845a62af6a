import type { FeePayer, PayoutDelivery, RailId, RecipientType } from '@/db/vocabulary/payouts';
import { dayIn, type TimeZone } from '@/lib/kernel/time-zone';
import type { CreatePayoutBody } from '@/lib/payouts/schema';
import type { PayoutAsset, PreviewPayoutBody } from '@/lib/payouts/terms/create-schema';
import { railsWhere, termsOf as railTermsOf } from '@/lib/rails/traits';

/** What the form of a new payout holds while a member writes in it: texts, as they were typed. */

export type MetadataDraft = { id: number; name: string; value: string };

export type PayoutDraft = {
  /** Which of the merchant's assets, by its place in the list. */
  asset: number;
  rail: RailId;
  delivery: PayoutDelivery;
  to: RecipientType;
  address: string;
  email: string;
  amount: string;
  /** Which currency the amount is said in; empty for the asset itself. */
  currency: string;
  feePayer: FeePayer;
  reference: string;
  description: string;
  expiresIn: number;
  returnUrl: string;
  cancelUrl: string;
  metadata: readonly MetadataDraft[];
};

const day = 86_400;

/** For how long a payout can be claimed or paid, in seconds. */
export const expiries: readonly (readonly [seconds: number, words: string])[] = [
  [day / 24, '1 hour'],
  [day, '1 day'],
  [3 * day, '3 days'],
  [7 * day, '7 days'],
  [30 * day, '30 days'],
  [90 * day, '90 days'],
  [365 * day, '1 year'],
];

export function newDraft(reference: string, asset = 0): PayoutDraft {
  return {
    ...{
      asset,
      rail: 'contract',
      delivery: 'claim',
      to: 'wallet',
      address: '',
      email: '',
      amount: '',
      currency: '',
      feePayer: 'recipient',
      reference,
    },
    ...{ description: '', expiresIn: 7 * day, returnUrl: '', cancelUrl: '', metadata: [] },
  };
}

/** A reference that nobody else thinks of: the day, and letters that are not mistaken for others. */
export function suggestReference(now: Date, zone: TimeZone): string {
  const letters = '23456789abcdefghjkmnpqrstuvwxyz';
  const random = Array.from(crypto.getRandomValues(new Uint8Array(6)), (byte) => letters[byte % letters.length]);
  return `desk-${dayIn(zone, now.getTime())}-${random.join('')}`;
}

/** Which currency its amount is said in, where that is another than the asset. */
export function currencyOf({ currency }: PayoutDraft, { asset }: PayoutAsset): string | null {
  return currency === '' || currency === asset ? null : currency;
}

/** How it is paid: where there is no vault, by a rail that needs none. */
export function railOf({ rail }: PayoutDraft, { by_link }: PayoutAsset): RailId {
  if (by_link || !railTermsOf(rail).needsVault) return rail;
  return railsWhere(({ needsVault }) => !needsVault)[0] ?? rail;
}

/** Where nothing of ours could send it, it is claimed. */
export function deliveryOf(draft: PayoutDraft, asset: PayoutAsset): PayoutDelivery {
  const { deliveries } = railTermsOf(railOf(draft, asset));
  return asset.by_sending && deliveries.includes(draft.delivery) ? draft.delivery : 'claim';
}

/** Where nobody has to claim it, a wallet that it is paid to is needed. */
export function recipientTypeOf(draft: PayoutDraft, asset: PayoutAsset): PayoutDraft['to'] {
  if (deliveryOf(draft, asset) === 'send') return 'wallet';
  return railTermsOf(railOf(draft, asset)).recipients.includes(draft.to) ? draft.to : 'wallet';
}

function recipientOf(draft: PayoutDraft, to: RecipientType): PreviewPayoutBody['recipient'] {
  if (to === 'wallet') return { type: to, address: draft.address.trim() };
  return to === 'email' ? { type: to, email: draft.email.trim() } : { type: to };
}

function termsOf(draft: PayoutDraft, asset: PayoutAsset): PreviewPayoutBody {
  const to = recipientTypeOf(draft, asset);
  const [currency, amount] = [currencyOf(draft, asset), draft.amount.trim()];
  return {
    ...(currency === null ? { amount } : { display: { currency, amount, spread_bps: 0 } }),
    ...{ asset: asset.asset, chain: asset.chain, rail: railOf(draft, asset) },
    recipient: recipientOf(draft, to),
    fee_payer: draft.feePayer,
    delivery: deliveryOf(draft, asset),
  };
}

function isWhole(recipient: PreviewPayoutBody['recipient']): boolean {
  if (recipient.type === 'wallet') return /^0x[0-9a-f]{40}$/i.test(recipient.address);
  return recipient.type !== 'email' || /^\S+@\S+\.\S+$/.test(recipient.email);
}

/** What can be asked about a draft; null while an amount or a whole address is missing. */
export function previewBodyOf(draft: PayoutDraft, asset: PayoutAsset): PreviewPayoutBody | null {
  const body = termsOf(draft, asset);
  const { recipient } = body;
  return draft.amount.trim() !== '' && isWhole(recipient) ? body : null;
}

export function bodyOf(draft: PayoutDraft, asset: PayoutAsset): CreatePayoutBody {
  const [description, returnUrl, cancelUrl] = [
    draft.description.trim(),
    draft.returnUrl.trim(),
    draft.cancelUrl.trim(),
  ];
  const named = draft.metadata.filter(({ name, value }) => name.trim() !== '' || value.trim() !== '');
  return {
    ...termsOf(draft, asset),
    ...{ reference: draft.reference.trim(), expires_in: draft.expiresIn },
    ...(description && { description }),
    ...(returnUrl && { return_url: returnUrl }),
    ...(cancelUrl && { cancel_url: cancelUrl }),
    notify: true,
    metadata: Object.fromEntries(named.map(({ name, value }) => [name.trim(), value.trim()])),
  };
}
