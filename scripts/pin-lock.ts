import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';

/**
 * Gives each entry of package-lock.json that lacks one the digest that the registry states: npm writes none for packages
 * of other platforms which it could not fetch, and would take any file under their names.
 */
const lockFile = 'package-lock.json';
type Entry = { version?: string; integrity?: string; link?: boolean };
const lock: { packages: Record<string, Entry> } = JSON.parse(readFileSync(lockFile, 'utf8'));

for (const [place, one] of Object.entries(lock.packages)) {
  if (!place.includes('node_modules/') || one.link || one.integrity) continue;
  const name = `${place.split('node_modules/').at(-1)}@${one.version}`;
  const integrity = execFileSync('npm', ['view', name, 'dist.integrity'], { encoding: 'utf8' }).trim();
  if (!/^sha512-\S+$/.test(integrity)) throw new Error(`The registry states no digest of ${name}`);
  const { version, ...rest } = one;
  lock.packages[place] = { version, integrity, ...rest };
  console.log(`${name} ${integrity.slice(0, 20)}…`);
}
writeFileSync(lockFile, `${JSON.stringify(lock, null, 2)}\n`);
