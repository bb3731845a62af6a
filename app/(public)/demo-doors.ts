import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { env } from '@/lib/kernel/env';

const demoFile = z.object({
  merchantSite: z.url({ protocol: /^https?$/ }),
  adminEmail: z.email(),
  operatorEmail: z.email(),
});

/** What a newcomer needs of the demo; null until its file is written. */
export async function demoDoors(): Promise<z.infer<typeof demoFile> | null> {
  try {
    return demoFile.parse(JSON.parse(await readFile(join(env.DATA_DIR, 'demo.json'), 'utf8')));
  } catch {
    return null;
  }
}
