import { Webhook } from 'standardwebhooks';
import { Webhook as SvixWebhook } from 'svix';
import { describe, expect, test } from 'vitest';
import { dialects } from '@/db/vocabulary/webhooks';
import type { Message } from '@/lib/dialects/dialect';
import { dialectRules } from '@/lib/dialects/registry';
import { targetHeader } from '@/lib/http/base/raw-target';
import { takenStatus } from '@/lib/sources/receive';
import { hookDesk, type Made, messageTo, otherSecrets, refusedWith, secrets, signed } from './testing/hook-desk';

const desk = hookDesk();
const { newSource, send, kept } = desk;
const unsigned = [401, 'signature_invalid'];

describe.each(dialects)('a message of %s', (dialect) => {
  const taken = takenStatus({ params: { dialect } });

  test('is kept once, byte for byte, and answered as its sender wants it; its repetition, too', async () => {
    const made = await newSource(dialect);
    const message = messageTo(made);
    const first = await send(message);
    expect([first.status, await first.json()]).toEqual([taken, { received: true, duplicate: false }]);
    const again = await send(message);
    expect([again.status, await again.json()]).toEqual([taken, { received: true, duplicate: true }]);
    const rows = await kept(made);
    expect(rows).toHaveLength(1);
    const { pathname, search } = new URL(message.url);
    const { merchantId } = desk.merchant;
    expect(rows[0]).toMatchObject({ dialect, merchantId, target: pathname + search, lookedAt: null });
    expect(rows[0]?.body.toString()).toBe(message.body);
    expect(rows[0]?.headers).toMatchObject(message.headers);
  });

  test('signed with another secret is refused and not kept', async () => {
    const made = await newSource(dialect);
    expect(await refusedWith(await send(messageTo(made, { secret: otherSecrets[dialect] })))).toEqual(unsigned);
    expect(await kept(made)).toEqual([]);
  });

  test('that was changed on its way is refused', async () => {
    const made = await newSource(dialect);
    const message = messageTo(made);
    const url = message.url.replace('coin_amount=25', 'coin_amount=26');
    const body = message.body.replace('order-1004', 'order-1005');
    expect({ url, body }).not.toMatchObject({ url: message.url, body: message.body });
    expect(await refusedWith(await send(message, { url, body }))).toEqual(unsigned);
    expect(await kept(made)).toEqual([]);
  });

  test('that is garbage and not signed is refused as not signed', async () => {
    const made = await newSource(dialect);
    const bare = { method: 'POST', url: made.url, headers: {}, body: '' } as const;
    for (const body of ['', '{', 'null', '[]', '{}', '\0', 'x'.repeat(1000)]) {
      expect(await refusedWith(await send({ ...bare, body }))).toEqual(unsigned);
    }
    expect(await refusedWith(await send({ ...bare, method: 'GET' }))).toEqual(unsigned);
    expect(await kept(made)).toEqual([]);
  });

  test('proves nothing at the address of another dialect or another merchant', async () => {
    const made = await newSource(dialect);
    const message = messageTo(made);
    const [other = 'nitro'] = dialects.filter((one) => one !== dialect);
    const elsewhere = message.url.replace(`/${dialect}/`, `/${other}/`);
    expect(await refusedWith(await send(message, { url: elsewhere }))).toEqual([404, 'not_found']);
    const theirs = await newSource(dialect, otherSecrets[dialect], await desk.portal.newMerchant());
    expect(await refusedWith(await send(message, { url: message.url.replace(made.id, theirs.id) }))).toEqual(unsigned);
    expect([...(await kept(made)), ...(await kept(theirs))]).toEqual([]);
  });
});

describe('what is well signed but', () => {
  function byTheStandard(made: Made, body: string): Message {
    const at = new Date();
    const headers = {
      'webhook-id': 'msg_1',
      'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
      'webhook-signature': new Webhook(secrets.standard).sign('msg_1', at, body),
    };
    return { method: 'POST', url: made.url, headers, body };
  }

  test.each([
    ['no JSON', '{'],
    ['empty', ''],
    ['of another shape', '{"kind":"payout.completed"}'],
    ['a list', '[]'],
    ['NUL', '\0'],
    ['with NUL in its type', '{"type":"a\\u0000b","data":{}}'],
    ['with half a character', '{"type":"a\\ud800b","data":{}}'],
    ['nested beyond sense', `{"type":"x","data":${'['.repeat(20_000)}${']'.repeat(20_000)}}`],
  ])('%s is refused as unreadable', async (_what, body) => {
    const made = await newSource('standard');
    expect(await refusedWith(await send(byTheStandard(made, body)))).toEqual([400, 'notice_unreadable']);
    expect(await kept(made)).toEqual([]);
  });

  test('not text counts as not signed: one bad byte is not mended into what was signed', async () => {
    const made = await newSource('nitro');
    const plain = messageTo(made);
    const message = signed(made, { ...plain, body: plain.body.replace('order-1004', 'order-\ufffd') });
    const place = Buffer.from(message.body).indexOf('\ufffd');
    const bytes = Buffer.from(message.body);
    const broken = Buffer.concat([bytes.subarray(0, place), Buffer.from([0xff]), bytes.subarray(place + 3)]);
    expect(broken.toString()).toBe(message.body);
    expect(await refusedWith(await send(message, { body: broken }))).toEqual(unsigned);
    expect((await send(message)).status).toBe(200);
  });

  test('with a mark of byte order in front is not what was signed', async () => {
    const made = await newSource('nitro');
    const message = messageTo(made);
    expect(await refusedWith(await send(message, { body: `\ufeff${message.body}` }))).toEqual(unsigned);
  });

  test.each(['standard', 'shkeeper', 'order_flow'] as const)(
    'old is refused where the dialect has a time: %s',
    async (dialect) => {
      const made = await newSource(dialect);
      const stale = messageTo(made, { at: new Date(Date.now() - 301_000) });
      expect(await refusedWith(await send(stale))).toEqual(unsigned);
    },
  );
});

