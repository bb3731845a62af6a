import { expect, test } from 'vitest';
import type { Facts, Resolution } from './facts';
import { resolve } from './resolve';
import { hashCases } from './testing/hash-cases';
import { movementCases, namedCases } from './testing/movement-cases';

const cases: [title: string, facts: Facts, resolution: Resolution][] = [...hashCases, ...movementCases, ...namedCases];

test.each(cases)('%s', (_, facts, resolution) => {
  expect(resolve(facts)).toEqual(resolution);
});

/** Every member of the union; the compiler demands that none is missing. */
const members: Record<Resolution['is'], true> = {
  ...{ pays: true, waits: true, unseen: true, early: true, foreign: true, failed: true, gone: true, unclear: true },
  ...{ unconfirmed: true, unfit: true, objected: true, known: true, taken: true, blocked: true, arrived: true },
};

test('the table reaches every resolution', () => {
  expect([...new Set(cases.map(([, , { is }]) => is))].sort()).toEqual(Object.keys(members).sort());
});
