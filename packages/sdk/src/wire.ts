/** Made by `npm run sdk:generate` from the portal's OpenAPI document; what you write here is lost. */

/** An RFC 9457 problem. Decide by `code`; show `detail` to people. Further members may be there. */
export type Problem = {
  /** Where the code is explained. */
  type: string;
  /** The same for every problem of this code. */
  title: string;
  /** The HTTP status. */
  status: number;
  /** What happened this time. */
  detail: string;
  /** The id of the request; tell it to us when you ask. */
  instance: string;
  /** Stable; made for programs. */
  code: 'notice_unreadable' | 'malformed_json' | 'unauthenticated' | 'signed_out' | 'code_wrong' | 'proof_expired' | 'signature_invalid' | 'passkey_refused' | 'forbidden' | 'chain_own' | 'token_own' | 'approval_own' | 'registration_closed' | 'merchant_limit' | 'not_a_member' | 'step_up_required' | 'cross_site_refused' | 'key_ip_refused' | 'key_asset_refused' | 'key_recipient_refused' | 'key_payout_limit' | 'key_day_limit' | 'merchant_suspended' | 'wrong_recipient' | 'proof_required' | 'not_found' | 'operator_link_over' | 'link_unknown' | 'method_not_allowed' | 'reference_taken' | 'idempotency_in_progress' | 'payout_state' | 'order_state' | 'order_short' | 'order_taken' | 'pay_in_taken' | 'purchase_paid' | 'reward_differs' | 'reward_state' | 'coins_short' | 'coins_capped' | 'redemption_open' | 'endpoint_state' | 'difference_state' | 'merchant_changed' | 'already_member' | 'merchant_known' | 'merchant_has_team' | 'last_owner' | 'last_operator' | 'identity_taken' | 'passkey_state' | 'last_identity' | 'already_paid' | 'no_receipt' | 'cursor_ahead' | 'approval_changed' | 'payment_held' | 'hold_lost' | 'destination_doubtful' | 'wallet_unproved' | 'wallet_short' | 'outcome_unproven' | 'transfer_in_progress' | 'quote_accepted' | 'quote_lapsed' | 'quote_stands' | 'relay_in_progress' | 'relay_unavailable' | 'key_signature_needed' | 'key_links_open' | 'chain_known' | 'token_known' | 'awaiting_funds' | 'signer_refused' | 'signer_declined' | 'screening_held' | 'token_paused' | 'vault_blocked' | 'recipient_blocked' | 'token_fee' | 'token_refuses' | 'gateway_refused' | 'gateway_state' | 'hot_wallet_taken' | 'submission_state' | 'stop_state' | 'claim_would_fail' | 'link_expired' | 'link_cancelled' | 'quote_expired' | 'body_too_large' | 'unsupported_media_type' | 'invalid_request' | 'sign_in_message_invalid' | 'amount_malformed' | 'amount_too_precise' | 'amount_too_small' | 'amount_too_large' | 'chain_refused' | 'token_refused' | 'asset_unavailable' | 'currency_unavailable' | 'recipient_unsupported' | 'voucher_refused' | 'delivery_unavailable' | 'address_refused' | 'destination_refused' | 'payment_would_fail' | 'call_would_fail' | 'gateway_unreachable' | 'gateway_unknown_server' | 'gateway_login_refused' | 'gateway_login_not_admin' | 'gateway_key_refused' | 'gateway_crypto_unknown' | 'gateway_wallet_unknown' | 'gateway_wallet_offline' | 'target_refused' | 'transfer_mismatch' | 'sandbox_recipient' | 'test_mode_only' | 'idempotency_key_reused' | 'rate_limited' | 'internal' | 'stopped' | 'clock_behind' | 'signer_unreachable' | 'rate_unavailable' | 'chain_unavailable' | 'unavailable';
  /** The first field at fault, such as `recipient.address`. */
  field?: string;
  /** Every field at fault. */
  errors?: Array<{
    /** The field. */
    field: string;
    /** The same as a JSON pointer into the body. */
    pointer?: string;
    /** What is wrong with it. */
    detail: string;
  }>;
};

export type PayoutPage = {
  data: Array<Payout>;
  next_cursor: string | null;
};

export type Payout = {
  id: string;
  status: 'awaiting_approval' | 'pending' | 'processing' | 'completed' | 'failed' | 'cancelled' | 'expired';
  /** Grows with every change; the highest one is the truth. */
  version: number;
  rail: 'contract' | 'wallet' | 'shkeeper';
  /** `send`: we send it to its wallet by ourselves. `claim`: everything else. */
  delivery: 'claim' | 'send';
  /** A network, by its key. Operators may add others. */
  chain: string;
  asset: string;
  /** As you asked for it. */
  amount: string;
  /** Exact decimal text, never a float. */
  fee: string;
  /** What the recipient gets. */
  net: string;
  fee_payer: 'recipient' | 'merchant';
  /** Where it was asked for in another currency: how much of that it is said to be. */
  display: DisplayedAmount | null;
  recipient: {
    type: 'wallet' | 'email' | 'anyone';
    address?: string;
    email?: string;
    /** The key behind the link’s #, which names who is paid. */
    claim_key?: string;
    /** Its wallet signs before it is paid. */
    prove?: 'signature';
  };
  reference: string;
  description: string | null;
  return_url: string | null;
  cancel_url: string | null;
  metadata: Record<string, string>;
  /** It waits for you to fill up the vault, its allowance or the signer’s daily limit. */
  awaiting_funds: boolean;
  /** What keeps it from being paid now; it goes on by itself once that has passed. */
  obstacle: {
    /** Each has its words at /docs/errors. */
    cause: 'token_paused' | 'vault_blocked' | 'token_fee' | 'signer_terms' | 'funds' | 'allowance' | 'signer_limit' | 'recipient_blocked' | 'token_refuses' | 'signer_declined' | 'signer_unreachable' | 'gateway_funds' | 'gateway_coins' | 'gateway_unreachable' | 'gateway_refused' | 'screening' | 'other';
    since: string;
    /** With `gateway_funds` or `gateway_coins`: what the hot wallet held, of the asset or of coins. */
    held?: string;
    /** With `gateway_funds`: what this payout takes. */
    needed?: string;
  } | null;
  cancellation: Cancellation | null;
  /** The latest attempt to move the money. */
  transfer: Transfer | null;
  /** How we send it, and what that took; null where nothing was put into our queue. */
  relay: PayoutRelay | null;
  /** What `failure_reason` says, for programs; more codes may come. */
  failure_code: 'claim_reverted' | 'claim_skipped' | 'payment_reverted' | 'moved_something_else' | 'paid_something_else' | 'replaced_in_wallet' | 'replaced_by_transfer' | 'unknown_to_network' | 'reorganised' | 'not_as_agreed' | 'no_claim_reported' | 'no_payment_there' | 'recipient_not_signed_for' | 'other_amount' | 'booked_elsewhere' | 'not_sent_in_time' | 'not_signed' | 'declined' | 'never_asked' | 'reported_late' | 'another_hash_named' | 'safe_number_used' | 'written_off' | 'too_old' | 'unknown_sender' | 'unconfirmed_sender' | 'contested' | 'gateway_unclear' | 'gateway_paid_otherwise' | 'gateway_failed' | 'gateway_refused' | 'said_unsent' | null;
  failure_reason: string | null;
  expires_at: string;
  completed_at: string | null;
  created_at: string;
  updated_at: string;
};

export type DisplayedAmount = {
  currency: string;
  /** Exact decimal text, never a float. */
  amount: string;
  /** About how much of the asset one of the currency counts. */
  rate: string;
  /** What the amounts are from, with all that it came from. */
  quote_id: string | null;
  /** After this its recipient accepts a new quote before it is paid, and the amounts become those. Null where they stand for good. */
  valid_until: string | null;
};

export type Cancellation = {
  state: 'waiting';
  /** When the last signed payout that was handed out lapses. */
  effective_at: string;
  /** For a link with a key of its own, which is signed for as long as it is good: `cancel(vault, word, mask)` of the contract, by the vault or its guardian, ends it sooner. */
  on_chain?: {
    word: string;
    mask: string;
  };
};

export type Transfer = {
  id: string;
  status: 'prepared' | 'submitted' | 'confirming' | 'confirmed' | 'reverted' | 'replaced' | 'dropped' | 'unknown' | 'differs';
  hash: string;
  recipient: string | null;
  block_number: string | null;
  confirmations: number;
  confirmations_needed: number;
  explorer_url: string | null;
  /** What `failure_reason` says, for programs; more codes may come. */
  failure_code: 'claim_reverted' | 'claim_skipped' | 'payment_reverted' | 'moved_something_else' | 'paid_something_else' | 'replaced_in_wallet' | 'replaced_by_transfer' | 'unknown_to_network' | 'reorganised' | 'not_as_agreed' | 'no_claim_reported' | 'no_payment_there' | 'recipient_not_signed_for' | 'other_amount' | 'booked_elsewhere' | 'not_sent_in_time' | 'not_signed' | 'declined' | 'never_asked' | 'reported_late' | 'another_hash_named' | 'safe_number_used' | 'written_off' | 'too_old' | 'unknown_sender' | 'unconfirmed_sender' | 'contested' | 'gateway_unclear' | 'gateway_paid_otherwise' | 'gateway_failed' | 'gateway_refused' | 'said_unsent' | null;
  failure_reason: string | null;
  /** When the network first showed it; null while only its hash was reported. */
  seen_at: string | null;
  /** When it was reported or seen, whichever was first. */
  created_at: string;
};

export type PayoutRelay = {
  /** `queued`: it waits to be sent, see `reason`. `under_way`: it is signed. `paid`: a final block has it. `ended`: we do not send it. */
  state: 'queued' | 'under_way' | 'paid' | 'ended';
  /** Why it waits or ended; more codes may come. */
  reason: 'no_account' | 'accounts_low' | 'gas_too_dear' | 'node_silent' | 'merchant_budget' | 'link_budget' | 'address_budget' | 'tried_too_often' | 'not_payable' | 'skipped' | 'not_mined' | 'closed' | 'claimed_otherwise' | 'key_of_link' | 'link_replaced' | 'approval_changed' | 'recipient_refused' | 'failed_often' | null;
  /** What the network took for it so far. We paid that, not you and not the recipient. */
  network_fee: {
    /** Exact decimal text, never a float. */
    amount: string;
    currency: string;
  };
};

