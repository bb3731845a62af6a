import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * Writes down what the API promises now, for the test that holds later versions against it. Run it when the API is
 * released; where it takes a promise back, the changelog says so.
 */
process.env.DATABASE_URL ??= 'postgres://127.0.0.1:1/none';
process.env.SECRETS_KEY ??= randomBytes(32).toString('base64');
process.env.BASE_URL ??= 'http://localhost:3000';

const { openapiDocument } = await import('@/app/api/v1/document');
const { apiFacts } = await import('@/lib/http/testing/api-facts');
const file = fileURLToPath(new URL('../app/api/v1/released.txt', import.meta.url));
const facts = apiFacts(openapiDocument());
writeFileSync(file, `${facts.join('\n')}\n`);
console.log(`${facts.length} facts written to app/api/v1/released.txt`);
