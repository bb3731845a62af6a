import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { methods } from '@/lib/http/pipeline/resource';
import { routes } from './routes';

const api = path.resolve('app/api');

/** What the seeds' route patterns and providers bring, pictures, and what streams text lie outside of the reference on purpose. */
const unlisted = new Set([
  ...[
    '/api/{unknown}',
    '/api/hooks/{dialect}/{source}',
    '/api/hooks/mail/{source}',
    '/api/hooks/adjoe/{source}',
    '/api/logos/{hash}',
    '/api/metrics',
    '/api/v1/export',
  ],
  '/api/mail/opt-out/{mark}',
]);

/** Doors in other systems' words have pages of their own in the documentation. */
const isForeign = (file: string) => /lib\/doors\/(coindirect|dex3)\//.test(readFileSync(path.join(api, file), 'utf8'));

const onDisk = readdirSync(api, { recursive: true, encoding: 'utf8' })
  .filter((file) => path.basename(file) === 'route.ts' && !isForeign(file))
  .map((file) =>
    path.posix.join('/api', path.dirname(file).split(path.sep).join('/')).replace(/\[(?:\.\.\.)?(\w+)\]/g, '{$1}'),
  )
  .filter((address) => !unlisted.has(address) && !/^\/api\/(auth|desk|operator|sign-in)\//.test(address));

/** Where programs look for keys, by custom. */
const elsewhere = ['/.well-known/jwks.json'];

test('every route on disk is in the list, under the address where it lies', () => {
  expect(routes.map((one) => one.GET.path).sort()).toEqual([...onDisk, ...elsewhere].sort());
});

test('every route offers at least one operation, and each has a descriptor with a name of its own', () => {
  const operations = routes.flatMap((one) => methods.flatMap((method) => one[method].operation ?? []));
  for (const one of routes) expect(methods.some((method) => one[method].operation)).toBe(true);
  const ids = operations.map(({ descriptor }) => descriptor.id);
  expect(new Set(ids).size).toBe(ids.length);
});

test('parameters in an address are those that its operations read', () => {
  for (const one of routes) {
    const named = [...one.GET.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
    for (const { descriptor } of methods.flatMap((method) => one[method].operation ?? [])) {
      expect(Object.keys(Object(descriptor.params).shape ?? {})).toEqual(named);
    }
  }
});

test('every method of every address answers, if only with a problem', () => {
  for (const one of routes) {
    for (const method of [...methods, 'HEAD', 'OPTIONS'] as const) expect(one[method]).toBeTypeOf('function');
  }
});
