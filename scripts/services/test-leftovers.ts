import { existsSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { markOf } from '@/db/processes';
import { projectRoot } from '@/scripts/foundry';

/** Removes what killed test runs left in .tmp: folders that end in the number of a process that is no more. */
export function clearLeftovers(): void {
  const folder = path.join(projectRoot, '.tmp');
  for (const name of existsSync(folder) ? readdirSync(folder) : []) {
    const pid = /^(?:test-pg|test-chain|e2e|e2e-own)-(\d+)(?:-chain)?$/.exec(name)?.[1];
    if (pid && !markOf(Number(pid))) rmSync(path.join(folder, name), { recursive: true, force: true });
  }
}
