import { eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { endpoints } from '@/db/schema';
import { testDatabase } from '@/db/testing/database';
import { unseal } from '@/lib/kernel/secrets';
import { handClock } from '@/lib/webhooks/testing/fixtures';
import { actingFor, addEndpoint, auditOf, makeTestMerchant } from '@/lib/webhooks/testing/told';
import { viewEndpoint } from './endpoints';
import { rotateSecret } from './rotate';
import { createdEndpointAnswer } from './schema';

const database = testDatabase();
const day = 86_400;
let clock = handClock();
let merchantId = '';

beforeEach(async () => {
  clock = handClock();
  merchantId = await makeTestMerchant(database.db);
});

const acting = (requestKey?: string) => ({ ...actingFor(database.db, clock, merchantId), requestKey });

async function rowOf(id: string) {
  const [row] = await database.db.select().from(endpoints).where(eq(endpoints.id, id));
  if (!row) throw new Error('The endpoint is not there');
  return row;
}

const former = ({ id, previousSecrets }: Awaited<ReturnType<typeof rowOf>>) =>
  previousSecrets.map(({ secret }) => unseal(secret, id));

test('a rotation answers a new secret once, and keeps the one before until the overlap is over', async () => {
  const made = await addEndpoint(acting());
  const rotated = await rotateSecret(acting(), made.id, { overlap_seconds: day });
  expect(createdEndpointAnswer.parse(rotated)).toEqual(rotated);
  expect(rotated.secret).toMatch(/^whsec_/);
  expect(rotated.secret).not.toBe(made.secret);
  const row = await rowOf(made.id);
  expect(unseal(row.secret, made.id)).toBe(rotated.secret);
  expect(former(row)).toEqual([made.secret]);
  expect(rotated.rotation?.previous_until).toBe(new Date(clock.now().getTime() + day * 1000).toISOString());
  expect(await viewEndpoint(acting(), made.id)).not.toHaveProperty('secret');
  clock.turn(day);
  expect(await viewEndpoint(acting(), made.id)).toMatchObject({ rotation: null });
});

test('without an overlap the secret before is gone at once', async () => {
  const { id } = await addEndpoint(acting());
  expect(await rotateSecret(acting(), id, { overlap_seconds: 0 })).toMatchObject({ rotation: null });
  expect(await rowOf(id)).toMatchObject({ previousSecrets: [] });
});

test('a repetition after a crash answers the same secret and does not push out the one in use', async () => {
  const made = await addEndpoint(acting());
  const first = await rotateSecret(acting('key-1'), made.id, { overlap_seconds: day });
  clock.turn(60);
  expect(await rotateSecret(acting('key-1'), made.id, { overlap_seconds: day })).toEqual(first);
  expect(former(await rowOf(made.id))).toEqual([made.secret]);
  expect((await rotateSecret(acting('key-2'), made.id, { overlap_seconds: day })).secret).not.toBe(first.secret);
});

test('rotations at once end no secret before its time', async () => {
  const made = await addEndpoint(acting());
  const rotated = await Promise.all([1, 2, 3].map(() => rotateSecret(acting(), made.id, { overlap_seconds: day })));
  const row = await rowOf(made.id);
  const all = [unseal(row.secret, made.id), ...former(row)];
  expect(all.toSorted()).toEqual([made.secret, ...rotated.map(({ secret }) => secret)].toSorted());
  expect(all.at(-1)).toBe(made.secret);
});

test('each former secret has an end of its own, and a rotation without overlap ends them all', async () => {
  const made = await addEndpoint(acting());
  await rotateSecret(acting(), made.id, { overlap_seconds: day });
  clock.turn(60);
  const short = await rotateSecret(acting(), made.id, { overlap_seconds: 60 });
  expect(short.rotation?.previous).toHaveLength(2);
  expect(former(await rowOf(made.id))[1]).toBe(made.secret);
  clock.turn(61);
  expect((await viewEndpoint(acting(), made.id)).rotation?.previous).toHaveLength(1);
  expect(await rotateSecret(acting(), made.id, { overlap_seconds: 0 })).toMatchObject({ rotation: null });
});

test('where a message can be proved by two secrets only, a second rotation waits instead of silencing the one in use', async () => {
  const made = await addEndpoint(acting(), { dialect: 'nitro' });
  await rotateSecret(acting(), made.id, { overlap_seconds: day });
  const again = rotateSecret(acting(), made.id, { overlap_seconds: day });
  await expect(again).rejects.toMatchObject({ code: 'endpoint_state' });
  expect(former(await rowOf(made.id))).toEqual([made.secret]);
  clock.turn(day);
  expect((await rotateSecret(acting(), made.id, { overlap_seconds: day })).rotation?.previous).toHaveLength(1);
});

test('an ed25519 endpoint gets a new key pair, and no private key is shown', async () => {
  const made = await addEndpoint(acting(), { signing: 'ed25519' });
  const rotated = await rotateSecret(acting(), made.id, { overlap_seconds: day });
  expect([made.secret, rotated.secret]).toEqual([null, null]);
  expect(rotated.public_key).toMatch(/^whpk_/);
  expect(rotated.public_key).not.toBe(made.public_key);
});

test('only the merchant itself may rotate, with the scope for it, and it leaves an audit line without secrets', async () => {
  const made = await addEndpoint(acting());
  const stranger = actingFor(database.db, clock, await makeTestMerchant(database.db));
  const reader = actingFor(database.db, clock, merchantId, ['webhooks:read']);
  await expect(rotateSecret(stranger, made.id, { overlap_seconds: 0 })).rejects.toMatchObject({ code: 'not_found' });
  await expect(rotateSecret(reader, made.id, { overlap_seconds: 0 })).rejects.toMatchObject({ code: 'forbidden' });
  const { secret } = await rotateSecret(acting(), made.id, { overlap_seconds: day });
  const lines = await auditOf(database.db, merchantId);
  expect(lines.map((line) => line.action)).toEqual(['endpoint.created', 'endpoint.secret_rotated']);
  expect(JSON.stringify(lines)).not.toContain(secret);
  expect(JSON.stringify(lines)).not.toContain(made.secret);
});
