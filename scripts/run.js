// Starts the project's TypeScript: `node scripts/run.js [node options] <file>.ts [arguments]`. Any Node from 18 on can run
// this; it brings the packages first, then hands over to the Node that came with them, where there is one.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import './ensure-installed.js';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const isWindows = process.platform === 'win32';
const folder = `node-${isWindows ? 'win' : process.platform}-${process.arch}`;
const packaged = join(root, 'node_modules', folder, 'bin', isWindows ? 'node.exe' : 'node');
const program = existsSync(packaged) ? packaged : process.execPath;

const child = spawn(program, ['--import', './scripts/resolve-alias.js', ...process.argv.slice(2)], {
  stdio: 'inherit',
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('error', (error) => {
  console.error(`Node could not be started: ${error.message}`);
  process.exit(1);
});
child.on('exit', (code, signal) => {
  if (signal) {
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  } else process.exit(code ?? 1);
});
