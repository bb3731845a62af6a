import { eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { messages, sources } from '@/db/schema';
import { testDatabase } from '@/db/testing/database';
import { dialectRules } from '@/lib/dialects/registry';
import { addSeconds } from '@/lib/kernel/clock';
import { handClock, systemContext } from '@/lib/webhooks/testing/fixtures';
import { actingFor, auditOf, makeTestMerchant } from '@/lib/webhooks/testing/told';
import { createSource, listSources } from './create';
import { receiveMessage } from './receive';
import { replaceSourceSecret } from './replace-secret';
import { createdSourceAnswer, replaceSourceSecretBody } from './schema';

const database = testDatabase();
const first = 'the API key of the server';
const next = 'a secret of the webhooks alone';
const day = 86_400;
let clock = handClock();
let merchantId = '';

beforeEach(async () => {
  clock = handClock();
  merchantId = await makeTestMerchant(database.db);
});

const acting = (requestKey?: string) => ({ ...actingFor(database.db, clock, merchantId), requestKey });
const make = () => createSource(acting(), { dialect: 'shkeeper', secret: first });
const replace = (id: string, given: object = {}, requestKey?: string) =>
  replaceSourceSecret(acting(requestKey), id, replaceSourceSecretBody.parse(given));

let told = 0;
/** A callback that is signed with this secret now. */
async function hear(id: string, secret: string) {
  told += 1;
  const body = JSON.stringify({ external_id: `order-${told}`, payout_id: told, status: 'SUCCESS' });
  const url = `https://example.com/api/hooks/shkeeper/${id}`;
  const keys = { signing: 'hmac', secrets: [secret] } as const;
  const facts = { id: '', at: clock.now(), merchantId };
  const { method, headers } = dialectRules.shkeeper.sign({ method: 'POST', url, headers: {}, body }, keys, facts);
  const params = { dialect: 'shkeeper', source: id };
  const readBytes = async () => Buffer.from(body);
  return receiveMessage(systemContext(database.db, clock), { method, params, search: '', headers, readBytes });
}
const taken = { received: true, duplicate: false };
const refused = { code: 'signature_invalid' };

test('while a secret is replaced both are taken, afterwards the new one alone', async () => {
  const { id } = await make();
  const answer = await replace(id, { secret: next });
  expect(createdSourceAnswer.strict().parse(answer)).toEqual(answer);
  expect(answer).toMatchObject({ secret: null, former_secret_until: addSeconds(clock.now(), day).toISOString() });
  clock.turn(day - 1);
  expect([await hear(id, first), await hear(id, next)]).toEqual([taken, taken]);
  await expect(hear(id, 'neither of the two secrets')).rejects.toMatchObject(refused);
  clock.turn(1);
  expect(await hear(id, next)).toEqual(taken);
  await expect(hear(id, first)).rejects.toMatchObject(refused);
  expect((await listSources(acting())).data).toMatchObject([{ former_secret_until: null }]);
});

test('without an overlap the secret before ends at once', async () => {
  const { id } = await make();
  expect(await replace(id, { secret: next, overlap_seconds: 0 })).toMatchObject({ former_secret_until: null });
  await expect(hear(id, first)).rejects.toMatchObject(refused);
  expect(await hear(id, next)).toEqual(taken);
});

test('a secret of our making is shown in this answer alone, and a repetition answers the very same', async () => {
  const { id } = await make();
  const answer = await replace(id, {}, 'key-1');
  expect(await replace(id, {}, 'key-1')).toEqual(answer);
  expect(await hear(id, answer.secret ?? '')).toEqual(taken);
  expect(await hear(id, first)).toEqual(taken);
  expect((await listSources(acting())).data[0]).not.toHaveProperty('secret');
});

test('a secret is stored sealed, and no audit line has it', async () => {
  const { id } = await make();
  await replace(id, { secret: next });
  const [row] = await database.db.select().from(sources).where(eq(sources.id, id));
  const lines = await auditOf(database.db, merchantId);
  expect(lines.map((line) => line.action)).toEqual(['source.created', 'source.secret_replaced']);
  for (const one of [first, next]) expect(JSON.stringify([row, lines])).not.toContain(one);
});

test('a secret that its dialect does not know is refused, and the one in use stays', async () => {
  const { id } = await createSource(acting(), { dialect: 'standard' });
  const before = await database.db.select().from(sources).where(eq(sources.id, id));
  await expect(replace(id, { secret: next })).rejects.toMatchObject({ code: 'invalid_request' });
  expect(await database.db.select().from(sources).where(eq(sources.id, id))).toEqual(before);
});

test('only the merchant itself may replace it, with the right to write', async () => {
  const { id } = await make();
  const body = replaceSourceSecretBody.parse({ secret: next });
  const stranger = actingFor(database.db, clock, await makeTestMerchant(database.db));
  await expect(replaceSourceSecret(stranger, id, body)).rejects.toMatchObject({ code: 'not_found' });
  const reader = actingFor(database.db, clock, merchantId, ['webhooks:read']);
  await expect(replaceSourceSecret(reader, id, body)).rejects.toMatchObject({ code: 'forbidden' });
});

test('a thousand repetitions of one callback are one message, to be looked at once', async () => {
  const { id } = await make();
  const body = '{"external_id":"order-1004","payout_id":1,"status":"SUCCESS"}';
  const url = `https://example.com/api/hooks/shkeeper/${id}`;
  const params = { dialect: 'shkeeper', source: id };
  const answers = await Array.fromAsync({ length: 1_000 }, async () => {
    const keys = { signing: 'hmac', secrets: [first] } as const;
    const message = { method: 'POST', url, headers: {}, body } as const;
    clock.turn(1);
    const { headers } = dialectRules.shkeeper.sign(message, keys, { id: '', at: clock.now(), merchantId });
    const incoming = { method: 'POST', params, search: '', headers, readBytes: async () => Buffer.from(body) } as const;
    return receiveMessage(systemContext(database.db, clock), incoming);
  });
  expect(answers.filter(({ duplicate }) => !duplicate)).toHaveLength(1);
  expect(await database.db.select().from(messages).where(eq(messages.sourceId, id))).toHaveLength(1);
});
