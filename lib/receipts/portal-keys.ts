import type { Queryable, Tx } from '@/db/client';
import { log } from '@/lib/kernel/log';
import { seal, unseal } from '@/lib/kernel/secrets';
import { type KeyPair, newKeyPair, readPrivateJwk } from './jws';
import type { PublicKeySet } from './schema';
import { findKeyInUse, insertKey, lockPortalKeys, type PortalKey, retireKey, selectKeys } from './store';

/** The key that signs now, made at first use. One that `SECRETS_KEY` no longer opens is retired: it can sign nothing. */
export async function keyInUse(tx: Tx, now: Date): Promise<KeyPair> {
  const found = open(await findKeyInUse(tx));
  if (found) return found;
  await lockPortalKeys(tx);
  const newest = await findKeyInUse(tx);
  return open(newest) ?? replaceKey(tx, newest, now);
}

function open(key: PortalKey | null): KeyPair | null {
  if (!key?.sealedPrivate) return null;
  try {
    return { kid: key.kid, privateJwk: readPrivateJwk(unseal(key.sealedPrivate, key.kid)) };
  } catch (error) {
    log.error({ err: error, kid: key.kid }, 'The key that signs receipts cannot be opened');
    return null;
  }
}

async function replaceKey(tx: Tx, former: PortalKey | null, now: Date): Promise<KeyPair> {
  const { kid, privateJwk, publicJwk } = newKeyPair();
  if (former) await retireKey(tx, former.kid, now);
  await insertKey(tx, { kid, publicJwk, sealedPrivate: seal(JSON.stringify(privateJwk), kid), createdAt: now });
  return { kid, privateJwk };
}

/** A new key from now on. What the former one signed stays good: its public half is published for ever. */
export async function rotatePortalKey(tx: Tx, now: Date): Promise<{ kid: string; retired: string | null }> {
  await lockPortalKeys(tx);
  const former = await findKeyInUse(tx);
  const { kid } = await replaceKey(tx, former, now);
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