export type CreatePayout = {
  /** In the asset. Either this or `display` is needed. */
  amount?: string;
  /** Instead of `amount`: it is said in this currency and paid in the asset, at the rate of now. Where its recipient claims it and the quote has lapsed before anything was signed, they are shown a new one and accept it; the displayed amount stays. */
  display?: {
    currency: string;
    /** Exact decimal text, never a float. */
    amount: string;
    /** What you keep of the rate, in hundredths of a percent. */
    spread_bps?: number;
  };
  /** With `display`: what else the recipient may choose to be paid in, of what is set up for you. Offered while your vault there can pay it. */
  options?: Array<{
    asset: string;
    /** A network, by its key. Operators may add others. */
    chain: string;
  }>;
  /** Its symbol; one of those set up for you. */
  asset: string;
  /** The network that it is paid on. */
  chain: string;
  /** Who may claim: one wallet, the owner of one mailbox, or anyone who has the link. */
  recipient: {
    type: 'wallet';
    /** With `wallet`: only this address can be paid. */
    address: string;
    /** `signature`: the wallet signs that it is its own before it is paid, which costs nothing; kept as an attestation. `none` without it. */
    prove?: 'none' | 'signature';
  } | {
    type: 'email';
    /** With `email`: only who can read a code that is sent there can be paid. */
    email: string;
    /** The language that they are written to in. */
    language?: 'en' | 'es' | 'pt-BR' | 'fr' | 'ar' | 'fa' | 'tr' | 'ru' | 'hi' | 'id' | 'vi' | 'zh-Hans';
  } | {
    type: 'anyone';
    /** Address of a key that you made and put behind the link’s #: it alone names who is paid. Only from a vault whose signer you keep yourself. */
    claim_key?: string;
    /** With `claim_key`: the payout as your own signer signed it. The portal then asks your signer nothing, and can change nothing of it. From its making on only a call on the chain cancels it before its deadline. */
    voucher?: {
      /** The number that you signed: one of your own, never used before, from 2^128 on and below 2^256. */
      payout_id: string;
      /** Unix seconds that you signed: the link ends then, and `expires_in` does not count. */
      deadline: number;
      /** Of your signer over the `KeyPayout` to `claim_key`. */
      signature: string;
    };
  };
  /** Your own name for this payout; unique among your payouts. Kept as NFC, with single blanks. */
  reference: string;
  /** What it is for; shown to the recipient. */
  description?: string;
  /** Seconds for which it can be claimed or, by hand, paid. */
  expires_in?: number;
  /** Where the recipient can go once they are paid. */
  return_url?: string;
  /** Where they can go instead of claiming. */
  cancel_url?: string;
  /** `recipient`: the fee is taken from the amount. `merchant`: it comes on top. */
  fee_payer?: 'recipient' | 'merchant';
  /** `contract`: the recipient claims it from your vault. `wallet`: one of your team pays it by hand, to a `wallet` recipient and without a fee. `shkeeper`: your gateway sends it from its hot wallet, the same way. */
  rail?: 'contract' | 'wallet' | 'shkeeper';
  /** `claim`: the recipient fetches it by the claim link. `send`: we send it to a `wallet` recipient as soon as it may be paid, and pay the network fee; the link then shows the recipient how it stands. Only on the rail `contract`. */
  delivery?: 'claim' | 'send';
  /** For an `email` recipient: whether we mail them the link and, after 3, 10 and 25 days, a reminder. With `false` you bring them the link; codes are mailed either way. */
  notify?: boolean;
  /** Up to 20 texts of your own; the recipient does not see them. */
  metadata?: Record<string, string>;
};

export type PayoutValidation = {
  valid: true;
  /** As you asked for it. */
  amount: string;
  /** Exact decimal text, never a float. */
  fee: string;
  /** What the recipient would get. */
  net: string;
  /** What a computed fee comes from; it may be another when the payout is made. Null where it is flat. */
  network_cost: NetworkCost | null;
  /** How many members would have to approve it before it is paid. */
  approvals_needed: number;
  /** How the vault stands that it would be paid from; null when it is paid by hand. */
  coverage: {
    /** `funded`: the vault could pay it now, and all that is promised. `short`: it holds or allows too little for that. `blocked`: something else keeps it from paying. `unknown`: the network could not be asked. */
    state: 'funded' | 'short' | 'blocked' | 'unknown';
    /** What the vault could pay now in all. */
    payable: string | null;
    /** What would keep this payout from being paid now. */
    obstacle: 'token_paused' | 'vault_blocked' | 'token_fee' | 'signer_terms' | 'funds' | 'allowance' | 'signer_limit' | 'recipient_blocked' | 'token_refuses' | 'signer_declined' | 'signer_unreachable' | 'gateway_funds' | 'gateway_coins' | 'gateway_unreachable' | 'gateway_refused' | 'screening' | 'other' | null;
  } | null;
  /** What would hold it up, or what a person should look at. It can be made nevertheless. */
  warnings: Array<{
    /** What was found, for programs; more codes may come. */
    code: 'burn_address' | 'token_itself' | 'payout_contract' | 'vault' | 'sender_itself' | 'blocked_by_token' | 'contract' | 'resembles_known' | 'given_up_before' | 'vault_obstructed' | 'vault_short' | 'approvers_missing' | 'sending_waits' | 'network_fee_dear' | 'network_silent' | 'no_address';
    /** The same for people. */
    detail: string;
  }>;
};

export type NetworkCost = {
  /** What the network is paid in. */
  currency: string;
  /** What sending one claim takes now, in that currency. */
  estimate: string;
  gas: string;
  /** About how much of the asset one of that currency is worth. */
  rate: string;
  /** In percent, as you set it. */
  margin: number;
  /** The highest fee, as you set it. */
  ceiling: string;
  /** Sending costs more now than the ceiling: it waits, or its recipient pays the network fee. */
  too_dear: boolean;
};

export type CreatedPayout = {
  id: string;
  status: 'awaiting_approval' | 'pending' | 'processing' | 'completed' | 'failed' | 'cancelled' | 'expired';
  /** Grows with every change; the highest one is the truth. */
  version: number;
  rail: 'contract' | 'wallet' | 'shkeeper';
  /** `send`: we send it to its wallet by ourselves. `claim`: everything else. */
  delivery: 'claim' | 'send';
  /** A network, by its key. Operators may add others. */
  chain: string;
  asset: string;
  /** As you asked for it. */
  amount: string;
  /** Exact decimal text, never a float. */
  fee: string;
  /** What the recipient gets. */
  net: string;
  fee_payer: 'recipient' | 'merchant';
  /** Where it was asked for in another currency: how much of that it is said to be. */
  display: DisplayedAmount | null;
  recipient: {
    type: 'wallet' | 'email' | 'anyone';
    address?: string;
    email?: string;
    /** The key behind the link’s #, which names who is paid. */
    claim_key?: string;
    /** Its wallet signs before it is paid. */
    prove?: 'signature';
  };
  reference: string;
  description: string | null;
  return_url: string | null;
  cancel_url: string | null;
  metadata: Record<string, string>;
  /** It waits for you to fill up the vault, its allowance or the signer’s daily limit. */
  awaiting_funds: boolean;
  /** What keeps it from being paid now; it goes on by itself once that has passed. */
  obstacle: {
    /** Each has its words at /docs/errors. */
    cause: 'token_paused' | 'vault_blocked' | 'token_fee' | 'signer_terms' | 'funds' | 'allowance' | 'signer_limit' | 'recipient_blocked' | 'token_refuses' | 'signer_declined' | 'signer_unreachable' | 'gateway_funds' | 'gateway_coins' | 'gateway_unreachable' | 'gateway_refused' | 'screening' | 'other';
    since: string;
    /** With `gateway_funds` or `gateway_coins`: what the hot wallet held, of the asset or of coins. */
    held?: string;
    /** With `gateway_funds`: what this payout takes. */
    needed?: string;
  } | null;
  cancellation: Cancellation | null;
  /** The latest attempt to move the money. */
  transfer: Transfer | null;
  /** How we send it, and what that took; null where nothing was put into our queue. */
  relay: PayoutRelay | null;
  /** What `failure_reason` says, for programs; more codes may come. */
  failure_code: 'claim_reverted' | 'claim_skipped' | 'payment_reverted' | 'moved_something_else' | 'paid_something_else' | 'replaced_in_wallet' | 'replaced_by_transfer' | 'unknown_to_network' | 'reorganised' | 'not_as_agreed' | 'no_claim_reported' | 'no_payment_there' | 'recipient_not_signed_for' | 'other_amount' | 'booked_elsewhere' | 'not_sent_in_time' | 'not_signed' | 'declined' | 'never_asked' | 'reported_late' | 'another_hash_named' | 'safe_number_used' | 'written_off' | 'too_old' | 'unknown_sender' | 'unconfirmed_sender' | 'contested' | 'gateway_unclear' | 'gateway_paid_otherwise' | 'gateway_failed' | 'gateway_refused' | 'said_unsent' | null;
  failure_reason: string | null;
  expires_at: string;
  completed_at: string | null;
  created_at: string;
  updated_at: string;
  /** Secret: anyone with it can open the claim page. Shown once. */
  claim_url: string;
};

export type ClaimLink = {
  /** Secret: anyone with it can open the claim page. Shown once. */
  claim_url: string;
  /** What the link before this one handed out can still be paid until then, perhaps to another wallet; null when nothing is out. */
  earlier_claim_until: string | null;
};

export type ChangeRecipient = {
  /** The mailbox that it is for from now on. */
  email: string;
  /** Without it, as before. */
  language?: 'en' | 'es' | 'pt-BR' | 'fr' | 'ar' | 'fa' | 'tr' | 'ru' | 'hi' | 'id' | 'vi' | 'zh-Hans';
  /** Whether we mail them. Without it, as before. */
  notify?: boolean;
};

