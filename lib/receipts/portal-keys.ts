import type { Queryable, Tx } from '@/db/client';
import { log } from '@/lib/kernel/log';
import { seal, unseal } from '@/lib/kernel/secrets';
import { type KeyPair, newKeyPair, readPrivateJwk } from './jws';
import type { PublicKeySet } from './schema';
import { findKeyInUse, insertKey, lockPortalKeys, type PortalKey, retireKey, selectKeys } from './store';

/**
 * The key that signs now, made at first use. Throws where `SECRETS_KEY` does not open it, and changes nothing: this process
 * may be the one that was given a wrong one. Who has lost it for good says so by `rotatePortalKey`.
 */
export async function keyInUse(tx: Tx, now: Date): Promise<KeyPair> {
  const found = await findKeyInUse(tx);
  if (found) return open(found);
  await lockPortalKeys(tx);
  const newest = await findKeyInUse(tx);
  return newest ? open(newest) : makeKey(tx, now);
}

function open({ kid, sealedPrivate }: PortalKey): KeyPair {
  try {
    if (!sealedPrivate) throw new Error('Its private half is gone');
    return { kid, privateJwk: readPrivateJwk(unseal(sealedPrivate, kid)) };
  } catch (cause) {
    const fault = `The key ${kid} that signs receipts does not open with the SECRETS_KEY of this process`;
    log.fatal({ err: cause, kid }, fault);
    throw new Error(fault, { cause });
  }
}

async function makeKey(tx: Tx, now: Date): Promise<KeyPair> {
  const { kid, privateJwk, publicJwk } = newKeyPair();
  await insertKey(tx, { kid, publicJwk, sealedPrivate: seal(JSON.stringify(privateJwk), kid), createdAt: now });
  return { kid, privateJwk };
}

type Rotated = { kid: string; retired: string | null };

/**
 * A new key from now on. What the former one signed stays good: its public half is published for ever. Throws where this
 * process cannot open the former one, unless it is said to be `lost`.
 */
export async function rotatePortalKey(tx: Tx, now: Date, { lost = false } = {}): Promise<Rotated> {
  await lockPortalKeys(tx);
  const former = await findKeyInUse(tx);
  if (former && !lost) open(former);
  if (former) await retireKey(tx, former.kid, now);
  const { kid } = await makeKey(tx, now);
  return { kid, retired: former?.kid ?? null };
}

const seconds = (time: Date) => Math.floor(time.getTime() / 1000);

/** Every public key that ever signed, as a JWK set (RFC 7517). */
export async function listPublicKeys(db: Queryable): Promise<PublicKeySet> {
  const keys = await selectKeys(db);
  return {
    keys: keys.map(({ kid, publicJwk, createdAt, retiredAt }) => ({
      ...publicJwk,
      kid,
      alg: 'EdDSA',
      use: 'sig',
      iat: seconds(createdAt),
      ...(retiredAt && { exp: seconds(retiredAt) }),
    })),
  };
}
