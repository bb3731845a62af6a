import { shortAddress } from '@/lib/chains/address';
import { chainOf } from '@/lib/chains/registry';
import { Refusal } from '@/lib/kernel/errors';
import { revokeSignerCall } from './calls';
import type { CallWish, Facts, Plan } from './plan';
import type { Named } from './read-signers';
import type { Vault } from './store';

/**
 * Takes away one signer for all its tokens: the one that is named, or else the next of all that the vault ever named,
 * until none is left. The contract takes one signer per call.
 */
export function planRevoke({ by, signer: only }: CallWish<'revoke'>, { vault, read, named }: Facts): Plan {
  const fault = (field: string, detail: string) => new Refusal('invalid_request', { errors: [{ field, detail }] });
  const wanted = signersLeft(vault, named).filter((signer) => !only || signer === only.toLowerCase());
  const [signer, ...others] = wanted;
  if (!signer) {
    const whom = only ? `${shortAddress(only)} is no signer of this vault` : 'The vault names no signer';
    throw fault(only ? 'signer' : 'vault_id', `${whom}: there is nothing to revoke.`);
  }
  if (by === 'guardian' && !read.guardian) throw fault('by', 'The vault has no guardian.');
  const rights = named.filter((one) => one.signer === signer && one.terms);
  const names = rights.map(({ token }) => tokenName(vault, token));
  const isOurs = signer === vault.signerAddress;
  return {
    call: revokeSignerCall(
      vault.address,
      signer,
      rights.map(({ token }) => token),
    ),
    sender: by === 'guardian' && read.guardian ? read.guardian : vault.address,
    title: isOurs ? 'Revoke the portal’s signer' : `Revoke the signer ${shortAddress(signer)}`,
    words: [
      `Afterwards nothing that ${isOurs ? 'the portal' : shortAddress(signer)} signed can be paid from this vault, in ${names.join(', ')}: also what is open right now.`,
      isOurs
        ? 'Promised payouts wait for funds until the vault names the signer again. No tokens move.'
        : 'This is not the signer that the portal uses: its own payouts do not change. No tokens move.',
      ...(others.length > 0
        ? [`${countOf(others.length)} to revoke after this one, each with a call of its own.`]
        : []),
    ],
    warnings: ['Naming the signer again takes the vault’s own wallet; a guardian cannot do it.'],
    changes: rights.map(({ token, state }) => ({
      name: `Signer for ${tokenName(vault, token)}`,
      before: `${shortAddress(signer)}${state === 'expired' ? ', expired' : ''}`,
      after: 'none',
    })),
    more: others.length > 0,
  };
}

/** Who can sign, the portal's own first; only when nobody can, those whose time is over. */
function signersLeft({ signerAddress }: Vault, named: readonly Named[]): string[] {
  const inState = (state: Named['state']) => named.filter((one) => one.state === state).map(({ signer }) => signer);
  const able = inState('can_sign');
  const left = [...new Set(able.length > 0 ? able : inState('expired'))];
  return left.sort((a, b) => Number(b === signerAddress) - Number(a === signerAddress));
}

const countOf = (count: number) => (count === 1 ? 'One more signer is' : `${count} more signers are`);

/** As people call a token, or its address where the portal does not know it. */
function tokenName({ chain }: Vault, token: string): string {
  return chainOf(chain).tokens.find(({ address }) => address.toLowerCase() === token)?.symbol ?? shortAddress(token);
}
