import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

/** The given database, or the running demo's. */
export function databaseUrl(): string | undefined {
  const demo = path.join(process.env.DATA_DIR ?? '.data', 'demo.json');
  if (process.env.DATABASE_URL) return process.env.DATABASE_URL;
  return existsSync(demo) ? JSON.parse(readFileSync(demo, 'utf8')).databaseUrl : undefined;
}

/** Where nothing else is set, the chain of the running demo. */
export function takeDemoChain(): void {
  const demo = path.join(process.env.DATA_DIR ?? '.data', 'demo.json');
  if (process.env.DATABASE_URL || process.env.RPC_URL_LOCAL || !existsSync(demo)) return;
  const { chain } = z.object({ chain: z.object({ rpcUrl: z.string() }) }).parse(JSON.parse(readFileSync(demo, 'utf8')));
  process.env.RPC_URL_LOCAL = chain.rpcUrl;
}
