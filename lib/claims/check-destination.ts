import type { Context } from '@/lib/access/actor';
import { checksumAddress, explainChecksum, readAddress } from '@/lib/chains/address';
import { chainOf } from '@/lib/chains/registry';
import { type NameFailure, resolveName } from '@/lib/evm/resolve-name';
import { reading } from '@/lib/evm/rpc';
import { explainAddress } from '@/lib/kernel/address-text';
import { Refusal } from '@/lib/kernel/errors';
import { hashToken } from '@/lib/kernel/secrets';
import { refuseClosed } from '@/lib/payouts/refuse-closed';
import { findByToken } from '@/lib/payouts/store';
import { checkDestination } from '@/lib/payouts/terms/check-destination';
import { findLostAt } from '@/lib/payouts/terms/refuse-destination';
import { claimable } from './claim';
import type { DestinationAnswer, DestinationBody } from './schema';

const nameWords: Record<NameFailure, string> = {
  not_offered: 'This portal does not look up names. Paste the address itself.',
  malformed: 'This is no name that can be looked up. Paste the address itself.',
  unset: 'This name has no address that we can read. Paste the address itself.',
  elsewhere:
    'This name stands for a contract on Ethereum, which is not there on this network. Paste the address itself.',
  silent: 'Names cannot be looked up right now. Paste the address itself, or try again.',
};

/**
 * What speaks against an address that a recipient has typed, before anything is sent there. A name of ENS is looked up.
 * Sends and keeps nothing. Refuses: link_*, address_refused, payout_state, chain_unavailable.
 */
export async function checkClaimDestination(
  ctx: Context,
  token: string,
  { to }: DestinationBody,
): Promise<DestinationAnswer> {
  const known = await findByToken(ctx.db, hashToken(token));
  if (!known) throw new Refusal('link_unknown');
  refuseClosed(known.payout, ctx.clock.now());
  const { payout, vault } = claimable(known);
  const { address, name } = await readTyped(to, chainOf(payout.chain).id);
  const lost = await findLostAt(ctx.db, payout.chain, address);
  const facts = { payout, recipient: address, sender: vault.address, lost, lookAlikes: [] };
  const notes = await reading(payout.chain, (client) => checkDestination(client, facts));
  return {
    address: checksumAddress(address),
    name,
    notes: notes.map(({ check, blocking }) => ({ check, blocking })),
  };
}

/** An address, or a name with a dot in it. */
async function readTyped(text: string, chainId: number): Promise<{ address: string; name: string | null }> {
  if (explainAddress(text) === null) {
    const address = readAddress(text);
    if (address) return { address, name: null };
    throw new Refusal('address_refused', { field: 'to', detail: explainChecksum(text), extra: { why: 'checksum' } });
  }
  if (!/^[^\s:/]+\.[^\s:/]+$/.test(text) || /^0x/i.test(text)) {
    const detail = `What you typed ${explainAddress(text)}.`;
    throw new Refusal('address_refused', { field: 'to', detail, extra: { why: 'form' } });
  }
  const resolved = await resolveName(text, chainId);
  if ('address' in resolved) return resolved;
  const { failure } = resolved;
  throw new Refusal('address_refused', { field: 'to', detail: nameWords[failure], extra: { why: `name_${failure}` } });
}
