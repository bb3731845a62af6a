import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';

/** Writes the types of `packages/sdk` again, from what the API is now. */
process.env.DATABASE_URL ??= 'postgres://127.0.0.1:1/none';
process.env.SECRETS_KEY ??= randomBytes(32).toString('base64');
process.env.BASE_URL ??= 'http://localhost:3000';

const { openapiDocument } = await import('@/app/api/v1/document');
const { sdkResources, sdkTypes } = await import('./sdk-types');
const folder = new URL('../packages/sdk/src/', import.meta.url);
writeFileSync(new URL('wire.ts', folder), sdkTypes(openapiDocument()));
writeFileSync(new URL('resources.ts', folder), sdkResources(openapiDocument()));
console.log('packages/sdk is what the API is now');
