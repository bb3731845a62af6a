import { afterEach, expect, test } from 'vitest';
import { type Receiver, startReceiver } from '@/lib/webhooks/testing/receiver';
import { createSender } from './send';
import { operatorRules } from './target-url';

const ends: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

async function sendTo(receiver: Receiver) {
  const sender = createSender({ rules: { ...operatorRules, allowedPrivateHosts: [receiver.host] }, timeoutMs: 5_000 });
  ends.push(() => sender.close(), receiver.close);
  return sender.send({ method: 'POST', url: receiver.url, headers: {}, body: '{}' });
}

test('an answer counts though its body breaks off', async () => {
  const receiver = await startReceiver((_request, response) => {
    response.writeHead(200, { 'content-length': '1000' });
    response.write('received');
    setImmediate(() => response.socket?.resetAndDestroy());
  });
  expect(await sendTo(receiver)).toMatchObject({ status: 200, error: null });
});

test('a connection that breaks off before the answer is none', async () => {
  const receiver = await startReceiver((_request, response) => response.socket?.resetAndDestroy());
  expect(await sendTo(receiver)).toMatchObject({ status: null, answer: null });
});
