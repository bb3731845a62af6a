import type { Watch } from '@/lib/rails/sighting';
import { readContractLogs, soughtOf } from './logs';

/** Everything that our contract says about these vaults. */
export const watch: Watch = (_chain, { wallets }) => {
  const vaults = new Set(wallets);
  return [
    {
      sought: soughtOf(wallets),
      read: async (client, { from, to }) => {
        const { claims, cancellations, orders } = await readContractLogs(client, vaults, from, to);
        return [
          ...claims.map((log) => ({ kind: 'claim' as const, ...log })),
          ...cancellations.map((log) => ({ kind: 'cancellation' as const, ...log })),
          ...orders.map((log) => ({ kind: 'order' as const, ...log })),
        ];
      },
    },
  ];
};
