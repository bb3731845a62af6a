import { type ProblemCode, problems } from '@/lib/kernel/errors';

/** What a caller should do about each problem; shown at /docs/errors and in docs/errors.md. */
export const errorAdvice: Record<ProblemCode, string> = {
  notice_unreadable: 'Send the message as this dialect writes it.',
  malformed_json: 'Send one JSON value in UTF-8 in which no name is given twice.',
  unauthenticated: 'Send `Authorization: Bearer <API key>`. A revoked key gets this answer, too.',
  signed_out: 'Sign in. A session ends after a while without use, and when a member ends it.',
  code_wrong: 'Type the code of the newest mail. After five wrong tries it stops working.',
  proof_expired: 'Ask for a new one, in the browser in which you use it.',
  signature_invalid:
    'Sign the message exactly as it is sent: with the secret of this source, or with the wallet that it names.',
  passkey_refused: 'Use another passkey, or sign in or confirm by wallet or code. `detail` says more.',
  forbidden: 'Use a key with the scope that `detail` names.',
  chain_own: 'Let another operator look at the network, its finality above all, and agree.',
  chain_known: 'Its key or its id is of a network that is here. Use that one.',
  chain_refused: '`detail` says which node does not do what is needed, or what else does not fit.',
  token_own: 'Let another operator look at the token and agree.',
  token_known: 'Merchants can choose it already; or say in `symbol` what else to call it here.',
  token_refused:
    '`detail` says what was found. What does not bring exactly what is sent, or cannot be tried, is not paid out.',
  approval_own: 'Let another member approve it.',
  registration_closed: 'Ask the operators of this portal to make your business.',
  merchant_limit: 'Pay less, or wait until tomorrow (UTC). Operators lift these limits once they know you.',
  not_a_member: 'Ask an owner of the team to invite this very wallet or mail address.',
  step_up_required:
    'Confirm with your wallet or a code that it is you, then send the request again within ten minutes.',
  cross_site_refused: 'Send it from a page of this portal, at the address that the portal is configured with.',
  key_ip_refused:
    'Send it from one of the addresses that the key’s policy allows; who may make keys changes them at the desk, at API keys.',
  key_asset_refused: 'Use a key that may, or have the policy of this one changed at the desk, at API keys.',
  key_recipient_refused: 'Use a key that may, or have the policy of this one changed at the desk, at API keys.',
  key_payout_limit:
    '`max_payout` is the most. Ask for less, or have the policy of the key changed at the desk, at API keys.',
  key_day_limit:
    '`left` is what is left of `max_day`. Try again later with the same Idempotency-Key, or have the policy of the key changed at the desk, at API keys.',
  merchant_suspended: 'Ask the operator of the portal. What was promised before stays in the books.',
  wrong_recipient: 'Connect the wallet that the payout is for.',
  proof_required: 'Open the claim page and prove there that the payout is yours; then ask again.',
  not_found: 'Check the id and the address. Things of other merchants are not found either.',
  operator_link_over: 'Have another link made: `npm run operator:invite` on the machine, or an operator in their page.',
  link_unknown: 'Check that the link is complete. A link that was replaced no longer works: ask for the new one.',
  method_not_allowed: 'Use a method that the `Allow` header names.',
  reference_taken:
    'The payout `payout_id` has this reference already. If it is the one you meant, you are done; otherwise use another reference.',
  idempotency_in_progress: 'Wait as long as `Retry-After` says, then send the same request again.',
  payout_state: 'Read the payout and decide by its status.',
  order_state:
    'Read the order: its status says what can be asked of it. What is on its way can be called back by cancelling its payout.',
  order_short: 'Read what the order holds under `money.held`, and ask for no more than that.',
  order_taken: 'Read the order that `order_id` names, or choose another reference.',
  pay_in_taken: 'Read the order that `order_id` names. A hash funds one order.',
  purchase_paid:
    'The payment `payout_id` was made before there was an order. Leave it, or cancel it and then make the order.',
  reward_differs:
    'This `trans_uuid` was booked with another user or other coins. The first stays; look at it with `GET /api/v1/rewards`.',
  reward_state: 'A reward that was taken back stays so. Look at it again with `GET /api/v1/rewards`.',
  coins_short:
    'Ask for fewer, or wait until the user has earned more: `GET /api/v1/rewards/users/{id}` says what they have.',
  coins_capped: 'Ask for fewer, or wait for the next day of UTC.',
  redemption_open: 'Hand on the link of that payout (`payout_id`), or cancel it first: then the coins are back.',
  endpoint_state: 'Resume the endpoint if it is paused. If it was deleted, read its events by GET /api/v1/events.',
  difference_state: 'Load the difference again: another member may have resolved it, or it is resolved in another way.',
  merchant_changed: 'Reload the page: it shows another merchant than the one you switched to.',
  already_member: 'Change their role instead.',
  merchant_known: 'It was registered before; `merchant_id` says which one it is.',
  merchant_has_team: 'Ask the team: from its first member on, it alone invites people, makes keys and adds vaults.',
  last_owner: 'Make another member an owner first.',
  last_operator: 'Make another operator an admin first.',
  identity_taken: 'Use another one, or remove it from the other account first.',
  passkey_state: 'Sign in and confirm in another way; `detail` says why.',
  last_identity: 'Add another way to sign in first.',
  already_paid: 'Do nothing: the money has moved.',
  no_receipt: 'Ask again once the payout is `completed`; `detail` says why there is none.',
  cursor_ahead:
    'The portal was restored from a backup, and the event that you read up to is gone. Read again from the beginning, or from a place that you are sure of; ids and versions tell what you have acted on.',
  approval_changed: 'Read it again. What differs from its approval is not paid: cancel it and make a new one.',
  payment_held: 'Wait until `held_until`, or ask the person who holds it to give it up.',
  hold_lost: 'Hold the payout again, then prepare the payment again.',
  destination_doubtful: 'Compare the address with a source that you trust, then accept the warnings.',
  wallet_unproved:
    'Have the wallet sign the message of `/api/desk/wallets/message` on that network, then prepare again.',
  wallet_short: 'Fund the wallet, choose fewer payouts, or connect another wallet.',
  outcome_unproven:
    'Use up the number of the transfer or proposal in its wallet, or let an owner write it off at their own risk.',
  quote_accepted: 'Read its payout: `payout_id` names it. For another one ask for a new quote.',
  quote_lapsed:
    'Ask for a new quote with `POST /api/v1/claims/:token/quote`, show it, and accept it. Nothing has moved.',
  quote_stands: 'Claim what was agreed on: something was signed, or is being sent, for this amount.',
  relay_in_progress: 'Read the claim link: it says to which address. Only that one can be paid now.',
  relay_unavailable: 'Read `reason`. Wait, or send the call of POST /api/v1/claims/{token} from a wallet.',
  transfer_in_progress: 'Read it again in a moment; the transfer ends as paid, or the payout opens again.',
  key_signature_needed:
    'Have the key behind the link’s # sign `Claim(bytes32 payout,address recipient)` with `payout_hash`, and send it as `key_signature`.',
  key_links_open:
    'Cancel these payouts, or wait until they are paid or over; another signer of your own can be chosen meanwhile.',
  awaiting_funds:
    'Nothing has left the vault. The merchant is told; the link works as soon as the vault can pay again.',
  signer_refused:
    'Nothing has left the vault. The merchant names the signer again, or raises its fee ceiling; the link works as soon as that is done.',
  signer_declined:
    'Nothing has left the vault. `detail` has the signer’s own word; the merchant is told, and may change its rules. Trying again costs nothing.',
  screening_held:
    'Nothing has left the vault. The merchant is told: an owner decides at the desk. Where nobody could tell about the address, trying again later may pass.',
  signer_unreachable:
    'Nothing has left the vault. Try again in a moment; the merchant is told, and has to look after its signer.',
  token_paused: 'Nothing has left the vault. Wait until the token’s issuer allows transfers again.',
  vault_blocked: 'Nothing has left the vault. The merchant has to clear it with the token’s issuer.',
  recipient_blocked:
    'Nothing has left the vault. Use another wallet if anyone with the link may claim the payout; otherwise the merchant has to make a new one.',
  token_fee: 'Nothing has left the vault. It is paid as soon as the token delivers the whole amount again.',
  token_refuses: 'Nothing has left the vault. The merchant has to ask the token’s issuer.',
  gateway_refused: 'Look at what it said on the gateway’s page, and change there or here what it asks for.',
  gateway_state: 'Read the gateway: `state` says what it is. One that was disabled stays so; set up another one.',
  hot_wallet_taken:
    'Prove at the desk, under Wallets, with the signature of this wallet that it is yours, and set the gateway up again. One hot wallet pays for one merchant.',
  submission_state: 'Read the submission again: it has moved on.',
  stop_state: 'Read the stops again: another operator was quicker.',
  claim_would_fail:
    'Nothing has left the vault. `detail` has the network’s own word; try again later, or ask the merchant.',
  link_expired: 'Ask the merchant for a new payout.',
  link_cancelled: 'Ask the merchant: they took this payout back.',
  quote_expired: 'Ask for a new quote. Nothing was made.',
  body_too_large: 'Send at most 64 KB.',
  unsupported_media_type: 'Send `Content-Type: application/json`.',
  invalid_request: 'Correct the fields in `errors` and send it again; the same Idempotency-Key may be used.',
  sign_in_message_invalid: 'Ask for a message and sign exactly that one; `detail` says what differs.',
  amount_malformed: 'Send decimal text such as "25.00": no sign, no exponent, no separators.',
  amount_too_precise: 'Round to the decimals of the asset yourself; we never round money.',
  amount_too_small: 'Send at least your minimum, and more than the fee.',
  amount_too_large: 'Stay within your maximum, or split the payout.',
  asset_unavailable: 'Use an asset and a chain that are set up for you.',
  delivery_unavailable: 'Create it with `delivery: "claim"`, or on a network on which this portal sends.',
  currency_unavailable: 'Use another currency, or have the operator follow this one with `RATE_CURRENCIES`.',
  recipient_unsupported: 'Use a recipient of type `wallet` or `anyone`.',
  voucher_refused:
    'Sign exactly the terms that the problem shows, with the signer of the vault; `payout_id` is one that was never used, from 2^128 on.',
  address_refused: 'Check the address: its checksum is wrong, or money sent there would be lost.',
  destination_refused: 'Ask the recipient for another address, and make a new payout.',
  payment_would_fail: 'Nothing was signed. `detail` has the reason that the network gives.',
  call_would_fail: 'Nothing was signed. `detail` has the reason that the network gives.',
  gateway_unreachable: 'See that it runs and that the address is right; then ask again.',
  gateway_unknown_server: 'Give the address under which the gateway’s own pages are, without /api.',
  gateway_login_refused: 'Give the login and password of the gateway’s own pages.',
  gateway_login_not_admin: 'Give the login of an admin. A store’s user may pay to one address only.',
  gateway_key_refused: 'Give the API key that the gateway shows for its wallets.',
  gateway_crypto_unknown: 'Give one of the names that the gateway has switched on, such as `BNB-USDT`.',
  gateway_wallet_unknown: 'See that the gateway shows an address of the chain that you named for this crypto.',
  gateway_wallet_offline: 'Wait until the gateway’s own node answers; then ask again.',
  target_refused: 'Use an https address that leads to the public internet.',
  transfer_mismatch: 'Check the hash: it belongs to another transfer.',
  sandbox_recipient: 'Name another recipient, or use the key of a test merchant on a test network: docs/sandbox.md.',
  test_mode_only: 'Use a merchant in test mode: with real money at stake, we sign only what we wrote.',
  idempotency_key_reused: 'Use a new key for a new request; send the first body again to repeat the first request.',
  rate_limited: 'Wait as long as `Retry-After` says. The `RateLimit` header tells beforehand what is left.',
  internal: 'Try again with the same Idempotency-Key. If it stays, tell us the request id in `instance`.',
  stopped: 'Nothing was signed or sent. Ask again after `Retry-After`: it goes on once the operator lifts the stop.',
  clock_behind: 'It is our fault, and our operator is told; try again later.',
  rate_unavailable: 'Wait as long as `Retry-After` says, then ask again. Nothing was made. A flat fee needs no rate.',
  chain_unavailable: 'Try again shortly.',
  unavailable: 'Try again with the same Idempotency-Key. Nothing is lost.',
};

const known = (code: string): code is ProblemCode => code in problems;

export const problemCodes: readonly ProblemCode[] = Object.keys(problems).filter(known);
