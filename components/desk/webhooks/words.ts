import type { EventType } from '@/db/vocabulary/events';
import type { PayoutStatus } from '@/db/vocabulary/payouts';
import type { Dialect, SignatureKind } from '@/db/vocabulary/webhooks';

/** What is said of webhooks, in one place. */

export const eventWords: Readonly<Record<EventType, string>> = {
  'payout.created': 'A payout was made',
  'payout.approved': 'A payout was approved',
  'payout.requoted': 'A recipient accepted a new quote, so that the amount is another',
  'payout.awaiting_funds': 'A payout waits because the vault holds or allows too little',
  'payout.not_payable': 'A payout cannot be paid now, for another reason than money',
  'payout.processing': 'Money is on its way',
  'payout.completed': 'The network has confirmed the payment',
  'payout.failed': 'A payment failed, or the network took it back',
  'payout.cancelled': 'A payout was cancelled',
  'payout.expired': 'A payout was not claimed in time',
  'wallet.verified': 'A wallet signed on a verification link',
  'payout.recipient_changed': 'The mail address of a payout’s recipient was changed',
  'mail.failed': 'A mail to a recipient could not be handed over',
  'mail.bounced': 'A mail to a recipient came back',
  'mail.complained': 'A recipient marked our mail as unwanted',
  'claim.recipient_disputed': 'A reader of a claim link says that it is not for them',
  'order.created': 'An order was made',
  'order.funded': 'An order is funded',
  'order.delivered': 'The goods of an order have arrived',
  'order.releasing': 'The seller of an order is being paid',
  'order.partially_released': 'A part of an order was paid to its seller',
  'order.released': 'The seller of an order is paid',
  'order.on_hold': 'An order was put on hold',
  'order.resumed': 'An order goes on',
  'order.disputed': 'An order is in dispute',
  'order.dispute_overdue': 'A dispute of an order lasts too long: a person has to decide',
  'order.refunding': 'The buyer of an order is being paid back',
  'order.refunded': 'The buyer of an order is paid back',
  'order.cancelled': 'An order was cancelled',
  'order.not_sent': 'A payout of an order came to nothing',
  'order.updated': 'Something else of an order changed',
};

export const stateWords: Readonly<Record<PayoutStatus, string>> = {
  awaiting_approval: 'waiting for approval',
  pending: 'pending',
  processing: 'processing',
  completed: 'completed',
  failed: 'failed',
  cancelled: 'cancelled',
  expired: 'expired',
};

export type DialectWords = {
  name: string;
  /** When to take it, and what it is like. */
  lead: string;
  /** What counts as taken. */
  taken: string;
  /** How its messages prove themselves. */
  proof: string;
  placeholder: string;
};

export const dialectWords: Readonly<Record<Dialect, DialectWords>> = {
  standard: {
    name: 'Standard Webhooks',
    lead: 'Take this one unless you have code for another: any Standard Webhooks library verifies it, and old messages cannot be sent to you again.',
    taken: 'You have it when you answer with a status from 200 to 299.',
    proof: 'Signed in the header webhook-signature, together with the time.',
    placeholder: 'https://example.com/webhooks',
  },
  coindirect: {
    name: 'Coindirect',
    lead: 'For code that reads Coindirect’s payout webhooks.',
    taken: 'You have it when you answer with a status from 200 to 299.',
    proof: 'Signed in the header X-Signature.',
    placeholder: 'https://example.com/coindirect',
  },
  nitro: {
    name: 'Nitro',
    lead: 'For code that reads Nitro’s payout-update webhooks.',
    taken: 'You have it when you answer with exactly 200; 201 or 204 count as a failure.',
    proof: 'Signed in the header X-Nitro-Signature.',
    placeholder: 'https://example.com/nitro',
  },
  dex3: {
    name: 'Dex3',
    lead: 'For code that reads Dex3’s flat payout notices.',
    taken: 'You have it when you answer with a status from 200 to 299.',
    proof: 'Signed in the field “signature” of the body.',
    placeholder: 'https://example.com/dex3',
  },
  s2s: {
    name: 'Server-to-server (GET)',
    lead: 'A GET to an address of your making, as adjoe’s payout notices: the facts stand where you put the placeholders.',
    taken: 'You have it when you answer with exactly 200.',
    proof: 'Proved by the placeholder {sid}.',
    placeholder:
      'https://example.com/paid?user={user_uuid}&coins={coin_amount}&currency={currency}&id={trans_uuid}&sid={sid}',
  },
  shkeeper: {
    name: 'SHKeeper',
    lead: 'For code that reads the payout callbacks of an SHKeeper server.',
    taken: 'You have it when you answer with exactly 202.',
    proof: 'Signed in the header X-Shkeeper-Signature, together with the time.',
    placeholder: 'https://example.com/shkeeper',
  },
  order_flow: {
    name: 'Order flow',
    lead: 'For the backend of a marketplace whose pages hear payment-status when a payment to a seller moves.',
    taken: 'You have it when you answer with a status from 200 to 299.',
    proof: 'Signed in the header X-Shkeeper-Signature, together with the time.',
    placeholder: 'https://example.com/payments',
  },
};

