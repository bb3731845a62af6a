import type { SaidInDex3 } from '@/db/schema/doors';
import type { EventSubject, EventType } from '@/db/vocabulary/events';
import type { SignatureKind } from '@/db/vocabulary/webhooks';
import type { CoindirectFacts } from './coindirect-summary';

/** What an event tells of, and which version of it. */
export type Subject = { kind: EventSubject; id: string; version: number };

/** An event as it was written, before a dialect puts it into words. */
export type EventToSend = {
  id: string;
  merchantId: string;
  type: EventType;
  subject: Subject;
  createdAt: Date;
  /** Its place among the merchant's events; null for tests. */
  sequence: number | null;
  test: boolean;
  /** The subject in the words of the API. */
  data: Record<string, unknown>;
  /** Only in the dialect `dex3`, of a payout that was asked for at that door. */
  dex3?: SaidInDex3 | null;
  /** Only in the dialect `coindirect`. */
  coindirect?: CoindirectFacts | null;
};

/** What goes over the wire, in either direction. */
export type Message = {
  method: 'POST' | 'GET';
  /** Complete address with its query. */
  url: string;
  /** Names in lower case. */
  headers: Record<string, string>;
  /** The exact text of the body; empty for GET. */
  body: string;
  /** What `sign` makes the proof over where the message does not show it; set by `render`, gone after `sign`. */
  toSign?: string;
};

/** What signs: the newest secret first, then those before it while rotations overlap. Never empty. */
export type SigningKeys = { signing: SignatureKind; secrets: readonly string[] };

/** What a message that came in says. It is a hint to look at, and proves nothing. */
export type ParsedMessage = {
  /** The sender's own name of this message: two messages with one key are one. */
  key: string;
  /** What happened, in the sender's words. */
  type: string;
  status: string | null;
  /** What may name one of our payouts: its id, and the merchant's reference. */
  payoutId: string | null;
  reference: string | null;
  /** The id under which we handed it to the sender, where the sender pays for us. */
  submission?: string;
  /** Hash of the transfer that is said to have paid. */
  hash: string | null;
  /** Exact decimal text. */
  amount: string | null;
};

/** What proves a message, to explain why one did not verify. */
export type Explanation = {
  /** The exact text that is signed; where the secret is part of it, a placeholder stands in its place. */
  signedContent: string;
  /** The header, body field or parameter that proves it, by name; empty where only a public key is known. */
  expected: Record<string, string>;
  /** Whether the proof that came is that one, however old; null where none came. */
  matches: boolean | null;
};

/** How one kind of system is spoken to, and how it speaks. A new dialect is one file that gives one of these. */
export type DialectRules = {
  /** What it has words for. */
  subjects: readonly EventSubject[];
  /** What an endpoint gets that does not say which events it wants. */
  defaultEvents: readonly (EventType | '*')[];
  signatureKinds: readonly SignatureKind[];
  /** How many secrets can prove one message: the newest and former ones. */
  secretsAtOnce: number;
  /** A new secret in this dialect's own spelling; for ed25519 the private key. */
  newSecret(signing: SignatureKind): string;
  /** The public half of an ed25519 secret, in this dialect's spelling; null for a shared secret. */
  publicKeyOf(signing: SignatureKind, secret: string): string | null;
  /** The message without its proof. `target` is the endpoint's address, or its template. */
  render(event: EventToSend, target: string): Message;
  /** The same message with its proof. `id` is the event's, `at` the time of this attempt. */
  sign(message: Message, keys: SigningKeys, facts: { id: string; at: Date; merchantId: string }): Message;
  /** Whether an HTTP status means that the receiver took the event. */
  accepts(status: number): boolean;
  /** With what we answer a message that we took, where it is not 200. */
  answers?: number;

  /** Whether a message that came in was signed with this secret (or by this public key) and is fresh. */
  verify(message: Message, secret: string, facts: { now: Date; merchantId: string }): boolean;
  /**
   * What should have proved a message; null where what it takes, such as an id or a readable body, is not there.
   * `target` is the template of an endpoint that gives parameters names of its own.
   */
  explain(message: Message, secret: string, facts: { merchantId: string; target?: string }): Explanation | null;
  /** Reads a message; null where it is not one of this dialect. Says nothing about whether it is genuine. */
  parse(message: Message): ParsedMessage | null;
};
