import { Writable } from 'node:stream';
import { drizzle } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import { createPublicClient, http } from 'viem';
import { expect, test } from 'vitest';
import { openLog } from './log';
import { newToken } from './secrets';

/** What stands in the log after one line of it was written. */
function written(facts: object): string {
  const lines: string[] = [];
  const sink = new Writable({ write: (chunk, _encoding, done) => done(void lines.push(String(chunk))) });
  openLog('info', sink).error(facts, 'Something failed');
  return lines.join('');
}

const failureOf = (work: Promise<unknown>) => work.then(() => null).catch((error: unknown) => error);

test('what was on its way to the database is not in the log, the question and the reason are', async () => {
  const sql = postgres('postgres://ann:opensesame@127.0.0.1:1/none', { connect_timeout: 1, max: 1 });
  const err = await failureOf(drizzle(sql).execute(`select 'x' /* ${'a question'} */`));
  Object.assign(Object(err), {
    message: `${Object(err).message}ann@shop.example\nand more of it`,
    params: ['ann@shop.example'],
    detail: 'Key (value)=(ann@shop.example) already exists.',
  });
  const line = written({ err });
  expect(line).toContain('a question');
  expect(line).toContain('ECONNREFUSED');
  for (const secret of ['ann@shop.example', 'and more of it', 'opensesame']) expect(line).not.toContain(secret);
  await sql.end();
});

test('a node’s address is logged without the key that stands in it, and calls without what they carry', async () => {
  const transport = http('http://127.0.0.1:1/v3/the-operators-key?apikey=another', { retryCount: 0 });
  const data = `0x${'ab'.repeat(100)}` as const;
  const err = await failureOf(createPublicClient({ transport }).call({ to: `0x${'1'.repeat(40)}`, data }));
  const line = written({ err });
  expect(line).toContain('http://127.0.0.1:1/…');
  for (const secret of ['the-operators-key', 'another', 'ab'.repeat(40)]) expect(line).not.toContain(secret);
});

test('tokens and keys leave no trace in an error’s text, its causes or its stack', () => {
  const token = newToken();
  const err = new Error(`GET /p/${token}/receipt`, {
    cause: new Error(
      `/api/v1/claims/${token}, /o/${token}?lang=fr, /api/v1/order-links/${token}/objection for db_live_${token} and whsec_${token}`,
    ),
  });
  const line = written({ err });
  expect(line).not.toContain(token);
  expect(line).toContain('/p/…/receipt');
  expect(line).toContain('log.test.ts');
});

test.each(['token', 'secret', 'apiKey', 'authorization', 'cookie', 'signature', 'privateKey', 'password'])(
  'a member called %s is left out, however deep it lies',
  (name) => {
    const hidden = { [name]: 'hidden-thing' };
    for (const facts of [{ [name]: { of: 'hidden-thing' } }, { a: hidden }, { a: { b: hidden } }]) {
      expect(written(facts)).not.toContain('hidden-thing');
    }
  },
);
