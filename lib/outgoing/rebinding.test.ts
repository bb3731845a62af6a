import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Message } from '@/lib/dialects/dialect';
import { type Canary, type Dialled, startCanary, watchDialling } from '@/lib/webhooks/testing/canary';
import { type NameServer, startNameServer, type Zone } from '@/lib/webhooks/testing/name-server';
import { answerWith, startReceiver } from '@/lib/webhooks/testing/receiver';
import { loopbackHosts } from '@/lib/webhooks/testing/refused-hosts';
import { refusedTargets } from '@/lib/webhooks/testing/refused-targets';
import { createSender, type Outcome, type Sender } from './send';
import { checkTarget, resolveWith, type TargetRules } from './target-url';

/** Public in form and given to nobody: what is sent there reaches no one. */
const nowhere = '3000::1';

let canary: Canary;
let dialled: Dialled;
const open: { close(): unknown }[] = [];
beforeEach(async () => {
  canary = await startCanary();
  dialled = watchDialling();
});
afterEach(async () => {
  dialled.stop();
  for (const one of open.splice(0)) await one.close();
  await canary.close();
});

function senderBy(rules: TargetRules): Sender {
  const sender = createSender({ rules, timeoutMs: 400 });
  open.push(sender);
  return sender;
}

async function named(zone: Zone, allowedPrivateHosts: string[] = []) {
  const server: NameServer = await startNameServer(zone);
  open.push(server);
  const rules: TargetRules = { allowedPrivateHosts, resolve: (name) => resolveWith(server.resolver, name) };
  return { server, rules, sender: senderBy(rules) };
}

const messageTo = (url: string, method: Message['method'] = 'POST'): Message => ({
  ...{ method, url, headers: { 'content-type': 'application/json' } },
  body: method === 'POST' ? '{}' : '',
});
const refusal = expect.stringMatching(/^This address may not receive webhooks\. /);

function expectRefused(outcome: Outcome): void {
  expect(outcome).toMatchObject({ status: null, answer: null, error: refusal });
}

describe('a name that leads elsewhere when it is dialled than when it was saved', () => {
  test.each<[string, Zone[string]]>([
    ['loopback', { A: [['93.184.215.14'], ['127.0.0.1']] }],
    ['loopback by IPv6', { AAAA: [['2606:4700::1111'], ['::1']] }],
    ['loopback inside IPv6', { AAAA: [['2606:4700::1111'], ['::ffff:127.0.0.1']] }],
    ['the unspecified address', { A: [['93.184.215.14'], ['0.0.0.0']] }],
    ['loopback beside the public address', { A: [['93.184.215.14'], ['93.184.215.14', '127.0.0.1']] }],
    ['loopback by the other family', { A: [['93.184.215.14']], AAAA: [[], ['::1']] }],
    ['loopback with a time to live of an hour', { A: [['93.184.215.14'], ['127.0.0.1']], ttl: 3600 }],
  ])('to %s reaches nothing', async (_where, entry) => {
    const { rules, sender } = await named({ 'rebind.example': entry });
    const url = `https://rebind.example:${canary.port}/`;
    await expect(checkTarget(url, rules)).resolves.toBeInstanceOf(URL);
    for (const method of ['POST', 'GET'] as const) expectRefused(await sender.send(messageTo(url, method)));
    expect([dialled.addresses, canary.heard()]).toEqual([[], 0]);
  });

  test('by an alias that is turned around reaches nothing', async () => {
    const { rules, sender } = await named({
      'rebind.example': { CNAME: 'inner.example' },
      'inner.example': { A: [['93.184.215.14'], ['127.0.0.1']] },
    });
    const url = `https://rebind.example:${canary.port}/`;
    await checkTarget(url, rules);
    expectRefused(await sender.send(messageTo(url)));
    expect([dialled.addresses, canary.heard()]).toEqual([[], 0]);
  });
});

test('a connection goes to the very address that was checked: the name is asked for once', async () => {
  const { server, sender } = await named({ 'rebind.example': { AAAA: [[nowhere], ['::1']] } });
  const { status } = await sender.send(messageTo(`https://rebind.example:${canary.port}/`));
  expect(status).toBeNull();
  expect(dialled.addresses).toEqual([nowhere]);
  expect(server.asked.sort()).toEqual(['A rebind.example', 'AAAA rebind.example']);
  expect(canary.heard()).toBe(0);
});

