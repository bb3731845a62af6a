import { z } from 'zod';

/** A time in a request. The year 0 is no year, and no database keeps it. */
export const givenTime = z.iso
  .datetime()
  .refine((text) => !text.startsWith('0000'), 'must be a time such as 2026-01-31T12:00:00.000Z')
  .meta({ examples: ['2026-01-31T12:00:00.000Z'] });

/** A day in a request, by the same rule. */
export const givenDay = z.iso
  .date({ error: 'must be a day such as 2026-01-31' })
  .refine((text) => !text.startsWith('0000'), 'must be a day such as 2026-01-31');

const largest = 2n ** 63n - 1n;

/** The number of a row, as a page's end names it. */
export const rowNumber = (message: string) =>
  z.string().refine((text) => /^\d{1,19}$/.test(text) && BigInt(text) <= largest, message);
