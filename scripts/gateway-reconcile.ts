import { connect } from '@/db/client';
import { chainOf } from '@/lib/chains/registry';
import { reading } from '@/lib/evm/rpc';
import { selectGatewayChains } from '@/lib/gateways/store';
import { reconcileGateways } from '@/lib/gateways/submissions/follow';
import { systemClock } from '@/lib/kernel/clock';
import { Refusal } from '@/lib/kernel/errors';
import { learnAddedTokens } from '@/lib/tokens/learn';
import { databaseUrl, takeDemoChain } from './database-url';

/**
 * Looks at once at every payout that a gateway was handed and that is not over: `npm run gateway:reconcile`. Finds what was
 * paid without a callback or a hash; 1 where nobody can tell of one, or where a network cannot be read.
 */

takeDemoChain();
const url = databaseUrl();
if (!url) {
  console.error('DATABASE_URL is not set and no demo runs: give the address of the database whose gateways to ask.');
  process.exit(1);
}
const { db, close } = connect(url, 4);
const ctx = {
  db,
  clock: systemClock,
  actor: { kind: 'system', job: 'gateway:reconcile' },
  requestId: 'gateway',
} as const;
try {
  await learnAddedTokens(db);
  const chains = await selectGatewayChains(db);
  if (chains.length === 0) console.log('No gateway pays anything here.');
  for (const chain of chains) {
    const { name } = chainOf(chain);
    try {
      await reading(chain, (client) => client.getBlockNumber());
      const { looked, found, unknown } = await reconcileGateways(ctx, chain);
      const told = `${name}: looked at ${looked} under way, found ${found} on the network`;
      if (unknown === 0) {
        console.log(`${told}.`);
        continue;
      }
      console.error(`${told}; of ${unknown} nobody can tell: see Gateways at the desk.`);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      console.error(`${name}: NOT CHECKED. ${error.message}`);
    }
    process.exitCode = 1;
  }
} finally {
  await close();
}
