import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync, realpathSync } from 'node:fs';
import net from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/** A process as we remember it: the number alone may belong to another program after a crash or a reboot. */
export type ProcessMark = { pid: number; born: string };

/** When a running process was born, in a form that no later process of the same number has; null when it is gone. */
function birthOf(pid: number): string | null {
  try {
    if (process.platform === 'linux') {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      const [state, ...fields] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      if (state === 'Z' || state === 'X') return null;
      return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()} ${fields[18]}`;
    }
    const line = execFileSync('ps', ['-o', 'stat=,lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim();
    return line === '' || line.startsWith('Z') ? null : line.replace(/^\S+\s+/, '');
  } catch {
    return null;
  }
}

/** The mark of a running process, or null when there is none of that number. */
export function markOf(pid: number): ProcessMark | null {
  const born = birthOf(pid);
  return born === null ? null : { pid, born };
}

export function isRunning(mark: ProcessMark): boolean {
  return birthOf(mark.pid) === mark.born;
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // Gone already.
  }
}

/** Ends a process: each signal gets its time, the last resort is SIGKILL. Leaves a process of a later birth alone. */
export async function endProcess(
  mark: ProcessMark,
  signals: readonly NodeJS.Signals[] = ['SIGTERM'],
  maxWaitMs = 8_000,
): Promise<void> {
  for (const name of [...signals, 'SIGKILL'] as const) {
    if (!isRunning(mark)) return;
    signal(mark.pid, name);
    const until = Date.now() + maxWaitMs;
    while (isRunning(mark) && Date.now() < until) await pause(15);
  }
}

/** Running processes of a program whose working directory is `directory`. Empty outside Linux. */
export function processesIn(directory: string, program: string): ProcessMark[] {
  if (process.platform !== 'linux') return [];
  const real = realpathSync(directory);
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => {
      try {
        const itsName = readFileSync(`/proc/${name}/comm`, 'utf8').trim();
        return itsName === program && readlinkSync(`/proc/${name}/cwd`) === real;
      } catch {
        return false;
      }
    })
    .flatMap((name) => markOf(Number(name)) ?? []);
}

/** A port of the loopback interface that was free a moment ago. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = net.createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('No port')),
      );
    });
  });
}

function works(command: string, args: readonly string[]): boolean {
  try {
    execFileSync(command, args, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

const canFollowParent: { answer?: boolean } = {};

/** The same command, which the kernel ends with `name` when our process dies in any way; unchanged outside Linux. */
export function dyingWithParent(name: 'INT' | 'TERM', command: readonly string[]): string[] {
  canFollowParent.answer ??= process.platform === 'linux' && works('setpriv', ['--pdeathsig', name, 'true']);
  return canFollowParent.answer ? ['setpriv', '--pdeathsig', name, ...command] : [...command];
}

const asNobody = ['unshare', '--user', '--map-user=65534', '--map-group=65534', '--'];

/**
 * PostgreSQL refuses to run as root. As root: the prefix of a user namespace in which we are nobody, yet our files stay
 * ours; null where the system allows none.
 */
export function unprivilegedPrefix(): string[] | null {
  if (process.getuid?.() !== 0) return [];
  const [program, ...args] = asNobody;
  return program && works(program, [...args, 'true']) ? asNobody : null;
}
