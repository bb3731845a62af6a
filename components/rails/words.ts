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
  /** What cancelling it means. */
  cancelling: string;
  /** The link of a payout that was just made: its name, and what is kept of it. */
  link: { label: string; kept: string };
  /** Of a payout that was just made, behind its amount; `wallet` is null where anyone with the link may claim. */
  made(wallet: string | null): string;
  choice: { label: string; hint: string };
};
