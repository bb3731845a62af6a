/** Closed lists of words: the one place where database, API and pages learn them. */

export const payoutStatuses = [
  'awaiting_approval',
  'pending',
  'processing',
  'completed',
  'failed',
  'cancelled',
  'expired',
] as const;
export type PayoutStatus = (typeof payoutStatuses)[number];

export const transferStatuses = [
  'prepared',
  'submitted',
  'confirming',
  'confirmed',
  'reverted',
  'replaced',
  'dropped',
  'unknown',
  'differs',
] as const;
export type TransferStatus = (typeof transferStatuses)[number];

/**
 * Statuses of a transfer that stands in the way of another one, as it may still move money or has moved it otherwise than
 * agreed (`differs`): a payout has at most one such transfer.
 */
export const liveTransferStatuses = ['prepared', 'submitted', 'confirming', 'unknown', 'differs'] as const;

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

export const recipientTypes = ['wallet', 'email', 'anyone'] as const;
export type RecipientType = (typeof recipientTypes)[number];

/** What the wallet that a payout is for has to do before it is paid, besides being it. */
export const recipientProofs = ['none', 'signature'] as const;
export type RecipientProof = (typeof recipientProofs)[number];

/** How far a link is on which a wallet is to be shown. */
export const verificationStatuses = ['open', 'verified', 'expired'] as const;

/** How an attestation was checked: by its key, by the contract that stands there, or by one that is not deployed yet. */
export const attestationMethods = ['eip191', 'erc1271', 'erc6492'] as const;
export type AttestationMethod = (typeof attestationMethods)[number];
/** What shows that a recipient is the right one: a code that their mailbox got, or a message that their wallet signed. */
export const proofKinds = ['email', 'signature'] as const;
export type ProofKind = (typeof proofKinds)[number];

/** What a mail to a recipient is: the first with the link, a later one, a code, the link asked for again, or that a payment was undone. */
export const mailKinds = ['invitation', 'reminder', 'code', 'link', 'undone'] as const;
export type MailKind = (typeof mailKinds)[number];

/**
 * What is known of a mail: it waits; the server asked to wait; the server took it; the server will not have it; it was given
 * up; and, heard later, it is late, it came back, its reader complained. `unsubscribed`: its reader wants none, so none was sent.
 */
export const mailStates = [
  'queued',
  'delayed',
  'sent',
  'refused',
  'failed',
  'late',
  'bounced',
  'complained',
  'unsubscribed',
] as const;
export type MailState = (typeof mailStates)[number];

/**
 * Why an open payout cannot be paid now, as `lib/rails/contract/obstacle.ts` decides it. `token_refuses` is the token's own
 * refusal, for a reason that it does not name; `signer_declined` and `signer_unreachable` are of a signer that the merchant
 * keeps itself; `gateway_…` are of a gateway: its hot wallet lacks the asset, or coins for the network fee, it does not
 * answer, or it takes no payout; `screening`: something speaks against its recipient, or nobody could tell; `other` is all
 * that only a rehearsed claim meets.
 */
export const obstacles = [
  'token_paused',
  'vault_blocked',
  'token_fee',
  'signer_terms',
  'funds',
  'allowance',
  'signer_limit',
  'recipient_blocked',
  'token_refuses',
  'signer_declined',
  'signer_unreachable',
  'gateway_funds',
  'gateway_coins',
  'gateway_unreachable',
  'gateway_refused',
  'screening',
  'other',
] as const;
export type Obstacle = (typeof obstacles)[number];

/** Those that the chain does not show: they last until a claim passes. */
export const untilClaimed = [
  'signer_declined',
  'signer_unreachable',
  'screening',
  'other',
] as const satisfies readonly Obstacle[];

/** Those that the merchant ends by filling up: what vault or hot wallet holds, what the vault allows, what its signer may sign a day. */
export const refillable = [
  'funds',
  'allowance',
  'signer_limit',
  'gateway_funds',
  'gateway_coins',
] as const satisfies readonly Obstacle[];

/**
 * How money leaves: the recipient claims it through the contract, a person of the merchant signs in their own wallet, or the
 * merchant's gateway server sends it from its hot wallet.
 */
export const railIds = ['contract', 'wallet', 'shkeeper'] as const;
export type RailId = (typeof railIds)[number];

