import { type Obstacle, refillable, untilClaimed } from '@/db/vocabulary/payouts';
import { type ProblemCode, Refusal } from '@/lib/kernel/errors';

/** `our_clock`: the portal's clock is so far behind the chain's that what it signs has run out. Ours to mend, so never kept with a payout. */
export type Hindrance = Obstacle | 'our_clock';

const told: Record<Hindrance, readonly [ProblemCode, string]> = {
  funds: ['awaiting_funds', 'The vault holds too little for this payout.'],
  allowance: ['awaiting_funds', 'The vault allows the payout contract to take too little for this payout.'],
  signer_limit: [
    'awaiting_funds',
    'It is more than what is left of what the vault lets our signer pay in 24 hours; that fills up by itself.',
  ],
  signer_terms: [
    'signer_refused',
    'The vault does not name our signer, its time is over, or the fee is above what it may sign.',
  ],
  token_paused: ['token_paused', 'The token’s issuer has stopped all transfers of it.'],
  vault_blocked: ['vault_blocked', 'The token’s issuer has blocked the vault.'],
  recipient_blocked: ['recipient_blocked', 'The token’s issuer has blocked the address that would be paid.'],
  token_fee: ['token_fee', 'The token keeps a part of each transfer, so less than agreed would arrive.'],
  token_refuses: ['token_refuses', 'The token refuses this payment and does not say why.'],
  signer_declined: ['signer_declined', 'The signer that the merchant keeps itself did not sign this payout.'],
  signer_unreachable: ['signer_unreachable', 'The signer that the merchant keeps itself did not answer.'],
  gateway_funds: ['awaiting_funds', 'The hot wallet of the gateway holds too little for this payout.'],
  gateway_coins: ['awaiting_funds', 'The hot wallet of the gateway holds too few coins for the network fee.'],
  gateway_unreachable: ['gateway_unreachable', 'The gateway that sends this payout does not answer.'],
  gateway_refused: ['gateway_refused', 'The gateway that should send this payout did not take it.'],
  screening: ['screening_held', 'The merchant has to look at whom this payout goes to before it is paid.'],
  other: ['claim_would_fail', 'The network would refuse the claim now.'],
  our_clock: ['clock_behind', 'The clock of this portal is behind the network’s. This is our fault, and we are told.'],
};

/** The refusal of a claim for this cause; `word` is what the network itself said, where it did. */
export function refusalOf(hindrance: Hindrance, word?: string): Refusal {
  const [code, words] = told[hindrance];
  const detail = word === undefined ? words : `${words} (${word})`;
  return new Refusal(code, { detail, extra: { cause: hindrance } });
}

/** Whether only a claim that passes shows that it has ended. */
export function lastsUntilClaimed(obstacle: Obstacle | null): boolean {
  const words: readonly (Obstacle | null)[] = untilClaimed;
  return words.includes(obstacle);
}

/** What this cause means, for the one who pays. */
export function explainObstacle(obstacle: Obstacle): string {
  return told[obstacle][1];
}

/** Whether the merchant ends it by filling something up. */
export function isRefillable(obstacle: Hindrance | null): boolean {
  const words: readonly (Hindrance | null)[] = refillable;
  return words.includes(obstacle);
}
