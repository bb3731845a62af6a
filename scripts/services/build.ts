import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { isRunning, markOf, type ProcessMark } from '@/db/processes';
import { projectRoot } from '@/scripts/foundry';
import { lastLinesOf, startChild } from './children';
import { StartFault } from './fault';

const sourceFolders = ['app', 'components', 'lib', 'db', 'public', 'examples/api'];
const sourceFiles = /^(next\.config|postcss\.config|proxy|instrumentation|tsconfig|package-lock|package)[\w.-]*$/;
const notBuilt = /\.test\.tsx?$|\.tsbuildinfo$|^db\/migrations\/|\/testing\//;

const outputFolder = path.join(projectRoot, '.next');
const stampFile = path.join(outputFolder, 'built-from');
const lockFile = path.join(projectRoot, '.tmp', 'building.json');

/** One value for everything that a build is made of. */
export function hashSources(root: string): string {
  const inFolders = sourceFolders
    .filter((folder) => existsSync(path.join(root, folder)))
    .flatMap((folder) =>
      readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name))),
    );
  const atTop = readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isFile() && sourceFiles.test(entry.name))
    .map(({ name }) => name);
  const hash = createHash('sha256').update(process.versions.node);
  for (const file of [...inFolders, ...atTop].filter((name) => !notBuilt.test(name)).sort()) {
    hash.update(`\0${file}\0`).update(readFileSync(path.join(root, file)));
  }
  return hash.digest('hex');
}

const textOf = (file: string) => (existsSync(file) ? readFileSync(file, 'utf8') : null);

/** Names the sources and the build made of them, so that a foreign build is not taken for ours. */
const stampOf = (sources: string) => `${sources} ${textOf(path.join(outputFolder, 'BUILD_ID'))}`;

export function isBuilt(): boolean {
  const stamp = textOf(stampFile);
  return stamp !== null && stamp === stampOf(hashSources(projectRoot));
}

function lockHolder(): ProcessMark | null {
  try {
    return JSON.parse(readFileSync(lockFile, 'utf8'));
  } catch {
    return null;
  }
}

/** One build at a time in a checkout: a second waits for the first and then finds its work done. */
async function lockBuild(): Promise<void> {
  mkdirSync(path.dirname(lockFile), { recursive: true });
  for (;;) {
    try {
      writeFileSync(lockFile, JSON.stringify(markOf(process.pid)), { flag: 'wx' });
      return;
    } catch {
      const holder = lockHolder();
      if (!holder || !isRunning(holder)) rmSync(lockFile, { force: true });
      await pause(300);
    }
  }
}

/** Builds the portal. A build that is broken off leaves no stamp, so the next start builds again. */
export async function buildPortal(logFile: string, onStart: (mark: ProcessMark) => void): Promise<void> {
  await lockBuild();
  try {
    if (isBuilt()) return;
    const sources = hashSources(projectRoot);
    rmSync(stampFile, { force: true });
    rmSync(logFile, { force: true });
    const child = startChild({
      name: 'The build',
      script: [path.join(projectRoot, 'node_modules/next/dist/bin/next'), 'build'],
      typescript: false,
      environment: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
      logFile,
    });
    const mark = child.pid ? markOf(child.pid) : null;
    if (mark) onStart(mark);
    const code = await new Promise<number | null>((resolve) => {
      child.once('error', () => resolve(null));
      child.once('exit', resolve);
    });
    if (code !== 0) {
      throw new StartFault(`The portal could not be built (whole log: ${logFile}):\n${lastLinesOf(logFile, 40)}`);
    }
    mkdirSync(outputFolder, { recursive: true });
    writeFileSync(stampFile, stampOf(sources));
  } finally {
    rmSync(lockFile, { force: true });
  }
}
