import { describe, expect, test } from 'vitest';
import { goodNote as good, notes } from '@/lib/http/testing/notes';
import { call, testPortal } from '@/lib/http/testing/test-portal';
import { Refusal } from '@/lib/kernel/errors';
import { readBody } from './read-body';

const portal = testPortal();

async function post(body: unknown, extra: { headers?: Record<string, string>; apiKey?: string } = {}) {
  const { apiKey } = await portal.newMerchant();
  const answer = await call(notes.POST, { method: 'POST', apiKey, body, ...extra });
  const text = await answer.text();
  return { answer, json: JSON.parse(text), text };
}

describe('a body', () => {
  test.each([
    ['empty', ''],
    ['cut off', '{"amount":'],
    ['with a name given twice', '{"amount":"1","amount":"2"}'],
    ['with a name given twice in other letters', '{"amount":"1","\\u0061mount":"2"}'],
    ['with a name that some readers take for magic', '{"amount":"1","metadata":{"__proto__":"x"}}'],
    ['with that name spelled in other letters', '{"amount":"1","metadata":{"\\u005f_proto__":{"a":"b"}}}'],
    ['not UTF-8', Buffer.from([0x22, 0xff, 0x22])],
    ['nested beyond reason', `{"amount":${'['.repeat(40)}${']'.repeat(40)}}`],
  ])('that is %s is malformed_json', async (_title, body) => {
    const { answer, json } = await post(body);
    expect([answer.status, json.code]).toEqual([400, 'malformed_json']);
  });

  test('may repeat a name in different objects', async () => {
    const { answer } = await post('{"amount":"1","recipient":{"type":"anyone"},"metadata":{"amount":"x","type":"y"}}');
    expect(answer.status).toBe(201);
  });

  test.each([
    'text/plain',
    'text/json',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/json, text/plain',
    'application/jsonp',
    'text/plain; application/json',
  ])('of the media type %s is refused, with any content', async (type) => {
    const { answer, json } = await post(JSON.stringify(good), { headers: { 'Content-Type': type } });
    expect([answer.status, json.code]).toEqual([415, 'unsupported_media_type']);
  });

  test('of numbers too large to be any is refused where they stand', async () => {
    const { answer, json } = await post('{"amount":1e999,"recipient":{"type":"anyone"}}');
    expect([answer.status, json.field]).toEqual([422, 'amount']);
  });

  test('that grows beyond 64 KB as it comes is cut off there, with any stated length', async () => {
    const { apiKey } = await portal.newMerchant();
    let sent = 0;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 1024;
        controller.enqueue(new Uint8Array(1024).fill(0x20));
      },
    });
    const headers = {
      ...{ authorization: `Bearer ${apiKey}`, 'content-type': 'application/json', 'content-length': '2' },
    };
    const init = { method: 'POST', headers, body, duplex: 'half' } as const;
    const answer = await notes.POST(new Request('http://localhost:3000/notes', init), { params: Promise.resolve({}) });
    expect(answer.status).toBe(413);
    expect(sent).toBeLessThan(80 * 1024);
  });

  test('beyond 64 KB is refused', async () => {
    const { answer, json } = await post({ ...good, amount: '1'.repeat(70_000) });
    expect([answer.status, json.code]).toEqual([413, 'body_too_large']);
  });

  test('that does not fit the schema is refused with every fault and where it is', async () => {
    const { answer, json } = await post({
      amount: 25,
      kind: 'c',
      recipient: { type: 'wallet', address: 'x' },
      metadata: { 'a/b': 1 },
      more: 1,
    });
    expect([answer.status, json.code, json.field]).toEqual([422, 'invalid_request', 'amount']);
    expect(json.errors).toEqual([
      { field: 'amount', pointer: '#/amount', detail: 'must be text' },
      { field: 'kind', pointer: '#/kind', detail: 'must be one of "a", "b"' },
      { field: 'recipient.address', pointer: '#/recipient/address', detail: 'must start with 0x' },
      { field: 'metadata.a/b', pointer: '#/metadata/a~1b', detail: 'must be text' },
      { field: 'more', pointer: '#/more', detail: 'is not a known field' },
    ]);
    expect(json.detail).toBe('amount must be text.');
  });

  test('without a needed field says that it is required', async () => {
    const { json } = await post({ recipient: { type: 'nobody' } });
    expect(json.errors).toEqual([
      { field: 'amount', pointer: '#/amount', detail: 'is required' },
      { field: 'recipient.type', pointer: '#/recipient/type', detail: 'must be one of "wallet", "anyone"' },
    ]);
  });

  test.each([['a\u0000b'], ['\ud800']])('with text that cannot be stored is refused', async (text) => {
    const { json } = await post({ ...good, metadata: { note: text } });
    expect([json.code, json.field]).toEqual(['invalid_request', 'metadata.note']);
  });
});

test('a body that breaks off is its sender’s affair: no trouble of the database, and no line that says so', async () => {
  const body = new ReadableStream({
    pull: (controller) => controller.error(Object.assign(new Error('aborted'), { code: 'ECONNRESET' })),
  });
  const init = { method: 'POST', body, duplex: 'half', headers: { 'content-type': 'application/json' } };
  const request = new Request('http://localhost:3000/x', init);
  const refusal = await readBody(request, true).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(Refusal);
  expect(refusal).toMatchObject({ code: 'malformed_json', facts: { detail: expect.stringContaining('ended before') } });
});
