import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium } from '@playwright/test';

const root = fileURLToPath(new URL('../../', import.meta.url));
const packaged = path.join(root, 'node_modules/@sparticuz/chromium');

/** What a browser is launched with. `executablePath` is absent where Playwright's own browser is installed. */
export type BrowserLaunch = { executablePath?: string; args: string[]; env: Record<string, string> };

/** No --single-process, which the package would add: a second context crashes under it. */
const args = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'];

const unpack = `
  const { default: chromium, inflate } = await import(process.argv[1]);
  await chromium.executablePath();
  await inflate(process.argv[2]);
`;

/** Unpacks the npm package's browser, its fonts and the libraries that a bare system lacks; once per version. */
function unpackBrowser(): string {
  const { version }: { version: string } = JSON.parse(readFileSync(path.join(packaged, 'package.json'), 'utf8'));
  const folder = path.join(root, '.tmp', `browser-${version}`);
  if (existsSync(folder)) return folder;
  const unfinished = `${folder}-${process.pid}`;
  mkdirSync(unfinished, { recursive: true });
  const entry = pathToFileURL(path.join(packaged, 'build/index.js')).href;
  const libraries = path.join(packaged, 'bin/al2023.tar.br');
  execFileSync(process.execPath, ['--input-type=module', '-e', unpack, entry, libraries], {
    env: { ...process.env, TMPDIR: unfinished },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  try {
    renameSync(unfinished, folder);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
  return folder;
}

function lacksLibraries(program: string): boolean {
  try {
    return execFileSync('ldd', [program], { encoding: 'utf8' }).includes('not found');
  } catch {
    return true;
  }
}

function ownEnvironment(): Record<string, string> {
  return Object.fromEntries(Object.entries(process.env).flatMap(([key, value]) => (value ? [[key, value]] : [])));
}

/** CHROMIUM_PATH if set, else Playwright's own browser where it is installed, else the one from npm. */
export function prepareBrowser(): BrowserLaunch {
  const env = ownEnvironment();
  const chosen = process.env.CHROMIUM_PATH;
  if (chosen) return { executablePath: chosen, args, env };
  if (existsSync(chromium.executablePath())) return { args, env };
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('There is no packaged browser for this system: set CHROMIUM_PATH to a Chromium or Chrome.');
  }
  const folder = unpackBrowser();
  const executablePath = path.join(folder, 'chromium');
  if (lacksLibraries(executablePath)) {
    env.LD_LIBRARY_PATH = [path.join(folder, 'al2023/lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':');
  }
  if (!existsSync('/etc/fonts/fonts.conf')) env.FONTCONFIG_PATH = path.join(folder, 'fonts');
  return { executablePath, args, env };
}
