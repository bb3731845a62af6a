import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const server = fileURLToPath(new URL('../server.ts', import.meta.url));

/** The example signer as its own process, with a directory of its own that outlives a restart. */
export class SignerProcess {
  readonly #directory = mkdtempSync(path.join(tmpdir(), 'signer-'));
  #child: ChildProcessWithoutNullStreams | null = null;
  url = '';
  host = '';

  readonly #secrets: { SIGNER_KEY: string; SIGNER_SECRET: string };

  readonly #port: number;

  constructor(key: string, secrets: string[], port = 0) {
    this.#port = port;
    this.#secrets = { SIGNER_KEY: key, SIGNER_SECRET: secrets.join(' ') };
  }

  get #rulesFile() {
    return path.join(this.#directory, 'rules.json');
  }

  get logFile() {
    return path.join(this.#directory, 'log.jsonl');
  }

  rules(rules: object): void {
    writeFileSync(this.#rulesFile, JSON.stringify(rules));
  }

  /** The keys of links, by reference. */
  links(links: Record<string, string>): string {
    const file = path.join(this.#directory, 'links.json');
    writeFileSync(file, JSON.stringify(links));
    return file;
  }

  log(): string[] {
    return readFileSync(this.logFile, 'utf8').split('\n').filter(Boolean);
  }

  /** Resolves when it listens; rejects with what it printed when it does not start. */
  async start(): Promise<void> {
    const settings = { RULES_FILE: this.#rulesFile, LOG_FILE: this.logFile, PORT: String(this.#port) };
    const env = { NODE_ENV: process.env.NODE_ENV, PATH: process.env.PATH, ...this.#secrets, ...settings };
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', server], { env });
    this.#child = child;
    let printed = '';
    child.stderr.on('data', (chunk) => {
      printed += chunk;
    });
    const line = await Promise.race([
      once(child.stdout, 'data').then(([chunk]) => String(chunk)),
      once(child, 'exit').then(() => Promise.reject(new Error(printed))),
    ]);
    this.host = /http:\/\/(\S+)/.exec(line)?.[1] ?? '';
    this.url = `http://${this.host}/vouchers`;
  }

  async stop(): Promise<void> {
    const child = this.#child;
    this.#child = null;
    if (!child || child.exitCode !== null) return;
    child.kill('SIGKILL');
    await once(child, 'exit');
  }

  async end(): Promise<void> {
    await this.stop();
    rmSync(this.#directory, { recursive: true, force: true });
  }
}
