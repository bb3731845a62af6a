/** Every refusal that a caller can meet: its HTTP status and its fixed title. Codes are stable; details are for people. */
export const problems = {
  notice_unreadable: [400, 'The message cannot be read'],
  malformed_json: [400, 'The request body is not valid JSON'],
  unauthenticated: [401, 'A valid API key is needed'],
  signed_out: [401, 'You are not signed in'],
  code_wrong: [401, 'The code is wrong'],
  proof_expired: [401, 'This code or message cannot be used any more'],
  signature_invalid: [401, 'The signature is not valid'],
  passkey_refused: [401, 'This passkey does not count'],
  forbidden: [403, 'You may not do that'],
  chain_own: [403, 'Another operator has to agree to this network'],
  token_own: [403, 'Another operator has to agree to this token'],
  approval_own: [403, 'You made this payout yourself'],
  registration_closed: [403, 'Operators make businesses here'],
  merchant_limit: [403, 'A new merchant may not pay this yet'],
  not_a_member: [403, 'You are not in a team here'],
  step_up_required: [403, 'Confirm that it is you'],
  cross_site_refused: [403, 'This request does not come from our own pages'],
  key_ip_refused: [403, 'This API key may not be used from here'],
  key_asset_refused: [403, 'This API key may not pay this asset'],
  key_recipient_refused: [403, 'This API key may not pay this recipient'],
  key_payout_limit: [403, 'This is more than this API key may pay at once'],
  key_day_limit: [403, 'This is more than this API key may pay today'],
  merchant_suspended: [403, 'This merchant is suspended'],
  wrong_recipient: [403, 'This payout is for another wallet'],
  proof_required: [403, 'First prove that this payout is yours'],
  not_found: [404, 'There is nothing here'],
  operator_link_over: [404, 'This link cannot be used'],
  link_unknown: [404, 'This claim link does not exist'],
  method_not_allowed: [405, 'This path does not offer this method'],
  reference_taken: [409, 'A payout with this reference exists'],
  idempotency_in_progress: [409, 'The first request with this Idempotency-Key is still running'],
  payout_state: [409, 'The payout is not in a state that allows this'],
  order_state: [409, 'The order is not in a state that allows this'],
  order_short: [409, 'The order does not hold as much'],
  order_taken: [409, 'An order with this reference exists'],
  pay_in_taken: [409, 'This hash funds another order'],
  purchase_paid: [409, 'The seller of this purchase is paid by itself'],
  reward_differs: [409, 'This reward was told otherwise before'],
  reward_state: [409, 'The reward is not in a state that allows this'],
  coins_short: [409, 'The user does not have as many coins'],
  coins_capped: [409, 'This is more than a user may redeem in a day'],
  redemption_open: [409, 'A payout of these coins is open'],
  endpoint_state: [409, 'The webhook endpoint is not in a state that allows this'],
  difference_state: [409, 'The difference is not in a state that allows this'],
  merchant_changed: [409, 'Another merchant is open now'],
  already_member: [409, 'This person is in the team already'],
  merchant_known: [409, 'A merchant with this reference is there'],
  merchant_has_team: [409, 'This merchant has a team of its own'],
  last_owner: [409, 'A team needs an owner'],
  last_operator: [409, 'An installation needs an operator'],
  identity_taken: [409, 'Another person already signs in with this'],
  passkey_state: [409, 'A passkey cannot be used or added here'],
  last_identity: [409, 'This is the last way to sign in'],
  already_paid: [409, 'This payout is already paid'],
  no_receipt: [409, 'There is no receipt of this payout'],
  cursor_ahead: [409, 'This cursor is ahead of all events'],
  approval_changed: [409, 'The payout is not what was approved'],
  payment_held: [409, 'Another person is paying this payout'],
  hold_lost: [409, 'This page no longer holds the payout'],
  destination_doubtful: [409, 'Check this destination before you pay'],
  wallet_unproved: [409, 'The wallet has not signed for your team yet'],
  wallet_short: [409, 'The wallet does not hold enough'],
  outcome_unproven: [409, 'The chain does not prove that this cannot be paid any more'],
  transfer_in_progress: [409, 'A transfer of this payout is under way'],
  quote_accepted: [409, 'This quote has been accepted'],
  quote_lapsed: [409, 'The quote of this payout has lapsed'],
  quote_stands: [409, 'The amount of this payout does not change any more'],
  relay_in_progress: [409, 'The portal is sending this payout to another address'],
  relay_unavailable: [409, 'The portal cannot send this for you now'],
  key_signature_needed: [409, 'The key of this link has to name who is paid'],
  key_links_open: [409, 'Links with a key of their own are open'],
  chain_known: [409, 'This portal knows this network already'],
  token_known: [409, 'This portal knows this token already'],
  awaiting_funds: [409, 'The vault cannot pay this right now'],
  signer_refused: [409, 'The vault does not let our signer pay this'],
  signer_declined: [409, 'The merchant’s own signer did not sign this payout'],
  screening_held: [409, 'The merchant has to look at this payout first'],
  token_paused: [409, 'The token has stopped all transfers'],
  vault_blocked: [409, 'The token’s issuer has blocked the vault'],
  recipient_blocked: [409, 'The token’s issuer has blocked the recipient'],
  token_fee: [409, 'The token would keep a part of the payment'],
  token_refuses: [409, 'The token refuses this payment'],
  gateway_refused: [409, 'The gateway does not take this payout'],
  gateway_state: [409, 'The gateway is not in a state that allows this'],
  hot_wallet_taken: [409, 'Another merchant pays from this hot wallet'],
  submission_state: [409, 'What the gateway was handed is not in a state that allows this'],
  stop_state: [409, 'The stop is not in a state that allows this'],
  claim_would_fail: [409, 'The network would refuse this claim'],
  link_expired: [410, 'This claim link has expired'],
  link_cancelled: [410, 'This payout was cancelled'],
  quote_expired: [410, 'This quote has expired'],
  body_too_large: [413, 'The request body is too large'],
  unsupported_media_type: [415, 'Send the body as application/json'],
  invalid_request: [422, 'The request is not valid'],
  sign_in_message_invalid: [422, 'The signed message is not the one that was asked for'],
  amount_malformed: [422, 'The amount is not a decimal number'],
  amount_too_precise: [422, 'The amount has more decimals than the asset'],
  amount_too_small: [422, 'The amount is too small'],
  amount_too_large: [422, 'The amount is too large'],
  chain_refused: [422, 'This network cannot be added'],
  token_refused: [422, 'This token cannot be paid out here'],
  asset_unavailable: [422, 'This merchant does not pay out this asset on this chain'],
  currency_unavailable: [422, 'This portal follows no rate of this currency'],
  recipient_unsupported: [422, 'This kind of recipient is not offered'],
  voucher_refused: [422, 'What your signer signed is not this payout'],
  delivery_unavailable: [422, 'This payout cannot be sent without a claim'],
  address_refused: [422, 'This address cannot receive the payout'],
  destination_refused: [422, 'Money sent to this address would be lost or stuck'],
  payment_would_fail: [422, 'The network would refuse this payment'],
  call_would_fail: [422, 'The network would refuse this call'],
  gateway_unreachable: [422, 'The gateway does not answer'],
  gateway_unknown_server: [422, 'This address is not a gateway that we know'],
  gateway_login_refused: [422, 'The gateway does not accept this login'],
  gateway_login_not_admin: [422, 'This login may not send payouts to any address'],
  gateway_key_refused: [422, 'The gateway does not accept this key'],
  gateway_crypto_unknown: [422, 'The gateway does not pay this crypto'],
  gateway_wallet_unknown: [422, 'The gateway does not say which wallet it pays from'],
  gateway_wallet_offline: [422, 'The gateway cannot see its own wallet'],
  target_refused: [422, 'This address may not receive webhooks'],
  transfer_mismatch: [422, 'This hash does not pay this payout'],
  sandbox_recipient: [422, 'This recipient is for test payouts only'],
  test_mode_only: [403, 'This works in test mode only'],
  idempotency_key_reused: [422, 'This Idempotency-Key was used with another body'],
  rate_limited: [429, 'Too many requests'],
  internal: [500, 'Something went wrong on our side'],
  stopped: [503, 'Payments are stopped for now'],
  clock_behind: [503, 'Our clock is wrong'],
  signer_unreachable: [503, 'The merchant’s own signer did not answer'],
  rate_unavailable: [503, 'There is no rate that enough feeds agree on'],
  chain_unavailable: [503, 'The network cannot be reached right now'],
  unavailable: [503, 'The portal cannot answer right now'],
} as const satisfies Record<string, readonly [number, string]>;

export type ProblemCode = keyof typeof problems;

/** One field of a request that was not accepted: `field` is a path such as `recipient.address`, `pointer` a JSON pointer. */
export type FieldError = { field: string; detail: string; pointer?: string };

export type RefusalFacts = {
  detail?: string;
  /** The single offending field; use `errors` for several. */
  field?: string;
  errors?: FieldError[];
  /** Further members of the problem document, such as the id of the thing in the way. */
  extra?: Record<string, string | number>;
  retryAfterSeconds?: number;
};

/** Thrown wherever a request cannot be granted; `lib/http` renders it as an RFC 9457 problem. */
export class Refusal extends Error {
  readonly code: ProblemCode;
  readonly facts: RefusalFacts;

  /** `cause` is what was caught, for the log; callers never see it. */
  constructor(code: ProblemCode, facts: RefusalFacts = {}, options: { cause?: unknown } = {}) {
    super(facts.detail ?? problems[code][1], options);
    this.name = 'Refusal';
    this.code = code;
    this.facts = facts;
  }

  get status(): number {
    return problems[this.code][0];
  }

  get title(): string {
    return problems[this.code][1];
  }
}
