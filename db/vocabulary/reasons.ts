/** Closed lists of words about why something failed, moved or differs. */

/**
 * Why a transfer or a payout failed, ended, is in doubt or is not booked. Kept with facts; `lib/wire/reason-words.ts` puts
 * both into words.
 */
export const failureCodes = [
  'claim_reverted',
  'claim_skipped',
  'payment_reverted',
  'moved_something_else',
  'paid_something_else',
  'replaced_in_wallet',
  'replaced_by_transfer',
  'unknown_to_network',
  'reorganised',
  'not_as_agreed',
  'no_claim_reported',
  'no_payment_there',
  'recipient_not_signed_for',
  'other_amount',
  'booked_elsewhere',
  'not_sent_in_time',
  'not_signed',
  'declined',
  'never_asked',
  'reported_late',
  'another_hash_named',
  'safe_number_used',
  'written_off',
  'too_old',
  'unknown_sender',
  'unconfirmed_sender',
  'contested',
  'gateway_unclear',
  'gateway_paid_otherwise',
  'gateway_failed',
  'gateway_refused',
  'said_unsent',
] as const;

/** What the words of a reason need: amounts in base units and numbers of the chain as text, or what a person wrote. */
export type Facts = Readonly<Record<string, string | number | boolean>>;
export type FailureCode = (typeof failureCodes)[number];

/** Why nobody can tell whether a payment by hand may still come; kept in the audit with what is written off. */
export const unprovenCodes = ['proposal_unnumbered', 'proposal_open', 'nonce_unknown', 'nonce_open'] as const;

/** What a difference between chain and books is: a failure, or one of these. */
export const differenceReasons = [
  ...failureCodes,
  'fits_many',
  'was_not_open',
  'another_awaits_approval',
  'wallet_unproved',
  'another_on_its_way',
  'not_the_amount',
  'of_doubted_transfer',
  'claim_id_unknown',
  'order_unknown',
  'no_payout_explains',
  'paid_alike_before',
  'member_says_so',
  'outcome_unknown',
  'settlement_alone',
  'nothing_booked',
  'booked_otherwise',
  'without_a_place',
  'transfer_not_there',
  'deposit_otherwise',
  'deposit_not_there',
  'outflow_otherwise',
  'outflow_not_there',
  'vault_holds_less',
  'vault_holds_more',
  'gateway_says_paid',
  'gateway_says_paid_by',
  'gateway_says_failed',
  'gateway_names_another',
  'gateway_has_no_record',
  'gateway_not_read',
] as const;
export type DifferenceReason = (typeof differenceReasons)[number];

/** Why something was done, as the audit keeps it, and every other reason. */
export const reasonCodes = [
  ...differenceReasons,
  ...unprovenCodes,
  'merchant_closed',
  'paid_for_good',
  'money_moved_otherwise',
  'claim_sent',
  'claim_seen',
  'payment_sent',
  'payment_seen',
  'handed_to_gateway',
  'under_way_again',
  'offered_again',
  'approved',
  'not_approved',
  'merchant_asked',
  'merchant_asked_and_lapsed',
  'not_paid_in_time',
  'burnt_by_vault',
  'paid_otherwise',
  'taken_for_paid',
  'screening_overruled',
] as const;
export type ReasonCode = (typeof reasonCodes)[number];
