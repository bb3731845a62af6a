/** Days are UTC and written as 2026-01-31. */
export type Day = string;

const dayMs = 86_400_000;

export function dayOf(time: Date): Day {
  return time.toISOString().slice(0, 10);
}

export function startOf(day: Day): Date {
  return new Date(`${day}T00:00:00.000Z`);
}

/** The first moment that is not of this day any more. */
export function endOf(day: Day): Date {
  return new Date(startOf(day).getTime() + dayMs);
}

export function addDays(day: Day, days: number): Day {
  return dayOf(new Date(startOf(day).getTime() + days * dayMs));
}

/** Whether the text names a day that exists; the year 0 is none. */
export function isDay(text: string): boolean {
  return (
    /^(?!0000)\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(startOf(text).getTime()) && dayOf(startOf(text)) === text
  );
}
