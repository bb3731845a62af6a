import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { env } from '@/lib/kernel/env';

/** A script that the start made for the demo; outside demo mode there is none. */
export async function demoScript(name: string): Promise<Response> {
  const script = env.DEMO ? await readFile(path.join(env.DATA_DIR, name), 'utf8').catch(() => null) : null;
  if (script === null) return new Response('Not found', { status: 404 });
  return new Response(script, {
    headers: { 'content-type': 'text/javascript; charset=utf-8', 'cache-control': 'no-cache' },
  });
}