test('a connection that is opened again is checked again', async () => {
  const { server, sender } = await named({ 'rebind.example': { AAAA: [[nowhere], [nowhere], ['::1']] } });
  const url = `https://rebind.example:${canary.port}/`;
  await sender.send(messageTo(url));
  await sender.send(messageTo(url));
  expectRefused(await sender.send(messageTo(url)));
  expect(dialled.addresses).toEqual([nowhere, nowhere]);
  expect(server.asked).toHaveLength(6);
  expect(canary.heard()).toBe(0);
});

test('no refused spelling opens a connection, not even with the port of a service that is there', async () => {
  const { sender, server } = await named({});
  const loopback = loopbackHosts.flatMap((host) => [
    `https://${host}:${canary.port}/`,
    `http://${host}:${canary.port}/`,
  ]);
  for (const url of [...refusedTargets, ...loopback]) expectRefused(await sender.send(messageTo(url)));
  expect([dialled.addresses, canary.heard(), server.asked]).toEqual([[], 0, []]);
});

test('the canary is heard by every request that reaches it', async () => {
  const { sender } = await named({}, [`127.0.0.1:${canary.port}`]);
  expect((await sender.send(messageTo(`http://127.0.0.1:${canary.port}/`))).status).toBe(200);
  expect([dialled.addresses, canary.heard()]).toEqual([['127.0.0.1'], 1]);
});

describe('the exception of the operator', () => {
  test('opens one port of one host, and no other name that leads there', async () => {
    const receiver = await startReceiver();
    open.push(receiver);
    const port = receiver.host.split(':')[1];
    const { sender } = await named({ 'rebind.example': { A: [['127.0.0.1']] } }, [receiver.host]);
    expect((await sender.send(messageTo(receiver.url))).status).toBe(204);
    for (const url of [
      `https://rebind.example:${port}/`,
      `http://rebind.example:${port}/`,
      `http://localhost:${port}/`,
      `http://127.0.0.2:${port}/`,
      `http://[::1]:${port}/`,
      `http://127.0.0.1:${canary.port}/`,
      `https://127.0.0.1:${canary.port}/`,
    ]) {
      expectRefused(await sender.send(messageTo(url)));
    }
    expect([receiver.received.length, canary.heard()]).toEqual([1, 0]);
  });

  test.each([301, 302, 303, 307, 308])('does not stretch to where it redirects with %i', async (status) => {
    const here = `http://127.0.0.1:${canary.port}/`;
    const receiver = await startReceiver(answerWith(status, { location: here }));
    open.push(receiver);
    const { sender } = await named({}, [receiver.host]);
    for (const method of ['POST', 'GET'] as const) {
      const outcome = await sender.send(messageTo(receiver.url, method));
      expect(outcome).toMatchObject({ status, error: expect.stringContaining('redirects are not followed') });
    }
    expect([receiver.received.length, canary.heard()]).toEqual([2, 0]);
  });

  test('does not stretch to where Refresh, Link or Alt-Svc point', async () => {
    const here = `http://127.0.0.1:${canary.port}/`;
    const headers = { refresh: `0; url=${here}`, link: `<${here}>; rel=preload`, 'alt-svc': `h2=":${canary.port}"` };
    const receiver = await startReceiver(answerWith(200, headers));
    open.push(receiver);
    const { sender } = await named({}, [receiver.host]);
    await sender.send(messageTo(receiver.url));
    await sender.send(messageTo(receiver.url));
    expect([receiver.received.length, canary.heard()]).toEqual([2, 0]);
  });
});

test('a receiver that one merchant may reach is reached for no other', async () => {
  const { rules } = await named({}, [`mer_a@127.0.0.1:${canary.port}`]);
  const sender = senderBy(rules);
  const message = messageTo(`http://127.0.0.1:${canary.port}/`);
  expect((await sender.send(message, 'mer_a')).status).toBe(200);
  expectRefused(await sender.send(message, 'mer_b'));
  expectRefused(await sender.send(message));
});
