import { expect, test } from 'vitest';
import { asTimeZone, dayIn, endOfDayIn, givenTimeZone, momentIn, startOfDayIn, timeZones } from './time-zone';

const iso = (time: number) => new Date(time).toISOString();
const hours = (zone: string, day: string) => (endOfDayIn(zone, day) - startOfDayIn(zone, day)) / 3_600_000;

test.each([
  ['UTC', '2026-03-29', '2026-03-29T00:00:00.000Z', 24],
  ['Europe/Berlin', '2026-03-28', '2026-03-27T23:00:00.000Z', 24],
  ['Europe/Berlin', '2026-03-29', '2026-03-28T23:00:00.000Z', 23],
  ['Europe/Berlin', '2026-10-25', '2026-10-24T22:00:00.000Z', 25],
  ['America/New_York', '2026-03-08', '2026-03-08T05:00:00.000Z', 23],
  ['Australia/Lord_Howe', '2026-04-05', '2026-04-04T13:00:00.000Z', 24.5],
  ['Asia/Kathmandu', '2026-01-31', '2026-01-30T18:15:00.000Z', 24],
  ['Pacific/Kiritimati', '2026-01-31', '2026-01-30T10:00:00.000Z', 24],
  // Clocks go from 24:00 to 01:00, and from 01:00 back to 00:00.
  ['Africa/Cairo', '2026-04-24', '2026-04-23T22:00:00.000Z', 23],
  ['America/Havana', '2026-11-01', '2026-11-01T04:00:00.000Z', 25],
  // A day that the islands left out.
  ['Pacific/Apia', '2011-12-30', '2011-12-30T10:00:00.000Z', 0],
])('in %s the day %s begins at %s and has %d hours', (zone, day, start, length) => {
  expect(iso(startOfDayIn(zone, day))).toBe(start);
  expect(hours(zone, day)).toBe(length);
});

test('a day begins at its first moment and not a millisecond before', () => {
  for (const zone of ['UTC', 'Europe/Berlin', 'America/St_Johns', 'Asia/Kolkata', 'Africa/Cairo', 'Pacific/Chatham']) {
    for (let day = Date.UTC(2026, 0, 1); day < Date.UTC(2027, 0, 1); day += 86_400_000) {
      const name = iso(day).slice(0, 10);
      const start = startOfDayIn(zone, name);
      expect([dayIn(zone, start), dayIn(zone, start - 1) < name]).toEqual([name, true]);
    }
  }
});

test('a clock shows a moment: the first of two, the one after a gap, and none for what is no time', () => {
  expect(iso(momentIn('Europe/Berlin', '2026-10-25T02:30:15'))).toBe('2026-10-25T00:30:15.000Z');
  expect(iso(momentIn('Europe/Berlin', '2026-03-29T02:30'))).toBe('2026-03-29T01:30:00.000Z');
  expect(momentIn('Europe/Berlin', 'soon')).toBeNaN();
});

test('first and last days that can be asked for have an end, too', () => {
  for (const day of ['0001-01-01', '9999-12-31']) expect(endOfDayIn('Europe/Berlin', day)).not.toBeNaN();
});

test('only zones that the runtime knows by name are taken, in its spelling', () => {
  expect(givenTimeZone.parse('Europe/Berlin')).toBe('Europe/Berlin');
  expect(asTimeZone('europe/berlin')).toBe('Europe/Berlin');
  for (const name of timeZones()) expect(asTimeZone(name)).not.toBeNull();
  for (const name of ['', 'Mars/Olympus', '+02:00', 'CET', 'Europe/Berlin\0', "Europe/Berlin'", 'x'.repeat(65)]) {
    expect(givenTimeZone.safeParse(name).success).toBe(false);
  }
});