export type ChangedRecipient = {
  id: string;
  status: 'awaiting_approval' | 'pending' | 'processing' | 'completed' | 'failed' | 'cancelled' | 'expired';
  /** Grows with every change; the highest one is the truth. */
  version: number;
  rail: 'contract' | 'wallet' | 'shkeeper';
  /** `send`: we send it to its wallet by ourselves. `claim`: everything else. */
  delivery: 'claim' | 'send';
  /** A network, by its key. Operators may add others. */
  chain: string;
  asset: string;
  /** As you asked for it. */
  amount: string;
  /** Exact decimal text, never a float. */
  fee: string;
  /** What the recipient gets. */
  net: string;
  fee_payer: 'recipient' | 'merchant';
  /** Where it was asked for in another currency: how much of that it is said to be. */
  display: DisplayedAmount | null;
  recipient: {
    type: 'wallet' | 'email' | 'anyone';
    address?: string;
    email?: string;
    /** The key behind the link’s #, which names who is paid. */
    claim_key?: string;
    /** Its wallet signs before it is paid. */
    prove?: 'signature';
  };
  reference: string;
  description: string | null;
  return_url: string | null;
  cancel_url: string | null;
  metadata: Record<string, string>;
  /** It waits for you to fill up the vault, its allowance or the signer’s daily limit. */
  awaiting_funds: boolean;
  /** What keeps it from being paid now; it goes on by itself once that has passed. */
  obstacle: {
    /** Each has its words at /docs/errors. */
    cause: 'token_paused' | 'vault_blocked' | 'token_fee' | 'signer_terms' | 'funds' | 'allowance' | 'signer_limit' | 'recipient_blocked' | 'token_refuses' | 'signer_declined' | 'signer_unreachable' | 'gateway_funds' | 'gateway_coins' | 'gateway_unreachable' | 'gateway_refused' | 'screening' | 'other';
    since: string;
    /** With `gateway_funds` or `gateway_coins`: what the hot wallet held, of the asset or of coins. */
    held?: string;
    /** With `gateway_funds`: what this payout takes. */
    needed?: string;
  } | null;
  cancellation: Cancellation | null;
  /** The latest attempt to move the money. */
  transfer: Transfer | null;
  /** How we send it, and what that took; null where nothing was put into our queue. */
  relay: PayoutRelay | null;
  /** What `failure_reason` says, for programs; more codes may come. */
  failure_code: 'claim_reverted' | 'claim_skipped' | 'payment_reverted' | 'moved_something_else' | 'paid_something_else' | 'replaced_in_wallet' | 'replaced_by_transfer' | 'unknown_to_network' | 'reorganised' | 'not_as_agreed' | 'no_claim_reported' | 'no_payment_there' | 'recipient_not_signed_for' | 'other_amount' | 'booked_elsewhere' | 'not_sent_in_time' | 'not_signed' | 'declined' | 'never_asked' | 'reported_late' | 'another_hash_named' | 'safe_number_used' | 'written_off' | 'too_old' | 'unknown_sender' | 'unconfirmed_sender' | 'contested' | 'gateway_unclear' | 'gateway_paid_otherwise' | 'gateway_failed' | 'gateway_refused' | 'said_unsent' | null;
  failure_reason: string | null;
  expires_at: string;
  completed_at: string | null;
  created_at: string;
  updated_at: string;
  /** Secret: anyone with it can open the claim page. Shown once. */
  claim_url: string;
  /** What the link before this one handed out can still be paid until then, perhaps to another wallet; null when nothing is out. */
  earlier_claim_until: string | null;
};

export type MailList = {
  data: Array<Mail>;
};

export type Mail = {
  id: string;
  kind: 'invitation' | 'reminder' | 'code' | 'link' | 'undone';
  email: string;
  /** `queued`: it waits. `delayed`: the server asked to try again later, and we do. `sent`: the server took it. `refused`: the server will not have it. `failed`: given up after all tries. `late`, `bounced`, `complained`: what was heard afterwards. `unsubscribed`: not sent, as its reader wants no more of your invitations. */
  state: 'queued' | 'delayed' | 'sent' | 'refused' | 'failed' | 'late' | 'bounced' | 'complained' | 'unsubscribed';
  smtp_code: number | null;
  /** The mail server’s own words, or those of a report. */
  answer: string | null;
  /** Whether the same address may take it later. */
  retryable: boolean | null;
  created_at: string;
  updated_at: string;
};

export type Attestation = {
  id: string;
  address: string;
  /** What was signed, to the letter. */
  message: string;
  signature: string;
  /** `eip191`: the key of the address. `erc1271`: the contract that stands there. `erc6492`: a contract that was not deployed yet. */
  method: 'eip191' | 'erc1271' | 'erc6492';
  /** A network, by its key. Operators may add others. */
  chain: string;
  /** The head of the chain when it was checked. Ask a contract again as of this block. */
  block: {
    number: string;
    hash: string;
  };
  attested_at: string;
};

export type Receipt = {
  /** Compact JWS (EdDSA). It never changes; keep it. */
  receipt: string;
  /** When the network took the payment back. A receipt that is void keeps its valid signature: ask here, or look on the network. */
  voided_at: string | null;
  /** What the middle part of `receipt` says. */
  decoded: ReceiptContent;
};

export type ReceiptAmount = {
  /** Base units of the asset, an integer. */
  units: string;
  /** Exact decimal text, never a float. */
  text: string;
};

export type ReceiptContent = {
  /** The portal that signed it; its keys are at `/.well-known/jwks.json` there. */
  iss: string;
  /** The receipt’s own id. */
  jti: string;
  /** The payout. */
  sub: string;
  /** When it was signed, in seconds since 1970. */
  iat: number;
  reference: string;
  description: string | null;
  merchant: {
    id: string;
    name: string;
  };
  rail: 'contract' | 'wallet' | 'shkeeper';
  asset: {
    symbol: string;
    decimals: number;
    token: string;
  };
  /** What it cost the merchant: net and fee. */
  gross: ReceiptAmount;
  fee: ReceiptAmount;
  /** What the recipient got. */
  net: ReceiptAmount;
  fee_payer: 'recipient' | 'merchant';
  /** The exchange rates that were used; null where there were none. */
  rates: Record<string, unknown> | null;
  recipient: {
    address: string;
  };
  chain: {
    /** A network, by its key. Operators may add others. */
    key: string;
    id: number;
    name: string;
    test: boolean;
  };
  /** The contract that paid it; null for a payment by hand. */
  contract: string | null;
  vault: string | null;
  /** What the contract calls `payoutId`. */
  claim_id: string | null;
  transfer: {
    hash: string;
    /** Of the contract’s PayoutClaimed log, or of the token’s Transfer log without a contract. */
    log_index: number;
    /** Whose tokens they were. */
    from: string;
    block_number: string;
    block_hash: string;
  };
  /** What was checked about the recipient; null where nothing was. */
  screening: Record<string, unknown> | null;
  created_at: string;
  completed_at: string;
};

export type CreateQuote = {
  /** The currency that the amount is said in. With `amount`, that much of it is quoted. */
  display: {
    currency: string;
    /** Exact decimal text, never a float. */
    amount?: string;
    /** What you keep of the rate, in hundredths of a percent. */
    spread_bps?: number;
  };
  /** Instead of `display.amount`: the amount in the asset. */
  amount?: string;
  /** What it is paid in; one of those set up for you. */
  asset: string;
  /** A network, by its key. Operators may add others. */
  chain: string;
  fee_payer?: 'recipient' | 'merchant';
  rail?: 'contract' | 'wallet' | 'shkeeper';
  /** Seconds that it can be accepted for; as the portal is set without it, usually 120. */
  expires_in?: number;
};

export type Quote = {
  id: string;
  status: 'open' | 'accepted' | 'expired';
  /** Which amount you gave; the others were worked out. */
  given: 'display' | 'asset';
  /** As it is said: rounded up where it was worked out. */
  display: {
    currency: string;
    /** Exact decimal text, never a float. */
    amount: string;
  };
  /** What leaves your vault or wallet: `paid` and `fee`. */
  wallet: {
    currency: string;
    /** Exact decimal text, never a float. */
    amount: string;
  };
  /** What the recipient gets: rounded down where it was worked out. */
  paid: {
    currency: string;
    /** Exact decimal text, never a float. */
    amount: string;
  };
  fee: {
    currency: string;
    /** Exact decimal text, never a float. */
    amount: string;
  };
  fee_payer: 'recipient' | 'merchant';
  /** What was applied, after your spread. */
  display_rate: {
    base: string;
    counter: string;
    /** About how many of `counter` one of `base` counts. */
    rate: string;
    /** The same as an exact fraction, such as `25/4003`. */
    exact: string;
  };
  /** Between `wallet` and `paid`: you pay from what you hold, so it is 1. */
  exchange_rate: {
    base: string;
    counter: string;
    /** About how many of `counter` one of `base` counts. */
    rate: string;
    /** The same as an exact fraction, such as `25/4003`. */
    exact: string;
  };
  spread_bps: number;
  rail: 'contract' | 'wallet' | 'shkeeper';
  /** A network, by its key. Operators may add others. */
  chain: string;
  asset: string;
  /** The payout that it was accepted for. */
  payout_id: string | null;
  /** All readings that the rate came from, with which it can be worked out again. */
  evidence: Record<string, unknown>;
  created_at: string;
  expires_at: string;
  accepted_at: string | null;
};

export type AcceptQuote = {
  /** Who may claim: one wallet, the owner of one mailbox, or anyone who has the link. */
  recipient: {
    type: 'wallet';
    /** With `wallet`: only this address can be paid. */
    address: string;
    /** `signature`: the wallet signs that it is its own before it is paid, which costs nothing; kept as an attestation. `none` without it. */
    prove?: 'none' | 'signature';
  } | {
    type: 'email';
    /** With `email`: only who can read a code that is sent there can be paid. */
    email: string;
    /** The language that they are written to in. */
    language?: 'en' | 'es' | 'pt-BR' | 'fr' | 'ar' | 'fa' | 'tr' | 'ru' | 'hi' | 'id' | 'vi' | 'zh-Hans';
  } | {
    type: 'anyone';
    /** Address of a key that you made and put behind the link’s #: it alone names who is paid. Only from a vault whose signer you keep yourself. */
    claim_key?: string;
    /** With `claim_key`: the payout as your own signer signed it. The portal then asks your signer nothing, and can change nothing of it. From its making on only a call on the chain cancels it before its deadline. */
    voucher?: {
      /** The number that you signed: one of your own, never used before, from 2^128 on and below 2^256. */
      payout_id: string;
      /** Unix seconds that you signed: the link ends then, and `expires_in` does not count. */
      deadline: number;
      /** Of your signer over the `KeyPayout` to `claim_key`. */
      signature: string;
    };
  };
  /** Your own name for this payout; unique among your payouts. Kept as NFC, with single blanks. */
  reference: string;
  /** What it is for; shown to the recipient. */
  description?: string;
  /** Seconds for which it can be claimed or, by hand, paid. */
  expires_in?: number;
  /** Where the recipient can go once they are paid. */
  return_url?: string;
  /** Where they can go instead of claiming. */
  cancel_url?: string;
  /** `claim`: the recipient fetches it by the claim link. `send`: we send it to a `wallet` recipient as soon as it may be paid, and pay the network fee; the link then shows the recipient how it stands. Only on the rail `contract`. */
  delivery?: 'claim' | 'send';
  /** For an `email` recipient: whether we mail them the link and, after 3, 10 and 25 days, a reminder. With `false` you bring them the link; codes are mailed either way. */
  notify?: boolean;
  /** Up to 20 texts of your own; the recipient does not see them. */
  metadata?: Record<string, string>;
};

export type RelayCostsList = {
  data: Array<RelayCosts>;
};

export type RelayCosts = {
  /** On which they were asked for. */
  day: string;
  /** A network, by its key. Operators may add others. */
  chain: string;
  /** Payouts that we sent and a final block has. */
  paid: number;
  /** Those that wait or are on their way. */
  waiting: number;
  /** What the network took from the portal for them, also for those that it passed over. */
  network_fee: {
    /** Exact decimal text, never a float. */
    amount: string;
    currency: string;
  };
  /** What the fees of the paid ones brought, by asset. */
  fees: Array<{
    asset: string;
    /** Exact decimal text, never a float. */
    amount: string;
  }>;
  /** What those fees are worth in the network’s currency at today’s rates, rounded down; null without a rate for one of them. */
  fees_worth: {
    /** Exact decimal text, never a float. */
    amount: string;
    currency: string;
  } | null;
  /** How much more the network took than `fees_worth`; null where the fees cover it, or nobody can tell. */
  shortfall: {
    /** Exact decimal text, never a float. */
    amount: string;
    currency: string;
  } | null;
  /** The part of `network_fee` that no fee stands against: what bore no fee, or was not paid by us. */
  without_fee: {
    payouts: number;
    network_fee: {
      /** Exact decimal text, never a float. */
      amount: string;
      currency: string;
    };
  };
};

