import { sql } from 'drizzle-orm';
import {
  bigint,
  bigserial,
  boolean,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  unique,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { positive, words, wordsIn } from '@/db/checks';
import { bytes, id, time } from '@/db/columns';
import { eventSubjects, eventTypes } from '@/db/vocabulary/events';
import {
  deliveryStatuses,
  dialects,
  endpointStatuses,
  messageOutcomes,
  pauseReasons,
  signatureKinds,
} from '@/db/vocabulary/webhooks';
import { apiKeys, merchants } from './merchants';
import { payouts } from './payouts';

const merchantId = () =>
  id('merchant_id')
    .notNull()
    .references(() => merchants.id);

export const events = pgTable(
  'events',
  {
    id: id('id').primaryKey(),
    merchantId: merchantId(),
    type: text('type', { enum: eventTypes }).notNull(),
    /** What it tells of, and the version that this made. Ids of different kinds of subjects never meet: each has its prefix. */
    subjectKind: text('subject_kind', { enum: eventSubjects }).notNull(),
    subjectId: id('subject_id').notNull(),
    subjectVersion: integer('subject_version').notNull(),
    /** The subject as it was when this happened, in the words of the API. */
    data: jsonb('data').$type<Record<string, unknown>>().notNull(),
    createdAt: time('created_at').notNull(),
    /** Order of writing; the events of one subject are written one after another, so it is their order too. */
    position: bigint('position', { mode: 'number' }).notNull().generatedAlwaysAsIdentity(),
    /** 1, 2, 3, … per merchant without a gap, given when the event is fanned out; null until then and for tests. */
    sequence: bigint('sequence', { mode: 'number' }),
    /** Made by the test button: sent to one endpoint, in nobody's sequence. */
    test: boolean('test').notNull().default(false),
    fannedOutAt: time('fanned_out_at'),
  },
  (table) => [
    ...words(table.type, table.subjectKind),
    ...positive(table.subjectVersion),
    uniqueIndex('events_in_sequence').on(table.merchantId, table.sequence),
    index('events_by_time').on(table.merchantId, table.createdAt),
    index('events_of_subject').on(table.subjectId),
    /** One queue per merchant, so that a long one is never walked for the others. */
    index('events_to_fan_out').on(table.merchantId, table.position).where(sql`fanned_out_at is null`),
  ],
);

/** A sealed secret, and until when (ISO) it signs. */
export type PreviousSecret = { secret: string; until: string };

/** The last sequence number that a merchant's events have. Holding this row is the right to give the next. */
export const eventSequences = pgTable('event_sequences', {
  merchantId: merchantId().primaryKey(),
  last: bigint('last', { mode: 'number' }).notNull().default(0),
});

export const endpoints = pgTable(
  'endpoints',
  {
    id: id('id').primaryKey(),
    merchantId: merchantId(),
    url: text('url').notNull(),
    dialect: text('dialect', { enum: dialects }).notNull(),
    /** Event types, or "*". */
    events: text('events').array().notNull(),
    description: text('description'),
    status: text('status', { enum: endpointStatuses }).notNull().default('active'),
    pauseReason: text('pause_reason', { enum: pauseReasons }),
    signing: text('signing', { enum: signatureKinds }).notNull().default('hmac'),
    /** The shared secret, or the private key of ed25519. Sealed with the endpoint's id as purpose. */
    secret: text('secret').notNull(),
    /** Secrets from before rotations, sealed alike, the newest first; each signs too until its own end. */
    previousSecrets: jsonb('previous_secrets').$type<PreviousSecret[]>().notNull().default([]),
    /** Headers that the merchant wants with every request: a JSON object, sealed alike, as it may hold passwords. */
    headers: text('headers'),
    headerNames: text('header_names').array().notNull().default([]),
    /** Whether the events of one subject are sent one after another. */
    ordered: boolean('ordered').notNull().default(false),
    /** How long a delivery is tried before it is exhausted. */
    retryHours: integer('retry_hours').notNull().default(4),
    /** Who is told when deliveries are exhausted; null means the merchant's own address. */
    alertEmail: text('alert_email'),
    /** When the last alert was sent, so that many failures are one mail. */
    alertedAt: time('alerted_at'),
    /** sha256 of the Idempotency-Key that made it, so that a retry after a crash finds its own work. */
    requestKey: text('request_key'),
    /** The same of the last rotation: a retry must not rotate again and push out the secret that is in use. */
    rotationKey: text('rotation_key'),
    /** Set where a door made it: it hears of payouts alone that this key asked for, each at the address that was named with it. */
    keyId: id('key_id').references(() => apiKeys.id),
    createdAt: time('created_at').notNull(),
    deletedAt: time('deleted_at'),
  },
  (table) => [
    ...words(table.dialect, table.status, table.pauseReason, table.signing),
    uniqueIndex('endpoints_one_of_key').on(table.keyId).where(sql`deleted_at is null`),
    wordsIn(table.events, ['*', ...eventTypes]),
    unique('endpoints_of_merchant').on(table.merchantId, table.id),
    uniqueIndex('endpoints_request_once').on(table.merchantId, table.requestKey),
  ],
);

export const deliveries = pgTable(
  'deliveries',
  {
    id: id('id').primaryKey(),
    /** Its endpoint's: one key proves both, and none is looked up a second time for each row. */
    merchantId: id('merchant_id').notNull(),
    eventId: id('event_id')
      .notNull()
      .references(() => events.id),
    endpointId: id('endpoint_id').notNull(),
    /** Of the event, repeated for endpoints that want the events of one subject in order. */
    subjectId: id('subject_id').notNull(),
    position: bigint('position', { mode: 'number' }).notNull(),
    status: text('status', { enum: deliveryStatuses }).notNull().default('pending'),
    /** All attempts ever. */
    attempts: integer('attempts').notNull().default(0),
    /** Attempts since the delivery was made or last resent: where it is in its schedule. */
    tries: integer('tries').notNull().default(0),
    /** When the schedule began: at the making or the last resending. */
    startedAt: time('started_at').notNull(),
    nextAttemptAt: time('next_attempt_at').notNull(),
    leaseUntil: time('lease_until'),
    leaseOwner: text('lease_owner'),
    createdAt: time('created_at').notNull(),
    deliveredAt: time('delivered_at'),
  },
  (table) => [
    ...words(table.status),
    uniqueIndex('deliveries_once').on(table.eventId, table.endpointId),
    /** One queue per endpoint, so that claiming is fair: a long queue of one is never walked for the others. */
    index('deliveries_due').on(table.endpointId, table.nextAttemptAt, table.id).where(sql`status = 'pending'`),
    /** What of a subject has to go first. */
    index('deliveries_in_order').on(table.endpointId, table.subjectId, table.position).where(sql`status = 'pending'`),
    /** The merchant's lists, newest first. By endpoint and status, so that no long list is walked for a short one. */
    unique('deliveries_newest').on(table.merchantId, table.id),
    foreignKey({
      name: 'deliveries_of_endpoint',
      columns: [table.merchantId, table.endpointId],
      foreignColumns: [endpoints.merchantId, endpoints.id],
    }),
    index('deliveries_by_status').on(table.endpointId, table.status, table.id),
  ],
);

export const attempts = pgTable(
  'attempts',
  {
    id: bigserial('id', { mode: 'bigint' }).primaryKey(),
    /** Its delivery's, by the same key. */
    merchantId: id('merchant_id').notNull(),
    deliveryId: id('delivery_id').notNull(),
    number: integer('number').notNull(),
    startedAt: time('started_at').notNull(),
    durationMs: integer('duration_ms').notNull(),
    method: text('method').notNull().default('POST'),
    url: text('url'),
    /** As sent, but for the values of the merchant's own headers. */
    requestHeaders: jsonb('request_headers').$type<Record<string, string>>(),
    requestBody: text('request_body'),
    /** HTTP status, or null where no answer came. */
    status: integer('status'),
    /** First 2,048 bytes of the answer. */
    answer: text('answer'),
    error: text('error'),
  },
  (table) => [
    foreignKey({
      name: 'attempts_of_merchants_delivery',
      columns: [table.merchantId, table.deliveryId],
      foreignColumns: [deliveries.merchantId, deliveries.id],
    }),
    index('attempts_of_delivery').on(table.deliveryId, table.number),
  ],
);

/** Endpoints that fail again and again. No row means healthy. */
export const breakers = pgTable('breakers', {
  endpointId: id('endpoint_id')
    .primaryKey()
    .references(() => endpoints.id),
  merchantId: merchantId(),
  /** Failed attempts in a row. */
  failures: integer('failures').notNull(),
  failingSince: time('failing_since').notNull(),
  /** Once open, when one delivery may be sent as a probe. */
  probeAt: time('probe_at').notNull(),
});

/** A system that sends us messages, and the secret that proves it. */
export const sources = pgTable(
  'sources',
  {
    id: id('id').primaryKey(),
    merchantId: merchantId(),
    dialect: text('dialect', { enum: dialects }).notNull(),
    description: text('description'),
    /** Sealed with the source's id as purpose; for ed25519 the other side's public key. */
    secret: text('secret').notNull(),
    /** The one before, sealed alike, and until when it proves messages, too. */
    formerSecret: text('former_secret'),
    formerUntil: time('former_until'),
    /** sha256 of the Idempotency-Key that made it, and of the one that last replaced its secret. */
    requestKey: text('request_key'),
    replacementKey: text('replacement_key'),
    createdAt: time('created_at').notNull(),
    deletedAt: time('deleted_at'),
  },
  (table) => [
    ...words(table.dialect),
    check('sources_former', sql`num_nonnulls(former_secret, former_until) in (0, 2)`),
    index('sources_of_merchant').on(table.merchantId),
    uniqueIndex('sources_request_once').on(table.merchantId, table.requestKey),
  ],
);

/** What a source sent us, as it came, once. It makes us look and proves nothing. */
export const messages = pgTable(
  'messages',
  {
    id: bigserial('id', { mode: 'bigint' }).primaryKey(),
    merchantId: merchantId(),
    dialect: text('dialect', { enum: dialects }).notNull(),
    sourceId: id('source_id')
      .notNull()
      .references(() => sources.id),
    /** The sender's own id of it, by which a repetition is known. */
    key: text('key').notNull(),
    /** The request's target with its query: in some dialects that is the whole message. */
    target: text('target').notNull(),
    headers: jsonb('headers').$type<Record<string, string>>().notNull(),
    body: bytes('body').notNull(),
    receivedAt: time('received_at').notNull(),
    /** When to look next: at once, then when a look that came to nothing is repeated or its worker is given up. */
    nextLookAt: time('next_look_at').notNull(),
    lookedAt: time('looked_at'),
    outcome: text('outcome', { enum: messageOutcomes }),
    /** The merchant's own payout that it was found to be about. */
    payoutId: id('payout_id').references(() => payouts.id),
    /** When what it said was deleted; from then on only its key is kept, so that a repetition stays one. */
    forgottenAt: time('forgotten_at'),
  },
  (table) => [
    ...words(table.dialect, table.outcome),
    uniqueIndex('messages_once').on(table.dialect, table.sourceId, table.key),
    index('messages_to_look_at').on(table.nextLookAt, table.id).where(sql`looked_at is null`),
    index('messages_of_merchant').on(table.merchantId, table.id),
    index('messages_of_source').on(table.sourceId, table.id),
    index('messages_to_forget').on(table.receivedAt).where(sql`forgotten_at is null and looked_at is not null`),
  ],
);
