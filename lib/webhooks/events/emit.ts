import type { Part } from '@/db/as-one';
import type { Tx } from '@/db/client';
import type { EventType } from '@/db/vocabulary/events';
import type { Subject } from '@/lib/dialects/dialect';
import { newId } from '@/lib/kernel/ids';
import { columnsOf, eventsPart, insertEvent, insertEvents, type NewEvent } from './store';

export type EmittedEvent = {
  merchantId: string;
  type: EventType;
  subject: Subject;
  /** The subject after the change, in the words of the API. */
  data: Record<string, unknown>;
  now: Date;
};

/** Writes what happened in the transaction that makes it so. Delivery starts when that commits, and only then. */
export async function emit(tx: Tx, event: EmittedEvent): Promise<void> {
  await insertEvent(tx, rowOf(event));
}

/** The same of many things that one transaction makes so, in their order. */
export async function emitAll(tx: Tx, events: readonly EmittedEvent[]): Promise<void> {
  await insertEvents(tx, events.map(rowOf));
}

/** The same as a part of one statement; there is at least one event. */
export function emitPart(events: readonly EmittedEvent[]): Part {
  return eventsPart(events.map(rowOf));
}

function rowOf({ now, subject, ...event }: EmittedEvent): NewEvent {
  return { ...event, ...columnsOf(subject), id: newId('event', now.getTime()), createdAt: now };
}
