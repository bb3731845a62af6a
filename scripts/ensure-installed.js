// Runs before every other script, on any Node (18 or newer), with nothing installed: brings the packages
// of package-lock.json, and says in one sentence when the Node that comes after it is too old.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const modules = join(root, 'node_modules');
const stampFile = join(modules, '.installed-from');
const oldestNode = [22, 18];
const needsTools = /^(test|verify|bench|format)$/.test(process.env.npm_lifecycle_event ?? '');

function wantedStamp() {
  const lock = readFileSync(join(root, 'package-lock.json'));
  return `${process.platform} ${process.arch} ${createHash('sha256').update(lock).digest('hex')}`;
}

/** Our own packages are links into `packages`, which need no registry: one that came with a newer version is made here. */
function linkOwnPackages() {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  for (const [path, { link, resolved }] of Object.entries(packages)) {
    const place = join(root, path);
    if (!link || existsSync(place)) continue;
    mkdirSync(dirname(place), { recursive: true });
    const target = join(root, resolved);
    symlinkSync(process.platform === 'win32' ? target : relative(dirname(place), target), place, 'junction');
  }
}

/** True when npm's own record of node_modules holds every package of the lock file, as after a plain `npm install`. */
function isComplete() {
  try {
    const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
    const present = JSON.parse(readFileSync(join(modules, '.package-lock.json'), 'utf8')).packages;
    return Object.entries(wanted).every(([path, entry]) => {
      if (entry.link || !path.startsWith('node_modules/')) return true;
      const found = present[path];
      if (!found) return entry.optional || entry.devOptional || entry.extraneous || (entry.dev && !needsTools);
      return found.version === entry.version;
    });
  } catch {
    return false;
  }
}

/** Where files cannot be written, as in a container, the packages are compared each time. */
function writeStamp() {
  try {
    writeFileSync(stampFile, wantedStamp());
  } catch (error) {
    if (!['EROFS', 'EACCES', 'EPERM'].includes(error.code)) throw error;
  }
}

function isInstalled() {
  if (needsTools && !existsSync(join(modules, 'vitest'))) return false;
  const stamp = existsSync(stampFile) ? readFileSync(stampFile, 'utf8') : '';
  if (stamp === wantedStamp()) return true;
  if (!isComplete()) return false;
  writeStamp();
  return true;
}

/** The packages that this project uses need no install scripts, so none is run. */
function npm(command) {
  const args = [
    ...command,
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
    ...(needsTools ? ['--include=dev'] : []),
  ];
  const cli = process.env.npm_execpath;
  const [program, prefix] = cli?.endsWith('.js') ? [process.execPath, [cli]] : ['npm', []];
  const options = { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], shell: process.platform === 'win32' && !cli };
  const begun = Date.now();
  const timer = setInterval(
    () => console.log(`… still installing after ${Math.round((Date.now() - begun) / 1000)} s`),
    15000,
  );
  return new Promise((resolve) => {
    const child = spawn(program, [...prefix, ...args], options);
    child.on('error', () => resolve(false));
    child.on('exit', (code) => resolve(code === 0));
  }).finally(() => clearInterval(timer));
}

async function install() {
  console.log('Installing packages (about a minute, only when they changed)…');
  if (!(await npm(['ci']))) {
    console.log(
      '"npm ci" refused the lock file on this system; trying "npm install", which may choose other versions.',
    );
    if (!(await npm(['install', '--no-save']))) {
      console.error('The packages could not be installed: see the lines above, then run the same command again.');
      process.exit(1);
    }
  }
  writeStamp();
}

function checkNode() {
  if (existsSync(join(modules, '.bin', process.platform === 'win32' ? 'node.cmd' : 'node'))) return;
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1])) return;
  console.error(
    `Node ${oldestNode.join('.')} or newer is needed and this is ${process.version}: install it from https://nodejs.org.`,
  );
  process.exit(1);
}

if (!isInstalled()) await install();
linkOwnPackages();
checkNode();
