import { parseAbi } from 'viem';
import type { ScreenerAnswer } from '@/db/schema';
import { hex } from '@/lib/chains/address';
import { readCodeKind } from '@/lib/evm/code';
import { reading } from '@/lib/evm/rpc';
import { cleared, listed, type Screened, silent, silentBy } from './answer';
import { oracleOn } from './oracles';

const abi = parseAbi(['function isSanctioned(address account) view returns (bool)']);

/** Oracles that this process has found: one that is gone afterwards is silent, and no longer merely absent. */
const found = new Set<string>();

/** What the oracle of the chain says; null where there is none, or nothing stands at its address. */
export async function askOracle({
  chain,
  address,
}: Pick<Screened, 'chain' | 'address'>): Promise<ScreenerAnswer | null> {
  const oracle = oracleOn(chain);
  if (!oracle) return null;
  const key = `${chain} ${oracle}`;
  try {
    // One batch, so that all three answers come from one node.
    const [code, said, block] = await reading(chain, (client) =>
      Promise.all([
        readCodeKind(client, oracle),
        client
          .readContract({ address: oracle, abi, functionName: 'isSanctioned', args: [hex(address)] })
          .catch((error: unknown) => (error instanceof Error ? error : new Error('It says nothing'))),
        client.getBlockNumber({ cacheTime: 0 }),
      ]),
    );
    const facts = { chain, contract: oracle, block: block.toString() };
    if (code !== 'contract') return found.has(key) ? silent('oracle', 'There is no contract any more.', facts) : null;
    found.add(key);
    if (said instanceof Error) return silentBy('oracle', said, 'It gave no answer that can be read.');
    return said ? listed('oracle', { category: 'sanctions', name: 'Chainalysis' }, facts) : cleared('oracle', facts);
  } catch (error) {
    return silentBy('oracle', error, 'The node did not answer.');
  }
}
