import { readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import * as claim from './claim/route';
import * as mailbox from './mailbox/route';
import * as rpc from './rpc/route';
import * as wallet from './wallet.js/route';
import * as signer from './wallet-signer.js/route';

/** The demo’s doors, in a portal that is no demo. */
const doors = { claim, mailbox, rpc, 'wallet-signer.js': signer, 'wallet.js': wallet };
const handlers = Object.entries(doors).flatMap(([name, methods]) =>
  Object.entries({ ...methods }).flatMap(([method, handler]) =>
    typeof handler === 'function' ? [{ name, method, handler }] : [],
  ),
);

test('these are all that there are', () => {
  const onDisk = readdirSync('app/dev', { recursive: true, encoding: 'utf8' }).filter((file) =>
    /route\.ts$/.test(file),
  );
  expect(Object.keys(doors).toSorted()).toEqual(onDisk.map((file) => path.dirname(file)).toSorted());
});

test.each(handlers)('$method /dev/$name is not there outside the demo', async ({ name, method, handler }) => {
  const body = method === 'POST' ? JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'eth_chainId' }) : undefined;
  const answer = await handler(new Request(`http://localhost:3000/dev/${name}`, { method, body }));
  expect([answer.status, await answer.text()]).toEqual([404, 'Not found']);
});
