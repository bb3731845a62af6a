import type { ScreenerAnswer } from '@/db/schema';
import { reading } from '@/lib/evm/rpc';
import { isBlocked } from '@/lib/rails/wallet/blocklist';
import { cleared, listed, type Screened, silentBy } from './answer';

/** What the token itself says, by the list that its issuer keeps. */
export async function askToken({ chain, token, symbol, address }: Screened): Promise<ScreenerAnswer> {
  const facts = { chain, contract: token };
  try {
    const blocked = await reading(chain, (client) => isBlocked(client, token, address));
    return blocked ? listed('token', { category: 'issuer_blocklist', name: symbol }, facts) : cleared('token', facts);
  } catch (error) {
    return silentBy('token', error, 'The node did not answer.');
  }
}
