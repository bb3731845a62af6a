import { z } from 'zod';
import { machineText } from './text';

/** Days and wall clocks of a time zone, by the runtime's own data; client-safe. */

/** A name of the time zone database, such as Europe/Berlin. */
export type TimeZone = string;

const dayMs = 86_400_000;

/** The zones to choose from. */
export const timeZones = (): TimeZone[] => [
  'UTC',
  ...Intl.supportedValuesOf('timeZone').filter((name) => name !== 'UTC'),
];

/** The runtime's own spelling of a zone that it knows; null for others, fixed offsets and abbreviations. */
export function asTimeZone(name: string): TimeZone | null {
  if (!/^(UTC|[A-Za-z_]+(\/[A-Za-z0-9_+-]+)+)$/.test(name)) return null;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

export const givenTimeZone = machineText(64)
  .transform((name, issues) => {
    const zone = asTimeZone(name);
    if (zone) return zone;
    issues.addIssue({ code: 'custom', message: 'must be a time zone that this portal knows, such as Europe/Berlin' });
    return z.NEVER;
  })
  .meta({ examples: ['Europe/Berlin'] });

const formats = new Map<TimeZone, Intl.DateTimeFormat>();

/** How far the zone's clocks are ahead of UTC at a moment, in milliseconds. */
function offsetAt(zone: TimeZone, time: number): number {
  const known = formats.get(zone);
  const format = known ?? new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' });
  if (!known) formats.set(zone, format);
  const name = format.formatToParts(time).find(({ type }) => type === 'timeZoneName')?.value ?? '';
  const [, sign, hours, minutes, seconds = '0'] = /^GMT([+-])(\d\d):(\d\d)(?::(\d\d))?$/.exec(name) ?? [];
  const size = (Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(seconds)) * 1000;
  return sign === '-' ? -size : size;
}

/** The day that it is in the zone at a moment, as 2026-01-31. */
export function dayIn(zone: TimeZone, time: number): string {
  return new Date(time + offsetAt(zone, time)).toISOString().slice(0, 10);
}

/** The first moment at which clocks of the zone show this or later: `2026-01-31`, also with `T12:30`. NaN for no time. */
export function momentIn(zone: TimeZone, shown: string): number {
  const wall = Date.parse(`${shown.includes('T') ? shown : `${shown}T00:00`}Z`);
  if (Number.isNaN(wall)) return wall;
  // No zone is a whole day from UTC: around a change of the clocks one of these offsets holds before it, one after it.
  const moments = [wall - dayMs, wall + dayMs].map((near) => wall - offsetAt(zone, near));
  return Math.min(...moments.filter((time) => time + offsetAt(zone, time) >= wall));
}

/** The day so many days later; no zone has a say in that. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);
}

/** The beginning and the end of a day of the zone; the end is the beginning of the next. A day may have 23 or 25 hours. */
export const startOfDayIn = (zone: TimeZone, day: string): number => momentIn(zone, day);
export const endOfDayIn = (zone: TimeZone, day: string): number => startOfDayIn(zone, addDays(day, 1));
