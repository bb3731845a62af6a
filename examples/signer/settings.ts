import { readFileSync } from 'node:fs';

/** What the signer needs to know. It is a program of its own, and shares no code with the portal. */
function need(name: string): string {
  const value = process.env[name];
  if (value) return value;
  console.error(`${name} is not set. examples/signer/README.md says what it is.`);
  process.exit(1);
}

/** A secret from a file, as containers hand them over, or from the environment. */
function secret(name: string): string {
  const file = process.env[`${name}_FILE`];
  return file ? readFileSync(file, 'utf8').trim() : need(name);
}

export const settings = {
  host: process.env.HOST || '127.0.0.1',
  port: Number(process.env.PORT || 3002),
  /** Can sign money out of the vault, within what the vault lets it: it stays on this machine. */
  key: secret('SIGNER_KEY'),
  /** From the page Vaults; two, parted by a space, while you change it. */
  secrets: secret('SIGNER_SECRET').split(' '),
  rulesFile: need('RULES_FILE'),
  logFile: process.env.LOG_FILE || '.data/signer.jsonl',
};
