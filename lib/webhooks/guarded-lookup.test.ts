import { createSocket } from 'node:dgram';
import type { LookupAddress } from 'node:dns';
import { Resolver } from 'node:dns/promises';
import { afterEach, expect, test } from 'vitest';
import { checkTarget, guardedLookup, resolveWith, type TargetRules } from './target-url';

const leadsTo = (...addresses: string[]): TargetRules => ({
  allowedPrivateHosts: [],
  resolve: async () => addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
});
const rules = leadsTo('93.184.215.14');

function look(name: string, by: TargetRules): Promise<string | LookupAddress[]> {
  return new Promise((resolve, reject) => {
    guardedLookup(by)(name, { all: true }, (error, addresses) => (error ? reject(error) : resolve(addresses)));
  });
}

test('one private address among public ones is enough to refuse a name', async () => {
  const mixed = leadsTo('93.184.215.14', '10.0.0.1');
  await expect(checkTarget('https://hooks.example/', mixed)).rejects.toMatchObject({ code: 'target_refused' });
  await expect(look('hooks.example', mixed)).rejects.toMatchObject({ code: 'target_refused' });
});

test('a connection is handed the addresses that were checked, and no others', async () => {
  await expect(look('hooks.example', rules)).resolves.toEqual([{ address: '93.184.215.14', family: 4 }]);
});

const open: { close(): unknown }[] = [];
afterEach(() => {
  for (const one of open.splice(0)) one.close();
});

/** A name server on loopback that answers every A question with the next address, and says that there is no AAAA. */
async function rebindingServer(...answers: number[][]): Promise<{ resolver: Resolver; questions: () => number }> {
  const socket = createSocket('udp4');
  let asked = 0;
  socket.on('message', (question, from) => {
    const type = question.readUInt16BE(question.indexOf(0, 12) + 1);
    const answer = type === 1 ? answers[Math.min(asked++, answers.length - 1)] : undefined;
    const reply = Buffer.from(question.subarray(0, question.indexOf(0, 12) + 5));
    reply.writeUInt16BE(0x8180, 2);
    reply.writeUInt16BE(answer ? 1 : 0, 6);
    reply.writeUInt32BE(0, 8);
    const record = answer ? Buffer.from([0xc0, 12, 0, 1, 0, 1, 0, 0, 0, 0, 0, 4, ...answer]) : Buffer.alloc(0);
    socket.send(Buffer.concat([reply, record]), from.port, from.address);
  });
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve));
  open.push(socket);
  const resolver = new Resolver({ timeout: 2000, tries: 1 });
  resolver.setServers([`127.0.0.1:${socket.address().port}`]);
  return { resolver, questions: () => asked };
}

test('a name server that answers well when asked first and privately when dialled reaches nothing', async () => {
  const { resolver } = await rebindingServer([93, 184, 215, 14], [127, 0, 0, 1]);
  const rebound: TargetRules = { allowedPrivateHosts: [], resolve: (name) => resolveWith(resolver, name) };
  await expect(checkTarget('https://rebind.example/', rebound)).resolves.toBeInstanceOf(URL);
  await expect(look('rebind.example', rebound)).rejects.toMatchObject({ code: 'target_refused' });
});

test('a name is asked for once per connection: the checked answer is the dialled one', async () => {
  const { resolver, questions } = await rebindingServer([93, 184, 215, 14], [127, 0, 0, 1]);
  const rebound: TargetRules = { allowedPrivateHosts: [], resolve: (name) => resolveWith(resolver, name) };
  await expect(look('rebind.example', rebound)).resolves.toEqual([{ address: '93.184.215.14', family: 4 }]);
  expect(questions()).toBe(1);
});
