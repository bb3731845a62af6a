import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { shippedChains } from '@/db/vocabulary/chains';

const read = (file: string) => readFileSync(new URL(`../${file}`, import.meta.url), 'utf8');
const example = read('.env.example');

/** Keys of the start script, which hands the portal what it makes of them. */
const startKeys = ['DATABASE_MIGRATION_URL', 'DEMO_HISTORY_DAYS', 'MERCHANT_PORT'];

it('.env.example says what each setting is for, names every one and no other', () => {
  const groups = [...example.matchAll(/^# [^\n]+\.\n((?:[A-Z_]+=\n)+)/gm)].map((match) => match[1] ?? '');
  const described = groups
    .join('')
    .trim()
    .split('=\n')
    .map((key) => key.replace('=', ''));
  const named = [...example.matchAll(/^([A-Z_]+)=/gm)].map((match) => match[1]);
  expect(described).toEqual(named);
  const portalKeys = [...read('lib/kernel/env.ts').matchAll(/^ {2}([A-Z_]+): /gm)].map((match) => match[1]);
  const rpcKeys = shippedChains.map((key) => `RPC_URL_${key.toUpperCase()}`);
  const wanted = [...portalKeys.filter((key) => key !== 'NODE_ENV'), ...startKeys, ...rpcKeys];
  expect(named.sort()).toEqual(wanted.sort());
});
