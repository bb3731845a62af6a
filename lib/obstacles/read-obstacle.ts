import type { Context } from '@/lib/access/actor';
import { env } from '@/lib/kernel/env';
import type { Hindrance } from '@/lib/payouts/obstacle-words';
import type { Payout, Vault } from '@/lib/payouts/store';
import { vaultObstacle } from '@/lib/rails/contract/obstacle';
import { contractRail } from '@/lib/rails/contract/rail';
import type { VaultState } from '@/lib/rails/rail';
import { playedObstacle } from './played-obstacle';

/** `ofPayout`: it keeps this payout from being paid to any claimant, not only to one address of many. */
export type ObstacleFinding = { hindrance: Hindrance; ofPayout: boolean };

export function vaultFacts({ chain, token }: Pick<Payout, 'chain' | 'token'>, vault: Vault) {
  const { address, signerAddress: signer, feeCollector } = vault;
  return { chain, token, vault: address, signer, feeCollector };
}

/**
 * What keeps this payout from being paid now, to `recipient` where one is known; null where nothing does. An answer at
 * most `maxAgeMs` old will do. Refuses: chain_unavailable.
 */
export async function readObstacle(
  ctx: Context,
  { payout, vault }: { payout: Payout; vault: Vault },
  recipient: string | null,
  maxAgeMs = 0,
): Promise<ObstacleFinding | null> {
  const played = await playedObstacle(ctx.db, payout);
  if (played) return { hindrance: played, ofPayout: true };
  const facts = vaultFacts(payout, vault);
  const state = await contractRail.claims.look(facts, maxAgeMs);
  if (isBehind(state, ctx.clock.now())) return { hindrance: 'our_clock', ofPayout: false };
  const held = vaultObstacle(state, payout);
  if (held) return { hindrance: held, ofPayout: true };
  const { gross, fee, recipientAddress } = payout;
  const hindrance = await contractRail.claims.obstacle(facts, state, { gross, fee, recipient }, maxAgeMs);
  return hindrance && { hindrance, ofPayout: recipientAddress !== null };
}

/** Half of a voucher's life is gone before anybody could use it: our clock is wrong, or the chain's far ahead. */
function isBehind({ blockTime }: VaultState, now: Date): boolean {
  return blockTime.getTime() - now.getTime() > (env.VOUCHER_TTL_SECONDS * 1000) / 2;
}
