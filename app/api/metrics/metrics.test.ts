import { expect, test, vi } from 'vitest';
import { call, testPortal } from '@/lib/http/testing/test-portal';
import { GET, POST } from './route';

const token = vi.hoisted(() => {
  process.env.METRICS_TOKEN = 'token-of-a-scraper-0123456789';
  return process.env.METRICS_TOKEN;
});

const portal = testPortal();
const scrape = (apiKey?: string) => call(GET, { method: 'GET', ...(apiKey && { apiKey }) });

/** The value of one line of the answer. */
const lineOf = (text: string, line: string) =>
  text
    .split('\n')
    .find((one) => one.startsWith(`${line} `))
    ?.split(' ')[1];

test('only a caller with the token is told anything, and nothing else is offered here', async () => {
  for (const wrong of [undefined, 'token-of-a-scraper-0123456788', `${token}x`]) {
    expect((await scrape(wrong)).status).toBe(401);
  }
  expect((await call(POST, { method: 'POST', apiKey: token })).status).toBe(405);
  const answer = await scrape(token);
  expect([answer.status, answer.headers.get('content-type'), answer.headers.get('cache-control')]).toEqual([
    ...[200, 'text/plain; version=0.0.4; charset=utf-8', 'no-store'],
  ]);
});

test('queues, workers, chains and stops are those of the database; a request is counted by pattern, never by address', async () => {
  const { merchantId } = await portal.newMerchant();
  await portal.sql`insert into mails (id, merchant_id, recipient, subject, body, next_attempt_at, created_at, attempts)
    values ('ml_1', ${merchantId}, 'ann@shop.example', 's', 'b', now() - interval '90 seconds', now(), 1)`;
  await portal.sql`insert into chain_cursors (chain, number, final_number, final_time, updated_at)
    values ('local', 41, 40, now(), now() - interval '5 seconds')`;
  await portal.sql`insert into stops (id, scope, merchant_id, reason, since, by_kind, by_id)
    values ('st_1', 'merchant', ${merchantId}, 'r', now(), 'operator', 'usr_1')`;
  await scrape(token);
  const text = await (await scrape(token)).text();
  expect(lineOf(text, 'drawbridge_queue_waiting{queue="mails"}')).toBe('1');
  expect(lineOf(text, 'drawbridge_queue_failing{queue="mails"}')).toBe('1');
  expect(Number(lineOf(text, 'drawbridge_queue_oldest_seconds{queue="mails"}'))).toBeGreaterThanOrEqual(90);
  expect(lineOf(text, 'drawbridge_queue_waiting{queue="webhooks"}')).toBe('0');
  expect(lineOf(text, 'drawbridge_chain_read_block{chain="local"}')).toBe('41');
  expect(lineOf(text, 'drawbridge_stops{scope="merchant"}')).toBe('1');
  expect(lineOf(text, 'drawbridge_worker_up')).toBe('0');
  const counted = 'drawbridge_http_request_seconds_count{method="GET",path="/api/metrics",status="2xx"}';
  expect(Number(lineOf(text, counted))).toBeGreaterThan(0);
  for (const secret of [merchantId, 'ann@shop.example', token, 'usr_1']) expect(text).not.toContain(secret);
});