export const signatureWords: Readonly<Record<SignatureKind, { name: string; hint: string }>> = {
  hmac: {
    name: 'A secret that you and we share (HMAC)',
    hint: 'The usual choice. Anyone who learns the secret can sign.',
  },
  ed25519: {
    name: 'A key pair (ed25519)',
    hint: 'We keep the private key; you verify with the public one, which is no secret.',
  },
};

/** What the other side's secret looks like, of a source in this dialect. */
export const sourceSecretWords: Readonly<Record<Dialect, string>> = {
  standard: 'It starts with whsec_, or with whpk_ where it is a public key.',
  coindirect: 'The secret of its webhooks.',
  nitro: 'The secret of its webhooks.',
  dex3: 'Its two keys, parted by a colon: merchant_public:merchant_private.',
  s2s: 'The token that its proof is made with.',
  order_flow: 'The secret of its webhooks.',
  shkeeper: 'Its API key, or the secret of its webhooks where it has one of its own.',
};

/** What may stand in an address of the dialect s2s, the ones it must have first. */
export const placeholders: readonly { name: string; words: string; must?: true }[] = [
  { name: 'sid', words: 'the proof', must: true },
  { name: 'trans_uuid', words: 'always the same for one payout: your key against duplicates', must: true },
  { name: 'user_uuid', words: 'metadata.user_uuid of the payout, or else its reference', must: true },
  { name: 'coin_amount', words: 'metadata.coin_amount, or else the amount', must: true },
  { name: 'currency', words: 'the asset', must: true },
  { name: 'sid_previous', words: 'during a rotation, the proof by the former secret' },
  { name: 'payout_id', words: 'our name of the payout' },
  { name: 'reference', words: 'yours' },
  { name: 'event', words: 'such as payout.completed' },
  { name: 'status', words: 'such as completed' },
  { name: 'version', words: 'grows with every change of the payout' },
  { name: 'sequence', words: 'its number among your events' },
  { name: 'amount', words: 'what you asked for' },
  { name: 'net', words: 'what the recipient gets' },
  { name: 'hash', words: 'the transfer on the chain, once there is one' },
  { name: 'metadata.shop', words: 'the payout’s metadata under that key, here shop' },
];

/** Placeholders that an address must have and has not. */
export const missingIn = (url: string) => placeholders.filter(({ name, must }) => must && !url.includes(`{${name}}`));

/** The part of an address that people know it by. */
export function shortUrl(url: string): string {
  const { host, pathname } = URL.parse(url) ?? { host: url, pathname: '' };
  const short = pathname === '/' ? host : `${host}${pathname}`;
  return short.length > 60 ? `${short.slice(0, 59)}…` : short;
}

/** For how long a message is tried, in words. */
export function retryWords(hours: number): string {
  return hours <= 4 ? '9 times within 4 hours' : `again and again for ${hours} hours`;
}