test('what the library of Svix signs is taken', async () => {
  const made = await newSource('standard');
  const body = '{"type":"payout.completed","data":{"id":"po_1"}}';
  const at = new Date();
  const headers = {
    'webhook-id': 'msg_svix',
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': `v1a,AAAA v1,AAAA ${new SvixWebhook(secrets.standard).sign('msg_svix', at, body)}`,
  };
  expect((await send({ method: 'POST', url: made.url, headers, body })).status).toBe(200);
});

test('with the public key of the other side only its own private key signs', async () => {
  const { newSecret, publicKeyOf } = dialectRules.standard;
  const secret = newSecret('ed25519');
  const made = await newSource('standard', publicKeyOf('ed25519', secret) ?? '');
  expect((await send(messageTo(made, { secret, signing: 'ed25519' }))).status).toBe(200);
  const stranger = messageTo(made, { secret: newSecret('ed25519'), signing: 'ed25519' });
  expect(await refusedWith(await send(stranger))).toEqual(unsigned);
});

test('ten repetitions at the same moment are one message, and one of them is told that it is the first', async () => {
  const made = await newSource('nitro');
  const message = messageTo(made);
  const answers = await Promise.all(Array.from({ length: 10 }, () => send(message)));
  expect(answers.map((answer) => answer.status)).toEqual(Array(10).fill(200));
  const bodies = await Promise.all(answers.map((answer) => answer.json()));
  expect(bodies.filter((body) => !body.duplicate)).toHaveLength(1);
  expect(await kept(made)).toHaveLength(1);
});

test('of two messages under one key the first is kept', async () => {
  const made = await newSource('s2s');
  const first = messageTo(made);
  await send(first);
  expect((await send(first, { url: first.url.replace('order-1004', 'order-9') })).status).toBe(200);
  expect((await kept(made)).map((row) => row.target)).toEqual([expect.stringContaining('order-1004')]);
});

test('a signature over the query is checked against the query as it was written, not as the framework writes it', async () => {
  const made = await newSource('coindirect');
  const url = `${made.url}?a=%20x+y%7E&b&c=`;
  const message = signed(made, { ...messageTo(made), url });
  const rewritten = `${made.url}?a=+x+y~&b=&c=`;
  expect(await refusedWith(await send(message, { url: rewritten }))).toEqual(unsigned);
  const { pathname, search } = new URL(url);
  const headers = { [targetHeader]: pathname + search };
  expect((await send(message, { url: rewritten, headers })).status).toBe(200);
  const [row] = await kept(made);
  expect(row?.target).toBe(pathname + search);
  expect(row?.headers).not.toHaveProperty(targetHeader);
});

test('two sources may use the same key', async () => {
  for (const made of [await newSource('nitro'), await newSource('nitro')]) {
    expect(await (await send(messageTo(made))).json()).toMatchObject({ duplicate: false });
  }
});

test('a name that is too long for an index still tells messages apart', async () => {
  const made = await newSource('coindirect');
  const wide = (last: string) => {
    const [uuid, status, version] = ['\u{1f600}'.repeat(100), '\u{1f600}'.repeat(100), '\u{1f600}'.repeat(99) + last];
    const body = JSON.stringify({ event: 'statusChanged', version, data: { uuid, status } });
    const headers = { 'content-type': 'application/json' };
    return signed(made, { method: 'POST', url: made.url, headers, body });
  };
  for (const last of ['a', 'b', 'a']) expect((await send(wide(last))).status).toBe(200);
  expect((await kept(made)).map((row) => row.key.replace(/[0-9a-f]{64}$/, ''))).toEqual(['sha256:', 'sha256:']);
});
