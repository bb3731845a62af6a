import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import postgres from 'postgres';
import { afterAll, beforeAll, inject } from 'vitest';
import { type Connection, connect } from '@/db/client';

export type TestDatabase = Connection & { url: string };

/** Clones the migrated template; the caller drops it with `close`. */
export async function cloneDatabase(): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  const admin = postgres(inject('serverUrl'), { max: 1, onnotice: () => {} });
  // Copied as files, which is quickest where the server waits for no disk.
  await admin.unsafe(`create database ${name} template template_for_tests strategy file_copy`);
  const url = new URL(inject('serverUrl'));
  url.pathname = `/${name}`;
  const connection = connect(url.href, 20);
  return {
    ...connection,
    url: url.href,
    close: async () => {
      await connection.close();
      await drop(admin, name);
      await admin.end();
    },
  };
}

/** The server may be tidying the database up just now, and that is not ours to end: a moment later it is done. */
async function drop(admin: postgres.Sql, name: string, tries = 40): Promise<void> {
  try {
    await admin.unsafe(`drop database ${name} with (force)`);
  } catch (error) {
    const isBusy = error instanceof postgres.PostgresError && error.code === '42501';
    if (!isBusy || tries === 0) throw error;
    await pause(250);
    await drop(admin, name, tries - 1);
  }
}

/** A database of this test file's own; read its members inside tests and hooks only. */
export function testDatabase(): TestDatabase {
  const holder: { database?: TestDatabase } = {};
  beforeAll(async () => {
    holder.database = await cloneDatabase();
  });
  afterAll(async () => {
    await holder.database?.close();
  });
  const current = () => {
    if (!holder.database) throw new Error('The test database is there only while tests run');
    return holder.database;
  };
  return {
    get db() {
      return current().db;
    },
    get sql() {
      return current().sql;
    },
    get url() {
      return current().url;
    },
    listen: (...asked) => current().listen(...asked),
    close: async () => {},
  };
}
