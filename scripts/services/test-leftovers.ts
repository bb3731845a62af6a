import { existsSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { markOf } from '@/db/processes';
import { quickPlaces } from '@/db/testing/quick-folder';

/** Removes what killed test runs left: folders that end in the number of a process that is no more. */
export function clearLeftovers(): void {
  for (const { folder, prefix } of quickPlaces) {
    for (const name of existsSync(folder) ? readdirSync(folder) : []) {
      const own = name.startsWith(prefix) ? name.slice(prefix.length) : '';
      const pid = /^(?:test-pg|test-chain|e2e|e2e-own)-(\d+)(?:-chain)?$/.exec(own)?.[1];
      if (pid && !markOf(Number(pid))) rmSync(path.join(folder, name), { recursive: true, force: true });
    }
  }
}