export type OrderPage = {
  data: Array<Order>;
  next_cursor: string | null;
};

export type Order = {
  id: string;
  status: 'awaiting_funds' | 'funded' | 'delivered' | 'releasing' | 'partially_released' | 'released' | 'on_hold' | 'disputed' | 'refunding' | 'refunded' | 'cancelled';
  /** Grows with every change; the highest one is the truth. */
  version: number;
  reference: string;
  category: string | null;
  rail: 'contract' | 'wallet' | 'shkeeper';
  /** A network, by its key. Operators may add others. */
  chain: string;
  asset: string;
  /** What buyer and seller agreed on. */
  amount: string;
  /** `funded` is always `held` + `releasing` + `released` + `refunded` + `fees`. */
  money: {
    /** Exact decimal text, never a float. */
    funded: string;
    /** Kept for the order, and on its way to nobody. */
    held: string;
    /** In payouts that are open, to either side. */
    releasing: string;
    /** The part of `releasing` that goes back to the buyer. */
    refunding: string;
    /** What the seller got. */
    released: string;
    /** What the buyer got back. */
    refunded: string;
    /** Exact decimal text, never a float. */
    fees: string;
  };
  buyer: {
    id: string;
    contact: string | null;
    language: 'en' | 'es' | 'pt-BR' | 'fr' | 'ar' | 'fa' | 'tr' | 'ru' | 'hi' | 'id' | 'vi' | 'zh-Hans' | null;
  };
  seller: {
    id: string;
    address: string | null;
    email: string | null;
    contact: string | null;
    language: 'en' | 'es' | 'pt-BR' | 'fr' | 'ar' | 'fa' | 'tr' | 'ru' | 'hi' | 'id' | 'vi' | 'zh-Hans' | null;
    /** Another address that was named, and from when on it is paid. */
    pending_address: {
      address: string;
      counts_from: string;
    } | null;
  };
  pay_in: {
    reference: string | null;
    hash: string | null;
    /** What the chain says against the hash. */
    fault: 'reverted' | 'other_token' | 'not_to_us' | 'other_amount' | 'too_old' | null;
    escrow_state: 'pending' | 'funded' | 'releasable' | 'releasing' | 'released' | 'refunded' | 'cancelled';
  } | null;
  grace_seconds: number;
  delivered_at: string | null;
  delivered_by: string | null;
  /** When what is held is released by itself; null while that is not to be. */
  auto_release_at: string | null;
  /** Why the time until then stands still, and how much of it is left. */
  frozen: {
    since: string;
    for: Array<'on_hold' | 'disputed' | 'no_address' | 'no_cover' | 'address_change' | 'not_sent'>;
    remaining_seconds: number | null;
  } | null;
  extended_until: string | null;
  hold: {
    since: string;
    reason: string;
  } | null;
  dispute: {
    since: string;
    reason: string;
    deadline_at: string;
    alarmed_at: string | null;
  } | null;
  /** Every release and refund so far, the first one first. */
  payouts: Array<OrderPayout>;
  funded_at: string | null;
  created_at: string;
  updated_at: string;
};

export type OrderPayout = {
  id: string;
  side: 'release' | 'refund';
  status: 'awaiting_approval' | 'pending' | 'processing' | 'completed' | 'failed' | 'cancelled' | 'expired';
  /** Exact decimal text, never a float. */
  amount: string;
};

export type CreateOrder = {
  /** Your own name for this order; unique among your orders. */
  reference: string;
  /** Exact decimal text, never a float. */
  amount: string;
  /** Its symbol; one of those set up for you. */
  asset: string;
  /** A network, by its key. Operators may add others. */
  chain: string;
  /** How its seller is paid, and so where its money is kept: in your vault, or in wallets of your own. */
  rail?: 'contract' | 'wallet' | 'shkeeper';
  buyer: {
    id: string;
    /** A mailbox that they are written to. */
    contact?: string;
    /** The language that they are written to in. */
    language?: 'en' | 'es' | 'pt-BR' | 'fr' | 'ar' | 'fa' | 'tr' | 'ru' | 'hi' | 'id' | 'vi' | 'zh-Hans';
  };
  seller: {
    id: string;
    /** Kept as it is now; a later change needs a cool-off. */
    address?: string;
    /** Paid by a claim link, where no address is given. */
    email?: string;
    /** A mailbox that they are written to. */
    contact?: string;
    /** The language that they are written to in. */
    language?: 'en' | 'es' | 'pt-BR' | 'fr' | 'ar' | 'fa' | 'tr' | 'ru' | 'hi' | 'id' | 'vi' | 'zh-Hans';
  };
  /** What the buyer paid. Without a hash your word counts, and the order is funded at once. */
  pay_in?: {
    /** Your own name for what the buyer paid in. */
    reference?: string;
    /** The transfer that paid it in. The order is funded once a final block shows that it brought exactly this amount to your vault or wallet; a hash funds one order. */
    hash?: string;
  };
  /** Days from delivery until it is released by itself. */
  grace_days?: number;
  category?: string;
};

export type FundOrder = {
  pay_in?: {
    /** Your own name for what the buyer paid in. */
    reference?: string;
    /** The transfer that paid it in. The order is funded once a final block shows that it brought exactly this amount to your vault or wallet; a hash funds one order. */
    hash?: string;
  };
};

export type DeliverOrder = {
  /** Who says so, such as the carrier; kept with the order. */
  by?: string;
};

export type PartOfOrder = {
  /** A part of what is held; without it, all of that. */
  amount?: string;
};

export type SentOrder = {
  id: string;
  status: 'awaiting_funds' | 'funded' | 'delivered' | 'releasing' | 'partially_released' | 'released' | 'on_hold' | 'disputed' | 'refunding' | 'refunded' | 'cancelled';
  /** Grows with every change; the highest one is the truth. */
  version: number;
  reference: string;
  category: string | null;
  rail: 'contract' | 'wallet' | 'shkeeper';
  /** A network, by its key. Operators may add others. */
  chain: string;
  asset: string;
  /** What buyer and seller agreed on. */
  amount: string;
  /** `funded` is always `held` + `releasing` + `released` + `refunded` + `fees`. */
  money: {
    /** Exact decimal text, never a float. */
    funded: string;
    /** Kept for the order, and on its way to nobody. */
    held: string;
    /** In payouts that are open, to either side. */
    releasing: string;
    /** The part of `releasing` that goes back to the buyer. */
    refunding: string;
    /** What the seller got. */
    released: string;
    /** What the buyer got back. */
    refunded: string;
    /** Exact decimal text, never a float. */
    fees: string;
  };
  buyer: {
    id: string;
    contact: string | null;
    language: 'en' | 'es' | 'pt-BR' | 'fr' | 'ar' | 'fa' | 'tr' | 'ru' | 'hi' | 'id' | 'vi' | 'zh-Hans' | null;
  };
  seller: {
    id: string;
    address: string | null;
    email: string | null;
    contact: string | null;
    language: 'en' | 'es' | 'pt-BR' | 'fr' | 'ar' | 'fa' | 'tr' | 'ru' | 'hi' | 'id' | 'vi' | 'zh-Hans' | null;
    /** Another address that was named, and from when on it is paid. */
    pending_address: {
      address: string;
      counts_from: string;
    } | null;
  };
  pay_in: {
    reference: string | null;
    hash: string | null;
    /** What the chain says against the hash. */
    fault: 'reverted' | 'other_token' | 'not_to_us' | 'other_amount' | 'too_old' | null;
    escrow_state: 'pending' | 'funded' | 'releasable' | 'releasing' | 'released' | 'refunded' | 'cancelled';
  } | null;
  grace_seconds: number;
  delivered_at: string | null;
  delivered_by: string | null;
  /** When what is held is released by itself; null while that is not to be. */
  auto_release_at: string | null;
  /** Why the time until then stands still, and how much of it is left. */
  frozen: {
    since: string;
    for: Array<'on_hold' | 'disputed' | 'no_address' | 'no_cover' | 'address_change' | 'not_sent'>;
    remaining_seconds: number | null;
  } | null;
  extended_until: string | null;
  hold: {
    since: string;
    reason: string;
  } | null;
  dispute: {
    since: string;
    reason: string;
    deadline_at: string;
    alarmed_at: string | null;
  } | null;
  /** Every release and refund so far, the first one first. */
  payouts: Array<OrderPayout>;
  funded_at: string | null;
  created_at: string;
  updated_at: string;
  new_payouts: Array<{
    id: string;
    side: 'release' | 'refund';
    /** Secret: for whom the payout is. Shown once; null where the same request was answered before. */
    claim_url: string | null;
  }>;
};

export type StopOrder = {
  reason: string;
};

export type ResolveOrder = {
  /** What the seller gets. */
  release: string;
  /** What goes back to the buyer: both together are what is held. */
  refund: string;
};

export type ChangeSeller = {
  /** Where the seller is paid from now on. Once the order is delivered it counts after 24 hours, in which nothing is paid; the address that it has takes the change back. */
  address: string;
};

export type BuyerLink = {
  /** Secret: for the buyer. It stops a payout, and can start none. */
  url: string;
};

export type OrderSettings = {
  grace_days: number;
  categories: Record<string, number>;
  dispute_days: number;
};

export type SaveOrderSettings = {
  /** Days from the delivery of an order until its seller is paid by itself. */
  grace_days: number;
  /** Other days for orders of a category. An order that is made with `grace_days` of its own has those. */
  categories?: Record<string, number>;
  /** Days of a dispute after which a person is alarmed. */
  dispute_days: number;
};

export type WalletVerificationPage = {
  data: Array<WalletVerification>;
  next_cursor: string | null;
};

export type WalletVerification = {
  id: string;
  status: 'open' | 'verified' | 'expired';
  reference: string;
  /** The one wallet that will do; null: any. */
  address: string | null;
  return_url: string | null;
  attestation: Attestation | null;
  expires_at: string;
  verified_at: string | null;
  created_at: string;
};

export type CreateWalletVerification = {
  /** The one wallet that will do; any without it. */
  address?: string;
  /** Your own name for this, such as a customer’s number. */
  reference: string;
  /** Seconds for which the link works. */
  expires_in?: number;
  /** Where the person can go once they have signed. */
  return_url?: string;
};

export type CreatedWalletVerification = {
  id: string;
  status: 'open' | 'verified' | 'expired';
  reference: string;
  /** The one wallet that will do; null: any. */
  address: string | null;
  return_url: string | null;
  attestation: Attestation | null;
  expires_at: string;
  verified_at: string | null;
  created_at: string;
  /** Secret: hand it to the person alone. Shown once. */
  url: string;
};

