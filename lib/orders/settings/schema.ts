import { z } from 'zod';
import { codeOfText } from '@/lib/kernel/text';

/** How long orders wait, in the words of the API; client-safe. */

const maxGraceDays = 180;
const maxCategories = 50;

const graceDays = z.int().min(0, 'must not be negative').max(maxGraceDays, `must not be more than ${maxGraceDays}`);
const orderCategory = codeOfText(40);

const categories = z
  .record(orderCategory, graceDays)
  .refine((all) => Object.keys(all).length <= maxCategories, `must not be more than ${maxCategories}`);

export const orderSettingsBody = z
  .strictObject({
    grace_days: graceDays.meta({
      description: 'Days from the delivery of an order until its seller is paid by itself.',
      examples: [14],
    }),
    categories: categories.default({}).meta({
      description: 'Other days for orders of a category. An order that is made with `grace_days` of its own has those.',
      examples: [{ digital: 3 }],
    }),
    dispute_days: z
      .int()
      .min(1, 'must be one day or more')
      .max(90, 'must not be more than 90')
      .meta({ description: 'Days of a dispute after which a person is alarmed.', examples: [14] }),
  })
  .meta({ id: 'SaveOrderSettings' });
export type OrderSettingsBody = z.output<typeof orderSettingsBody>;

export const orderSettingsAnswer = z
  .object({ grace_days: z.int(), categories: z.record(z.string(), z.int()), dispute_days: z.int() })
  .meta({ id: 'OrderSettings' });
export type OrderSettingsAnswer = z.infer<typeof orderSettingsAnswer>;