/** How a payout gets to its recipient: they fetch it by the claim link, or we send it to their wallet. */
export const payoutDeliveries = ['claim', 'send'] as const;
export type PayoutDelivery = (typeof payoutDeliveries)[number];

/** How one payment by hand is signed: one transfer, one batch of the wallet, one call of our contract, or one by one. */
export const paymentWays = ['transfer', 'calls', 'disperse', 'one_by_one'] as const;
export type PaymentWay = (typeof paymentWays)[number];

/** What signs for a wallet: a key, or a contract such as a Safe, whose nonce says nothing about one payment. */
export const senderKinds = ['key', 'contract'] as const;
export type SenderKind = (typeof senderKinds)[number];

export const feePayers = ['recipient', 'merchant'] as const;
export type FeePayer = (typeof feePayers)[number];

/** Which amount of a quote was asked for: what is displayed, or what is paid in the asset. */
export const quoteSides = ['display', 'asset'] as const;
export type QuoteSide = (typeof quoteSides)[number];

/** What claim page, receipt and mails to recipients speak; desk and API speak English. */
export const languages = ['en', 'es', 'pt-BR', 'fr', 'ar', 'fa', 'tr', 'ru', 'hi', 'id', 'vi', 'zh-Hans'] as const;
export type Language = (typeof languages)[number];

/** The chains that this version brings along. Operators add others as rows of `chains`. */
export const shippedChains = ['local', 'ethereum', 'base', 'arbitrum', 'polygon', 'bsc', 'sepolia'] as const;
export type ShippedChain = (typeof shippedChains)[number];

declare const isKnown: unique symbol;
/** A chain that is a row of `chains`: one that is shipped, or text that `isChainKey` of the registry let pass. */
export type ChainKey = ShippedChain | (string & { readonly [isKnown]: true });

/** `waiting`: a second operator has to agree, since `completed` is said by its finality. */
export const chainStatuses = ['waiting', 'listed'] as const;
export const finalityTags = ['safe', 'finalized'] as const;
export type FinalityTag = (typeof finalityTags)[number];

/** What two nodes of a chain can say differently. */
export const disputeKinds = ['block', 'receipt', 'moves'] as const;
export type DisputeKind = (typeof disputeKinds)[number];

/** What a look at a token found that is no reason to refuse it, but to be known. */
export const tokenFindings = [
  ...(['proxy', 'pausable', 'blocklist', 'fee_possible', 'look_alike'] as const),
  ...(['code_changed', 'refused_now'] as const),
] as const;
export type TokenFinding = (typeof tokenFindings)[number];

/** `waiting`: a second operator has to agree, since it looks like another token. */
export const addedTokenStatuses = ['waiting', 'listed'] as const;

export const payoutEventTypes = [
  'payout.created',
  'payout.approved',
  'payout.requoted',
  'payout.awaiting_funds',
  'payout.not_payable',
  'payout.processing',
  'payout.completed',
  'payout.failed',
  'payout.cancelled',
  'payout.expired',
  'payout.recipient_changed',
  'mail.failed',
  'mail.bounced',
  'mail.complained',
  'claim.recipient_disputed',
] as const;
/** What is told of an order: its new status, that something else of it changed, or that a payout of it came to nothing. */
export const orderEventTypes = [
  'order.created',
  'order.funded',
  'order.delivered',
  'order.releasing',
  'order.partially_released',
  'order.released',
  'order.on_hold',
  'order.resumed',
  'order.disputed',
  'order.dispute_overdue',
  'order.refunding',
  'order.refunded',
  'order.cancelled',
  'order.not_sent',
  'order.updated',
] as const;
export type OrderEventType = (typeof orderEventTypes)[number];
/** What is told of a payout, and of what else. */
export const eventTypes = [...payoutEventTypes, 'wallet.verified', ...orderEventTypes] as const;
export type PayoutEventType = (typeof payoutEventTypes)[number];
export type EventType = (typeof eventTypes)[number];

/**
 * How an escrowed order stands, as `statusOf` of lib/orders/core makes it of its facts. `releasing` and `refunding`: its money
 * is in a payout that is open. `partially_released`: a part is paid, the rest is held.
 */
