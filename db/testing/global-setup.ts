import { rmSync } from 'node:fs';
import postgres from 'postgres';
import type { TestProject } from 'vitest/node';
import { startPostgres } from '@/db/embedded';
import { migrateDatabase } from '@/db/migrate';
import { shippedRows } from '@/lib/chains/shipped-rows';
import { quickFolder } from './quick-folder';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the test server, with a migrated database `template` to be cloned. */
    serverUrl: string;
  }
}

/** No test outlives a power cut, and a process that is killed loses nothing by this: the system has what it wrote. */
const hasty = {
  ...{ fsync: 'off', full_page_writes: 'off' },
  ...{ wal_level: 'minimal', max_wal_senders: '0', max_wal_size: '256MB', scram_iterations: '1' },
};

/** One real PostgreSQL for the whole run, with one migrated database that every test file clones. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const directory = quickFolder('test-pg');
  const server = await startPostgres(directory, hasty);
  const admin = postgres(server.ownerUrl, { max: 1, onnotice: () => {} });
  await admin`create database template_for_tests`;
  await admin.end();
  const template = new URL(server.ownerUrl);
  template.pathname = '/template_for_tests';
  await migrateDatabase(template.href, shippedRows);
  project.provide('serverUrl', server.ownerUrl);
  return async () => {
    await server.stop();
    rmSync(directory, { recursive: true, force: true });
  };
}
