import type { Facts, FailureCode, ReasonCode } from '@/db/vocabulary/reasons';

/** The facts of the codes that have some. */
type Needs = {
  /** `got` and `due` of recipient and fee with `symbol` and `decimals`; what else differs is `true`. */
  not_as_agreed: Facts;
  safe_number_used: { number: string };
  proposal_open: { number: string };
  nonce_open: { nonce: number };
  /** In the words of the person who did it. */
  written_off: { words: string };
  not_approved: { words: string };
  fits_many: { count: number };
  not_the_amount: { reference: string };
  of_doubted_transfer: { reference: string };
  paid_alike_before: { reference: string };
  member_says_so: { reference: string };
  claim_id_unknown: { claim_id: string };
  order_unknown: { first_id: string };
  gateway_unclear: { words: string };
  gateway_paid_otherwise: { hash: string };
  gateway_failed: { words: string };
  gateway_refused: { words: string };
  said_unsent: { words: string };
  screening_overruled: { words: string };
  gateway_says_paid_by: { hash: string };
  gateway_names_another: { hash: string };
};

/** Why something is so: a code and its facts, as they are stored. What people read is made where it is shown. */
export type Reason<C extends ReasonCode = ReasonCode> = { code: C; facts: Facts };
export type Failure = Reason<FailureCode>;

export function reason<C extends ReasonCode>(
  code: C,
  ...[facts]: C extends keyof Needs ? [facts: Needs[C]] : []
): Reason<C> {
  return { code, facts: facts ?? {} };
}
