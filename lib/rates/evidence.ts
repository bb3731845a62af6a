import { z } from 'zod';
import { rateFeedKeys } from '@/db/vocabulary/rates';
import type { Evidence } from './agree';

/** How evidence is kept: as one JSON value, with ratios as `numerator/denominator`. */

const ratio = z.codec(
  z.string().regex(/^\d{1,78}\/\d{1,78}$/),
  z.custom<{ numerator: bigint; denominator: bigint }>(),
  {
    decode: (text) => {
      const [numerator = '0', denominator = '1'] = text.split('/');
      return { numerator: BigInt(numerator), denominator: BigInt(denominator) };
    },
    encode: ({ numerator, denominator }) => `${numerator}/${denominator}`,
  },
);
const time = z.codec(z.iso.datetime(), z.date(), {
  decode: (text) => new Date(text),
  encode: (date) => date.toISOString(),
});

const evidence = z.object({
  at: time,
  readings: z.array(
    z.object({
      feed: z.enum(rateFeedKeys),
      currency: z.string(),
      against: z.enum(['USD', 'USDT']),
      price: ratio,
      observedAt: time,
      readAt: time,
      validUntil: time,
    }),
  ),
  known: z.array(z.object({ currency: z.string(), price: ratio, agreedAt: time })),
});
export type KeptEvidence = z.input<typeof evidence>;

export function keepEvidence({ at, readings, known }: Evidence): KeptEvidence {
  return evidence.encode({ at, readings: [...readings], known: [...known] });
}

export function readEvidence(kept: unknown): Evidence {
  return evidence.parse(kept);
}
