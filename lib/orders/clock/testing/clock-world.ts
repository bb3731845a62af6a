import { asc, eq } from 'drizzle-orm';
import { mails } from '@/db/schema';
import { openWords } from '@/lib/mail/sealed-words';
import { announceDue } from '@/lib/orders/clock/announce';
import { tellSides } from '@/lib/orders/clock/tell-sides';
import { deliverOrder } from '@/lib/orders/deliver';
import { orderWorld } from '@/lib/orders/testing/order-world';
import { viewOrder } from '@/lib/orders/view';
import type { testWorld } from '@/lib/payouts/testing/world';

/** Orders that were delivered, and what their sides were written, as they would read it. */
export function clockWorld(world: ReturnType<typeof testWorld>) {
  const orders = orderWorld(world);
  return {
    ...orders,
    delivered: async (given: Record<string, unknown> = {}) => {
      const { id } = await orders.newOrder(given);
      return deliverOrder(world.merchant(), id, {});
    },
    seen: (id: string) => viewOrder(world.merchant(), id),
    mailsTo: async (to: string) => {
      const rows = await world.database.db.select().from(mails).where(eq(mails.recipient, to)).orderBy(asc(mails.id));
      return rows.map(openWords);
    },
    /** The worker's look: what became of orders, and what is to come. */
    tell: async () => {
      await tellSides(world.system());
      await announceDue(world.system());
    },
  };
}
