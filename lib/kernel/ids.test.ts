import { expect, test } from 'vitest';
import { firstIdAt, idOfUuid, idPattern, newId, timeOfId, uuidOf } from './ids';

test('ids sort by age and match their own pattern', () => {
  const ids = [1, 1_000, 1_700_000_000_000, 1_700_000_000_001, 2 ** 47].map((time) => newId('payout', time));
  expect(ids.toSorted()).toEqual(ids);
  expect(ids.every((id) => idPattern('payout').test(id))).toBe(true);
});

test('ids of one moment differ', () => {
  const ids = Array.from({ length: 1_000 }, () => newId('event', 1_700_000_000_000));
  expect(new Set(ids).size).toBe(1_000);
});

test('an id tells when it was made, and a moment tells which ids come after it', () => {
  for (const time of [0, 1, 1_700_000_000_000, 1_700_000_000_001, 2 ** 48 - 1]) {
    const id = newId('payout', time);
    expect(timeOfId(id).getTime()).toBe(time);
    expect(timeOfId(firstIdAt('payout', time)).getTime()).toBe(time);
    expect(firstIdAt('payout', time) <= id).toBe(true);
    expect(newId('payout', time - 1) < firstIdAt('payout', time) || time === 0).toBe(true);
  }
});

test('an id is one UUID, and that UUID is this id', () => {
  for (const kind of ['payout', 'merchant'] as const) {
    for (const time of [0, 1, 1_700_000_000_000, 2 ** 48 - 1]) {
      const id = newId(kind, time);
      expect(uuidOf(id)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/);
      expect(idOfUuid(kind, uuidOf(id))).toBe(id);
      expect(idOfUuid(kind, uuidOf(id).toUpperCase())).toBe(id);
    }
  }
  expect(uuidOf('po_00000000000000000000000000')).toBe('00000000-0000-0000-0000-000000000000');
  expect(uuidOf('po_zzzzzzzzzzzzzzzzzzzzzzzzzw')).toBe('ffffffff-ffff-ffff-ffff-ffffffffffff');
  expect(idOfUuid('payout', '0e135a7e-82e5-4b59-8682-d6e7db362c1d')).toMatch(idPattern('payout'));
});

test('what is no id has no UUID, and what is no UUID names nothing', () => {
  for (const text of ['', 'po_', 'po_1', `po_${'0'.repeat(25)}1`, `po_${'0'.repeat(27)}`, `po_${'U'.repeat(26)}`]) {
    expect(() => uuidOf(text)).toThrow();
  }
  for (const text of ['', '0e135a7e82e54b598682d6e7db362c1d', '0e135a7e-82e5-4b59-8682-d6e7db362c1', 'x'.repeat(36)]) {
    expect(idOfUuid('payout', text)).toBeNull();
  }
});

test('every id is above the first one of a time before 1970, and below that of a time beyond all', () => {
  const id = newId('payout');
  for (const time of [-1, Date.parse('1969-12-31'), Date.parse('0000-01-01')])
    expect(firstIdAt('payout', time) < id).toBe(true);
  expect(firstIdAt('payout', Date.parse('+200000-01-01')) > id).toBe(true);
});