export const orderStatuses = [
  'awaiting_funds',
  'funded',
  'delivered',
  'releasing',
  'partially_released',
  'released',
  'on_hold',
  'disputed',
  'refunding',
  'refunded',
  'cancelled',
] as const;
export type OrderStatus = (typeof orderStatuses)[number];

/** What a payout of an order is: to its seller, or back to its buyer. */
export const orderSides = ['release', 'refund'] as const;
export type OrderSide = (typeof orderSides)[number];

/** Why the time until an order is released by itself stands still. `not_sent`: a payout of it came to nothing. */
export const freezeReasons = ['on_hold', 'disputed', 'no_address', 'no_cover', 'address_change', 'not_sent'] as const;
export type FreezeReason = (typeof freezeReasons)[number];

/** What the chain says against the hash that should have funded an order. */
export const payInFaults = ['reverted', 'other_token', 'not_to_us', 'other_amount', 'too_old'] as const;
export type PayInFault = (typeof payInFaults)[number];

/** How the systems that merchants already know speak of a payout. */
export const dialects = ['standard', 'coindirect', 'nitro', 'dex3', 's2s', 'shkeeper', 'order_flow'] as const;
export type Dialect = (typeof dialects)[number];

/** The systems whose API we answer as they would, so that a program written for them speaks to us. */
export const doors = ['coindirect', 'dex3'] as const;
export type Door = (typeof doors)[number];

/** Kinds of proof that a webhook is ours: a shared secret, or a key pair of which the merchant has the public half. */
export const signatureKinds = ['hmac', 'ed25519'] as const;
export type SignatureKind = (typeof signatureKinds)[number];

export const deliveryStatuses = ['pending', 'delivered', 'exhausted'] as const;
export type DeliveryStatus = (typeof deliveryStatuses)[number];

export const endpointStatuses = ['active', 'paused'] as const;
export type EndpointStatus = (typeof endpointStatuses)[number];

/** Who paused an endpoint: the merchant, or its own answer 410. */
export const pauseReasons = ['by_merchant', 'gone'] as const;
export type PauseReason = (typeof pauseReasons)[number];

/**
 * What became of a message that a source sent us: the chain showed that its transfer is the payout's; we looked and it
 * changed nothing; it is about nothing of ours.
 */
export const messageOutcomes = ['followed', 'looked', 'nothing_of_ours'] as const;
export type MessageOutcome = (typeof messageOutcomes)[number];

/** What a posting may be about. */
export const subjectKinds = ['payout', 'order'] as const;
export type SubjectKind = (typeof subjectKinds)[number];

/** What an event tells of. */
export const eventSubjects = [...subjectKinds, 'wallet_verification'] as const;
export type EventSubject = (typeof eventSubjects)[number];

/** What moves a user's coins: a reward that came in, and coins that were turned into a payout. */
export const rewardSubjects = ['reward', 'redemption'] as const;

/** What a posting is about: a subject, a vault's holdings, or what a merchant holds in wallets elsewhere (by its own id). */
export const postingSubjects = [...subjectKinds, ...rewardSubjects, 'vault', 'own_wallets'] as const;
export type PostingSubject = (typeof postingSubjects)[number];

/** What the books can hold: a token of a chain, a currency (of a chain or a country), or points that a merchant grants. */
export const assetKinds = ['token', 'currency', 'points'] as const;
export type AssetKind = (typeof assetKinds)[number];

/**
 * `escrow` and `own_escrow`: what a vault, or a wallet of the merchant's own, keeps for orders. `coins`: what users earned and did
 * not redeem; `coins_held`: above a cap, until a person decides. They come from `granted` and go to `redeemed`.
 */
export const accountKinds = [
  'external',
  'available',
  'committed',
  'own_wallets',
  'gateway_wallets',
  'owed',
  'escrow',
  'own_escrow',
  'paid',
  'fees',
  'suspense',
  'granted',
  'coins',
  'coins_held',
  'redeemed',
] as const;
export type AccountKind = (typeof accountKinds)[number];

/**
 * `clear` takes out of suspense what was explained after all. `escrow` and `unescrow`: into an order's account and out of it.
 * `reward`: coins for a user; `admit`: those held above a cap after all; `redeem` and `unredeem`: into a payout, and back from it.
 */