export type RewardSourceList = {
  data: Array<RewardSource>;
};

export type RewardSource = {
  id: string;
  description: string | null;
  /** Where callbacks arrive, without its parameters. */
  url: string;
  /** The address with placeholders, to paste into adjoe’s dashboard. */
  template: string;
  parameters: Record<string, string>;
  currencies: Array<string>;
  /** Whether a callback may bring a further name. */
  learns_currencies: boolean;
  asset: string;
  /** A network, by its key. Operators may add others. */
  chain: string;
  rate: {
    /** A whole number of coins, as text. */
    coins: string;
    /** Exact decimal text, never a float. */
    amount: string;
  };
  round_to: number;
  /** A whole number of coins, as text. */
  minimum_coins: string;
  max_earned_per_day: string | null;
  max_redeemed_per_day: string | null;
  /** Until when the token before proves callbacks, too. */
  former_token_until: string | null;
  created_at: string;
};

export type CreateRewardSource = {
  description?: string;
  /** Your own parameter names, by what adjoe sends: `{ "user_uuid": "uid" }`. Others keep its names. */
  parameters?: Record<string, string>;
  /** The names of its coins. Without them the names that callbacks bring are learnt, up to 20. */
  currencies?: Array<string>;
  /** What is paid out for coins; one of those set up for you. */
  asset: string;
  /** A network, by its key. Operators may add others. */
  chain: string;
  /** So many coins are worth so much of the asset: an exact ratio. */
  rate: {
    /** A whole number of coins, as a number or as text. */
    coins: number | string;
    /** Exact decimal text, never a float. */
    amount: string;
  };
  /** Decimals that an amount is rounded down to. Coins that this leaves stay with their user. */
  round_to?: number;
  /** The fewest coins that are redeemed at once. */
  minimum_coins?: number | string;
  /** Of one user and currency, on a day of UTC. What comes above it is held until you admit or reverse it. */
  max_earned_per_day?: number | string | null;
  /** The most coins that one user redeems of a currency on a day of UTC. */
  max_redeemed_per_day?: number | string | null;
  /** The s2s token that adjoe gave you; stored encrypted. Without it we make one. */
  token?: string;
};

export type CreatedRewardSource = {
  id: string;
  description: string | null;
  /** Where callbacks arrive, without its parameters. */
  url: string;
  /** The address with placeholders, to paste into adjoe’s dashboard. */
  template: string;
  parameters: Record<string, string>;
  currencies: Array<string>;
  /** Whether a callback may bring a further name. */
  learns_currencies: boolean;
  asset: string;
  /** A network, by its key. Operators may add others. */
  chain: string;
  rate: {
    /** A whole number of coins, as text. */
    coins: string;
    /** Exact decimal text, never a float. */
    amount: string;
  };
  round_to: number;
  /** A whole number of coins, as text. */
  minimum_coins: string;
  max_earned_per_day: string | null;
  max_redeemed_per_day: string | null;
  /** Until when the token before proves callbacks, too. */
  former_token_until: string | null;
  created_at: string;
  /** Where we made it: shown this once. Null where you gave it. */
  token: string | null;
};

export type ChangeRewardSource = {
  description?: string;
  /** Your own parameter names, by what adjoe sends: `{ "user_uuid": "uid" }`. Others keep its names. */
  parameters?: Record<string, string>;
  /** The names of its coins. Without them the names that callbacks bring are learnt, up to 20. */
  currencies?: Array<string>;
  /** So many coins are worth so much of the asset: an exact ratio. */
  rate?: {
    /** A whole number of coins, as a number or as text. */
    coins: number | string;
    /** Exact decimal text, never a float. */
    amount: string;
  };
  round_to?: number;
  /** A whole number of coins, as a number or as text. */
  minimum_coins?: number | string;
  max_earned_per_day?: number | string | null;
  max_redeemed_per_day?: number | string | null;
  /** Replaces the one before, which proves callbacks for a day longer. */
  token?: string;
};

export type RewardUser = {
  user: string;
  purses: Array<Purse>;
  /** The newest 50, the last one first. */
  redemptions: Array<{
    id: string;
    source: string;
    currency: string;
    /** A whole number of coins, as text. */
    coins: string;
    /** `open`: its payout may be paid. `paid`. `returned`: it ended without paying, and the coins are back. */
    status: 'open' | 'paid' | 'returned';
    payout: {
      id: string;
      status: 'awaiting_approval' | 'pending' | 'processing' | 'completed' | 'failed' | 'cancelled' | 'expired';
      /** Exact decimal text, never a float. */
      amount: string;
      asset: string;
    };
    created_at: string;
  }>;
};

export type Purse = {
  source: string;
  currency: string;
  /** What is left to redeem; below zero where redeemed coins were taken back. */
  coins: string;
  /** A whole number of coins, as text. */
  earned: string;
  /** A whole number of coins, as text. */
  reversed: string;
  /** A whole number of coins, as text. */
  redeemed: string;
  /** Above the cap, until you decide. */
  held: string;
  /** What a payout of all coins would come to now, and how many coins that takes. */
  worth: {
    /** Exact decimal text, never a float. */
    amount: string;
    asset: string;
    /** A network, by its key. Operators may add others. */
    chain: string;
    /** A whole number of coins, as text. */
    coins: string;
  };
  /** A whole number of coins, as text. */
  minimum_coins: string;
  /** The payout of these coins that is still open. */
  open_redemption: string | null;
};

export type RedeemCoins = {
  /** Whose coins; needed where the user has some of several sources. */
  source?: string;
  /** Which coins; needed where the user has several kinds. */
  currency?: string;
  /** How many at most. Without it all that the user has. */
  coins?: number | string;
  /** Who may claim: one wallet, the owner of one mailbox, or anyone who has the link. */
  recipient?: {
    type: 'wallet';
    /** With `wallet`: only this address can be paid. */
    address: string;
    /** `signature`: the wallet signs that it is its own before it is paid, which costs nothing; kept as an attestation. `none` without it. */
    prove?: 'none' | 'signature';
  } | {
    type: 'email';
    /** With `email`: only who can read a code that is sent there can be paid. */
    email: string;
    /** The language that they are written to in. */
    language?: 'en' | 'es' | 'pt-BR' | 'fr' | 'ar' | 'fa' | 'tr' | 'ru' | 'hi' | 'id' | 'vi' | 'zh-Hans';
  } | {
    type: 'anyone';
    /** Address of a key that you made and put behind the link’s #: it alone names who is paid. Only from a vault whose signer you keep yourself. */
    claim_key?: string;
    /** With `claim_key`: the payout as your own signer signed it. The portal then asks your signer nothing, and can change nothing of it. From its making on only a call on the chain cancels it before its deadline. */
    voucher?: {
      /** The number that you signed: one of your own, never used before, from 2^128 on and below 2^256. */
      payout_id: string;
      /** Unix seconds that you signed: the link ends then, and `expires_in` does not count. */
      deadline: number;
      /** Of your signer over the `KeyPayout` to `claim_key`. */
      signature: string;
    };
  };
  /** Your own name for the payout. Without it the redemption’s id. */
  reference?: string;
  /** What it is for; shown to the recipient. */
  description?: string;
  /** `claim`: the recipient fetches it by the claim link. `send`: we send it to a `wallet` recipient as soon as it may be paid, and pay the network fee; the link then shows the recipient how it stands. Only on the rail `contract`. */
  delivery?: 'claim' | 'send';
  /** For an `email` recipient: whether we mail them the link and, after 3, 10 and 25 days, a reminder. With `false` you bring them the link; codes are mailed either way. */
  notify?: boolean;
  /** `recipient`: the fee is taken from the amount. `merchant`: it comes on top. */
  fee_payer?: 'recipient' | 'merchant';
  /** Seconds for which it can be claimed or, by hand, paid. */
  expires_in?: number;
  /** Where the recipient can go once they are paid. */
  return_url?: string;
  /** Where they can go instead of claiming. */
  cancel_url?: string;
};

export type Redeemed = {
  id: string;
  user: string;
  source: string;
  currency: string;
  /** How many it took: as few as the amount is worth. */
  coins: string;
  /** A whole number of coins, as text. */
  coins_left: string;
  payout: CreatedPayout;
};

export type RewardPage = {
  data: Array<Reward>;
  next_cursor: string | null;
};

export type Reward = {
  id: string;
  source: string;
  trans_uuid: string;
  user: string;
  currency: string;
  /** A whole number of coins, as text. */
  coins: string;
  /** `booked`: the coins are the user’s. `held`: above the cap, until you decide. `reversed`: taken back. */
  status: 'booked' | 'held' | 'reversed';
  /** What else the callback said; nobody signs it. */
  details: Record<string, string>;
  received_at: string;
  reversed_at: string | null;
};

export type GatewayList = {
  data: Array<Gateway>;
};

export type Gateway = {
  id: string;
  kind: 'shkeeper';
  /** `disabled`: it is handed nothing more. */
  state: 'active' | 'disabled';
  url: string;
  username: string;
  /** Where its callbacks have to go. We send it along with each payout. */
  callback_url: string;
  /** What keeps it from being used, and what it said; null while it works. */
  fault: {
    code: 'unreachable' | 'not_a_gateway' | 'login_refused' | 'login_not_admin' | 'key_refused' | 'crypto_unknown' | 'wallet_unknown' | 'wallet_offline';
    said: string;
    since: string;
  } | null;
  assets: Array<{
    /** A network, by its key. Operators may add others. */
    chain: string;
    asset: string;
    crypto: string;
    hot_wallet: string;
    /** What the hot wallet held, as we read it on the network. */
    held: string;
    /** The same of coins for network fees. */
    coins: string;
    read_at: string;
  }>;
  created_at: string;
  updated_at: string;
};

export type CreateGateway = {
  kind: 'shkeeper';
  /** The address of the gateway’s own pages, without /api. */
  url: string;
  /** Of an admin: a store’s user may pay to one address only. */
  username: string;
  /** Stored encrypted, and never shown again. */
  password: string;
  /** The key that the gateway shows for its wallets; stored encrypted. */
  api_key: string;
  /** What its callbacks are signed with, where that is not the API key; stored encrypted. */
  callback_secret?: string;
  /** What it is to pay. Only assets on networks that we read ourselves. */
  assets: Array<{
    /** A network, by its key. Operators may add others. */
    chain: string;
    /** Its symbol; one of those set up for you. */
    asset: string;
    /** The gateway’s name of it. */
    crypto: string;
  }>;
};

export type UpdateGateway = {
  /** Of an admin: a store’s user may pay to one address only. */
  username?: string;
  /** Stored encrypted, and never shown again. */
  password?: string;
  /** The key that the gateway shows for its wallets; stored encrypted. */
  api_key?: string;
  /** What its callbacks are signed with, where that is not the API key; stored encrypted. */
  callback_secret?: string;
};

