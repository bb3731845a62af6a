import { readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { isForOwnPages } from '@/lib/http/identity/authenticate';
import { methods } from '@/lib/http/pipeline/resource';
import { deskRoutes } from './routes';

const addressesIn = (folder: string) =>
  readdirSync(path.resolve('app/api', folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => path.basename(file) === 'route.ts')
    .map((file) => path.posix.join('/api', folder, path.dirname(file).split(path.sep).join('/')))
    .map((address) => address.replace(/\[(\w+)\]/g, '{$1}'));

const operations = deskRoutes.flatMap((one) => methods.flatMap((method) => one[method].operation ?? []));

test('every route of the desk on disk is in its list, under the address where it lies', () => {
  const onDisk = [...addressesIn('desk'), ...addressesIn('sign-in')];
  expect(deskRoutes.map((one) => one.GET.path).sort()).toEqual(onDisk.sort());
});

test('all of them are for our own pages only, and have a name of their own', () => {
  expect(operations.filter(({ descriptor }) => !isForOwnPages(descriptor.permission))).toEqual([]);
  const streams = deskRoutes.flatMap(({ GET }) => GET.streams ?? []);
  expect(streams.filter(({ permission }) => !isForOwnPages(permission))).toEqual([]);
  const ids = operations.map(({ descriptor }) => descriptor.id);
  expect(new Set(ids).size).toBe(ids.length);
});

test('parameters in an address are those that its operations read', () => {
  for (const one of deskRoutes) {
    const named = [...one.GET.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
    for (const { descriptor } of methods.flatMap((method) => one[method].operation ?? [])) {
      expect(Object.keys(Object(descriptor.params).shape ?? {}), descriptor.id).toEqual(named);
    }
  }
});
