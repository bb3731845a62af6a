import { expect, test } from 'vitest';
import { classifySubmission as classifyAs, type GatewayAnswer, hashOf, readRow, readTask } from './classify';

const said = (status: number, body: unknown, location: string | null = null): GatewayAnswer => ({
  ...{ status, body: typeof body === 'string' ? body : JSON.stringify(body), location },
  ...{ error: null, unconnected: false },
});
const silent: GatewayAnswer = { ...said(0, ''), status: null, body: null, error: 'No answer came in time.' };
const classifySubmission = (answer: GatewayAnswer) => classifyAs(answer, 'po');
const error = (message: string) => ({ message, status: 'error' });

test('only an answer with a task is an acceptance', () => {
  expect(classifySubmission(said(200, { external_id: 'po', task_id: 'a-b' }))).toEqual({
    state: 'accepted',
    taskId: 'a-b',
  });
});

test.each<[string, GatewayAnswer]>([
  ['a redirect to its login', said(302, '', '/login')],
  ['a redirect to its login below a path', said(302, '', 'https://pay.example.com/shop/login?next=%2F')],
  ['a wrong password', said(200, error('Bad HTTP Basic Auth credentials'))],
  ['a key where a login is wanted', said(200, error("This endpoint doesn't accept X-Shkeeper-Api-Key auth"))],
  ['a store that is not active', said(403, error('Store is not active'))],
  ['a crypto that it does not know', said(500, error('Unknown crypto: NOPE'))],
  ['a callback address that it cannot use', said(500, error('Invalid callback_url scheme: ftp://x/y'))],
  ['a missing field', said(500, error("'fee'"))],
  ['a body that is not JSON', said(500, error('400 Bad Request: The browser (or proxy) sent a request …'))],
  [
    'a user who may pay to one address only',
    said(500, error('Payout destination must be the configured cold wallet (0x1)')),
  ],
])('after %s nothing was sent', (_what, answer) => {
  expect(classifySubmission(answer)).toMatchObject({ state: 'refused' });
});

test.each<[string, GatewayAnswer]>([
  ['a refused connection', { ...silent, error: 'The connection was refused.', unconnected: true }],
  ['a locked server', said(503, { status: 'error', message: 'locked' })],
])('after %s it is asked again later', (_what, answer) => {
  expect(classifySubmission(answer)).toMatchObject({ state: 'later' });
});

test('an id that was handed in before is looked up, never refused', () => {
  const answer = said(500, error('Payout with this external_id already exists: po-1'));
  expect(classifySubmission(answer)).toMatchObject({ state: 'known' });
});

test.each<[string, GatewayAnswer]>([
  ['no answer', silent],
  [
    'a wallet that was slower than the server',
    said(500, error("HTTPConnectionPool(host='w', port=1): Read timed out. (read timeout=10)")),
  ],
  [
    'a wallet that could not be reached',
    said(500, error("HTTPConnectionPool(host='w', port=1): Max retries exceeded with url: /x")),
  ],
  ['a refusal of the wallet', said(200, { external_id: 'po-3', msg: 'not defined in config', status: 'error' })],
  ['a success without a task', said(200, { status: 'success' })],
  ['an empty task', said(200, { task_id: '' })],
  ['a task that is no text', said(200, { task_id: 7 })],
  ['a page of HTML', said(200, '<html>')],
  ['an error of its own', said(500, { code: 500, status: 'Internal Server Error' })],
  ['an error of a proxy', said(502, 'Bad gateway')],
  ['another redirect', said(301, '', '/login')],
  ['a redirect of a proxy whose wait is over', said(302, '', 'https://status.example.com/')],
  ['a redirect to a page that only ends alike', said(302, '', 'https://example.com/?from=/login')],
  ['a redirect to nowhere', said(302, '')],
  ['a proxy whose line to the server broke', said(503, 'upstream connect error or disconnect/reset before headers')],
  ['a 503 of another shape', said(503, { message: 'Service unavailable' })],
  ['a task for another payout', said(200, { external_id: 'another', task_id: 'a-b' })],
  ['a message that only begins alike', said(500, error("'fee' is odd, and it was sent"))],
  ['a refusal of login under another status', said(500, error('Bad API key'))],
])('after %s the money may be on its way', (_what, answer) => {
  expect(classifySubmission(answer)).toMatchObject({ state: 'unknown' });
});

const recipient = '0xBD26e3512ce84F315e90E3FE75907bfbB5bD0c44';
const hash = 'AA32969220743644e3480d96e95a423d351049ac6296b8315103225709881ae3';
const sent = (dest: string, txids: string[]) =>
  said(200, { status: 'SUCCESS', result: [{ amount: '1.0', dest, status: 'success', txids }] });

test.each([hash, `0x${hash}`, ` ${hash} `])('hashes are read with and without 0x: %s', (text) => {
  expect(hashOf(text)).toBe(`0x${hash.toLowerCase()}`);
});

test('a task that sent names the hashes of its transfer to our recipient, in upper or lower case', () => {
  expect(readTask(sent(recipient, [hash]), recipient.toLowerCase())).toEqual({
    state: 'sent',
    hashes: [`0x${hash.toLowerCase()}`],
  });
  expect(readTask(sent('0x7C4C7D3010d31329dd8244617C46e460E5EF8a6F', [hash]), recipient)).toMatchObject({
    state: 'failed',
  });
});

test.each([
  ['Have not enough tokens on fee account, need 107 have 0', 'failed_unsent'],
  ['Have not enough crypto on fee account, need 0.001 have 0', 'failed_unsent'],
  ['Address 0x1 is not valid ethereum address', 'failed_unsent'],
  ['timed out while waiting for the receipt', 'failed'],
  ['before: Have not enough tokens on fee account, need 107 have 0', 'failed'],
])('the failure "%s" is %s', (result, state) => {
  expect(readTask(said(200, { status: 'FAILURE', result }), recipient)).toEqual({ state, words: result });
});

test.each(['PENDING', 'STARTED', 'RETRY', 'REVOKED', 'ANYTHING'])('a task that is %s is still working', (status) => {
  expect(readTask(said(200, { status, result: null }), recipient)).toEqual({ state: 'working' });
});

test.each([silent, said(302, ''), said(500, { code: 500 }), said(200, 'x')])(
  'what is no task is unreadable: %j',
  (answer) => {
    expect(readTask(answer, recipient)).toMatchObject({ state: 'unreadable' });
  },
);

test('the row of an id is read with its hash, and its absence says nothing of the money', () => {
  const row = {
    amount: '107.5000000000',
    crypto: 'BNB-USDT',
    external_id: 'po-1',
    id: 1,
    status: 'IN_PROGRESS',
    txid: hash,
  };
  expect(readRow(said(200, row))).toEqual({ state: 'row', status: 'IN_PROGRESS', hash: `0x${hash.toLowerCase()}` });
  expect(readRow(said(200, { ...row, txid: null, status: 'FAIL' }))).toEqual({
    state: 'row',
    status: 'FAIL',
    hash: null,
  });
  expect(readRow(said(404, { error: 'Payout not found' }))).toEqual({ state: 'absent' });
  expect(readRow(said(200, error('No API key')))).toMatchObject({ state: 'unreadable' });
});
