import type { Listener } from '@/lib/cursors/listener';
import { shkeeperRail } from '@/lib/rails/shkeeper/rail';
import { ofKind } from '@/lib/rails/sighting';
import { selectAwaiting, selectWalletsOn } from './awaited-store';
import { fits, recordSeen } from './record-seen';

/** What leaves the hot wallets of gateways, whether or not a gateway has named a hash. */
export const gatewayListener: Listener = {
  looks: async (db, chain) => shkeeperRail.watch(chain, { wallets: await selectWalletsOn(db, chain), safes: [] }),
  apply: async (ctx, chain, { seen }) => {
    const logs = ofKind(seen, 'move').map(({ move: { to, block, ...rest } }) => ({
      ...rest,
      ...{ recipient: to, blockNumber: block },
    }));
    if (logs.length === 0) return;
    const awaiting = await selectAwaiting(ctx.db, chain, [...new Set(logs.map(({ from }) => from))]);
    for (const log of logs) {
      for (const submission of awaiting.filter((one) => fits(one, log))) {
        if (await recordSeen(ctx, chain, submission, log)) break;
      }
    }
  },
};
