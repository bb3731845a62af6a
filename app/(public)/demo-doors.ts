import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { env } from '@/lib/kernel/env';

const demoFile = z.object({ merchantSite: z.url({ protocol: /^https?$/ }).optional() });

/** Where a newcomer can go in demo mode. The file may not be written yet; then its doors are just not there. */
export async function demoDoors(): Promise<{ name: string; href: string }[]> {
  const health = { name: 'Health', href: '/api/health' };
  try {
    const file = demoFile.parse(JSON.parse(await readFile(join(env.DATA_DIR, 'demo.json'), 'utf8')));
    return file.merchantSite ? [{ name: 'Visit the example merchant', href: file.merchantSite }, health] : [health];
  } catch {
    return [health];
  }
}
