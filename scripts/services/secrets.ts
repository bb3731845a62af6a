import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

const secretsSchema = z.object({
  /** SECRETS_KEY of the demo: what is sealed in its database opens with this alone. */
  secretsKey: z.base64(),
  apiKey: z.string(),
  webhook: z.object({ endpointId: z.string(), secret: z.string() }).nullable(),
  /** A payout made for the newcomer, whose link cannot be read back from the database. */
  welcome: z.object({ payoutId: z.string(), claimPath: z.string() }).nullable(),
});
export type DemoSecrets = z.infer<typeof secretsSchema>;

const fileOf = (dataDir: string) => path.join(dataDir, 'secrets.json');

export function writeSecrets(dataDir: string, secrets: DemoSecrets): void {
  const file = fileOf(dataDir);
  writeFileSync(`${file}.new`, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

/** The demo's secrets, the same at every start; made at the first. */
export function readSecrets(dataDir: string): DemoSecrets {
  const file = fileOf(dataDir);
  if (existsSync(file)) return secretsSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  const secrets = {
    secretsKey: randomBytes(32).toString('base64'),
    apiKey: `db_test_${randomBytes(32).toString('base64url')}`,
    webhook: null,
    welcome: null,
  };
  writeSecrets(dataDir, secrets);
  return secrets;
}
