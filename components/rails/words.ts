/** How pages speak of payouts on a rail. */
export type RailWords = {
  /** Of a fact "Paid by" and of a filter. */
  paidBy: string;
  /** How a payout stands that nothing has begun to pay. */
  pending: string;
  /** Of a fact: until when. */
  until: string;
  /** Of a form's field: for how long. */
  within: string;
  /** Of a fact: the whole amount that it takes. */
  total: string;
  /** Of a transfer that has begun and is in no block. */
  begun: string;
  /** Who sees a payout's description. */
  description: string;
  /** Behind "<merchant> pays this" and "Paid by <merchant>". */
  origin: string;
  /** What cancelling it means. */
  cancelling: string;
  /** The link of a payout that was just made: its name, and what is kept of it. */
  link: { label: string; kept: string };
  /** Of a payout that was just made, behind its amount; `wallet` is null where anyone with the link may claim. */
  made(wallet: string | null): string;
  /** To a recipient who waits, behind the merchant's name; empty where recipients claim it themselves. */
  waiting: string;
  /** To a recipient, that no money moved: a clause. */
  unmoved: string;
  /** To a recipient who was paid a while ago: how, and what is left to do. */
  paid: { how: string; after: string };
  /** To a recipient who will not be paid: what follows behind "and" once it is cancelled; that its time is over. */
  over: { cancelled: string; heading: string; worked: string; ask: string };
  choice: { label: string; hint: string };
};
