import type { ChainKey } from '@/db/vocabulary/chains';
import type { Context } from '@/lib/access/actor';
import { requireKnownHistory } from '@/lib/cursors/find-ancestor';
import { type RelayAccount, selectAccounts } from './account-store';
import { followSends } from './follow-sends';
import { lookAtChain } from './look';
import { push } from './push';
import { selectUnproved, selectVersions, selectWaiting } from './send-store';
import { signWaiting } from './sign-waiting';
import { watchAccounts } from './watch-accounts';

/** With nothing to send the accounts are looked at again after this, in milliseconds. */
const idleMs = 20_000;

/**
 * One step of the relayer on a chain: looks at its accounts and at what is on its way, and sends what waits. Safe beside
 * another one, and after an end at any moment. True when it signed something, quiet when nothing is open. Refuses: chain_unavailable.
 */
export async function relayNow(ctx: Context, chain: ChainKey): Promise<boolean | 'quiet'> {
  const accounts = await selectAccounts(ctx.db, chain);
  if (accounts.length === 0) return 'quiet';
  const [sends, waiting] = await Promise.all([selectUnproved(ctx.db, chain), selectWaiting(ctx.db, chain, 1)]);
  if (sends.length === 0 && waiting.length === 0 && !isLookDue(ctx, accounts)) return 'quiet';
  await requireKnownHistory(ctx.db, chain);
  const seen = await lookAtChain(chain, accounts, sends);
  await followSends(ctx, chain, accounts, sends, seen);
  await watchAccounts(ctx, accounts, seen);
  // One after the other, in the order of their nonces, while the next is signed: a slow signer holds back none that it signed.
  let pushed = Promise.resolve();
  const signed = await signWaiting(ctx, chain, seen.market, (sendId) => {
    pushed = pushed.then(() => pushSigned(ctx, chain, sendId));
    // Told below, once all is signed; until then it is not unheard.
    pushed.catch(() => {});
  });
  await pushed;
  return signed > 0;
}

async function pushSigned(ctx: Context, chain: ChainKey, sendId: string): Promise<void> {
  for (const version of await selectVersions(ctx.db, sendId)) await push(ctx, chain, version);
}

function isLookDue(ctx: Context, accounts: readonly RelayAccount[]): boolean {
  const now = ctx.clock.now().getTime();
  return accounts.some(({ lookedAt }) => !lookedAt || now - lookedAt.getTime() >= idleMs);
}
