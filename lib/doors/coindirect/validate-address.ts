import type { ChainKey } from '@/db/vocabulary/chains';
import type { Context } from '@/lib/access/actor';
import { validate } from '@/lib/http/base/validate';
import { Refusal } from '@/lib/kernel/errors';
import { readWallet } from '@/lib/payouts/terms/check-terms';
import { chooseChain } from './choose-chain';
import type { Asked } from './resource';
import { validateBody } from './schema';
import { chainsOf, selectOffered } from './store';

async function offeredChains(ctx: Context, currency: string): Promise<ChainKey[]> {
  if (ctx.actor.kind === 'api_key') return chainsOf(ctx.db, ctx.actor.merchantId, currency);
  return (await selectOffered(ctx.db)).filter(({ symbol }) => symbol === currency).map(({ chain }) => chain);
}

/**
 * Says whether money in this currency can be paid to an address. Its clients ask without a signature, too: the answer tells
 * nothing of any merchant. Refuses: destination_refused for all that speaks against it.
 */
export async function validateAddress(ctx: Context, asked: Asked): Promise<object> {
  const { address, currency, protocol, code } = validate(validateBody, asked.body, 'body');
  try {
    if (code && code !== 'crypto') throw new Refusal('recipient_unsupported', { detail: 'Only crypto is paid out.' });
    const chains = currency ? await offeredChains(ctx, currency) : [];
    // An address of ours is one on all networks; each has its own that nothing comes back from.
    const meant = protocol || chains.length === 0 ? [chooseChain(currency ?? 'Nothing', protocol, chains)] : chains;
    for (const chain of meant) await readWallet(ctx.db, chain, address, 'address');
    return {};
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw new Refusal('destination_refused', { field: 'address', detail: error.facts.detail }, { cause: error });
  }
}
