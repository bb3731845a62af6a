import { createPublicKey, verify } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import type { Tx } from '@/db/client';
import { testDatabase } from '@/db/testing/database';
import { newKeyPair, readPrivateJwk, signReceipt, thumbprintOf } from './jws';
import { keyInUse, listPublicKeys, rotatePortalKey } from './portal-keys';

const database = testDatabase();
const inTransaction = <T>(work: (tx: Tx) => Promise<T>) => database.db.transaction(work);
const now = new Date('2026-03-01T08:00:00.000Z');

/** RFC 8037, appendix A: the key, its thumbprint, and the signature of a text. */
const vector = {
  kty: 'OKP' as const,
  crv: 'Ed25519' as const,
  d: 'nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A',
  x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo',
};

const textOf = (part = '') => Buffer.from(part, 'base64url').toString();

/** As any library does it: WebCrypto alone, which browsers have. */
async function isSigned(jws: string, publicJwk: { kty: string; crv: string; x: string }): Promise<boolean> {
  const [header, content, signature = ''] = jws.split('.');
  const { kty, crv, x } = publicJwk;
  const key = await crypto.subtle.importKey('jwk', { kty, crv, x }, 'Ed25519', false, ['verify']);
  return crypto.subtle.verify(
    'Ed25519',
    key,
    new Uint8Array(Buffer.from(signature, 'base64url')),
    new TextEncoder().encode(`${header}.${content}`),
  );
}

test('a key is named by its thumbprint, as RFC 8037 computes it', () => {
  expect(thumbprintOf(vector)).toBe('kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k');
});

test('what is signed verifies by WebCrypto and by node:crypto, and says what it was given', async () => {
  const content = { sub: 'po_1', merchant: { name: 'Café “Ünïcode” 🏦' } };
  const jws = signReceipt(content, { kid: thumbprintOf(vector), privateJwk: vector });
  expect(await isSigned(jws, vector)).toBe(true);
  const [header, body, signature = ''] = jws.split('.');
  const key = createPublicKey({ key: { kty: vector.kty, crv: vector.crv, x: vector.x }, format: 'jwk' });
  expect(verify(null, Buffer.from(`${header}.${body}`), key, Buffer.from(signature, 'base64url'))).toBe(true);
  expect(JSON.parse(textOf(header))).toEqual({ alg: 'EdDSA', typ: 'receipt+jwt', kid: thumbprintOf(vector) });
  expect(JSON.parse(textOf(body))).toEqual(content);
});

test('one letter that is another one, anywhere in it, breaks the signature', async () => {
  const jws = signReceipt({ sub: 'po_1', net: '24.50' }, { kid: 'k', privateJwk: vector });
  const places = [...jws].flatMap((letter, place) => (letter === '.' ? [] : [place]));
  // The last letter of 86 holds two bits of the signature and four that mean nothing.
  const flipped = places.slice(0, -1).map((place) => {
    const other = jws[place] === 'A' ? 'B' : 'A';
    return jws.slice(0, place) + other + jws.slice(place + 1);
  });
  const accepted = await Promise.all(flipped.map((one) => isSigned(one, vector)));
  expect(accepted.length).toBeGreaterThan(150);
  expect(accepted).not.toContain(true);
});

test('a key of another portal does not verify it', async () => {
  const jws = signReceipt({ sub: 'po_1' }, { kid: 'k', privateJwk: vector });
  expect(await isSigned(jws, newKeyPair().publicJwk)).toBe(false);
});

let first = '';
beforeAll(async () => {
  const made = await Promise.all(Array.from({ length: 5 }, () => inTransaction((tx) => keyInUse(tx, now))));
  first = [...new Set(made.map(({ kid }) => kid))].join();
});

test('the first key is made once, by however many who need it at the same time', async () => {
  expect(await listPublicKeys(database.db)).toMatchObject({
    keys: [{ kid: first, kty: 'OKP', crv: 'Ed25519', alg: 'EdDSA' }],
  });
});

test('after a rotation another key signs, the former one is published still, and its private half is gone', async () => {
  const before = await inTransaction((tx) => keyInUse(tx, now));
  const old = signReceipt({ sub: 'po_old' }, before);
  const rotated = await inTransaction((tx) => rotatePortalKey(tx, now));
  expect(rotated.retired).toBe(before.kid);
  expect((await inTransaction((tx) => keyInUse(tx, now))).kid).toBe(rotated.kid);
  const { keys } = await listPublicKeys(database.db);
  const published = keys.find(({ kid }) => kid === before.kid);
  expect(published).toMatchObject({ exp: now.getTime() / 1000 });
  expect(await isSigned(old, published ?? vector)).toBe(true);
  const rows = await database.sql`select sealed_private from portal_keys where kid = ${before.kid}`;
  expect(rows).toEqual([{ sealed_private: null }]);
});

test('a process whose SECRETS_KEY does not open the key signs nothing and changes nothing, until the key is said to be lost', async () => {
  const lost = await inTransaction((tx) => keyInUse(tx, now));
  await database.sql`update portal_keys set sealed_private = 'v1.a.b.c' where kid = ${lost.kid}`;
  const before = await database.sql`select * from portal_keys order by kid`;
  await expect(inTransaction((tx) => keyInUse(tx, now))).rejects.toThrow('does not open with the SECRETS_KEY');
  await expect(inTransaction((tx) => rotatePortalKey(tx, now))).rejects.toThrow('does not open with the SECRETS_KEY');
  expect(await database.sql`select * from portal_keys order by kid`).toEqual(before);
  const next = await inTransaction((tx) => rotatePortalKey(tx, now, { lost: true }));
  expect(next.retired).toBe(lost.kid);
  expect((await inTransaction((tx) => keyInUse(tx, now))).kid).toBe(next.kid);
  expect((await listPublicKeys(database.db)).keys.find(({ kid }) => kid === lost.kid)).toHaveProperty('exp');
});

test('the private half is sealed, and public halves cannot be changed or deleted', async () => {
  const { kid, privateJwk } = await inTransaction((tx) => keyInUse(tx, now));
  const [row] = await database.sql`select sealed_private as sealed from portal_keys where kid = ${kid}`;
  expect(row?.sealed).not.toContain(privateJwk.d);
  expect(readPrivateJwk(JSON.stringify(privateJwk)).d).toBe(privateJwk.d);
  await expect(database.sql`update portal_keys set public_jwk = '{}' where kid = ${kid}`).rejects.toThrow(
    'only retired',
  );
  await expect(database.sql`update portal_keys set created_at = now() where retired_at is not null`).rejects.toThrow(
    'only ret',
  );
  await expect(database.sql`delete from portal_keys`).rejects.toThrow('append-only');
});
