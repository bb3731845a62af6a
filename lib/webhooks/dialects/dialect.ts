import type { EventType } from '@/db/vocabulary';

/** An event as it was written, before a dialect puts it into words. */
export type EventToSend = { id: string; type: EventType; createdAt: Date; data: Record<string, unknown> };

/** How one kind of receiver is spoken to. A new dialect is one file that gives one of these. */
export type DialectRules = {
  /** The exact text of the request body. */
  render(event: EventToSend): string;
  /** The headers that prove the body is ours. `at` is the time of this attempt. */
  sign(secret: string, event: EventToSend, body: string, at: Date): Record<string, string>;
  /** Whether an HTTP status means that the receiver took the event. */
  accepts(status: number): boolean;
};
