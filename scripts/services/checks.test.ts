import { once } from 'node:events';
import http from 'node:http';
import net from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { freePort } from '@/db/processes';
import { checkDatabase, checkNodes, checkPort } from './checks';

const open: net.Server[] = [];

afterEach(() => {
  for (const server of open.splice(0)) server.close();
});

async function listen(server: net.Server): Promise<number> {
  open.push(server.listen(0, '127.0.0.1'));
  await once(server, 'listening');
  return Object(server.address()).port;
}

describe('what is checked before anything starts', () => {
  it('tells of a port that another program uses', async () => {
    const port = await listen(net.createServer());
    await expect(checkPort('127.0.0.1', port)).rejects.toThrow(`Port ${port} is in use by another program`);
    await expect(checkPort('127.0.0.1', await freePort())).resolves.toBeUndefined();
  });

  it('tells where a database does not answer, without its password', async () => {
    const port = await freePort();
    const refusal = checkDatabase('DATABASE_URL', `postgres://me:hidden@127.0.0.1:${port}/books`);
    await expect(refusal).rejects.toThrow(`DATABASE_URL does not work: 127.0.0.1:${port}/books says`);
    await expect(refusal).rejects.not.toThrow('hidden');
  });

  it('tells of a node that does not answer, without the key in its path, and of one for another chain', async () => {
    const tell = (text: string) => void told.push(text);
    const told: string[] = [];
    const silent = `http://127.0.0.1:${await freePort()}/v2/hidden`;
    const refusal = checkNodes('base', [silent], tell);
    await expect(refusal).rejects.toThrow(/^RPC_URL_BASE does not answer: http:\/\/127\.0\.0\.1:\d+ says/);
    await expect(refusal).rejects.not.toThrow('hidden');
    const node = http.createServer((_request, response) => response.end('{"jsonrpc":"2.0","id":1,"result":"0x1"}'));
    const url = `http://127.0.0.1:${await listen(node)}`;
    await expect(checkNodes('base', [url], tell)).rejects.toThrow('RPC_URL_BASE is chain 1, but base is chain 8453.');
    await expect(checkNodes('base', [silent, url], tell)).rejects.toThrow('is chain 1');
    await expect(checkNodes('ethereum', [url], tell)).resolves.toBeUndefined();
    expect(told).toEqual([]);
    await checkNodes('ethereum', [silent, url], tell);
    expect(told).toEqual([expect.stringMatching(/^RPC_URL_ETHEREUM does not answer.*It starts with the other nodes/)]);
  });
});
