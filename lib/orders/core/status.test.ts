import { expect, test } from 'vitest';
import type { OrderSide } from '@/db/vocabulary/orders';
import { mayFollow, type OrderFacts, statusOf } from './status';

type Part = { side: OrderSide; place: 'open' | 'paid' | 'back' };

const places = ['open', 'paid', 'back'] as const;
const sides = ['release', 'refund'] as const;
const parts: Part[] = sides.flatMap((side) => places.map((place) => ({ side, place })));
const times = [null, new Date(0)];

/** An order of up to two payouts of 1 each, and of as much again or nothing that is held besides. */
const orders = parts.flatMap((one) =>
  [null, ...parts].flatMap((other) =>
    [0n, 2n].flatMap((besides) =>
      times.flatMap((deliveredAt) =>
        times.flatMap((heldSince) =>
          times.map((disputedAt) => ({ one, other, besides, deliveredAt, heldSince, disputedAt })),
        ),
      ),
    ),
  ),
);

function factsOf({ one, other, besides, ...stops }: (typeof orders)[number]): OrderFacts {
  const all = [one, ...(other ? [other] : [])];
  const count = (wanted: Partial<Part>) =>
    BigInt(
      all.filter((part) => Object.entries(wanted).every(([key, value]) => Reflect.get(part, key) === value)).length,
    );
  const sums = {
    held: besides + count({ place: 'back' }),
    releasing: count({ place: 'open' }),
    refunding: count({ place: 'open', side: 'refund' }),
    released: count({ place: 'paid', side: 'release' }),
  };
  return { ...sums, ...stops, funded: besides + BigInt(all.length), cancelledAt: null };
}

/** How the money of a payout can move: through `processing`, and back from a block that is lost. */
const next = { open: ['paid', 'back'], paid: ['back'], back: ['open'] } as const satisfies Record<
  Part['place'],
  unknown
>;

test('an order may follow each step that a payout of it can take: what the chain shows is never refused', () => {
  const refused = orders.flatMap((order) => {
    const from = statusOf(factsOf(order));
    const moved = next[order.one.place].map((place) => statusOf(factsOf({ ...order, one: { ...order.one, place } })));
    return moved.filter((to) => to !== from && !mayFollow(from, to)).map((to) => `${from} → ${to}`);
  });
  expect([...new Set(refused)]).toEqual([]);
});