export const postingKinds = [
  'deposit',
  'outflow',
  'reserve',
  'settle',
  'unreserve',
  'clear',
  'escrow',
  'unescrow',
  'reward',
  'admit',
  'redeem',
  'unredeem',
  'reversal',
] as const;
export type PostingKind = (typeof postingKinds)[number];

export const scopes = [
  'payouts:read',
  'payouts:write',
  'payouts:pay',
  'webhooks:read',
  'webhooks:write',
  'gateways:read',
  'gateways:write',
  'exports:read',
] as const;
export type Scope = (typeof scopes)[number];

/** What a member of a merchant's team may do; an API key's scopes are some of these. */
export const permissions = [
  ...scopes,
  'payouts:approve',
  'payouts:overrule',
  'payouts:write_off',
  'vaults:read',
  'vaults:write',
  'ledger:read',
  'reconcile:read',
  'reconcile:write',
  'keys:read',
  'keys:write',
  'team:read',
  'team:write',
  'audit:read',
  'settings:read',
  'settings:write',
] as const;
export type Permission = (typeof permissions)[number];

export const roles = ['owner', 'approver', 'payer', 'developer', 'viewer'] as const;
export type Role = (typeof roles)[number];

/** What a person can prove to be theirs. */
export const identityKinds = ['wallet', 'email'] as const;
export type IdentityKind = (typeof identityKinds)[number];

/** What opened a session: an identity, or a passkey of the person. */
export const signInKinds = [...identityKinds, 'passkey'] as const;
export type SignInKind = (typeof signInKinds)[number];

/** How a browser reaches what keeps a passkey. */
export const passkeyTransports = ['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb'] as const;
export type PasskeyTransport = (typeof passkeyTransports)[number];

/** What a proof is good for: getting in, going on with something grave, a further way to sign in, a wallet that pays. */
export const proofPurposes = ['sign_in', 'confirm', 'link', 'pay_from'] as const;
export type ProofPurpose = (typeof proofPurposes)[number];

/** Whether a merchant pays with real money. */
export const merchantModes = ['live', 'test'] as const;
export type MerchantMode = (typeof merchantModes)[number];

/** The way from a name to a first payout, in order. */
export const guideSteps = [
  'branding',
  'assets',
  'vault',
  'terms',
  'approvals',
  'api_key',
  'webhook',
  'first_payout',
] as const;
export type GuideStep = (typeof guideSteps)[number];

/** What an operator's key may open. */
export const operatorScopes = [
  'installation:read',
  'merchants:read',
  'merchants:write',
  'fees:read',
  'stops:write',
  'tokens:write',
  'chains:write',
] as const;
export type OperatorScope = (typeof operatorScopes)[number];

/** What an operator may do: words of their own, so that none of them opens anything of a merchant. */
export const operatorPermissions = [
  ...operatorScopes,
  'stops:lift',
  'installation:write',
  'audit:read',
  'operators:read',
  'operators:write',
  'keys:read',
  'keys:write',
] as const;
export type OperatorPermission = (typeof operatorPermissions)[number];

export const operatorRoles = ['admin', 'support'] as const;
export type OperatorRole = (typeof operatorRoles)[number];

export const actorKinds = ['api_key', 'user', 'claimant', 'system', 'operator', 'operator_key'] as const;
export type ActorKind = (typeof actorKinds)[number];

/** Where an operator stops everything that signs or sends. */
export const stopScopes = ['installation', 'chain', 'rail', 'merchant'] as const;
export type StopScope = (typeof stopScopes)[number];

/** Who acts on the installation. */
export const operatorActorKinds = ['operator', 'operator_key', 'system'] as const satisfies readonly ActorKind[];

/** What reconciliation finds between the chain and the books. The first six are money that left and is in suspense. */
export const differenceKinds = [
  'unexplained',
  'choice',
  'wrong_amount',
  'unknown_claim',
  'unknown_order',
  'transfer_unknown',
  'transfer_differs',
  'settlement_missing',
  'settlement_differs',
  'movement_missing',
  'balance_mismatch',
  'gateway_differs',
] as const;
export type DifferenceKind = (typeof differenceKinds)[number];

/** What a difference is about: a movement out of a wallet, a settlement, a booked movement, a transfer, a balance, or a gateway's word. */
export const differenceTopics = ['outgoing', 'settlement', 'movement', 'transfer', 'balance', 'gateway'] as const;
export type DifferenceTopic = (typeof differenceTopics)[number];

