import { z } from 'zod';
import { orderAnswer } from '@/lib/wire/order';
import { moments } from './schema';

/** An order with everything that ever happened to it, as the page of one order tells it; client-safe. */

/** What a member can do with an order, the weightiest first. */
export const orderActions = ['resolve', 'release', 'deliver', 'resume', 'hold', 'dispute', 'refund'] as const;
export type OrderAction = (typeof orderActions)[number];

export const orderStory = z.object({
  order: orderAnswer,
  decimals: z.int(),
  can: z.array(z.enum(orderActions)).meta({ description: 'As it stands; who may is said elsewhere.' }),
  moments,
  cut: z.boolean(),
});
export type OrderStory = z.infer<typeof orderStory>;
