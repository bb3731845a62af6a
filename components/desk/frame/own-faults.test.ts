import { expect, test } from 'vitest';
import { inviteBody } from '@/lib/access/schema';
import { amountFaults, schemaFaults } from './own-faults';

test('every amount of a form is told what is wrong with it, at once', () => {
  expect(Object.fromEntries(amountFaults({ fee: '0,50', minimum: ' 1.00 ', maximum: '' }, 6))).toEqual({
    fee: '"0,50" has a comma: write 0.50, with a point.',
    maximum: 'An amount is missing: write it as 25.00.',
  });
});

test('an amount that may be left out is no fault, and a wrong one still is', () => {
  const faults = amountFaults({ one_from: '', two_from: '1e3' }, 6, { optional: true });
  expect([...faults.keys()]).toEqual(['two_from']);
});

test('a schema’s faults stand at the field that they are about', () => {
  const invite = (value: string) => schemaFaults(inviteBody, { role: 'viewer', identity: { kind: 'email', value } });
  expect(invite('ann@acme.example')).toEqual(new Map());
  expect([...invite('ann').keys()]).toEqual(['identity']);
  const nested = { role: 'viewer', identity: { kind: 'email', value: 'ann' } };
  expect([...schemaFaults(inviteBody, nested, { deep: true }).keys()]).toEqual(['identity.value']);
});
