import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startPostgres } from './embedded';

let directory = '';

beforeAll(() => {
  directory = mkdtempSync(path.join(tmpdir(), 'embedded-'));
});

afterAll(() => rmSync(directory, { recursive: true, force: true }));

async function ask(url: string, statement: string) {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    return await sql.unsafe(statement);
  } finally {
    await sql.end();
  }
}

const lockFile = () => path.join(directory, 'data', 'postmaster.pid');

describe('the embedded PostgreSQL', () => {
  it('keeps what it acknowledged when its process is killed, and starts over the stale lock', async () => {
    const first = await startPostgres(directory);
    await ask(first.ownerUrl, "create table kept (word text); insert into kept values ('here')");
    process.kill(first.pid, 'SIGKILL');
    await first.gone;
    const second = await startPostgres(directory);
    expect(await ask(second.ownerUrl, 'select word from kept')).toEqual([{ word: 'here' }]);
    await second.stop();
  });

  it('replaces a server that is still running in its folder', async () => {
    const first = await startPostgres(directory);
    const second = await startPostgres(directory);
    await first.gone;
    expect(await ask(second.ownerUrl, 'select word from kept')).toEqual([{ word: 'here' }]);
    await second.stop();
  });

  it('starts when the number in its lock belongs to another program by now', async () => {
    writeFileSync(lockFile(), `${process.pid}\n${path.join(directory, 'data')}\n1\n1\n\n127.0.0.1\n\nready\n`);
    const server = await startPostgres(directory);
    expect(server.pid).not.toBe(process.pid);
    await server.stop();
  });

  it('lets nobody in without a password that only this user can read, and the application change no schema', async () => {
    const server = await startPostgres(directory);
    const open = new URL(server.appUrl);
    open.password = '';
    await expect(ask(open.href, 'select 1')).rejects.toThrow(/password/i);
    await expect(ask(server.appUrl, 'create table mine (word text)')).rejects.toThrow(/permission denied/);
    const passwords = path.join(directory, 'passwords.json');
    expect(statSync(passwords).mode & 0o077).toBe(0);
    expect(readFileSync(passwords, 'utf8')).toContain(new URL(server.appUrl).password);
    await server.stop();
  });
});
