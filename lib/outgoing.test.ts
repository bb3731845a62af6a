import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

/** Where connections begin, and to whom. A new one says here who chooses its address. */
const beginnings: Readonly<Record<string, string>> = {
  'app/dev/rpc/route.ts': 'the demo’s own chain',
  'db/client.ts': 'the operator’s database',
  'lib/evm/nodes/client.ts': 'the operator’s nodes',
  'lib/evm/nodes/own-chain.ts': 'the operator’s nodes',
  'lib/mail/transport.ts': 'the operator’s mail server',
  'lib/networks/try-nodes.ts': 'the operator, of a network that they propose',
  'lib/outgoing/download.ts': 'the operator’s list of addresses, and where it leads; guarded when dialled',
  'lib/outgoing/send.ts': 'merchants choose; guarded when saved and when dialled',
  'lib/outgoing/target-url.ts': 'the operator’s name server',
};

const begins =
  /\bfetch\(|\bhttps?\.(request|get)\(|\b(net|tls)\.connect\(|\bcreateTransport\(|\bpostgres\((?!ql)|\btransport: http\(|\bnew (WebSocket|EventSource|Resolver)\(/;

const sourcesOf = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => path.posix.join(folder, ...file.split(path.sep)))
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file) && !/\/testing\//.test(file));

test('the server opens connections in known places only, and one of them to addresses that users choose', () => {
  // Files that run in browsers say so in their first line; their pages' policy bounds them.
  const sources = [...sourcesOf('lib'), ...sourcesOf('app'), 'db/client.ts', 'proxy.ts', 'worker.ts'];
  const opening = sources.filter((file) => {
    const text = readFileSync(file, 'utf8');
    return !/^'use client'/.test(text) && begins.test(text);
  });
  expect(opening.toSorted()).toEqual(Object.keys(beginnings));
});
