import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { Context } from '@/lib/access/actor';
import { checksumAddress } from '@/lib/chains/address';
import { chainOf } from '@/lib/chains/registry';
import { readHealth } from '@/lib/http/base/health';
import { formatAmount } from '@/lib/kernel/money';
import { requireOperator } from '@/lib/operators/require-operator';
import { selectAccounts } from '@/lib/relay/account-store';
import { claimsLeft } from '@/lib/relay/claims-left';
import type { StateAnswer } from './schema';
import { readQueues, selectCursors } from './store';

async function readVersion(): Promise<string> {
  const text = await readFile(path.join(process.cwd(), 'package.json'), 'utf8');
  return z.object({ version: z.string() }).parse(JSON.parse(text)).version;
}

/** How the installation is doing right now. */
export async function readState(ctx: Context): Promise<StateAnswer> {
  requireOperator(ctx, 'installation:read');
  const [version, health, cursors, queues, accounts] = await Promise.all([
    readVersion(),
    readHealth(),
    selectCursors(ctx.db),
    readQueues(ctx.db),
    selectAccounts(ctx.db),
  ]);
  return {
    ...{ version, migrations: health.migrations, worker: health.worker },
    chains: health.chains.map(({ chain, read_at, trouble }) => {
      const cursor = cursors.find((one) => one.chain === chain);
      const numbers = { read_to: cursor ? `${cursor.number}` : null, final: cursor ? `${cursor.finalNumber}` : null };
      return { chain, name: chainOf(chain).name, ...numbers, read_at, trouble };
    }),
    queues: queues.map(({ oldest, ...queue }) => ({ ...queue, oldest: oldest?.toISOString() ?? null })),
    accounts: accounts.map(({ chain, address, purpose, balance, gasPrice, stop, restCode, lookedAt }) => {
      const { symbol, decimals } = chainOf(chain).currency;
      const left = claimsLeft({ balance, gasPrice });
      return {
        ...{ chain, address: checksumAddress(address), purpose, currency: symbol },
        balance: balance === null ? null : formatAmount(balance, decimals),
        claims_left: left === null ? null : `${left}`,
        ...{ stopped: stop !== null || restCode !== null, looked_at: lookedAt?.toISOString() ?? null },
      };
    }),
  };
}
