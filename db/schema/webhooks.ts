import { sql } from 'drizzle-orm';
import { bigserial, index, integer, jsonb, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { id, time } from '@/db/columns';
import type { DeliveryStatus, Dialect, EndpointStatus, EventType } from '@/db/vocabulary';
import { merchants } from './merchants';

export const events = pgTable(
  'events',
  {
    id: id('id').primaryKey(),
    merchantId: id('merchant_id')
      .notNull()
      .references(() => merchants.id),
    type: text('type').$type<EventType>().notNull(),
    payoutId: id('payout_id').notNull(),
    payoutVersion: integer('payout_version').notNull(),
    /** The payout as it was when this happened, in the words of the API. */
    data: jsonb('data').$type<Record<string, unknown>>().notNull(),
    createdAt: time('created_at').notNull(),
    fannedOutAt: time('fanned_out_at'),
  },
  (table) => [
    index('events_newest').on(table.merchantId, table.id),
    index('events_of_payout').on(table.payoutId),
    index('events_to_fan_out').on(table.id).where(sql`fanned_out_at is null`),
  ],
);

export const endpoints = pgTable(
  'endpoints',
  {
    id: id('id').primaryKey(),
    merchantId: id('merchant_id')
      .notNull()
      .references(() => merchants.id),
    url: text('url').notNull(),
    dialect: text('dialect').$type<Dialect>().notNull(),
    /** Event types, or "*". */
    events: text('events').array().notNull(),
    description: text('description'),
    status: text('status').$type<EndpointStatus>().notNull().default('active'),
    /** Sealed with the endpoint's id as purpose. */
    secret: text('secret').notNull(),
    createdAt: time('created_at').notNull(),
    deletedAt: time('deleted_at'),
  },
  (table) => [index('endpoints_of_merchant').on(table.merchantId)],
);

export const deliveries = pgTable(
  'deliveries',
  {
    id: id('id').primaryKey(),
    merchantId: id('merchant_id')
      .notNull()
      .references(() => merchants.id),
    eventId: id('event_id')
      .notNull()
      .references(() => events.id),
    endpointId: id('endpoint_id')
      .notNull()
      .references(() => endpoints.id),
    status: text('status').$type<DeliveryStatus>().notNull().default('pending'),
    attempts: integer('attempts').notNull().default(0),
    nextAttemptAt: time('next_attempt_at').notNull(),
    leaseUntil: time('lease_until'),
    leaseOwner: text('lease_owner'),
    createdAt: time('created_at').notNull(),
    deliveredAt: time('delivered_at'),
  },
  (table) => [
    uniqueIndex('deliveries_once').on(table.eventId, table.endpointId),
    /** One queue per endpoint, so that claiming is fair: a long queue of one is never walked for the others. */
    index('deliveries_due').on(table.endpointId, table.nextAttemptAt, table.id).where(sql`status = 'pending'`),
    index('deliveries_of_endpoint').on(table.endpointId, table.id),
  ],
);

export const attempts = pgTable(
  'attempts',
  {
    id: bigserial('id', { mode: 'bigint' }).primaryKey(),
    merchantId: id('merchant_id')
      .notNull()
      .references(() => merchants.id),
    deliveryId: id('delivery_id')
      .notNull()
      .references(() => deliveries.id),
    number: integer('number').notNull(),
    startedAt: time('started_at').notNull(),
    durationMs: integer('duration_ms').notNull(),
    /** HTTP status, or null where no answer came. */
    status: integer('status'),
    /** First 2,048 bytes of the answer. */
    answer: text('answer'),
    error: text('error'),
  },
  (table) => [index('attempts_of_delivery').on(table.deliveryId, table.number)],
);
