import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** The given database, or the running demo's. */
export function databaseUrl(): string | undefined {
  const demo = path.join(process.env.DATA_DIR ?? '.data', 'demo.json');
  if (process.env.DATABASE_URL) return process.env.DATABASE_URL;
  return existsSync(demo) ? JSON.parse(readFileSync(demo, 'utf8')).databaseUrl : undefined;
}
