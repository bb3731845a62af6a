import { once } from 'node:events';
import net from 'node:net';
import tls from 'node:tls';
import { sql } from 'drizzle-orm';
import { afterAll, expect, test } from 'vitest';
import { connect } from './client';
import { testDatabase } from './testing/database';
import { localhostCertificate } from './testing/localhost-certificate';

const database = testDatabase();
const requestBytes = 8;
const servers: net.Server[] = [];

afterAll(() => {
  for (const server of servers) server.close();
});

/** A server in front of the real one that answers the request for TLS with this letter. */
async function front(letter: 'S' | 'N', mode: string): Promise<string> {
  const target = new URL(database.url);
  const server = net.createServer(async (client) => {
    client.on('error', () => {});
    await once(client, 'readable');
    client.read(requestBytes);
    client.write(letter);
    const spoken = letter === 'S' ? new tls.TLSSocket(client, { isServer: true, ...localhostCertificate }) : client;
    const upstream = net.connect(Number(target.port), target.hostname);
    spoken
      .on('error', () => upstream.destroy())
      .pipe(upstream)
      .on('error', () => spoken.destroy())
      .pipe(spoken);
  });
  servers.push(server.listen(0, '127.0.0.1'));
  await once(server, 'listening');
  const url = new URL(database.url);
  url.hostname = '127.0.0.1';
  url.port = String(Object(server.address()).port);
  url.searchParams.set('sslmode', mode);
  return url.href;
}

async function ask(url: string): Promise<unknown> {
  const connection = connect(url, 1);
  return connection.db.execute(sql`select repeat('x', 100000) as long`).finally(connection.close);
}

const answer = [{ long: 'x'.repeat(100_000) }];

test('a line speaks TLS where it is asked for, and plain where TLS is only preferred and not there', async () => {
  expect(await ask(await front('S', 'require'))).toEqual(answer);
  expect(await ask(await front('S', 'prefer'))).toEqual(answer);
  expect(await ask(await front('N', 'prefer'))).toEqual(answer);
});

test('a server without TLS is refused where TLS is required, and one that nobody vouches for where it is to be proved', async () => {
  await expect(ask(await front('N', 'require'))).rejects.toMatchObject({
    cause: { message: 'The database does not offer TLS' },
  });
  await expect(ask(await front('S', 'verify-full'))).rejects.toMatchObject({
    cause: { code: 'DEPTH_ZERO_SELF_SIGNED_CERT' },
  });
});
