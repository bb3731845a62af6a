import type { Listener } from '@/lib/cursors/listener';
import { ofKind } from '@/lib/rails/sighting';
import { walletRail } from '@/lib/rails/wallet/rail';
import { matchPayments, matchProposals } from './match';
import { selectOpenSenders, selectProposals } from './store';

/** Payments by hand, whether or not anybody reported a hash. */
export const paymentListener: Listener = {
  looks: async (db, chain) => {
    const [wallets, proposed] = await Promise.all([selectOpenSenders(db, chain), selectProposals(db, chain)]);
    return walletRail.watch(chain, { wallets, safes: [...new Set(proposed.flatMap(({ sender }) => sender ?? []))] });
  },
  apply: async (ctx, chain, { seen }) => {
    await matchProposals(ctx, chain, ofKind(seen, 'execution'));
    const moves = ofKind(seen, 'move').map(({ move }) => move);
    await matchPayments(ctx, chain, moves, ofKind(seen, 'claim'));
  },
};