export type WebhookEndpointList = {
  data: Array<WebhookEndpoint>;
};

export type WebhookEndpoint = {
  id: string;
  url: string;
  dialect: 'standard' | 'coindirect' | 'nitro' | 'dex3' | 's2s' | 'shkeeper' | 'order_flow';
  events: Array<string>;
  description: string | null;
  status: 'active' | 'paused';
  /** `gone`: it answered 410. */
  pause_reason: 'by_merchant' | 'gone' | null;
  signing: 'hmac' | 'ed25519';
  /** With `ed25519`: verifies what we send. Not a secret. */
  public_key: string | null;
  /** While rotations overlap: until when former secrets sign, too. */
  rotation: {
    /** When the last of them ends. */
    previous_until: string;
    /** Each former secret, the newest first. */
    previous: Array<{
      until: string;
    }>;
  } | null;
  /** Names of your own headers. */
  headers: Array<string>;
  ordered: boolean;
  retry_hours: number;
  notice_email: string | null;
  /** How it is doing now. */
  health: {
    /** `failing`: it took nothing of what was sent since its last success. */
    state: 'working' | 'failing';
    failing_since: string | null;
    /** Set while it rests after five failures in a row: when one message is tried. */
    next_probe_at: string | null;
    pending: number;
    /** Deliveries that nobody has resent; counted up to 10,000. */
    exhausted: number;
    /** Deliveries since its last success that were sent and not taken; counted up to 2,000. */
    refused: number;
  };
  created_at: string;
};

export type CreateWebhookEndpoint = {
  /** Where to send events: https, on a public address. */
  url: string;
  /** The format of what we send. */
  dialect?: 'standard' | 'coindirect' | 'nitro' | 'dex3' | 's2s' | 'shkeeper' | 'order_flow';
  /** What you want to hear of; each dialect has a default. */
  events?: Array<'*' | 'payout.created' | 'payout.approved' | 'payout.requoted' | 'payout.awaiting_funds' | 'payout.not_payable' | 'payout.processing' | 'payout.completed' | 'payout.failed' | 'payout.cancelled' | 'payout.expired' | 'payout.recipient_changed' | 'mail.failed' | 'mail.bounced' | 'mail.complained' | 'claim.recipient_disputed' | 'wallet.verified' | 'order.created' | 'order.funded' | 'order.delivered' | 'order.releasing' | 'order.partially_released' | 'order.released' | 'order.on_hold' | 'order.resumed' | 'order.disputed' | 'order.dispute_overdue' | 'order.refunding' | 'order.refunded' | 'order.cancelled' | 'order.not_sent' | 'order.updated'>;
  description?: string;
  /** `hmac`: a secret that you and we share. `ed25519`: we keep the private key, you verify with the public one (only with `standard`). */
  signing?: 'hmac' | 'ed25519';
  /** Headers of your own that go with every request. Stored encrypted; only names are shown again. */
  headers?: Record<string, string>;
  /** Send the events of one payout strictly one after another: one that fails holds the next ones back. */
  ordered?: boolean;
  /** For how many hours a delivery is tried before it is exhausted. */
  retry_hours?: number;
  /** Who is told when deliveries are exhausted; without it, the address in your settings. */
  notice_email?: string;
};

export type CreatedWebhookEndpoint = {
  id: string;
  url: string;
  dialect: 'standard' | 'coindirect' | 'nitro' | 'dex3' | 's2s' | 'shkeeper' | 'order_flow';
  events: Array<string>;
  description: string | null;
  status: 'active' | 'paused';
  /** `gone`: it answered 410. */
  pause_reason: 'by_merchant' | 'gone' | null;
  signing: 'hmac' | 'ed25519';
  /** With `ed25519`: verifies what we send. Not a secret. */
  public_key: string | null;
  /** While rotations overlap: until when former secrets sign, too. */
  rotation: {
    /** When the last of them ends. */
    previous_until: string;
    /** Each former secret, the newest first. */
    previous: Array<{
      until: string;
    }>;
  } | null;
  /** Names of your own headers. */
  headers: Array<string>;
  ordered: boolean;
  retry_hours: number;
  notice_email: string | null;
  /** How it is doing now. */
  health: {
    /** `failing`: it took nothing of what was sent since its last success. */
    state: 'working' | 'failing';
    failing_since: string | null;
    /** Set while it rests after five failures in a row: when one message is tried. */
    next_probe_at: string | null;
    pending: number;
    /** Deliveries that nobody has resent; counted up to 10,000. */
    exhausted: number;
    /** Deliveries since its last success that were sent and not taken; counted up to 2,000. */
    refused: number;
  };
  created_at: string;
  /** Verifies what we send. Shown once. Null with `ed25519`, where `public_key` does that. */
  secret: string | null;
};

export type UpdateWebhookEndpoint = {
  /** Where to send events: https, on a public address. */
  url?: string;
  /** Event types, or "*" for all of them. */
  events?: Array<'*' | 'payout.created' | 'payout.approved' | 'payout.requoted' | 'payout.awaiting_funds' | 'payout.not_payable' | 'payout.processing' | 'payout.completed' | 'payout.failed' | 'payout.cancelled' | 'payout.expired' | 'payout.recipient_changed' | 'mail.failed' | 'mail.bounced' | 'mail.complained' | 'claim.recipient_disputed' | 'wallet.verified' | 'order.created' | 'order.funded' | 'order.delivered' | 'order.releasing' | 'order.partially_released' | 'order.released' | 'order.on_hold' | 'order.resumed' | 'order.disputed' | 'order.dispute_overdue' | 'order.refunding' | 'order.refunded' | 'order.cancelled' | 'order.not_sent' | 'order.updated'>;
  description?: string | null;
  /** While `paused` nothing is sent: what was already queued waits, new events are not queued. */
  status?: 'active' | 'paused';
  /** Replaces all of them. */
  headers?: Record<string, string>;
  /** Send the events of one payout strictly one after another: one that fails holds the next ones back. */
  ordered?: boolean;
  /** For how many hours a delivery is tried before it is exhausted. */
  retry_hours?: number;
  notice_email?: string | null;
};

export type RotateWebhookSecret = {
  /** For how long the secret before signs, too. Those from earlier rotations keep their own ends. 0: all former ones stop at once. */
  overlap_seconds?: number;
};

export type TestWebhook = {
  /** Which event to send; default `payout.completed`. */
  event?: 'payout.created' | 'payout.approved' | 'payout.requoted' | 'payout.awaiting_funds' | 'payout.not_payable' | 'payout.processing' | 'payout.completed' | 'payout.failed' | 'payout.cancelled' | 'payout.expired' | 'payout.recipient_changed' | 'mail.failed' | 'mail.bounced' | 'mail.complained' | 'claim.recipient_disputed' | 'wallet.verified' | 'order.created' | 'order.funded' | 'order.delivered' | 'order.releasing' | 'order.partially_released' | 'order.released' | 'order.on_hold' | 'order.resumed' | 'order.disputed' | 'order.dispute_overdue' | 'order.refunding' | 'order.refunded' | 'order.cancelled' | 'order.not_sent' | 'order.updated';
  /** Instead of an event: the state of the payout in it. */
  status?: 'awaiting_approval' | 'pending' | 'processing' | 'completed' | 'failed' | 'cancelled' | 'expired';
};

export type WebhookDelivery = {
  id: string;
  endpoint: string;
  status: 'pending' | 'delivered' | 'exhausted';
  event: {
    id: string;
    type: 'payout.created' | 'payout.approved' | 'payout.requoted' | 'payout.awaiting_funds' | 'payout.not_payable' | 'payout.processing' | 'payout.completed' | 'payout.failed' | 'payout.cancelled' | 'payout.expired' | 'payout.recipient_changed' | 'mail.failed' | 'mail.bounced' | 'mail.complained' | 'claim.recipient_disputed' | 'wallet.verified' | 'order.created' | 'order.funded' | 'order.delivered' | 'order.releasing' | 'order.partially_released' | 'order.released' | 'order.on_hold' | 'order.resumed' | 'order.disputed' | 'order.dispute_overdue' | 'order.refunding' | 'order.refunded' | 'order.cancelled' | 'order.not_sent' | 'order.updated';
    sequence: number | null;
    /** What it tells of: a payout; of `wallet.verified`, a verification; of `order.…`, an order. */
    payout: string;
    test: boolean;
  };
  attempts: number;
  last_attempt: {
    started_at: string;
    status: number | null;
    error: string | null;
  } | null;
  next_attempt_at: string | null;
  delivered_at: string | null;
  created_at: string;
};

export type VerifySample = {
  /** The exact text that your server received. */
  body: string;
  /** The address that was called; default the endpoint’s own. */
  url?: string;
  /** The headers that your server received. */
  headers?: Record<string, string>;
};

export type VerifiedSample = {
  /** Null where the headers that you gave hold no signature. */
  matches: boolean | null;
  /** The headers, body field or parameter that prove it. */
  expected: Record<string, string>;
  /** The exact text that the signature is made over. */
  signed_content: string;
  /** What may be wrong, in words. */
  hints: Array<string>;
};

export type WebhookDeliveryPage = {
  data: Array<WebhookDelivery>;
  next_cursor: string | null;
};

export type WebhookDeliveryDetail = {
  id: string;
  endpoint: string;
  status: 'pending' | 'delivered' | 'exhausted';
  event: {
    id: string;
    type: 'payout.created' | 'payout.approved' | 'payout.requoted' | 'payout.awaiting_funds' | 'payout.not_payable' | 'payout.processing' | 'payout.completed' | 'payout.failed' | 'payout.cancelled' | 'payout.expired' | 'payout.recipient_changed' | 'mail.failed' | 'mail.bounced' | 'mail.complained' | 'claim.recipient_disputed' | 'wallet.verified' | 'order.created' | 'order.funded' | 'order.delivered' | 'order.releasing' | 'order.partially_released' | 'order.released' | 'order.on_hold' | 'order.resumed' | 'order.disputed' | 'order.dispute_overdue' | 'order.refunding' | 'order.refunded' | 'order.cancelled' | 'order.not_sent' | 'order.updated';
    sequence: number | null;
    /** What it tells of: a payout; of `wallet.verified`, a verification; of `order.…`, an order. */
    payout: string;
    test: boolean;
  };
  attempts: number;
  last_attempt: {
    started_at: string;
    status: number | null;
    error: string | null;
  } | null;
  next_attempt_at: string | null;
  delivered_at: string | null;
  created_at: string;
  /** Every attempt, newest first, up to 100. */
  log: Array<WebhookAttempt>;
};

export type WebhookAttempt = {
  number: number;
  started_at: string;
  duration_ms: number;
  request: {
    method: string;
    url: string | null;
    /** Values of your own headers are hidden. */
    headers: Record<string, string> | null;
    body: string | null;
  };
  /** HTTP status; null where no answer came. */
  status: number | null;
  /** The first 2,048 bytes of the answer. */
  answer: string | null;
  /** What went wrong, in words. */
  error: string | null;
};

