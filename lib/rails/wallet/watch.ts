import { chainOf } from '@/lib/chains/registry';
import { readOutgoing, soughtMoves } from '@/lib/evm/token-moves';
import type { Watch } from '@/lib/rails/sighting';
import { readExecutions } from './proposals';

/** What leaves these wallets, of listed tokens only, and what these Safes carry out. */
export const watch: Watch = (chain, { wallets, safes }) => {
  const tokens = chainOf(chain).tokens.map(({ address }) => address.toLowerCase());
  return [
    {
      sought: null,
      read: async (client, { from, to }) =>
        (await readExecutions(client, safes, from, to)).map((log) => ({ kind: 'execution' as const, ...log })),
    },
    {
      sought: soughtMoves(tokens, wallets),
      read: async (client, { from, to }) =>
        (await readOutgoing(client, tokens, wallets, from, to)).map((move) => {
          return { kind: 'move' as const, move, blockNumber: move.block, blockHash: move.blockHash };
        }),
    },
  ];
};
