import type { ChainKey } from '@/db/vocabulary/chains';
import type { Context } from '@/lib/access/actor';
import { findToken } from '@/lib/chains/registry';
import { addSeconds } from '@/lib/kernel/clock';
import { Refusal } from '@/lib/kernel/errors';
import { log } from '@/lib/kernel/log';
import { leastOf } from '@/lib/kernel/money';
import type { Payout } from '@/lib/payouts/store';
import { vaultObstacle } from '@/lib/rails/contract/obstacle';
import { contractRail } from '@/lib/rails/contract/rail';
import type { VaultFacts, VaultState } from '@/lib/rails/rail';
import { noteVault, skipVault } from './note-vault';
import { park } from './park';
import { playedObstacle } from './played-obstacle';
import { vaultFacts } from './read-obstacle';
import { type Bounds, type Due, selectBeyond, selectDue, selectHeldUp } from './vault-watch-store';

/** At most so many vaults and assets in one run, so many of them at once, and so many payouts of each. */
const most = { looks: 20, together: 5, payouts: 100 } as const;

/** Seconds between two looks at a vault that is in order, and at one that is not. */
const between = { calm: 10, troubled: 2 } as const;

/**
 * Looks at the vaults that owe something: parks each open payout that its vault could not pay even alone, frees those that
 * it can pay again, and tells the merchant of the vault itself. True when there is more to do at once.
 */
export async function watchVaults(
  ctx: Context,
  chain: ChainKey,
  waits: { calm: number; troubled: number } = between,
): Promise<boolean> {
  const now = ctx.clock.now();
  const before = { calm: addSeconds(now, -waits.calm), troubled: addSeconds(now, -waits.troubled) };
  const due = await selectDue(ctx.db, chain, before, most.looks);
  let more = false;
  for (let first = 0; first < due.length; first += most.together) {
    const looks = due.slice(first, first + most.together).map((one) => lookSafely(ctx, chain, one));
    more = (await Promise.all(looks)).includes(true) || more;
  }
  return more;
}

/** A vault or a token that cannot be read holds up none of the others; a silent node holds up all. */
async function lookSafely(ctx: Context, chain: ChainKey, due: Due): Promise<boolean> {
  try {
    return await look(ctx, chain, due);
  } catch (error) {
    if (error instanceof Refusal && error.code === 'chain_unavailable') throw error;
    log.error({ chain, vault: due.vault.address, symbol: due.symbol, err: error }, 'a vault cannot be looked at');
    await skipVault(ctx, due);
    return false;
  }
}

async function look(ctx: Context, chain: ChainKey, due: Due): Promise<boolean> {
  const token = findToken(chain, due.symbol)?.address.toLowerCase();
  if (!token) return false;
  const facts = vaultFacts({ chain, token }, due.vault);
  const state = await contractRail.claims.look(facts);
  const beyond = await selectBeyond(ctx.db, due, boundsOf(state), ctx.clock.now(), most.payouts);
  const held = await selectHeldUp(ctx.db, due, most.payouts);
  for (const payout of beyond) await park(ctx, payout, vaultObstacle(state, payout));
  const causes = await Promise.all(held.map((payout) => stillHeld(ctx, { facts, state, payout })));
  for (const [index, payout] of held.entries()) await park(ctx, payout, causes[index] ?? null);
  await noteVault(ctx, due, state);
  return beyond.length === most.payouts;
}

function boundsOf(state: VaultState): Bounds {
  const { signer, balance, allowance, token } = state;
  if (token || !signer || signer.expired) return { gross: -1n, fee: -1n };
  return { gross: leastOf(balance, allowance, signer.available), fee: signer.feeCeiling };
}

type Held = { facts: VaultFacts; state: VaultState; payout: Payout };

async function stillHeld(ctx: Context, { facts, state, payout }: Held) {
  const { gross, fee, recipientAddress: recipient } = payout;
  return (
    (await playedObstacle(ctx.db, payout)) ?? contractRail.claims.obstacle(facts, state, { gross, fee, recipient })
  );
}