export type ResendWebhooks = {
  /** Events that happened at this time or later … */
  from: string;
  /** … and before this one; without it, until now. */
  to?: string;
  /** `undelivered`: what this endpoint wants and has not taken, also what happened while it was paused or before it was made. `all`: what it took, too. */
  only?: 'undelivered' | 'all';
  /** To go on: `next_after` of the answer before. */
  after?: number;
};

export type ResentWebhooks = {
  queued: number;
  /** Null when the whole range is queued; else ask again with it. */
  next_after: number | null;
};

export type EventPage = {
  data: Array<PulledEvent>;
  /** Send it as `cursor` to go on, also when this page is empty. */
  next_cursor: string;
  /** The place in the sequence that was reached. */
  next_after: number;
  has_more: boolean;
};

export type PulledEvent = {
  /** The `webhook-id` of its deliveries. */
  id: string;
  /** Number of the event among yours: 1, 2, 3, … without a gap. */
  sequence: number;
  type: 'payout.created' | 'payout.approved' | 'payout.requoted' | 'payout.awaiting_funds' | 'payout.not_payable' | 'payout.processing' | 'payout.completed' | 'payout.failed' | 'payout.cancelled' | 'payout.expired' | 'payout.recipient_changed' | 'mail.failed' | 'mail.bounced' | 'mail.complained' | 'claim.recipient_disputed' | 'wallet.verified' | 'order.created' | 'order.funded' | 'order.delivered' | 'order.releasing' | 'order.partially_released' | 'order.released' | 'order.on_hold' | 'order.resumed' | 'order.disputed' | 'order.dispute_overdue' | 'order.refunding' | 'order.refunded' | 'order.cancelled' | 'order.not_sent' | 'order.updated';
  timestamp: string;
  /** The payout as it was then, in the words of GET /api/v1/payouts/:id; of `wallet.verified`, the verification; of `order.…`, the order. */
  data: Payout;
};

export type WebhookSources = {
  /** Addresses and ranges (CIDR) that our requests come from. */
  data: Array<string>;
};

export type SourceList = {
  data: Array<Source>;
};

export type Source = {
  id: string;
  dialect: 'standard' | 'coindirect' | 'nitro' | 'dex3' | 's2s' | 'shkeeper' | 'order_flow';
  description: string | null;
  /** Where the other side has to send to. */
  url: string;
  /** While its secret is being replaced: until when the one before proves messages, too. */
  former_secret_until: string | null;
  /** When it last told us something that was well signed. */
  last_notice_at: string | null;
  created_at: string;
};

export type CreateSource = {
  /** How the other side speaks. */
  dialect: 'standard' | 'coindirect' | 'nitro' | 'dex3' | 's2s' | 'shkeeper' | 'order_flow';
  description?: string;
  /** What the other side signs with; stored encrypted. With `standard`: its `whsec_…`, or its public key `whpk_…`. With `dex3`: `<merchant_public>:<merchant_private>`. Without it we make one, for the other side to sign with. */
  secret?: string;
};

export type CreatedSource = {
  id: string;
  dialect: 'standard' | 'coindirect' | 'nitro' | 'dex3' | 's2s' | 'shkeeper' | 'order_flow';
  description: string | null;
  /** Where the other side has to send to. */
  url: string;
  /** While its secret is being replaced: until when the one before proves messages, too. */
  former_secret_until: string | null;
  /** When it last told us something that was well signed. */
  last_notice_at: string | null;
  created_at: string;
  /** Where we made it: shown this once. Null where you gave it. */
  secret: string | null;
};

export type ReplaceSourceSecret = {
  /** What the other side signs with from now on. Without it we make one, for the other side to sign with. */
  secret?: string;
  /** For how long the secret before proves messages, too. 0: it ends at once. */
  overlap_seconds?: number;
};

/** What each operation takes and answers. */
export type Operations = {
  /** Create a payout */
  createPayout: {
    body: CreatePayout;
    answer: CreatedPayout;
  };
  /** List payouts */
  listPayouts: {
    query?: {
      status?: 'awaiting_approval' | 'pending' | 'processing' | 'completed' | 'failed' | 'cancelled' | 'expired';
      reference?: string;
      /** A network, by its key. Operators may add others. */
      chain?: string;
      asset?: string;
      delivery?: 'claim' | 'send';
      recipient?: string;
      created_after?: string;
      created_before?: string;
      limit?: number;
      cursor?: string;
    };
    answer: PayoutPage;
  };
  /** Check a payout without creating it */
  validatePayout: {
    body: CreatePayout;
    answer: PayoutValidation;
  };
  /** Read a payout */
  viewPayout: {
    path: {
      id: string;
    };
    answer: Payout;
  };
  /** Cancel a payout */
  cancelPayout: {
    path: {
      id: string;
    };
    answer: Payout;
  };
  /** Replace the claim link */
  reissueLink: {
    path: {
      id: string;
    };
    answer: ClaimLink;
  };
  /** Change the mail address */
  changeRecipient: {
    path: {
      id: string;
    };
    body: ChangeRecipient;
    answer: ChangedRecipient;
  };
  /** Mail the link again */
  resendInvitation: {
    path: {
      id: string;
    };
    answer: MailList;
  };
  /** List the mails to its recipient */
  listMails: {
    path: {
      id: string;
    };
    answer: MailList;
  };
  /** Read what its wallet signed */
  readAttestation: {
    path: {
      id: string;
    };
    answer: Attestation;
  };
  /** Read the receipt */
  viewReceipt: {
    path: {
      id: string;
    };
    answer: Receipt;
  };
  /** Ask what a payout comes to */
  createQuote: {
    body: CreateQuote;
    answer: Quote;
  };
  /** Ask what a payout comes to: check only */
  createQuoteCheck: {
    body: CreateQuote & { validate_only: true };
    answer: PayoutValidation;
  };
  /** Read a quote */
  viewQuote: {
    path: {
      id: string;
    };
    answer: Quote;
  };
  /** Accept a quote */
  acceptQuote: {
    path: {
      id: string;
    };
    body: AcceptQuote;
    answer: CreatedPayout;
  };
  /** List what sending cost */
  listRelayCosts: {
    query?: {
      /** The first day, in UTC; 30 days before `to` without it. */
      from?: string;
      /** The last day, in UTC; today without it. At most 92 days in one answer. */
      to?: string;
    };
    answer: RelayCostsList;
  };
  /** Create an order */
  createOrder: {
    body: CreateOrder;
    answer: Order;
  };
  /** Create an order: check only */
  createOrderCheck: {
    body: CreateOrder & { validate_only: true };
    answer: PayoutValidation;
  };
  /** List orders */
  listOrders: {
    query?: {
      status?: 'awaiting_funds' | 'funded' | 'delivered' | 'releasing' | 'partially_released' | 'released' | 'on_hold' | 'disputed' | 'refunding' | 'refunded' | 'cancelled';
      reference?: string;
      seller?: string;
      buyer?: string;
      /** A network, by its key. Operators may add others. */
      chain?: string;
      asset?: string;
      created_after?: string;
      created_before?: string;
      limit?: number;
      cursor?: string;
    };
    answer: OrderPage;
  };
  /** Read an order */
  viewOrder: {
    path: {
      id: string;
    };
    answer: Order;
  };
  /** Fund an order */
  fundOrder: {
    path: {
      id: string;
    };
    body: FundOrder;
    answer: Order;
  };
  /** Say that the goods have arrived */
  deliverOrder: {
    path: {
      id: string;
    };
    body: DeliverOrder;
    answer: Order;
  };
  /** Release an order */
  releaseOrder: {
    path: {
      id: string;
    };
    body: PartOfOrder;
    answer: SentOrder;
  };
  /** Refund an order */
  refundOrder: {
    path: {
      id: string;
    };
    body: PartOfOrder;
    answer: SentOrder;
  };
  /** Put an order on hold */
  holdOrder: {
    path: {
      id: string;
    };
    body: StopOrder;
    answer: Order;
  };
  /** Resume an order */
  resumeOrder: {
    path: {
      id: string;
    };
    answer: Order;
  };
  /** Put an order in dispute */
  disputeOrder: {
    path: {
      id: string;
    };
    body: StopOrder;
    answer: Order;
  };
  /** Resolve a dispute */
  resolveOrder: {
    path: {
      id: string;
    };
    body: ResolveOrder;
    answer: SentOrder;
  };
  /** Cancel an order */
  cancelOrder: {
    path: {
      id: string;
    };
    answer: Order;
  };
  /** Name another address of the seller */
  changeSeller: {
    path: {
      id: string;
    };
    body: ChangeSeller;
    answer: Order;
  };
  /** Read the link of the buyer */
  linkBuyer: {
    path: {
      id: string;
    };
    answer: BuyerLink;
  };
  /** Read how long orders wait */
  viewOrderSettings: {
    answer: OrderSettings;
  };
  /** Say how long orders wait */
  saveOrderSettings: {
    body: SaveOrderSettings;
    answer: OrderSettings;
  };
  /** Make a link to verify a wallet */
  createVerification: {
    body: CreateWalletVerification;
    answer: CreatedWalletVerification;
  };
  /** List verifications */
  listVerifications: {
    query?: {
      reference?: string;
      limit?: number;
      cursor?: string;
    };
    answer: WalletVerificationPage;
  };
  /** Read a verification */
  readVerification: {
    path: {
      id: string;
    };
    answer: WalletVerification;
  };
  /** Add a source of rewards */
  createRewardSource: {
    body: CreateRewardSource;
    answer: CreatedRewardSource;
  };
  /** List the sources of rewards */
  listRewardSources: {
    answer: RewardSourceList;
  };
  /** Change what a coin is worth */
  changeRewardSource: {
    path: {
      id: string;
    };
    body: ChangeRewardSource;
    answer: RewardSource;
  };
  /** Close the address of a source of rewards */
  deleteRewardSource: {
    path: {
      id: string;
    };
    answer: undefined;
  };
  /** See what a user has earned */
  viewRewardUser: {
    path: {
      id: string;
    };
    answer: RewardUser;
  };
  /** Pay a user for their coins */
  redeemCoins: {
    path: {
      id: string;
    };
    body: RedeemCoins;
    answer: Redeemed;
  };
  /** Pay a user for their coins: check only */
  redeemCoinsCheck: {
    path: {
      id: string;
    };
    body: RedeemCoins & { validate_only: true };
    answer: PayoutValidation;
  };
  /** List rewards */
  listRewards: {
    query?: {
      user?: string;
      source?: string;
      trans_uuid?: string;
      status?: 'booked' | 'held' | 'reversed';
      limit?: number;
      cursor?: string;
    };
    answer: RewardPage;
  };
  /** Take a reward back */
  reverseReward: {
    path: {
      id: string;
    };
    body: {
      /** Why; kept in the audit trail. */
      reason: string;
    };
    answer: Reward;
  };
  /** Let in a reward that a cap holds */
  admitReward: {
    path: {
      id: string;
    };
    body: {
      /** Why; kept in the audit trail. */
      reason: string;
    };
    answer: Reward;
  };
  /** Set up a gateway */
  createGateway: {
    body: CreateGateway;
    answer: Gateway;
  };
  /** List your gateways */
  listGateways: {
    answer: GatewayList;
  };
  /** Read a gateway */
  viewGateway: {
    path: {
      id: string;
    };
    answer: Gateway;
  };
  /** Change what lets us into a gateway */
  updateGateway: {
    path: {
      id: string;
    };
    body: UpdateGateway;
    answer: Gateway;
  };
  /** Disable a gateway */
  disableGateway: {
    path: {
      id: string;
    };
    answer: undefined;
  };
  /** Add a webhook endpoint */
  createWebhookEndpoint: {
    body: CreateWebhookEndpoint;
    answer: CreatedWebhookEndpoint;
  };
  /** List webhook endpoints */
  listWebhookEndpoints: {
    answer: WebhookEndpointList;
  };
  /** Read a webhook endpoint */
  viewWebhookEndpoint: {
    path: {
      id: string;
    };
    answer: WebhookEndpoint;
  };
  /** Change a webhook endpoint */
  updateWebhookEndpoint: {
    path: {
      id: string;
    };
    body: UpdateWebhookEndpoint;
    answer: WebhookEndpoint;
  };
  /** Delete a webhook endpoint */
  deleteWebhookEndpoint: {
    path: {
      id: string;
    };
    answer: undefined;
  };
  /** Replace the secret of a webhook endpoint */
  rotateWebhookSecret: {
    path: {
      id: string;
    };
    body: RotateWebhookSecret;
    answer: CreatedWebhookEndpoint;
  };
  /** Send a test event */
  testWebhookEndpoint: {
    path: {
      id: string;
    };
    body: TestWebhook;
    answer: WebhookDelivery;
  };
  /** Find out why a webhook does not verify */
  verifyWebhookSample: {
    path: {
      id: string;
    };
    body: VerifySample;
    answer: VerifiedSample;
  };
  /** List deliveries */
  listWebhookDeliveries: {
    query?: {
      endpoint?: string;
      status?: 'pending' | 'delivered' | 'exhausted';
      payout?: string;
      limit?: number;
      cursor?: string;
    };
    answer: WebhookDeliveryPage;
  };
  /** Read a delivery with its attempts */
  viewWebhookDelivery: {
    path: {
      id: string;
    };
    answer: WebhookDeliveryDetail;
  };
  /** Send a delivery again */
  resendWebhookDelivery: {
    path: {
      id: string;
    };
    answer: WebhookDelivery;
  };
  /** Send a range of events again */
  resendWebhooks: {
    path: {
      id: string;
    };
    body: ResendWebhooks;
    answer: ResentWebhooks;
  };
  /** Read events in their sequence */
  listEvents: {
    query?: {
      /** The `next_cursor` of the page before. It notices when the portal was restored from a backup meanwhile. */
      cursor?: string;
      /** Without a cursor: the last sequence number that you have. */
      after?: number;
      limit?: number;
      type?: 'payout.created' | 'payout.approved' | 'payout.requoted' | 'payout.awaiting_funds' | 'payout.not_payable' | 'payout.processing' | 'payout.completed' | 'payout.failed' | 'payout.cancelled' | 'payout.expired' | 'payout.recipient_changed' | 'mail.failed' | 'mail.bounced' | 'mail.complained' | 'claim.recipient_disputed' | 'wallet.verified' | 'order.created' | 'order.funded' | 'order.delivered' | 'order.releasing' | 'order.partially_released' | 'order.released' | 'order.on_hold' | 'order.resumed' | 'order.disputed' | 'order.dispute_overdue' | 'order.refunding' | 'order.refunded' | 'order.cancelled' | 'order.not_sent' | 'order.updated';
      payout?: string;
    };
    answer: EventPage;
  };
  /** List the addresses that we send from */
  listWebhookSources: {
    answer: WebhookSources;
  };
  /** Add a source of messages */
  createSource: {
    body: CreateSource;
    answer: CreatedSource;
  };
  /** List who tells us something */
  listSources: {
    answer: SourceList;
  };
  /** Close the address of a source */
  deleteSource: {
    path: {
      id: string;
    };
    answer: undefined;
  };
  /** Replace the secret of a source */
  replaceSourceSecret: {
    path: {
      id: string;
    };
    body: ReplaceSourceSecret;
    answer: CreatedSource;
  };
};