export const differenceStatuses = ['open', 'assigned', 'resolved'] as const;
export type DifferenceStatus = (typeof differenceStatuses)[number];

/** How a difference ended: booked to a payout, to an account, explained in words, or gone when looked at again. */
export const resolutionWays = ['payout', 'account', 'reversed', 'explained', 'gone', 'accepted', 'refused'] as const;
export type ResolutionWay = (typeof resolutionWays)[number];

/** Where a person may book what lies in suspense: out of the house, to a wallet of the merchant, or as costs. */
export const clearingAccounts = ['external', 'own_wallets', 'fees'] as const satisfies readonly AccountKind[];
export type ClearingAccount = (typeof clearingAccounts)[number];

/** `not_checked` says why and is never taken for green. */
export const closeStatuses = ['green', 'differences', 'not_checked'] as const;
export type CloseStatus = (typeof closeStatuses)[number];

export const reconciliationStatuses = ['waiting', 'running', 'done', 'not_checked'] as const;
export type ReconciliationStatus = (typeof reconciliationStatuses)[number];

/** Leases that nobody waits for: they show that a worker lives, and that the database takes what the portal writes. */
export const signsOfLife = { worker: 'worker', portal: 'portal' } as const;

/** What a merchant's picture may be: nothing that a browser could run. */
export const logoTypes = ['image/png', 'image/jpeg', 'image/webp'] as const;
export type LogoType = (typeof logoTypes)[number];

/** What an account of ours that pays network fees is for: it relays, or it fills up those that do. */
export const relayPurposes = ['relay', 'treasury'] as const;
export type RelayPurpose = (typeof relayPurposes)[number];

/** Why an account takes no new sends: the operator said so, or its key signed something that we do not know. */
export const relayStops = ['by_operator', 'key_used_elsewhere'] as const;
export type RelayStop = (typeof relayStops)[number];

/**
 * A call that an account of ours sends. `waiting`: no nonce yet. `signed`: its bytes are stored. `sent`: a node took them.
 * `mined`: it is in a block. `filled`: its nonce was used by an empty transfer of ours. `lapsed`: it was never signed.
 * `foreign`: its nonce was used by something that we did not sign.
 */
export const relaySendStatuses = ['waiting', 'signed', 'sent', 'mined', 'filled', 'lapsed', 'foreign'] as const;
export type RelaySendStatus = (typeof relaySendStatuses)[number];

/** What one signed version of a send does: the call itself, or nothing, so that its nonce is used up. */
export const relayVersionKinds = ['call', 'fill'] as const;
export type RelayVersionKind = (typeof relayVersionKinds)[number];

/** A claim that we send. `under_way`: it is signed and in a send. A payout has at most one that is not over. */
export const relayedStatuses = ['queued', 'under_way', 'paid', 'ended'] as const;
export type RelayedStatus = (typeof relayedStatuses)[number];
export const liveRelayedStatuses = ['queued', 'under_way'] as const satisfies readonly RelayedStatus[];

/** Why we do not send a claim, why it waits, or why it ended. */
export const relayReasons = [
  'no_account',
  'accounts_low',
  'gas_too_dear',
  'node_silent',
  'merchant_budget',
  'link_budget',
  'address_budget',
  'tried_too_often',
  'not_payable',
  'skipped',
  'not_mined',
  'closed',
  'claimed_otherwise',
  'key_of_link',
  'link_replaced',
  'approval_changed',
  'recipient_refused',
  'failed_often',
] as const;
export type RelayReason = (typeof relayReasons)[number];

/** The gateway servers that we can speak to. */
export const gatewayKinds = ['shkeeper'] as const;
export type GatewayKind = (typeof gatewayKinds)[number];

/** `disabled`: it gets no more orders; what it was given before is followed to its end. */
export const gatewayStates = ['active', 'disabled'] as const;
export type GatewayState = (typeof gatewayStates)[number];

/** What keeps a gateway from being used, each for its own words. */
export const gatewayFaults = [
  'unreachable',
  'not_a_gateway',
  'login_refused',
  'login_not_admin',
  'key_refused',
  'crypto_unknown',
  'wallet_unknown',
  'wallet_offline',
] as const;
export type GatewayFault = (typeof gatewayFaults)[number];

