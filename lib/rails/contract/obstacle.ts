import type { Obstacle } from '@/db/vocabulary/payouts';
import { reading } from '@/lib/evm/rpc';
import type { VaultFacts, VaultState, WantedPayment } from '@/lib/rails/rail';
import { remembered, tryPayment } from './look';
import { whyRefusedTo } from './token-says';

/** What keeps a vault in this state from paying anybody this much; null where nothing does. */
export function vaultObstacle(
  state: VaultState,
  { gross, fee }: Pick<WantedPayment, 'gross' | 'fee'>,
): Obstacle | null {
  const { balance, allowance, signer, token } = state;
  if (token) return token;
  if (!signer || signer.expired || fee > signer.feeCeiling) return 'signer_terms';
  if (balance < gross) return 'funds';
  if (allowance < gross) return 'allowance';
  return signer.available < gross ? 'signer_limit' : null;
}

const recent = new Map<string, { at: number; value: Promise<Obstacle | null> }>();

/** The same of one payout, to its recipient where that is known. Refuses: chain_unavailable. */
export async function findObstacle(
  facts: VaultFacts,
  state: VaultState,
  wanted: WantedPayment,
  maxAgeMs = 0,
): Promise<Obstacle | null> {
  const held = vaultObstacle(state, wanted);
  const { gross, fee, recipient } = wanted;
  if (held || recipient === null) return held;
  const { chain, token, vault } = facts;
  const key = `${vault}:${token}:${recipient}:${gross - fee}`;
  return remembered(recent, chain, key, maxAgeMs, () =>
    reading(chain, async (client) => {
      const word = await tryPayment(client, { token, vault, to: recipient, amount: gross - fee });
      return word ? whyRefusedTo(client, token, recipient, word) : null;
    }),
  );
}

/** What the contract itself says against a claim; what it does not name is the token's or nobody's word. */
const ofContract: Readonly<Record<string, Obstacle | 'our_clock'>> = {
  OverCapacity: 'signer_limit',
  FeeAboveCeiling: 'signer_terms',
  SignerExpired: 'signer_terms',
  NotAuthorised: 'signer_terms',
  DeadlinePassed: 'our_clock',
};

/** The cause that the word of a refused rehearsal stands for, where the chain's state did not show one. */
export function obstacleOf(word: string): Obstacle | 'our_clock' {
  return ofContract[word] ?? 'other';
}