/** Method, path, and whether an Idempotency-Key makes it safe to repeat. */
export const operations = {
  createPayout: ['POST', '/api/v1/payouts', 'keyed'],
  listPayouts: ['GET', '/api/v1/payouts', 'plain'],
  validatePayout: ['POST', '/api/v1/payouts/validate', 'plain'],
  viewPayout: ['GET', '/api/v1/payouts/{id}', 'plain'],
  cancelPayout: ['POST', '/api/v1/payouts/{id}/cancel', 'keyed'],
  reissueLink: ['POST', '/api/v1/payouts/{id}/link', 'keyed'],
  changeRecipient: ['POST', '/api/v1/payouts/{id}/recipient', 'keyed'],
  resendInvitation: ['POST', '/api/v1/payouts/{id}/invitation', 'plain'],
  listMails: ['GET', '/api/v1/payouts/{id}/mails', 'plain'],
  readAttestation: ['GET', '/api/v1/payouts/{id}/attestation', 'plain'],
  viewReceipt: ['GET', '/api/v1/payouts/{id}/receipt', 'plain'],
  createQuote: ['POST', '/api/v1/quotes', 'keyed'],
  createQuoteCheck: ['POST', '/api/v1/quotes', 'plain'],
  viewQuote: ['GET', '/api/v1/quotes/{id}', 'plain'],
  acceptQuote: ['POST', '/api/v1/quotes/{id}/accept', 'keyed'],
  listRelayCosts: ['GET', '/api/v1/relay-costs', 'plain'],
  createOrder: ['POST', '/api/v1/orders', 'keyed'],
  createOrderCheck: ['POST', '/api/v1/orders', 'plain'],
  listOrders: ['GET', '/api/v1/orders', 'plain'],
  viewOrder: ['GET', '/api/v1/orders/{id}', 'plain'],
  fundOrder: ['POST', '/api/v1/orders/{id}/fund', 'keyed'],
  deliverOrder: ['POST', '/api/v1/orders/{id}/deliver', 'keyed'],
  releaseOrder: ['POST', '/api/v1/orders/{id}/release', 'keyed'],
  refundOrder: ['POST', '/api/v1/orders/{id}/refund', 'keyed'],
  holdOrder: ['POST', '/api/v1/orders/{id}/hold', 'keyed'],
  resumeOrder: ['POST', '/api/v1/orders/{id}/resume', 'keyed'],
  disputeOrder: ['POST', '/api/v1/orders/{id}/dispute', 'keyed'],
  resolveOrder: ['POST', '/api/v1/orders/{id}/resolve', 'keyed'],
  cancelOrder: ['POST', '/api/v1/orders/{id}/cancel', 'keyed'],
  changeSeller: ['POST', '/api/v1/orders/{id}/seller', 'plain'],
  linkBuyer: ['POST', '/api/v1/orders/{id}/buyer-link', 'plain'],
  viewOrderSettings: ['GET', '/api/v1/order-settings', 'plain'],
  saveOrderSettings: ['PUT', '/api/v1/order-settings', 'plain'],
  createVerification: ['POST', '/api/v1/wallet-verifications', 'keyed'],
  listVerifications: ['GET', '/api/v1/wallet-verifications', 'plain'],
  readVerification: ['GET', '/api/v1/wallet-verifications/{id}', 'plain'],
  createRewardSource: ['POST', '/api/v1/reward-sources', 'keyed'],
  listRewardSources: ['GET', '/api/v1/reward-sources', 'plain'],
  changeRewardSource: ['PATCH', '/api/v1/reward-sources/{id}', 'plain'],
  deleteRewardSource: ['DELETE', '/api/v1/reward-sources/{id}', 'plain'],
  viewRewardUser: ['GET', '/api/v1/rewards/users/{id}', 'plain'],
  redeemCoins: ['POST', '/api/v1/rewards/users/{id}/redeem', 'keyed'],
  redeemCoinsCheck: ['POST', '/api/v1/rewards/users/{id}/redeem', 'plain'],
  listRewards: ['GET', '/api/v1/rewards', 'plain'],
  reverseReward: ['POST', '/api/v1/rewards/{id}/reverse', 'plain'],
  admitReward: ['POST', '/api/v1/rewards/{id}/admit', 'plain'],
  createGateway: ['POST', '/api/v1/gateways', 'keyed'],
  listGateways: ['GET', '/api/v1/gateways', 'plain'],
  viewGateway: ['GET', '/api/v1/gateways/{id}', 'plain'],
  updateGateway: ['PATCH', '/api/v1/gateways/{id}', 'plain'],
  disableGateway: ['DELETE', '/api/v1/gateways/{id}', 'plain'],
  createWebhookEndpoint: ['POST', '/api/v1/webhook-endpoints', 'keyed'],
  listWebhookEndpoints: ['GET', '/api/v1/webhook-endpoints', 'plain'],
  viewWebhookEndpoint: ['GET', '/api/v1/webhook-endpoints/{id}', 'plain'],
  updateWebhookEndpoint: ['PATCH', '/api/v1/webhook-endpoints/{id}', 'plain'],
  deleteWebhookEndpoint: ['DELETE', '/api/v1/webhook-endpoints/{id}', 'plain'],
  rotateWebhookSecret: ['POST', '/api/v1/webhook-endpoints/{id}/rotate-secret', 'keyed'],
  testWebhookEndpoint: ['POST', '/api/v1/webhook-endpoints/{id}/test', 'keyed'],
  verifyWebhookSample: ['POST', '/api/v1/webhook-endpoints/{id}/verify-sample', 'plain'],
  listWebhookDeliveries: ['GET', '/api/v1/webhook-deliveries', 'plain'],
  viewWebhookDelivery: ['GET', '/api/v1/webhook-deliveries/{id}', 'plain'],
  resendWebhookDelivery: ['POST', '/api/v1/webhook-deliveries/{id}/resend', 'keyed'],
  resendWebhooks: ['POST', '/api/v1/webhook-endpoints/{id}/resend', 'keyed'],
  listEvents: ['GET', '/api/v1/events', 'plain'],
  listWebhookSources: ['GET', '/api/v1/webhook-sources', 'plain'],
  createSource: ['POST', '/api/v1/sources', 'keyed'],
  listSources: ['GET', '/api/v1/sources', 'plain'],
  deleteSource: ['DELETE', '/api/v1/sources/{id}', 'plain'],
  replaceSourceSecret: ['POST', '/api/v1/sources/{id}/replace-secret', 'keyed'],
} as const;