/**
 * One payout handed to a gateway. `submitting`: written down, its call goes out. `accepted`: the gateway has it. `unknown`: the money may
 * be on its way, and nobody can tell. `seen`: the chain shows its transfer. `paid`: for good. `refused`, `failed`: nothing was
 * sent, as the gateway's words prove. `unsent`: nothing was sent, as a person decided.
 */
export const submissionStatuses = [
  'submitting',
  'accepted',
  'unknown',
  'seen',
  'paid',
  'refused',
  'failed',
  'unsent',
] as const;
export type SubmissionStatus = (typeof submissionStatuses)[number];
/** Those that may still move money or have moved it. */
export const liveSubmissionStatuses = [
  'submitting',
  'accepted',
  'unknown',
  'seen',
] as const satisfies readonly SubmissionStatus[];
/** Those whose transfer may still wait for a place in a block: a second order would use the same nonce. */
export const inFlightSubmissionStatuses = ['submitting', 'accepted'] as const satisfies readonly SubmissionStatus[];

/** What the notes of a submission keep: what was handed in, what the gateway answered, what the chain showed, what a person said. */
export const submissionNoteKinds = ['handed_in', 'task', 'row', 'chain', 'person'] as const;
export type SubmissionNoteKind = (typeof submissionNoteKinds)[number];

/** Who tells what currencies are worth: an oracle on chains, four exchanges and a central bank. */
export const rateFeedKeys = ['chainlink', 'kraken', 'coinbase', 'bitstamp', 'binance', 'ecb'] as const;
export type RateFeedKey = (typeof rateFeedKeys)[number];

/** How the fee of an asset comes about: always the same, or from what sending a claim costs now. */
export const feeKinds = ['flat', 'computed'] as const;
export type FeeKind = (typeof feeKinds)[number];

/**
 * Who is asked about an address: an oracle on its chain, the list of the United States' Office of Foreign Assets Control, the token
 * that would be sent, and a server of the merchant's own.
 */
export const screenerKeys = ['oracle', 'ofac', 'token', 'own'] as const;
export type ScreenerKey = (typeof screenerKeys)[number];

/** What they say together. `unknown`: at least one of them could not tell, and none speaks against it. */
export const screeningVerdicts = ['clear', 'listed', 'unknown'] as const;
export type ScreeningVerdict = (typeof screeningVerdicts)[number];

/** How grave it is; who is on a list is `severe`. */
export const screeningLevels = ['none', 'low', 'medium', 'high', 'severe'] as const;
export type ScreeningLevel = (typeof screeningLevels)[number];

/** When an address was screened: as its payout was made, as it was asked for, and right before anything was signed. */
export const screeningStages = ['created', 'asked', 'signing'] as const;
export type ScreeningStage = (typeof screeningStages)[number];

/** What became of a reward: its coins are the user's; a cap holds them until a person decides; they were taken back. */
export const rewardStatuses = ['booked', 'held', 'reversed'] as const;
export type RewardStatus = (typeof rewardStatuses)[number];

/** Whether the payout that coins were turned into may still be paid, is paid, or ended, so that they are the user's again. */
export const redemptionStatuses = ['open', 'paid', 'returned'] as const;
export type RedemptionStatus = (typeof redemptionStatuses)[number];

/** Recipients that no payout with real money may name, each with the end that a test payout to it comes to. */
export const sandboxAddresses = {
  paid: '0x1111111111111111111111111111111111111111',
  target_invalid: '0x2222222222222222222222222222222222222222',
  address_invalid: '0x3333333333333333333333333333333333333333',
  network_unsupported: '0x4444444444444444444444444444444444444444',
  refused_by_token: '0x5555555555555555555555555555555555555555',
  screening_hit: '0x6666666666666666666666666666666666666666',
  awaiting_funds: '0x7777777777777777777777777777777777777777',
  undone: '0x8888888888888888888888888888888888888888',
  expired: '0x9999999999999999999999999999999999999999',
} as const;
export type SandboxOutcome = keyof typeof sandboxAddresses;

/** The same for mailboxes, by what becomes of each mail to one. */
export const sandboxMailboxes = {
  bounced: 'bounce@example.com',
  late: 'late@example.com',
  complained: 'spam@example.com',
} as const;
export type SandboxMail = keyof typeof sandboxMailboxes;
