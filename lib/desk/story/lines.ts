import type { Queryable } from '@/db/client';
import { formatAmount } from '@/lib/kernel/money';
import { wordsIn } from '@/lib/wire/reason-words';
import type { nameActors } from './names';
import type { PayoutStory, StoryLine } from './schema';
import {
  selectAttemptsOf,
  type selectAuditOf,
  selectDeliveriesOf,
  selectEventsOf,
  type selectPostingsOf,
} from './store';

/** Lines that every story has: who did what, what was booked, and who was told. */

export type Timed = { at: Date; line: StoryLine };
export type Named = Awaited<ReturnType<typeof nameActors>>;
type Rows = {
  audit: Awaited<ReturnType<typeof selectAuditOf>>;
  postings: Awaited<ReturnType<typeof selectPostingsOf>>;
};
type Told = Awaited<ReturnType<typeof readTold>>;

/** The events of a subject, who had to be told of them, and each try. */
export async function readTold(db: Queryable, subject: { merchantId: string; id: string }) {
  const { merchantId } = subject;
  const events = await selectEventsOf(db, subject);
  const deliveries = await selectDeliveriesOf(
    db,
    merchantId,
    events.map((event) => event.id),
  );
  const ids = deliveries.map((delivery) => delivery.id);
  return { events, deliveries, attempts: await selectAttemptsOf(db, merchantId, ids) };
}

export function changes({ audit }: Pick<Rows, 'audit'>, named: Named): Timed[] {
  return audit.map(({ action, actorKind, actorId, detail, createdAt }) => {
    const actor = named({ kind: actorKind, id: actorId });
    const written = typeof detail.words === 'string' ? detail.words : null;
    const because = wordsIn(detail.because) ?? written;
    return { at: createdAt, line: { type: 'change', action, actor, because, detail } };
  });
}

export function told({ events, deliveries, attempts }: Told): Timed[] {
  const urls = new Map(deliveries.map((delivery) => [delivery.id, delivery.url]));
  return [
    ...events.map(
      ({ id, type, version, createdAt }): Timed => ({
        at: createdAt,
        line: {
          ...{ type: 'event', id, event: type, version },
          deliveries: deliveries
            .filter((delivery) => delivery.eventId === id)
            .map(({ id, endpointId, url, status, attempts }) => ({ id, endpoint: endpointId, url, status, attempts })),
        },
      }),
    ),
    ...attempts.map(
      ({ deliveryId, number, startedAt, durationMs, status, error }): Timed => ({
        at: startedAt,
        line: {
          ...{ type: 'attempt', delivery: deliveryId, url: urls.get(deliveryId) ?? '' },
          ...{ number, status, duration_ms: durationMs, error },
        },
      }),
    ),
  ];
}

export function booked({ postings }: Pick<Rows, 'postings'>, { decimals }: { decimals: number }): Timed[] {
  const byPosting = new Map<string, { at: Date; line: Extract<StoryLine, { type: 'posting' }> }>();
  for (const { posting, entry } of postings) {
    const { id, kind } = posting;
    const known = byPosting.get(id) ?? {
      at: posting.createdAt,
      line: { type: 'posting' as const, id, kind, lines: [] },
    };
    byPosting.set(id, known);
    if (!entry) continue;
    const { credit: from, debit: to, symbol: asset } = entry;
    known.line.lines.push({ from, to, amount: formatAmount(entry.amount, decimals), asset });
  }
  return [...byPosting.values()];
}

/** Within a moment: who did what, then the money, then who was told. */
const rank: Record<StoryLine['type'], number> = {
  ...{ change: 0, link: 1, voucher: 2, transfer: 3, posting: 4, event: 5, attempt: 6, mail: 7 },
};

export function momentsOf(lines: readonly Timed[]): PayoutStory['moments'] {
  const moments = new Map<number, StoryLine[]>();
  for (const { at, line } of lines) moments.set(at.getTime(), [...(moments.get(at.getTime()) ?? []), line]);
  return [...moments]
    .toSorted(([one], [other]) => one - other)
    .map(([at, of]) => ({
      at: new Date(at).toISOString(),
      lines: of.toSorted((one, other) => rank[one.type] - rank[other.type]),
    }));
}
