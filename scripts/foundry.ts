import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const projectRoot = resolve(dirname(fileURLToPath(import.meta.url)), '..');

/**
 * The native program from npm's platform package. The wrappers in node_modules/.bin are no substitute: forge's always
 * exits 0, also when tests fail, and a killed wrapper leaves its anvil behind.
 */
export function foundryBinary(tool: 'forge' | 'anvil'): string {
  const arch = process.arch === 'x64' ? 'amd64' : process.arch;
  const file = process.platform === 'win32' ? `${tool}.exe` : tool;
  const path = join(projectRoot, `node_modules/@foundry-rs/${tool}-${process.platform}-${arch}/bin`, file);
  if (!existsSync(path)) {
    throw new Error(`${tool} is missing for ${process.platform}-${arch}: run "npm install" (looked for ${path})`);
  }
  return path;
}
