import type { ChainKey } from '@/db/vocabulary/chains';
import type { IdentityKind } from '@/db/vocabulary/people';
import { checksumAddress, explainChecksum, readAddress, shortAddress } from '@/lib/chains/address';
import { Refusal } from '@/lib/kernel/errors';
import { emailAddress, type IdentityOnWire } from './schema';

/** A wallet or mail address that a person signs in with, in the one spelling that we keep. */
export type Identity = { kind: IdentityKind; value: string };

/** An identity that was just proved. `chain`: the network whose contract said so; none for keys and codes. */
export type ProvenIdentity = Identity & { chain?: ChainKey | null };

/** A person's passkey that just signed: it proves who they are, and none of their addresses. */
export type ProvenPasskey = { kind: 'passkey'; id: string; name: string; userId: string };

export function walletIdentity(address: string, field = 'address'): Identity {
  const value = readAddress(address);
  if (value) return { kind: 'wallet', value };
  const detail = explainChecksum(address);
  throw new Refusal('invalid_request', { field, detail });
}

export function emailIdentity(email: string, field = 'email'): Identity {
  const read = emailAddress.safeParse(email);
  if (read.success) return { kind: 'email', value: read.data };
  throw new Refusal('invalid_request', { field, detail: 'This is not an email address.' });
}

export function readIdentity({ kind, value }: Identity, field: string): Identity {
  return kind === 'wallet' ? walletIdentity(value, field) : emailIdentity(value, field);
}

export function presentIdentity({ kind, value }: Identity): IdentityOnWire {
  return { kind, value: kind === 'wallet' ? checksumAddress(value) : value };
}

/** What the audit keeps of a proof. */
export function presentProof(proof: Identity | ProvenPasskey) {
  return proof.kind === 'passkey'
    ? { passkey: { id: proof.id, name: proof.name } }
    : { identity: presentIdentity(proof) };
}

/** Names a person by their identities; a mail address before a wallet. */
export function nameOf(identities: readonly Identity[]): string {
  const email = identities.find(({ kind }) => kind === 'email');
  if (email) return email.value;
  const wallet = identities.find(({ kind }) => kind === 'wallet');
  return wallet ? shortAddress(wallet.value) : 'Nobody';
}
