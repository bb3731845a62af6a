import { z } from 'zod';
import { type Facts, type ReasonCode, reasonCodes } from '@/db/vocabulary/reasons';
import { formatAmount } from '@/lib/kernel/money';
import type { Reason } from './reason';

type Words = (facts: Facts) => string;

/** What each reason says in English, for API, events, pages, desk and mails. */
const words: Record<ReasonCode, Words> = {
  claim_reverted: () => 'The network ran the claim and refused it.',
  claim_skipped: () => 'The contract passed it over among others that it paid, and moved nothing for it.',
  payment_reverted: () => 'The network ran the payment and refused it.',
  moved_something_else: () => 'The hash turned out to move something else.',
  paid_something_else: () => 'The hash turned out to pay something else.',
  replaced_in_wallet: () => 'The wallet sent something else in its place.',
  replaced_by_transfer: () => 'Another transfer took its place.',
  unknown_to_network: () => 'The network does not know this transfer (any more).',
  reorganised: () => 'A reorganisation of the chain took the payment back.',
  not_as_agreed: (facts) => `Not as agreed: ${differencesIn(facts).join(', ')}.`,
  no_claim_reported: () => 'The contract did not report a claim.',
  no_payment_there: () => 'The chain shows no payment by hand there.',
  recipient_not_signed_for: () => 'The money went to an address for which nothing was signed here.',
  other_amount: () => 'It moved money to the recipient, but not exactly the amount: see what the token did.',
  booked_elsewhere: () => 'What it pays is booked for another payout.',
  not_sent_in_time: () => 'It was not sent in time; the contract refuses it from now on.',
  not_signed: () => 'It was not signed, and the chain shows none.',
  declined: () => 'The wallet did not sign it.',
  never_asked: () => 'It was prepared, and no wallet was asked for it.',
  reported_late: () => 'It was reported after it was given up.',
  another_hash_named: () => 'Another hash was named.',
  safe_number_used: ({ number }) =>
    `The Safe used its number ${number} for something else: the proposal cannot be carried out any more.`,
  written_off: ({ words: said }) => `Written off without proof: ${said}`,
  too_old: () => 'It was sent before this payout existed.',
  unknown_sender: () =>
    'Nobody has proved that its wallet is yours. Have it sign once under your wallets, and this is booked.',
  unconfirmed_sender: () =>
    'Nobody has proved that its wallet is yours: it is booked once another member records it, too.',
  contested: () =>
    'Another merchant here has proved this wallet, too, and awaits the very same payment. If it is yours, record its hash.',
  gateway_unclear: ({ words: said }) => `Nobody can tell whether the gateway sent it. It said “${said}”.`,
  gateway_paid_otherwise: ({ hash }) => `The transfer ${hash} that the gateway names did not pay this.`,
  gateway_failed: ({ words: said }) => `The gateway did not send it. It said “${said}”.`,
  gateway_refused: ({ words: said }) => `The gateway did not take it. It said “${said}”.`,
  said_unsent: ({ words: said }) => `A member says that the gateway did not send it: “${said}”.`,
  proposal_unnumbered: () => 'It waits as a proposal in the Safe, and nobody can tell under which number.',
  proposal_open: ({ number }) =>
    `It waits as a proposal in the Safe, whose number ${number} is not used up in a final block.`,
  nonce_unknown: () => 'Nobody knows under which nonce the wallet may have signed it.',
  nonce_open: ({ nonce }) => `The wallet has not used up its nonce ${nonce} in a final block.`,
  fits_many: ({ count }) => `It could have paid any of ${count} payouts.`,
  was_not_open: () => 'It fits a payout that was not open when it was paid.',
  another_awaits_approval: () => 'It fits one payout, and another one that waits for approval.',
  wallet_unproved: () => 'It fits one payout, but nobody has proved that the wallet is yours.',
  another_on_its_way: () => 'It fits one payout, of which another payment is on its way.',
  not_the_amount: ({ reference }) => `It went to the payee of ${reference}, but is not the amount of that payout.`,
  of_doubted_transfer: ({ reference }) => `It belongs to a transfer of ${reference} that did not pay as agreed.`,
  claim_id_unknown: ({ claim_id: id }) => `The contract paid the claim id ${id}, which these books do not know.`,
  order_unknown: ({ first_id: id }) =>
    `The contract paid it as part of an order (first id ${id}) that nobody prepared here.`,
  no_payout_explains: () => 'No payout explains it.',
  paid_alike_before: ({ reference }) =>
    `No open payout explains it. ${reference} was paid the same to the same address: it may be a second payment.`,
  member_says_so: ({ reference }) => `A member says that it paid ${reference}. ${words.unconfirmed_sender({})}`,
  outcome_unknown: () => 'Nobody knows whether this transfer paid.',
  settlement_alone: () => 'The books have a settlement, and no confirmed transfer stands behind it.',
  nothing_booked: () => 'The transfer is confirmed, and nothing is booked for it.',
  booked_otherwise: () => 'What is booked for it is not what the payout is about.',
  without_a_place: () => 'The transfer is confirmed without a place in the chain.',
  transfer_not_there: () => 'The chain does not show the transfer where the books have it.',
  deposit_otherwise: () => 'The books have a deposit that is not what the chain shows.',
  deposit_not_there: () => 'The books have a deposit that the chain does not show.',
  outflow_otherwise: () => 'The books have an outflow that is not what the chain shows.',
  outflow_not_there: () => 'The books have an outflow that the chain does not show.',
  vault_holds_less: () => 'The vault holds less than the books say it does.',
  vault_holds_more: () => 'The vault holds more than the books say it does.',
  gateway_says_paid: () => 'The gateway says that it is paid, and the chain does not show it.',
  gateway_says_paid_by: ({ hash }) => `The gateway says that ${hash} paid it, and the chain does not bear that out.`,
  gateway_says_failed: () => 'The gateway says that it failed, and the chain shows it paid.',
  gateway_names_another: ({ hash }) => `The chain shows it paid, and the gateway names another transfer: ${hash}.`,
  gateway_has_no_record: () => 'The chain shows it paid, and the gateway has no record of it.',
  gateway_not_read: () => 'The gateway could not be asked what became of what it was handed.',
  paid_for_good: () => 'the chain paid it for good',
  money_moved_otherwise: () => 'money moved, but not as agreed',
  claim_sent: () => 'the claim was sent',
  claim_seen: () => 'the chain shows the claim',
  payment_sent: () => 'the payment was sent',
  payment_seen: () => 'the chain shows the payment',
  handed_to_gateway: () => 'handed to the gateway',
  under_way_again: () => 'on its way again',
  offered_again: () => 'offered again',
  approved: () => 'approved',
  not_approved: ({ words: said }) => `not approved: ${said}`,
  merchant_asked: () => 'asked for by the merchant',
  merchant_closed: () => 'the operator of the portal closed the merchant',
  merchant_asked_and_lapsed: () => 'asked for by the merchant; the last signed payout lapsed',
  not_paid_in_time: () => 'it was not paid in time',
  burnt_by_vault: () => 'cancelled in the contract by the vault',
  paid_otherwise: () => 'it was paid otherwise than agreed',
  screening_overruled: ({ words: said }) => `An owner goes on in spite of the screening: “${said}”.`,
  taken_for_paid: () => 'taken for paid by a person',
};

export function wordsOf({ code, facts }: Reason): string {
  return words[code](facts);
}

const stored = z.object({
  code: z.enum(reasonCodes),
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
});

/** The words of what an audit line keeps as a reason; null where it keeps none. */
export function wordsIn(value: unknown): string | null {
  const { data } = stored.safeParse(value);
  return data ? wordsOf(data) : null;
}

const named = [
  ['vault', 'vault'],
  ['claim_id', 'claim id'],
  ['token', 'token'],
  ['sender', 'sender'],
  ['recipient', 'recipient'],
  ['amount', 'amount'],
  ['fee', 'fee'],
] as const;

function differencesIn(facts: Facts): string[] {
  const money = (units: unknown) => `${formatAmount(BigInt(String(units)), Number(facts.decimals))} ${facts.symbol}`;
  const { recipient_got: got, recipient_due: due, fee_got: feeGot, fee_due: feeDue } = facts;
  return [
    ...named.flatMap(([key, name]) => (facts[key] ? [name] : [])),
    ...(got === undefined ? [] : [`the recipient got ${money(got)} of ${money(due)}`]),
    ...(feeGot === undefined ? [] : [`the fee came to ${money(feeGot)} of ${money(feeDue)}`]),
  ];
}
